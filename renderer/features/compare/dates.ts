import type { ComparedRelease } from '../../../shared/contract/branches.ts';
import { daysBetween } from '../../../shared/domain/calendar/days.ts';
import type { Day } from '../../../shared/model/time.ts';
import { formatCount } from '../../lib/format.ts';

/** What the two sides of a comparison are called: `the plan`, `the branch`, `baseline “Q3”`. */
export interface SideNames {
  readonly one: string;
  readonly other: string;
}

/** The sides unless a baseline is one of them. */
export const branchSides: SideNames = { one: 'the plan', other: 'the branch' };

/** What the other side does to the day of a release, in words: `7 days later`, `not in the branch`. */
export function shiftText({ plan, branch }: Pick<ComparedRelease, 'plan' | 'branch'>, sides: SideNames): string {
  if (branch === null) return `not in ${sides.other}`;
  if (plan === null) return `not in ${sides.one}`;
  const days = daysBetween(plan, branch);
  if (days === 0) return 'the same day';
  return `${formatCount(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`;
}

/** The sentence over the drawing: how many releases stand elsewhere. */
export function datesSummary(releases: readonly ComparedRelease[], sides: SideNames): string {
  const moved = releases.filter(({ plan, branch }) => plan !== null && branch !== null).length;
  const added = releases.filter(({ plan }) => plan === null).length;
  const gone = releases.length - moved - added;
  const parts = [
    ...(moved === 0 ? [] : [`${formatCount(moved, 'release')} on another day`]),
    ...(added === 0 ? [] : [`${added} not in ${sides.one}`]),
    ...(gone === 0 ? [] : [`${gone} not in ${sides.other}`]),
  ];
  return `${parts.join(', ')}. All other releases stand on the same days.`;
}

/** A line of the drawing: a train's name over its releases. */
export type DumbbellRow =
  | { readonly kind: 'train'; readonly key: string; readonly name: string }
  | { readonly kind: 'release'; readonly key: string; readonly release: ComparedRelease };

/** The lines of the drawing, trains by their first release and releases by day. */
export function dumbbellRows(releases: readonly ComparedRelease[]): readonly DumbbellRow[] {
  const firstDay = ({ plan, branch }: ComparedRelease) => [plan, branch].filter((day) => day !== null).sort()[0] ?? '';
  const sorted = releases.toSorted((one, other) => (firstDay(one) < firstDay(other) ? -1 : 1));
  return [...Map.groupBy(sorted, ({ trainName }) => trainName)].flatMap(([name, own]) => [
    { kind: 'train' as const, key: `train ${name}`, name },
    ...own.map((release) => ({ kind: 'release' as const, key: release.id, release })),
  ]);
}

/** The first and the last day that the drawing shows; null where there is none. */
export function dayReach(releases: readonly ComparedRelease[]): { readonly first: Day; readonly last: Day } | null {
  const days = releases.flatMap(({ plan, branch }) => [plan, branch]).filter((day) => day !== null);
  days.sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}
