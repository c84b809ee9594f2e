import type { Person } from '../../model/catalogue.ts';
import type { Conflict } from '../../model/conflict.ts';
import { isAhead } from '../calendar/release-ahead.ts';
import { isShadowRole, roleKey } from '../rotation/roles.ts';
import {
  type Crowd,
  type DeploymentPairs,
  disturbedReleases,
  findPairs,
  manyText,
  pairsWith,
} from './deployment-pairs.ts';
import { type Deployment, hullOf } from './deployments.ts';
import { conflictKey } from './key.ts';
import { LISTED } from './pair-space.ts';
import type { Rule } from './rule.ts';
import { listed, quoted, shared, sideOfDeployment, thingOf } from './sides.ts';
import { releasesOf } from './subjects.ts';
import type { PlanView } from './view.ts';

const KIND = 'double-booked';

type DoubleBooked = Extract<Conflict, { kind: 'double-booked' }>;

function peopleOf(view: PlanView, releaseId: string): readonly Person[] {
  const ids = new Set(view.assignmentsOf(releaseId).map(({ personId }) => personId));
  return [...ids].flatMap((id) => view.tables.person.get(id) ?? []);
}

function partners(view: PlanView, personId: string, deployment: Deployment, limit: number): readonly Deployment[] {
  const found: Deployment[] = [];
  view.deployments.visit(deployment.span, (other) => {
    const isElsewhere = other.releaseId !== deployment.releaseId;
    if (isElsewhere && view.assignmentsOf(other.releaseId).some((each) => each.personId === personId))
      found.push(other);
    return found.length >= limit;
  });
  return found;
}

function rolesIn(view: PlanView, personId: string, deployments: readonly Deployment[]): readonly string[] {
  const ids = new Set<string>(deployments.map(({ releaseId }) => releaseId));
  const own = view.assignmentsTo(personId).filter(({ releaseId }) => ids.has(releaseId));
  return [...new Set(own.map(({ role }) => role))].sort();
}

function bookedTwice(view: PlanView, person: Person, deployments: readonly Deployment[], key: string): DoubleBooked {
  const roles = rolesIn(view, person.id, deployments);
  const onlyShadows = roles.every(isShadowRole);
  const [first, second] = deployments as readonly [Deployment, Deployment];
  return {
    kind: KIND,
    key,
    sides: deployments.map(sideOfDeployment),
    sideCount: deployments.length,
    atLeast: false,
    at: shared(first.span, second.span),
    rule: `${quoted(person.name)} can be in one deployment at a time.`,
    resource: { kind: 'person', id: person.id, name: person.name },
    relation: 'same',
    path: [],
    ...(onlyShadows
      ? { severity: 'minor', because: 'A shadow can be spared.' }
      : { severity: 'serious', because: `${quoted(person.name)} is needed as ${listed(roles)}.` }),
    by: 'person',
    roles: [...roles],
  };
}

function pairsOf(view: PlanView, person: Person): DeploymentPairs {
  return {
    kind: KIND,
    space: `person ${person.id}`,
    partners: (deployment, limit) => partners(view, person.id, deployment, limit),
    describe: (a, b, key) => {
      const later = a.span.start - b.span.start || (a.id < b.id ? -1 : 1);
      return bookedTwice(view, person, later > 0 ? [a, b] : [b, a], key);
    },
    describeCrowd: (deployment: Deployment, crowd: Crowd, key: string) => ({
      ...bookedTwice(view, person, [deployment, ...crowd.partners], key),
      sideCount: crowd.count + 1,
      atLeast: crowd.atLeast,
      at: deployment.span,
      rule: `${quoted(person.name)} can be in one deployment at a time; ${quoted(deployment.name)} shares its time with ${manyText(crowd)} others.`,
    }),
  };
}

/** Roles of which a release has one, with all who were given it, where that is more than one person. */
function sharedRoles(view: PlanView, releaseId: string): readonly DoubleBooked[] {
  const release = view.tables.release.get(releaseId);
  if (release === undefined || !isAhead(release)) return [];
  const sole = new Set(view.tables.fixed.assumptions.soleRoles.map(roleKey));
  const byRole = Map.groupBy(view.assignmentsOf(releaseId), ({ role }) => roleKey(role));
  return [...byRole].flatMap(([role, given]): readonly DoubleBooked[] => {
    const [first] = given;
    if (!first || !sole.has(role) || new Set(given.map(({ personId }) => personId)).size < 2) return [];
    const span = hullOf(view.deploymentsOf(releaseId));
    const sides = given.slice(0, LISTED).map(({ id, personId }) => {
      const name = `${view.tables.person.get(personId)?.name ?? personId} as ${first.role}`;
      return { thing: { kind: 'assignment' as const, id, name }, span, releaseId: release.id };
    });
    return [
      {
        kind: KIND,
        key: conflictKey(KIND, ['role', releaseId, role.replaceAll(/\s+/g, '-')]),
        sides,
        sideCount: given.length,
        atLeast: false,
        at: span,
        rule: `${quoted(view.titleOf(releaseId))} can have one ${first.role}, and ${given.length} people were given that part.`,
        resource: thingOf(view, 'release', releaseId),
        relation: 'same',
        path: [],
        severity: 'serious',
        because: 'Each of them may wait for the other to decide.',
        by: 'role',
        roles: [first.role],
      },
    ];
  });
}

function find(view: PlanView, subject: string): readonly Conflict[] {
  const twice = peopleOf(view, subject).flatMap((person) => findPairs(view, subject, pairsOf(view, person)));
  return [...twice, ...sharedRoles(view, subject)];
}

function disturbed(view: PlanView, releaseId: string, moved: number): readonly string[] {
  const people = peopleOf(view, releaseId);
  return [releaseId, ...people.flatMap((each) => disturbedReleases(view, releaseId, moved, pairsOf(view, each)))];
}

/**
 * A person with parts in two releases that are deployed at the same time, and a part that only one can have (`soleRoles`)
 * given to several people of one release.
 */
export const doubleBooked: Rule = {
  name: KIND,
  over: 'releases',
  find,
  touched: (view, edit, moved) => releasesOf(view, edit).flatMap((id) => disturbed(view, id, moved)),
  parts: {
    centres: releasesOf,
    clashes: (view, subject) => [
      ...peopleOf(view, subject).flatMap((person) => pairsWith(view, subject, pairsOf(view, person))),
      ...sharedRoles(view, subject).map(({ key }) => ({ key, crowds: [] })),
    ],
  },
};
