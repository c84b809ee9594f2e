import { civilDay } from '../../../../shared/domain/calendar/days.ts';
import { type Rrule, readRrule } from '../../../../shared/domain/calendar/rrule.ts';
import { clockName } from '../../../../shared/domain/freezes/clock.ts';
import type { Clock, When } from '../../../../shared/model/schedule-rule.ts';
import type { Day } from '../../../../shared/model/time.ts';

/** How a time of a rule is being typed; `rrule` and `cron` are taken as they stand. */
export type WhenMode = 'once' | 'daily' | 'weekly' | 'monthly-weekday' | 'monthly-day' | 'yearly' | 'rrule' | 'cron';

/** A clock as it is being typed. */
export interface ClockDraft {
  readonly by: Clock['by'];
  readonly zone: string;
  /** A distance from UTC: `+05:30`. */
  readonly offset: string;
}

export interface WhenDraft {
  readonly mode: WhenMode;
  readonly clock: ClockDraft;
  /** The clock of the end of a single time; null where it is that of its start. */
  readonly endClock: ClockDraft | null;
  readonly startLocal: string;
  readonly endLocal: string;
  readonly from: string;
  /** The last day on which it may start; empty for no end. */
  readonly until: string;
  readonly interval: string;
  /** ISO weekdays. */
  readonly weekdays: readonly number[];
  /** Which weekday of the month: 1 to 4, -1 for the last. */
  readonly nth: string;
  readonly weekday: string;
  readonly monthDay: string;
  readonly month: string;
  readonly rrule: string;
  readonly startTime: string;
  readonly endTime: string;
  readonly endDayOffset: string;
  /** Days on which it does not hold, and days more on which it does: `YYYY-MM-DD`, one to a line. */
  readonly except: string;
  readonly also: string;
  readonly cronStart: string;
  readonly cronEnd: string;
}

const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

function nameOf(weekday: number): string {
  return names[weekday - 1] ?? 'MO';
}

/** A time to begin from: this day's working hours, and every Saturday where it recurs. */
export function newWhenDraft(zone: string, today: Day): WhenDraft {
  const { month, dayOfMonth } = civilDay(today);
  return {
    mode: 'once',
    clock: { by: 'zone', zone, offset: '+00:00' },
    endClock: null,
    startLocal: `${today}T09:00`,
    endLocal: `${today}T17:00`,
    from: today,
    until: '',
    interval: '1',
    weekdays: [6],
    nth: '1',
    weekday: '6',
    monthDay: String(dayOfMonth),
    month: String(month),
    rrule: 'FREQ=WEEKLY;BYDAY=SA',
    startTime: '09:00',
    endTime: '17:00',
    endDayOffset: '0',
    except: '',
    also: '',
    cronStart: '0 18 * * FRI',
    cronEnd: '0 6 * * MON',
  };
}

function every(interval: string): string {
  return interval.trim() === '1' ? '' : `;INTERVAL=${interval.trim()}`;
}

function ruleOf(draft: WhenDraft): string {
  switch (draft.mode) {
    case 'daily':
      return `FREQ=DAILY${every(draft.interval)}`;
    case 'weekly': {
      const days = draft.weekdays.toSorted((one, other) => one - other).map(nameOf);
      return `FREQ=WEEKLY${every(draft.interval)}${days.length === 0 ? '' : `;BYDAY=${days.join(',')}`}`;
    }
    case 'monthly-weekday':
      return `FREQ=MONTHLY${every(draft.interval)};BYDAY=${draft.nth}${nameOf(Number(draft.weekday))}`;
    case 'monthly-day':
      return `FREQ=MONTHLY${every(draft.interval)};BYMONTHDAY=${draft.monthDay.trim()}`;
    case 'yearly':
      return `FREQ=YEARLY${every(draft.interval)};BYMONTH=${draft.month};BYMONTHDAY=${draft.monthDay.trim()}`;
    default:
      return draft.rrule.trim();
  }
}

/** The RFC 5545 rule of what was typed; of one that does not recur by days the one it would begin from. */
export function rruleOf(draft: WhenDraft): string {
  const isBuilt = draft.mode !== 'rrule' && draft.mode !== 'once' && draft.mode !== 'cron';
  return isBuilt && draft.until !== '' ? `${ruleOf(draft)};UNTIL=${draft.until.replaceAll('-', '')}` : ruleOf(draft);
}

