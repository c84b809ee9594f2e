import type { RuleFacts } from '../../model/imported-rule.ts';
import type { When } from '../../model/schedule-rule.ts';
import type { Day } from '../../model/time.ts';
import { addDays } from '../calendar/days.ts';
import { occurrences } from '../calendar/recurrence.ts';
import { readRrule } from '../calendar/rrule.ts';
import { clockName } from '../freezes/clock.ts';
import { compareFields, type FieldComparison } from './compare-fields.ts';

type Recurring = Extract<When, { by: 'rrule' }>;

/** As long as a rule may go without a time, to find its first. */
const FIRST_WITHIN_DAYS = 3_700;

/** The first day that a recurrence names: calendars begin a series there, on whatever earlier day a rule is reckoned from. */
export function firstDayOf({ rrule, from }: Pick<Recurring, 'rrule' | 'from'>): Day {
  const range = { from, to: addDays(from, FIRST_WITHIN_DAYS), limit: FIRST_WITHIN_DAYS + 1 };
  return occurrences({ rrule, from }, range)[0] ?? from;
}

/** When a rule holds, as one text for all ways to say the same. */
function plainWhen(holds: When): string {
  if (holds.by === 'cron') return JSON.stringify([holds.start.trim(), holds.end.trim(), holds.zone]);
  if (holds.by === 'once') {
    return JSON.stringify([holds.start, holds.end].map(({ local, clock }) => [local, clockName(clock)]));
  }
  const { rule } = readRrule(holds.rrule);
  const { startTime, endTime, endDayOffset, clock, except, also } = holds;
  const days = [except, also].map((list) => [...new Set(list)].sort());
  return JSON.stringify([
    rule ?? holds.rrule,
    firstDayOf(holds),
    startTime,
    endTime,
    endDayOffset,
    clockName(clock),
    days,
  ]);
}

/** Whether two ways to say when a rule holds say the same: the order of parts does not count, nor how a clock is called. */
function isSameWhen(one: When, other: When): boolean {
  return one.by === other.by && plainWhen(one) === plainWhen(other);
}

function isSame(one: unknown, other: unknown): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  return isSameWhen(one as When, other as When); // of a rule's facts, only `holds` is no text
}

export interface RuleSides {
  readonly before: RuleFacts;
  readonly wanted: RuleFacts;
  /** What earlier imports wrote of it, or what it was when an own calendar was written; undefined where neither is known. */
  readonly base: Partial<RuleFacts> | undefined;
  /** What the last import of the calendar said of it. */
  readonly lastSaid?: RuleFacts | undefined;
}

/** A rule beside what a calendar says of it: what the calendar sets, and what was changed by hand and stays. */
export function compareRule(
  { before, wanted, base, lastSaid }: RuleSides,
  overHand: boolean,
): FieldComparison<RuleFacts> {
  const fields = ['kind', 'name', 'reason', 'holds'] as const;
  return compareFields<RuleFacts>({ before, said: wanted, base, lastSaid }, { fields, overHand, isSame });
}
