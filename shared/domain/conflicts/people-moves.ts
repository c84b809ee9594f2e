import type { Assignment } from '../../model/assignment.ts';
import type { Person } from '../../model/catalogue.ts';
import type { Conflict } from '../../model/conflict.ts';
import { isShadowRole } from '../rotation/roles.ts';
import type { Candidate } from './candidate.ts';
import type { PlanView } from './view.ts';

function isShadow({ role }: Assignment): boolean {
  return isShadowRole(role);
}

/** Whether somebody can take parts over: of the same team, not in the release yet, and a lead where a lead is needed. */
function canTake(view: PlanView, from: Person, to: Person, parts: readonly Assignment[]): boolean {
  const [first] = parts;
  if (first === undefined || to.id === from.id || to.teamId !== from.teamId) return false;
  if (view.assignmentsOf(first.releaseId).some(({ personId }) => personId === to.id)) return false;
  return parts.every(isShadow) ? to.leads !== 'no' : to.leads === 'lead';
}

function handOver(view: PlanView, from: Person, releaseId: string): readonly Candidate[] {
  const parts = view.assignmentsOf(releaseId).filter(({ personId }) => personId === from.id);
  const others = [...view.tables.person.values()].filter((to) => canTake(view, from, to, parts));
  const taken = others.map(
    (to): Candidate => ({
      family: `hand over ${releaseId} ${from.id} ${to.id}`,
      steps: () =>
        parts.map(({ id, personId }) => ({ kind: 'hand-over', assignmentId: id, personId: to.id, base: { personId } })),
      days: 0,
    }),
  );
  return parts.length > 0 && parts.every(isShadow)
    ? [...taken, ...parts.flatMap((each) => unassign(view, each.id))]
    : taken;
}

function unassign(view: PlanView, assignmentId: string): readonly Candidate[] {
  const assignment = view.tables.assignment.get(assignmentId);
  if (assignment === undefined) return [];
  const { id, personId } = assignment;
  return [
    {
      family: `unassign ${id}`,
      steps: () => [{ kind: 'unassign', assignmentId: id, base: { personId } }],
      days: 0,
    },
  ];
}

/** Who else could do what somebody cannot: parts handed over within the team, and parts of which there is one too many taken back. */
export function peopleMoves(view: PlanView, conflict: Conflict): readonly Candidate[] {
  const given = conflict.sides.filter(({ thing }) => thing.kind === 'assignment');
  const person = conflict.resource.kind === 'person' ? view.tables.person.get(conflict.resource.id) : undefined;
  const releases = new Set(conflict.sides.flatMap(({ releaseId }) => releaseId ?? []));
  return [
    ...given.flatMap(({ thing }) => unassign(view, thing.id)),
    ...(person ? [...releases].flatMap((id) => handOver(view, person, id)) : []),
  ];
}
