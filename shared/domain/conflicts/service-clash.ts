import type { Conflict } from '../../model/conflict.ts';
import type { ServiceId } from '../../model/ids.ts';
import {
  type Crowd,
  type DeploymentPairs,
  disturbedReleases,
  findPairs,
  manyText,
  pairsWith,
} from './deployment-pairs.ts';
import type { Deployment } from './deployments.ts';
import type { Rule } from './rule.ts';
import { listed, quoted, shared, sideOfDeployment, thingOf } from './sides.ts';
import { releasesOf } from './subjects.ts';
import type { PlanView } from './view.ts';

const KIND = 'service-clash';

function servicesOf(view: PlanView, { releaseId }: Deployment): readonly ServiceId[] {
  const release = view.tables.release.get(releaseId);
  return view.tables.train.get(release?.trainId ?? '')?.train.services ?? [];
}

function partners(view: PlanView, deployment: Deployment, limit: number): readonly Deployment[] {
  const services = new Set<string>(servicesOf(view, deployment));
  const found: Deployment[] = [];
  if (services.size === 0) return found;
  view.deployments.visit(deployment.span, (other) => {
    const clashes = other.releaseId !== deployment.releaseId && servicesOf(view, other).some((id) => services.has(id));
    if (clashes) found.push(other);
    return found.length >= limit;
  });
  return found;
}

function severityOf(view: PlanView, services: readonly ServiceId[]): Pick<Conflict, 'severity' | 'because'> {
  const tiers = services.flatMap((id) => view.tables.service.get(id) ?? []).sort((a, b) => a.tier - b.tier);
  const [top] = tiers;
  if (top !== undefined && top.tier > 2) {
    return { severity: 'serious', because: `The most critical of them, ${quoted(top.name)}, is of tier ${top.tier}.` };
  }
  const which = top ? `${quoted(top.name)} is of tier ${top.tier}` : 'What they share may be critical';
  return { severity: 'blocking', because: `${which}: nobody could tell which of two deployments broke it.` };
}

function laterFirst(a: Deployment, b: Deployment): readonly [Deployment, Deployment] {
  const later = a.span.start - b.span.start || (a.id < b.id ? -1 : 1);
  return later > 0 ? [a, b] : [b, a];
}

function describe(view: PlanView, a: Deployment, b: Deployment, key: string): Conflict {
  const own = new Set<string>(servicesOf(view, b));
  const services = servicesOf(view, a)
    .filter((id) => own.has(id))
    .sort();
  const things = services.map((id) => thingOf(view, 'service', id));
  const [first, second] = laterFirst(a, b);
  return {
    kind: KIND,
    key,
    sides: [sideOfDeployment(first), sideOfDeployment(second)],
    sideCount: 2,
    atLeast: false,
    at: shared(a.span, b.span),
    rule: `A service may be released by one release at a time; both deploy ${listed(things.map(({ name }) => name))}.`,
    resource: things[0] ?? sideOfDeployment(first).thing,
    relation: 'same',
    path: [],
    ...severityOf(view, services),
    services,
  };
}

function describeCrowd(view: PlanView, deployment: Deployment, crowd: Crowd, key: string): Conflict {
  const own = new Set<string>(servicesOf(view, deployment));
  const used = new Set(crowd.partners.flatMap((other) => servicesOf(view, other).filter((id) => own.has(id))));
  const services = [...used].sort();
  const side = sideOfDeployment(deployment);
  return {
    kind: KIND,
    key,
    sides: [side, ...crowd.partners.map(sideOfDeployment)],
    sideCount: crowd.count + 1,
    atLeast: crowd.atLeast,
    at: deployment.span,
    rule: `A service may be released by one release at a time; ${quoted(deployment.name)} shares services with ${manyText(crowd)} other deployments.`,
    resource: services[0] === undefined ? side.thing : thingOf(view, 'service', services[0]),
    relation: 'same',
    path: [],
    ...severityOf(view, services),
    services,
  };
}

function pairsIn(view: PlanView): DeploymentPairs {
  return {
    kind: KIND,
    space: '',
    partners: (deployment, limit) => partners(view, deployment, limit),
    describe: (a, b, key) => describe(view, a, b, key),
    describeCrowd: (deployment, crowd, key) => describeCrowd(view, deployment, crowd, key),
  };
}

/** Two releases that deploy the same service at the same time. */
export const serviceClash: Rule = {
  name: KIND,
  over: 'releases',
  find: (view, subject) => findPairs(view, subject, pairsIn(view)),
  touched: (view, edit, moved) =>
    releasesOf(view, edit).flatMap((id) => disturbedReleases(view, id, moved, pairsIn(view))),
  parts: { centres: releasesOf, clashes: (view, subject) => pairsWith(view, subject, pairsIn(view)) },
};
