import type { ConflictSide, Thing, ThingKind } from '../../model/conflict.ts';
import type { Booking } from '../../model/environment.ts';
import type { Milestone } from '../../model/release.ts';
import type { Span } from '../../model/span.ts';
import type { Deployment } from './deployments.ts';
import type { RuleTime } from './schedule-index.ts';
import type { PlanView } from './view.ts';

export function sideOfBooking({ id, title, startAt, endAt, releaseId }: Booking): ConflictSide {
  return { thing: { kind: 'booking', id, name: title }, span: { start: startAt, end: endAt }, releaseId };
}

export function sideOfDeployment({ milestoneId, releaseId, name, span }: Deployment): ConflictSide {
  const thing: Thing =
    milestoneId === null ? { kind: 'release', id: releaseId, name } : { kind: 'milestone', id: milestoneId, name };
  return { thing, span, releaseId };
}

export function sideOfMilestone(view: PlanView, milestone: Milestone): ConflictSide {
  const { id, name, releaseId, startAt, endAt } = milestone;
  const thing: Thing = { kind: 'milestone', id, name: `${name} of ${view.titleOf(releaseId)}` };
  return { thing, span: { start: startAt, end: endAt ?? startAt }, releaseId };
}

export function sideOfRule({ rule, occurrence }: RuleTime): ConflictSide {
  return { thing: { kind: 'rule', id: rule.id, name: rule.name }, span: occurrence.span, releaseId: null };
}

/** What two spans share, or where one lies in the other; for spans that share no moment the empty span at the later start. */
export function shared(a: Span, b: Span): Span {
  const start = a.start > b.start ? a.start : b.start;
  const end = a.end < b.end ? a.end : b.end;
  return { start, end: end > start ? end : start };
}

/** From the first start to the last end; null of nothing. */
export function hull(spans: readonly Span[]): Span | null {
  const [first] = spans;
  if (first === undefined) return null;
  let { start, end } = first;
  for (const each of spans) {
    if (each.start < start) ({ start } = each);
    if (each.end > end) ({ end } = each);
  }
  return { start, end };
}

/** Something of the plan by its id; its id stands for its name where it is not known. */
export function thingOf(
  view: PlanView,
  kind: Extract<ThingKind, 'environment' | 'service' | 'person' | 'release' | 'team'>,
  id: string,
): Thing {
  const { tables } = view;
  if (kind === 'release') return { kind, id, name: view.titleOf(id) };
  const name = kind === 'team' ? tables.team.get(id)?.team.name : tables[kind].get(id)?.name;
  return { kind, id, name: name ?? id };
}

/** `“Payments”`. */
export function quoted(name: string): string {
  return `“${name}”`;
}

/** `“A”, “B” and “C”`; of more than four names the first three and how many more. */
export function listed(names: readonly string[]): string {
  const all = names.map(quoted);
  const shown = all.length > 4 ? [...all.slice(0, 3), `${all.length - 3} more`] : all;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
