import type { Plan } from '../../../shared/domain/conflicts/plan.ts';
import type { Conflict, Relation } from '../../../shared/model/conflict.ts';
import type { Release } from '../../../shared/model/release.ts';
import type { Span } from '../../../shared/model/span.ts';
import { MONDAY } from './things.ts';

/** One clash as the oracle sees it: enough to tell whether the engine found the same. */
export interface Seen {
  readonly kind: Conflict['kind'];
  /** What it is about, for the rules that report crowds: one subject and what it clashes with. */
  readonly sides: readonly string[];
  readonly count: number;
  readonly at: Span;
  readonly relation: Relation;
  readonly pathLength: number;
}

function hourOf(moment: number): string {
  return String((moment - MONDAY) / 3_600_000);
}

export function sideText(kind: string, id: string, { start, end }: Span): string {
  return `${kind}:${id}@${hourOf(start)}-${hourOf(end)}`;
}

/** One line that two equal findings have in common. */
export function seenText({ kind, sides, count, at, relation, pathLength }: Seen): string {
  const where = relation === 'same' && pathLength === 0 ? '' : ` ${relation} by ${pathLength}`;
  return `${kind} [${[...sides].sort().join(' ')}] of ${count} at ${hourOf(at.start)}-${hourOf(at.end)}${where}`;
}

/** The same line of a conflict that the engine found. */
export function conflictText({ kind, sides, sideCount, at, relation, path }: Conflict): string {
  const texts = sides.map(({ thing, span }) => sideText(thing.kind, thing.id, span));
  return seenText({ kind, sides: texts, count: sideCount, at, relation, pathLength: path.length });
}

/** What a node leads to, as pairs. */
export type Edges = readonly (readonly [string, string])[];

/** Fewest steps from a node to another, by trying ever longer ways; infinity where there is none. 0 for the node itself. */
export function steps(from: string, to: string, edges: Edges): number {
  let reached = new Set([from]);
  for (let count = 0; count <= edges.length; count += 1) {
    if (reached.has(to)) return count;
    const next = new Set(reached);
    for (const [a, b] of edges) if (reached.has(a)) next.add(b);
    reached = next;
  }
  return Number.POSITIVE_INFINITY;
}

export function dependencies(plan: Plan): Edges {
  return plan.services.flatMap((service) => service.dependsOn.map((to) => [service.id, to] as const));
}

export function foundations(plan: Plan): Edges {
  return plan.environments.flatMap((environment) => environment.parents.map((to) => [environment.id, to] as const));
}

export function share(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end && a.start < a.end && b.start < b.end;
}

export function meet(a: Span, b: Span): Span {
  return { start: a.start > b.start ? a.start : b.start, end: a.end < b.end ? a.end : b.end };
}

export function ahead(plan: Plan): readonly Release[] {
  return plan.releases.filter(({ state }) => state === 'planned' || state === 'under-way');
}

export interface Deployed {
  readonly id: string;
  readonly kind: 'milestone' | 'release';
  readonly release: Release;
  readonly span: Span;
}

/** When a release is deployed, by the definition in the conflicts' README. */
export function deployed(plan: Plan, release: Release): readonly Deployed[] {
  const minutes = plan.assumptions.deploymentMinutes * 60_000;
  const planned = plan.milestones.filter((each) => each.releaseId === release.id && each.kind === 'deployment');
  const lasts = (start: number, end: number | null) => (end !== null && end > start ? end : start + minutes);
  if (planned.length === 0) {
    const span = { start: release.departsAt, end: lasts(release.departsAt, null) } as Span;
    return [{ id: release.id, kind: 'release', release, span }];
  }
  return planned.map(({ id, startAt, endAt }) => ({
    id,
    kind: 'milestone',
    release,
    span: { start: startAt, end: lasts(startAt, endAt) } as Span,
  }));
}

export function deploymentsAhead(plan: Plan): readonly Deployed[] {
  return ahead(plan).flatMap((release) => deployed(plan, release));
}

export function deployedText({ kind, id, span }: Deployed): string {
  return sideText(kind, id, span);
}

export function trainOf(plan: Plan, release: Release) {
  return plan.trains.find(({ train }) => train.id === release.trainId);
}

export function shipped(plan: Plan, release: Release): readonly string[] {
  return trainOf(plan, release)?.train.services ?? [];
}

/** Pairs as they are reported: by two, or as the crowd of whoever has more than eight. */
export function grouped<T extends { readonly id: string }>(
  pairs: readonly (readonly [T, T])[],
  asPair: (a: T, b: T) => Seen,
  asCrowd: (one: T, others: readonly T[]) => Seen,
): readonly Seen[] {
  const others = new Map<string, Map<string, T>>();
  const all = new Map<string, T>();
  for (const [a, b] of pairs) {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      all.set(one.id, one);
      others.set(one.id, (others.get(one.id) ?? new Map()).set(other.id, other));
    }
  }
  const isCrowd = (one: T) => (others.get(one.id)?.size ?? 0) > 8;
  const crowds = [...all.values()].filter(isCrowd);
  return [
    ...pairs.filter(([a, b]) => !isCrowd(a) && !isCrowd(b)).map(([a, b]) => asPair(a, b)),
    ...crowds.map((one) =>
      asCrowd(
        one,
        [...(others.get(one.id)?.values() ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1)),
      ),
    ),
  ];
}
