import type { When } from '../../model/schedule-rule.ts';
import type { Span } from '../../model/span.ts';
import type { Day, Instant } from '../../model/time.ts';
import type { Occurrence } from '../../model/verdict.ts';
import { addDays, daysBetween } from '../calendar/days.ts';
import { occurrences as daysNamed } from '../calendar/recurrence.ts';
import { dayOn, instantOf, instantOn, wallTime } from './clock.ts';
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
  return [{ key: start.local.slice(0, 10), span: span(instantOf(start), instantOf(end)) }];
}

/** The days from one to another on which a rule starts: those that its text names and those added, less those taken out. */
function startDays(rule: Recurring, from: Day, to: Day): readonly Day[] {
  const limit = Math.max(0, daysBetween(from, to) + 1);
  const days = new Set(daysNamed(rule, { from, to, limit }));
  for (const day of rule.also) if (day >= from && day <= to) days.add(day);
  for (const day of rule.except) days.delete(day);
  return rule.also.length === 0 ? [...days] : [...days].sort();
}

function recurring(rule: Recurring, range: Span): readonly Occurrence[] {
  // A day more on both sides: where clocks change, an occurrence may start or end later than its own times say.
  const from = addDays(dayOn(rule.clock, range.start), -rule.endDayOffset - 1);
  const to = addDays(dayOn(rule.clock, range.end), 1);
  return startDays(rule, from, to).map((key) => {
    const end = wallTime(key, rule.endTime) + rule.endDayOffset * DAY;
    return { key, span: span(instantOn(rule.clock, wallTime(key, rule.startTime)), instantOn(rule.clock, end)) };
  });
}

/**
 * The times that a rule holds which share a moment with a span, in order of their starts, each whole and with a key of its
 * own: the day on which it starts, or the local time for cron. What a change of clocks leaves no minute of is left
 * out. For a recurring rule O(n) in the days of the span (and in those before it where the rule has a COUNT).
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
