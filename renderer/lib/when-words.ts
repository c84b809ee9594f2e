import { describeCadence } from '../../shared/domain/calendar/describe-cadence.ts';
import { WEEKDAYS } from '../../shared/domain/calendar/time-words.ts';
import { clockName, instantOf } from '../../shared/domain/freezes/clock.ts';
import { span } from '../../shared/domain/freezes/spans.ts';
import type { When } from '../../shared/model/schedule-rule.ts';
import { clocksOf, ownTimes } from './clock-words.ts';
import { formatCount } from './format.ts';

type Recurring = Extract<When, { by: 'rrule' }>;
type Cron = Extract<When, { by: 'cron' }>;

const SHORT_DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

function laterDay(days: number): string {
  if (days === 0) return '';
  return days === 1 ? ' the next day' : `, ${days} days later`;
}

function hours({ startTime, endTime, endDayOffset }: Recurring): string {
  if (startTime === '00:00' && endTime === '00:00') {
    return endDayOffset === 1 ? 'all day' : `for ${endDayOffset} whole days`;
  }
  return `from ${startTime} to ${endTime}${laterDay(endDayOffset)}`;
}

function recurring(rule: Recurring): string {
  const { except, also } = rule;
  const changes = [
    ...(except.length === 0 ? [] : [`but not on ${formatCount(except.length, 'day')}`]),
    ...(also.length === 0 ? [] : [`and on ${formatCount(also.length, 'more day', 'more days')}`]),
  ];
  return [`${describeCadence(rule)} ${hours(rule)}`, ...changes].join(', ');
}

/** The weekday of a plain field of cron; null for one that says more, undefined for every day. */
function cronDay(field: string): string | null | undefined {
  if (field === '*') return undefined;
  const number = /^[0-7]$/.test(field) ? Number(field) % 7 : SHORT_DAYS.indexOf(field.toUpperCase());
  return number < 0 ? null : (WEEKDAYS[(number + 6) % 7] ?? null);
}

interface CronTime {
  readonly time: string;
  readonly weekday: string | undefined;
}

/** A pattern that names one time of every day or of one weekday; null for any other. */
function cronTime(text: string): CronTime | null {
  const [minute = '', hour = '', dayOfMonth, month, weekday = '', ...more] = text.trim().split(/\s+/);
  const isPlain = /^\d{1,2}$/.test(minute) && /^\d{1,2}$/.test(hour) && dayOfMonth === '*' && month === '*';
  const day = cronDay(weekday);
  if (!isPlain || more.length > 0 || day === null) return null;
  return { time: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`, weekday: day };
}

function cron({ start, end }: Cron): string {
  const [from, to] = [cronTime(start), cronTime(end)];
  if (from === null || to === null) return `from each “${start.trim()}” to the next “${end.trim()}” (cron)`;
  if (from.weekday === undefined && to.weekday === undefined) {
    const next = to.time <= from.time ? ' the next day' : '';
    return `every day from ${from.time} to ${to.time}${next}`;
  }
  const day = (weekday: string | undefined) => weekday ?? 'day';
  return `every ${day(from.weekday)} ${from.time} to the next ${day(to.weekday)} ${to.time}`;
}

/** The clock that a rule is read on, by its name; both where its ends are on two. */
export function clockWords(holds: When): string {
  const { start, end } = clocksOf(holds);
  const names = [clockName(start), clockName(end)];
  return names[0] === names[1] ? clockName(start) : names.join(' to ');
}

/** When a rule holds, in words; a recurring one without the name of its clock. */
export function whenWords(holds: When): string {
  if (holds.by === 'rrule') return recurring(holds);
  if (holds.by === 'cron') return cron(holds);
  return ownTimes(span(instantOf(holds.start), instantOf(holds.end)), holds);
}
