import type { ConflictSide } from '../../model/conflict.ts';
import type { Milestone, Release } from '../../model/release.ts';
import type { Span } from '../../model/span.ts';
import { type Day, instant, type Zone } from '../../model/time.ts';
import { dayOf } from '../calendar/zoned-time.ts';
import type { Deployment } from './deployments.ts';
import { sideOfDeployment } from './sides.ts';

const MINUTE = 60_000;

/**
 * When those who have a part in a release must be there: its deployments and its go/no-go; a point lasts a minute,
 * each named after the release as given. Rotas and
 * conflicts both go by it, so that nobody is proposed whom a conflict names once it is settled.
 */
export function dutiesOf(
  release: Pick<Release, 'id' | 'name'>,
  milestones: readonly Milestone[],
  deployments: readonly Deployment[],
): readonly ConflictSide[] {
  const decisions = milestones.filter(({ kind }) => kind === 'go-no-go');
  const sides = [
    ...deployments.map(sideOfDeployment),
    ...decisions.map(({ id, name, startAt, endAt }): ConflictSide => {
      const thing = { kind: 'milestone' as const, id, name: `${name} of ${release.name}` };
      return { thing, span: { start: startAt, end: endAt ?? startAt }, releaseId: release.id };
    }),
  ];
  return sides.map((side) => {
    const { start, end } = side.span;
    return { ...side, span: { start, end: instant(Math.max(end, start + MINUTE)) } };
  });
}

/** The first and the last day that a time of some length touches on a zone's calendar. */
export function daysTouched({ start, end }: Span, zone: Zone): { readonly first: Day; readonly last: Day } {
  return { first: dayOf(start, zone), last: dayOf(instant(end - 1), zone) };
}
