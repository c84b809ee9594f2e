import type { HistoryNote, Notice } from '../../model/forecast.ts';
import type { Day } from '../../model/time.ts';
import { daysBetween } from '../calendar/days.ts';
import { counted } from '../text/counted.ts';

/** What a forecast draws from. */
export interface WorkHistory {
  /** The civil days that it covers, both included. */
  readonly from: Day;
  readonly to: Day;
  /** Items finished on each of its working days, zero days included; see `onWorkingDays`. */
  readonly finished: readonly number[];
  /** Items discovered on each working day of each open release; none for a scope that does not grow. */
  readonly discovered: readonly number[];
  /** Items that ended undone in it, and are in neither list. */
  readonly undone: number;
  /** How many days in a row are drawn together: 1 where each is drawn alone, a week's where only weeks are known. */
  readonly together: number;
  /** What people typed in place of facts, in words; null for a history of facts. */
  readonly typed: string | null;
}

const FEWEST_WEEKS = 12;
const MOST_WEEKS = 26;
/** A forecast is to be refreshed weekly. */
const STALE_DAYS = 7;

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** The history in figures, to stand beside a forecast. */
export function noteHistory({ from, to, finished, discovered, undone, typed }: WorkHistory): HistoryNote {
  return {
    from,
    to,
    workingDays: finished.length,
    finished: sum(finished),
    zeroDays: finished.filter((count) => count === 0).length,
    undone,
    typed,
    growthDays: discovered.length,
    discovered: sum(discovered),
  };
}

function age(weeks: number, span: string): readonly Notice[] {
  if (weeks < FEWEST_WEEKS)
    return [
      {
        kind: 'short-history',
        text: `The history covers only ${span}; ${FEWEST_WEEKS} to ${MOST_WEEKS} weeks are advised. The real spread is likely wider than shown.`,
      },
    ];
  if (weeks <= MOST_WEEKS) return [];
  return [
    {
      kind: 'long-history',
      text: `The history covers ${span}; ${FEWEST_WEEKS} to ${MOST_WEEKS} weeks are advised. What the team was like long ago may say little of now.`,
    },
  ];
}

/**
 * What people must know of the history that a forecast from `from` on draws from: none, short, long, old, nothing finished
 * in it, or scope that grows faster than work is done. Source of the weeks and of the age: FORMULAS 4.10.
 */
export function historyNotices(history: WorkHistory, from: Day): readonly Notice[] {
  const { finished, discovered } = history;
  if (finished.length === 0)
    return [{ kind: 'no-history', text: 'There is no working day in the history to draw from.' }];
  const civilDays = daysBetween(history.from, history.to) + 1;
  const notices: Notice[] = [...age(civilDays / 7, counted(civilDays, 'day'))];
  if (history.typed !== null)
    notices.unshift({ kind: 'typed', text: `Rests on numbers typed by hand: ${history.typed}.` });
  const since = daysBetween(history.to, from) - 1;
  if (since > STALE_DAYS)
    notices.push({
      kind: 'stale-history',
      text: `The history ends ${counted(since, 'day')} before the forecast begins. Refresh it weekly.`,
    });
  if (finished.every((count) => count === 0)) {
    notices.push({
      kind: 'all-zero',
      text: `Nothing was finished on any of the ${counted(finished.length, 'working day')} of the history, so nothing can be forecast from it.`,
    });
    return notices;
  }
  const [done, found] = [
    sum(finished) / finished.length,
    discovered.length === 0 ? 0 : sum(discovered) / discovered.length,
  ];
  if (found >= done)
    notices.push({
      kind: 'growth-outruns',
      text: `Scope grew by ${found.toFixed(2)} items a working day, and ${done.toFixed(2)} were finished: at this pace it may never be done.`,
    });
  return notices;
}
