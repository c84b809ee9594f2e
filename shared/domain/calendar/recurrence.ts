import { Failure } from '../../model/failure.ts';
import type { Day } from '../../model/time.ts';
import type { Cadence } from '../../model/train.ts';
import { fromDayNumber, minDay, toDayNumber } from './days.ts';
import { type Rrule, readRrule } from './rrule.ts';
import { daysOfPeriod, settleByFirstDay } from './rule-days.ts';
import { rulePeriod } from './rule-periods.ts';

/** The days asked for, both included, and how many may be answered at most. */
export interface OccurrenceRange {
  readonly from: Day;
  readonly to: Day;
  readonly limit: number;
}

/** More than this between a cadence's first day and the last day asked for is refused. */
const LONGEST_RANGE_DAYS = 150_000;

function readOrRefuse(text: string): Rrule {
  const { rule, problem } = readRrule(text);
  if (rule !== null) return rule;
  throw new Failure('BAD_INPUT', `The cadence cannot be read: ${problem}.`, {
    where: 'cadence.rrule',
    remedy: 'Write an RFC 5545 rule such as FREQ=WEEKLY;INTERVAL=2;BYDAY=TU.',
  });
}

/** The first turn whose period reaches a day number: what comes before it need not be looked at unless it is counted. */
function firstTurn(rule: Rrule, from: number, since: number): number {
  let low = 0;
  // No period is shorter than a day.
  let high = Math.max(0, since - from);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rulePeriod(rule, from, middle).last < since) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The day numbers that a rule names from its first day up to `to`, in order; those before `since` only where it counts. */
function* namedDays(
  written: Rrule,
  from: number,
  { since, to }: { since: number; to: number },
): Generator<number, void> {
  const rule = settleByFirstDay(written, from);
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  for (let turn = rule.count === null ? firstTurn(rule, from, since) : 0; ; turn += 1) {
    const period = rulePeriod(rule, from, turn);
    if (period.first > to) return;
    for (const number of daysOfPeriod(rule, period)) {
      if (number < from) continue;
      if (number > to || left === 0) return;
      left -= 1;
      yield number;
    }
  }
}

/** As `occurrences`, the days as numbers: days since 1970-01-01. */
export function occurrenceNumbers(cadence: Pick<Cadence, 'rrule' | 'from'>, range: OccurrenceRange): readonly number[] {
  const rule = readOrRefuse(cadence.rrule);
  const first = toDayNumber(cadence.from);
  const from = toDayNumber(range.from);
  const to = toDayNumber(rule.until === null ? range.to : minDay(rule.until, range.to));
  if (to - first > LONGEST_RANGE_DAYS) {
    throw new Failure('TOO_LARGE', `The cadence begins on ${cadence.from}, too long before ${range.to}.`, {
      where: 'cadence.from',
      remedy: 'Begin the cadence later, or ask for a shorter range.',
    });
  }
  const days: number[] = [];
  for (const number of namedDays(rule, first, { since: from, to })) {
    if (number < from) continue;
    if (days.length === range.limit) {
      const message = `The cadence names more than ${range.limit} days from ${range.from} to ${range.to}.`;
      throw new Failure('TOO_LARGE', message, {
        where: 'cadence.rrule',
        remedy: 'Ask for a shorter range, or let the cadence recur less often.',
      });
    }
    days.push(number);
  }
  return days;
}

/**
 * The days that a cadence names from `from` to `to`, both included, in order; none before its own first day,
 * which is one of them only where the rule names it. `COUNT` counts from the cadence's first day whatever the
 * range. More than `limit` days are refused rather than cut off. Source: RFC 5545 section 3.3.10.
 */
export function occurrences(cadence: Pick<Cadence, 'rrule' | 'from'>, range: OccurrenceRange): readonly Day[] {
  return occurrenceNumbers(cadence, range).map(fromDayNumber);
}
