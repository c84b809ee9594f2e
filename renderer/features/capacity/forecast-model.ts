import type { BoardedItem } from '../../../shared/contract/releases.ts';
import { addDays, daysBetween, toDayNumber } from '../../../shared/domain/calendar/days.ts';
import { endingOf } from '../../../shared/domain/work-items/ending.ts';
import type { Confidence, DailyThroughput, HistoryNote, HowMany, WhenDone } from '../../../shared/model/forecast.ts';
import { capital, formatCount, formatDay, formatNumber } from '../../lib/format.ts';
import type { Bar, BarLine } from '../../ui/chart/bars.tsx';
import type { Tone } from '../../ui/tokens.ts';

/** The tone of each confidence, and how it is said. */
const SURE: Readonly<Record<Confidence, { readonly tone: Tone; readonly share: string }>> = {
  50: { tone: 'neutral', share: 'Half' },
  85: { tone: 'warning', share: '85 %' },
  95: { tone: 'danger', share: '95 %' },
};

/** A share in percent, never 0 or 100 for what only comes near to it. */
export function percentText(share: number): string {
  if (share > 0 && share < 0.01) return 'under 1 %';
  if (share < 1 && share > 0.99) return 'over 99 %';
  return `${Math.round(share * 100)} %`;
}

function ofRuns(count: number, runs: number): string {
  return `${formatNumber(count)} of ${formatCount(runs, 'run')}`;
}

/** The runs as bars over days, each with how many were done by its end. */
export function whenBars({ bins, runs }: WhenDone): readonly Bar[] {
  let sum = 0;
  return bins.map(({ firstDay, lastDay, runs: count }) => {
    sum += count;
    const when =
      firstDay === lastDay
        ? `on ${formatDay(firstDay)}`
        : `from ${formatDay(firstDay, 'medium')} to ${formatDay(lastDay)}`;
    return {
      key: firstDay,
      from: toDayNumber(firstDay),
      to: toDayNumber(lastDay) + 1,
      value: count,
      label: `${ofRuns(count, runs)} were done ${when}; ${percentText(sum / runs)} by then`,
    };
  });
}

/** The days by which half, 85 % and 95 % of the runs were done; those beyond the horizon have no line. */
export function whenLines({ percentiles }: WhenDone): readonly BarLine[] {
  return percentiles.flatMap(({ confidence, day }) =>
    day === null
      ? []
      : [
          {
            at: toDayNumber(day) + 0.5,
            label: `P${confidence}: ${formatDay(day, 'medium')}`,
            tone: SURE[confidence].tone,
          },
        ],
  );
}

export interface SaidPercentile {
  readonly confidence: Confidence;
  readonly value: string;
  readonly text: string;
}

/** Each percentile of "when" in words. */
export function whenWords({ percentiles, items, from, notWithin }: WhenDone): readonly SaidPercentile[] {
  return percentiles.map(({ confidence, day }) => ({
    confidence,
    value: day === null ? 'unknown' : formatDay(day),
    text:
      day === null
        ? `Fewer than ${SURE[confidence].share.toLowerCase()} of the runs had ${formatCount(items, 'item')} done within ${formatCount(notWithin.days, 'day')}.`
        : `${SURE[confidence].share} of the runs were done by the end of that day, ${formatCount(daysBetween(from, day), 'day')} from now.`,
  }));
}

/** The runs as bars over numbers of items, each with how many reached at least its first. */
export function manyBars({ bins, runs }: HowMany): readonly Bar[] {
  let left = runs;
  return bins.map(({ from, to, runs: count }) => {
    const reached = left;
    left -= count;
    const many = from === to ? formatCount(from, 'item') : `${formatNumber(from)} to ${formatCount(to, 'item')}`;
    return {
      key: String(from),
      from,
      to: to + 1,
      value: count,
      label: `${ofRuns(count, runs)} finished ${many}; ${percentText(reached / runs)} finished ${formatNumber(from)} or more`,
    };
  });
}

/** The numbers that half, 85 % and 95 % of the runs reached, the surest (and lowest) first. */
export function manyLines({ percentiles }: HowMany): readonly BarLine[] {
  return percentiles
    .map(({ confidence, items }) => ({
      at: items + 0.5,
      label: `P${confidence}: ${formatCount(items, 'item')}`,
      tone: SURE[confidence].tone,
    }))
    .toReversed();
}

/** Each percentile of "how many" in words. */
export function manyWords({ percentiles, by }: HowMany): readonly SaidPercentile[] {
  return percentiles.map(({ confidence, items }) => ({
    confidence,
    value: formatCount(items, 'item'),
    text: `${SURE[confidence].share} of the runs had finished at least as many by the end of ${formatDay(by)}.`,
  }));
}

/** The history that a forecast drew from, in a sentence. */
export function historyText(history: HistoryNote): string {
  const { finished, workingDays, zeroDays, undone, typed, discovered, growthDays } = history;
  const growth =
    growthDays === 0
      ? 'No growth of scope was found to draw from.'
      : `Scope grew by ${formatCount(discovered, 'item')} over ${formatCount(growthDays, 'day')} of open releases.`;
  if (typed !== null) return `${capital(typed)}, typed by hand. ${growth}`;
  const leftOut =
    undone === 0 ? '' : ` ${formatNumber(undone)} more ended undone and ${undone === 1 ? 'does' : 'do'} not count.`;
  return `${formatCount(finished, 'item')} finished on ${formatCount(workingDays, 'working day')}, ${formatNumber(zeroDays)} of them without any.${leftOut} ${growth}`;
}

/** Whether nothing is known that forecasts could be drawn from: neither facts nor numbers typed by hand. */
export function hasNoHistory({ daily, typed }: { readonly daily: DailyThroughput; readonly typed: unknown }): boolean {
  return typed === null && daily.classes.length === 0;
}

/** How many items are aboard a release, and how many of them are still open; what has no ticket counts as open. */
export function openItems(scope: readonly BoardedItem[]): { readonly open: number; readonly aboard: number } {
  const aboard = scope.filter(({ item }) => item.state === 'boarded' || item.state === 'late');
  return {
    aboard: aboard.length,
    open: aboard.filter(({ ticket }) => ticket === null || endingOf(ticket) === 'open').length,
  };
}

/** Four weeks from a day, which is asked about where nobody named another. */
export function inFourWeeks(today: Parameters<typeof addDays>[0]) {
  return addDays(today, 28);
}
