import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { Failure } from '../../model/failure.ts';
import type { Day } from '../../model/time.ts';
import type { Cadence } from '../../model/train.ts';
import { daysBetween, minDay } from './days.ts';
import { type Rrule, readRrule } from './rrule.ts';

/** The days asked for, both included, and how many may be answered at most. */
export interface OccurrenceRange {
  readonly from: Day;
  readonly to: Day;
  readonly limit: number;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** More than this between a cadence's first day and the last day asked for is refused. */
const LONGEST_RANGE_DAYS = 150_000;

/** Days are computed at midnight UTC, where no clock ever changes. */
function utc(day: Day): Temporal.ZonedDateTime {
  return Temporal.PlainDate.from(day).toZonedDateTime('UTC');
}

function readOrRefuse(text: string): Rrule {
  const { rule, problem } = readRrule(text);
  if (rule !== null) return rule;
  throw new Failure('BAD_INPUT', `The cadence cannot be read: ${problem}.`, {
    where: 'cadence.rrule',
    remedy: 'Write an RFC 5545 rule such as FREQ=WEEKLY;INTERVAL=2;BYDAY=TU.',
  });
}

function byParts(rule: Rrule) {
  const lists = {
    byMonth: rule.byMonth,
    byWeekNo: rule.byWeekNumber,
    byYearDay: rule.byYearDay,
    byMonthDay: rule.byMonthDay,
    byDay: rule.byDay.map(({ weekday, nth }) => `${nth === 0 ? '' : nth}${WEEKDAYS[weekday - 1]}`),
    bySetPos: rule.bySetPosition,
  };
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}

/**
 * The days that a cadence names from `from` to `to`, both included, in order; none before its own first day,
 * which is one of them only where the rule names it. `COUNT` counts from the cadence's first day whatever the
 * range. More than `limit` days are refused rather than cut off.
 */
export function occurrences(cadence: Pick<Cadence, 'rrule' | 'from'>, range: OccurrenceRange): readonly Day[] {
  const rule = readOrRefuse(cadence.rrule);
  const to = rule.until === null ? range.to : minDay(rule.until, range.to);
  if (to < cadence.from || to < range.from) return [];
  if (daysBetween(cadence.from, to) > LONGEST_RANGE_DAYS) {
    throw new Failure('TOO_LARGE', `The cadence begins on ${cadence.from}, too long before ${to}.`, {
      where: 'cadence.from',
      remedy: 'Begin the cadence later, or ask for a shorter range.',
    });
  }
  const days = new RRuleTemporal({
    freq: rule.frequency,
    interval: rule.interval,
    ...(rule.count === null ? {} : { count: rule.count }),
    until: utc(to),
    wkst: WEEKDAYS[rule.weekStart - 1] as string,
    ...byParts(rule),
    dtstart: utc(cadence.from),
    maxIterations: LONGEST_RANGE_DAYS * 2,
    cache: false,
  })
    .all()
    .map((at) => at.toPlainDate().toString() as Day)
    .filter((day) => day >= range.from);
  if (days.length <= range.limit) return days;
  throw new Failure(
    'TOO_LARGE',
    `The cadence names ${days.length} days from ${range.from} to ${to}, more than ${range.limit}.`,
    {
      where: 'cadence.rrule',
      remedy: 'Ask for a shorter range, or let the cadence recur less often.',
    },
  );
}
