import { readRrule } from '../../../shared/domain/calendar/rrule.ts';
import type { Day } from '../../../shared/model/time.ts';
import type { Cadence } from '../../../shared/model/train.ts';

/** How a cadence is being typed; `custom` is an RRULE as it stands. */
export type CadenceMode = 'by-hand' | 'weeks' | 'months-weekday' | 'months-day' | 'custom';

export interface CadenceDraft {
  readonly mode: CadenceMode;
  /** Every so many weeks or months, as typed. */
  readonly interval: string;
  /** ISO weekdays of a weekly cadence. */
  readonly weekdays: readonly number[];
  /** Which weekday of the month: 1 to 4, -1 for the last. */
  readonly nth: number;
  /** The ISO weekday of a monthly cadence. */
  readonly weekday: number;
  /** The day of the month as typed: 1 to 31, or -1 for the last. */
  readonly monthDay: string;
  readonly rrule: string;
  readonly from: string;
  readonly departureTime: string;
  readonly onDayOff: Cadence['onDayOff'];
}

const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

function nameOf(weekday: number): string {
  return names[weekday - 1] ?? 'MO';
}

function every(interval: string): string {
  return interval.trim() === '1' ? '' : `;INTERVAL=${interval.trim()}`;
}

/** The RFC 5545 rule of what was typed; empty for a train whose releases are dated by hand. */
export function rruleOf(draft: CadenceDraft): string {
  switch (draft.mode) {
    case 'by-hand':
      return '';
    case 'weeks': {
      const days = draft.weekdays.toSorted((one, other) => one - other).map(nameOf);
      return `FREQ=WEEKLY${every(draft.interval)}${days.length === 0 ? '' : `;BYDAY=${days.join(',')}`}`;
    }
    case 'months-weekday':
      return `FREQ=MONTHLY${every(draft.interval)};BYDAY=${draft.nth}${nameOf(draft.weekday)}`;
    case 'months-day':
      return `FREQ=MONTHLY${every(draft.interval)};BYMONTHDAY=${Math.trunc(Number(draft.monthDay))}`;
    case 'custom':
      return draft.rrule.trim();
  }
}

/** A cadence for a train that has none yet: every two weeks on Tuesday. */
export function newCadenceDraft(from: Day): CadenceDraft {
  return {
    mode: 'weeks',
    interval: '2',
    weekdays: [2],
    nth: 1,
    weekday: 2,
    monthDay: '1',
    rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
    from,
    departureTime: '20:00',
    onDayOff: 'next-working-day',
  };
}

function shapeOf(rrule: string): Partial<CadenceDraft> {
  const { rule } = readRrule(rrule);
  if (rule === null) return { mode: 'custom' };
  const interval = String(rule.interval);
  const weekly = rule.frequency === 'WEEKLY' && rule.byDay.every(({ nth }) => nth === 0);
  if (weekly) return { mode: 'weeks', interval, weekdays: rule.byDay.map(({ weekday }) => weekday) };
  const [first, ...more] = rule.byDay;
  if (rule.frequency === 'MONTHLY' && first !== undefined && more.length === 0) {
    const isOffered = first.nth === -1 || (first.nth >= 1 && first.nth <= 4);
    return isOffered
      ? { mode: 'months-weekday', interval, nth: first.nth, weekday: first.weekday }
      : { mode: 'custom' };
  }
  const [monthDay, ...otherDays] = rule.byMonthDay;
  if (rule.frequency === 'MONTHLY' && monthDay !== undefined && otherDays.length === 0) {
    return { mode: 'months-day', interval, monthDay: String(monthDay) };
  }
  return { mode: 'custom' };
}

/** What a rule says, without regard to the order and case in which it was written. */
function meaning(rrule: string): string {
  const { rule } = readRrule(rrule);
  return JSON.stringify(rule && { ...rule, byDay: rule.byDay.map(({ nth, weekday }) => `${nth} ${weekday}`).sort() });
}

/** A cadence as it can be changed: by the builder where the builder can say exactly the same, else as its rule. */
export function cadenceDraftOf(cadence: Cadence | null, from: Day): CadenceDraft {
  const fresh = newCadenceDraft(from);
  if (cadence === null) return { ...fresh, mode: 'by-hand' };
  const { rrule, departureTime, onDayOff } = cadence;
  const kept = { ...fresh, rrule, departureTime, onDayOff, from: cadence.from };
  const shaped = { ...kept, ...shapeOf(rrule) };
  return meaning(rruleOf(shaped)) === meaning(rrule) ? shaped : { ...kept, mode: 'custom' };
}
