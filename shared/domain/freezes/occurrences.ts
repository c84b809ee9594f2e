import type { When } from '../../model/schedule-rule.ts';
import type { Span } from '../../model/span.ts';
import type { Instant } from '../../model/time.ts';
import type { Occurrence } from '../../model/verdict.ts';
import { fromDayNumber, toDayNumber } from '../calendar/days.ts';
import { occurrenceNumbers } from '../calendar/recurrence.ts';
import { dayOn, instantOf, instantOn, sinceMidnight } from './clock.ts';
import { cronOccurrences } from './cron.ts';
import { overlaps, span } from './spans.ts';

type Recurring = Extract<When, { by: 'rrule' }>;
type Once = Extract<When, { by: 'once' }>;

/** From when on, how many occurrences to name at most, and how many days ahead to look for them. */
export interface Ahead {
  readonly after: Instant;
  readonly count: number;
  readonly days: number;
}

const DAY = 86_400_000;

function one({ start, end }: Once): readonly Occurrence[] {
  return [{ key: 'once', span: span(instantOf(start), instantOf(end)) }];
}

/** The day numbers from one to another on which a rule starts: those that its text names and those added, less those taken out. */
function startDays(rule: Recurring, from: number, to: number): readonly number[] {
  const named = occurrenceNumbers(rule, { from: fromDayNumber(from), to: fromDayNumber(to), limit: to - from + 1 });
  if (rule.also.length + rule.except.length === 0) return named;
  const days = new Set(named);
  for (const day of rule.also.map(toDayNumber)) if (day >= from && day <= to) days.add(day);
  for (const day of rule.except) days.delete(toDayNumber(day));
  return [...days].sort((a, b) => a - b);
}

function recurring(rule: Recurring, range: Span): readonly Occurrence[] {
  const { clock, endDayOffset } = rule;
  // A day more on both sides: where clocks change, an occurrence may start or end later than its own times say.
  const from = toDayNumber(dayOn(clock, range.start)) - endDayOffset - 1;
  const to = toDayNumber(dayOn(clock, range.end)) + 1;
  const start = sinceMidnight(rule.startTime);
  const end = sinceMidnight(rule.endTime) + endDayOffset * DAY;
  return startDays(rule, from, to).map((day) => ({
    key: fromDayNumber(day),
    span: span(instantOn(clock, day * DAY + start), instantOn(clock, day * DAY + end)),
  }));
}

/**
 * The times that a rule holds which share a moment with a span, in order of their starts, each whole and with a key of its
 * own: the day on which it starts, the local time for cron, and one word for a rule that holds once, which stays the same
 * time wherever it is moved to. What a change of clocks leaves no minute of is left out. For a recurring rule O(n) in the
 * days of the span (and in those before it where the rule has a COUNT).
 */
export function occurrencesOf(when: When, range: Span): readonly Occurrence[] {
  if (range.start >= range.end) return [];
  if (when.by === 'cron') return cronOccurrences(when, range);
  const all = when.by === 'once' ? one(when) : recurring(when, range);
  return all.filter((each) => overlaps(each.span, range));
}

/**
 * The first occurrences that are not over at a moment, one that holds then among them, in order; fewer where no more begin
 * in the days ahead. Reckoned on the rule's own clock, whatever the zone of those who ask.
 */
export function comingOccurrences(when: When, { after, count, days }: Ahead): readonly Occurrence[] {
  for (let reach = Math.min(8, days); ; reach = Math.min(reach * 4, days)) {
    const found = occurrencesOf(when, span(after, after + reach * DAY));
    if (found.length >= count || reach >= days) return found.slice(0, count);
  }
}