/** The days that were typed, parted by lines, spaces or commas, not yet checked. */
export function daysOf(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((day) => day !== '');
}

/** Minutes of a distance from UTC such as `+05:30`, `-8` or `UTC+10`; null where it is none. */
export function offsetMinutes(text: string): number | null {
  const read = /^(?:UTC|GMT)?\s*([+-−])?\s*(\d{1,2})(?::?([0-5]\d))?$/i.exec(text.trim());
  if (read === null) return null;
  const minutes = Number(read[2]) * 60 + Number(read[3] ?? 0);
  return read[1] === '-' || read[1] === '−' ? -minutes : minutes;
}

function clockDraftOf(clock: Clock, zone: string): ClockDraft {
  if (clock.by === 'zone') return { by: 'zone', zone: clock.zone, offset: '+00:00' };
  if (clock.by === 'aoe') return { by: 'aoe', zone, offset: '+00:00' };
  return { by: 'offset', zone, offset: clock.minutes === 0 ? '+00:00' : clockName(clock).replace('UTC', '') };
}

function shapeOf({ rule }: { readonly rule: Rrule | null }): Partial<WhenDraft> {
  if (rule === null || rule.count !== null) return { mode: 'rrule' };
  const shared = { interval: String(rule.interval), until: rule.until ?? '' };
  const [day, ...days] = rule.byDay;
  const [monthDay, ...monthDays] = rule.byMonthDay;
  const [month, ...months] = rule.byMonth;
  if (rule.frequency === 'DAILY') return { mode: 'daily', ...shared };
  if (rule.frequency === 'WEEKLY') {
    return { mode: 'weekly', weekdays: rule.byDay.map(({ weekday }) => weekday), ...shared };
  }
  const isOneDay = monthDay !== undefined && monthDays.length === 0;
  if (rule.frequency === 'MONTHLY') {
    if (isOneDay) return { mode: 'monthly-day', monthDay: String(monthDay), ...shared };
    const isOffered = day !== undefined && days.length === 0 && [1, 2, 3, 4, -1].includes(day.nth);
    if (!isOffered) return { mode: 'rrule' };
    return { mode: 'monthly-weekday', nth: String(day.nth), weekday: String(day.weekday), ...shared };
  }
  if (!isOneDay || month === undefined || months.length > 0) return { mode: 'rrule' };
  return { mode: 'yearly', month: String(month), monthDay: String(monthDay), ...shared };
}

/** What a rule says, without regard to the order and case in which it was written. */
function meaning(rrule: string): string {
  const { rule } = readRrule(rrule);
  return JSON.stringify(rule && { ...rule, byDay: rule.byDay.map(({ nth, weekday }) => `${nth} ${weekday}`).sort() });
}

/** A time as it can be changed: by the builder where that can say exactly the same, else as its rule. */
export function whenDraftOf(holds: When, zone: string, today: Day): WhenDraft {
  const fresh = newWhenDraft(zone, today);
  if (holds.by === 'once') {
    const { start, end } = holds;
    const isOneClock = JSON.stringify(start.clock) === JSON.stringify(end.clock);
    return {
      ...fresh,
      clock: clockDraftOf(start.clock, zone),
      endClock: isOneClock ? null : clockDraftOf(end.clock, zone),
      startLocal: start.local,
      endLocal: end.local,
    };
  }
  if (holds.by === 'cron') {
    const clock: ClockDraft = { ...fresh.clock, zone: holds.zone };
    return { ...fresh, mode: 'cron', clock, cronStart: holds.start, cronEnd: holds.end };
  }
  const { rrule, from, startTime, endTime, endDayOffset, except, also } = holds;
  const kept: WhenDraft = {
    ...fresh,
    mode: 'rrule',
    clock: clockDraftOf(holds.clock, zone),
    rrule,
    from,
    startTime,
    endTime,
    endDayOffset: String(endDayOffset),
    except: except.join('\n'),
    also: also.join('\n'),
  };
  const shaped = { ...kept, ...shapeOf(readRrule(rrule)) };
  return meaning(rruleOf(shaped)) === meaning(rrule) ? shaped : kept;
}
