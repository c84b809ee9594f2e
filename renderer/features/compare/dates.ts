import { daysBetween } from '../../../shared/domain/calendar/days.ts';
import type { ComparedRelease, Standing } from '../../../shared/model/compared-release.ts';
import type { Day } from '../../../shared/model/time.ts';
import { formatCount, formatDay, formatPlannedTime } from '../../lib/format.ts';

/** What the two sides of a comparison are called: `the plan`, `the branch`, `baseline “Q3”`. */
export interface SideNames {
  readonly one: string;
  readonly other: string;
}

/** The sides unless a baseline is one of them. */
export const branchSides: SideNames = { one: 'the plan', other: 'the branch' };

/** How a release stands differently on the other side. */
type Change = 'day' | 'hour' | 'cancelled' | 'back' | 'added' | 'gone';

function changeOf({ one, other }: Pick<ComparedRelease, 'one' | 'other'>): Change {
  if (other === null) return 'gone';
  if (one === null) return 'added';
  if (one.state !== 'cancelled' && other.state === 'cancelled') return 'cancelled';
  if (one.state === 'cancelled' && other.state !== 'cancelled') return 'back';
  return one.day === other.day ? 'hour' : 'day';
}

function changeWords(sides: SideNames): Readonly<Record<Change, string>> {
  return {
    day: 'on another day',
    hour: 'at another hour',
    cancelled: 'cancelled',
    back: 'no longer cancelled',
    added: `not in ${sides.one}`,
    gone: `not in ${sides.other}`,
  };
}

/** What the other side does to a release, in words: `7 days later`, `cancelled`, `at another hour`, `not in the branch`. */
export function shiftText(release: Pick<ComparedRelease, 'one' | 'other'>, sides: SideNames): string {
  const { one, other } = release;
  const change = changeOf(release);
  const days = one === null || other === null ? 0 : daysBetween(one.day, other.day);
  const shift = days === 0 ? [] : [`${formatCount(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`];
  return [...(change === 'day' ? [] : [changeWords(sides)[change]]), ...shift].join(', ');
}

/** Where a release stands on one side, in words: `Tue 1 Dec, 14:00 CET`, `none`. */
export function standingText(standing: Standing | null): string {
  if (standing === null) return 'none';
  const { day, departsAt, zone, state } = standing;
  const departure = `${formatDay(day, 'medium')}, ${formatPlannedTime(departsAt, zone, null)}`;
  return state === 'cancelled' ? `${departure}, cancelled` : departure;
}

/** The sentence over the drawing: how many releases stand otherwise, and how. */
export function datesSummary(releases: readonly ComparedRelease[], sides: SideNames): string {
  const counts = Map.groupBy(releases, changeOf);
  const words = changeWords(sides);
  const parts = (Object.keys(words) as Change[]).flatMap((change) => {
    const count = counts.get(change)?.length ?? 0;
    return count === 0 ? [] : [{ count, words: words[change] }];
  });
  const told = parts.map((part, at) => `${at === 0 ? formatCount(part.count, 'release') : part.count} ${part.words}`);
  return `${told.join(', ')}. All other releases depart as in ${sides.one}.`;
}

function standings({ one, other }: ComparedRelease): readonly Standing[] {
  return [one, other].filter((standing) => standing !== null);
}

/** A line of the drawing: a train's name over its releases. */
export type DumbbellRow =
  | { readonly kind: 'train'; readonly key: string; readonly name: string }
  | { readonly kind: 'release'; readonly key: string; readonly release: ComparedRelease };

/** The lines of the drawing, trains by their first release and releases by day. */
export function dumbbellRows(releases: readonly ComparedRelease[]): readonly DumbbellRow[] {
  const first = (release: ComparedRelease) => Math.min(...standings(release).map(({ departsAt }) => departsAt));
  const sorted = releases.toSorted((a, b) => first(a) - first(b));
  return [...Map.groupBy(sorted, ({ trainName }) => trainName)].flatMap(([name, own]) => [
    { kind: 'train' as const, key: `train ${name}`, name },
    ...own.map((release) => ({ kind: 'release' as const, key: release.id, release })),
  ]);
}

/** The first and the last day that the drawing shows; null where there is none. */
export function dayReach(releases: readonly ComparedRelease[]): { readonly first: Day; readonly last: Day } | null {
  const days = releases.flatMap(standings).map(({ day }) => day);
  days.sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}
