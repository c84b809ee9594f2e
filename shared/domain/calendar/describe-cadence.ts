import type { Day } from '../../model/time.ts';
import type { Cadence } from '../../model/train.ts';
import { civilDay, toDayNumber } from './days.ts';
import { type Frequency, type Rrule, type RuleWeekday, readRrule } from './rrule.ts';
import { settleByFirstDay } from './rule-days.ts';
import { MONTHS, WEEKDAYS } from './time-words.ts';

const UNITS: Readonly<Record<Frequency, string>> = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' };
const MONDAY_TO_FRIDAY = '1,2,3,4,5';

function listed(items: readonly string[], joint = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1)}`;
}

/** `1st`, `22nd`, `last`, `3rd to last`. */
function ordinal(value: number): string {
  if (value === -1) return 'last';
  const size = Math.abs(value);
  const teens = size % 100 >= 11 && size % 100 <= 13;
  const suffix = teens ? 'th' : (['th', 'st', 'nd', 'rd'][size % 10] ?? 'th');
  return `${size}${suffix}${value < 0 ? ' to last' : ''}`;
}

function monthName(month: number): string {
  return MONTHS[month - 1] as string;
}

function dayInWords(day: Day): string {
  const { year, month, dayOfMonth } = civilDay(day);
  return `${dayOfMonth} ${monthName(month)} ${year}`;
}

function weekdayNames(byDay: readonly RuleWeekday[], each: string, joint?: string): string {
  if (isMondayToFriday(byDay)) return each === '' ? 'Monday to Friday' : 'every day from Monday to Friday';
  const names = byDay.map(({ weekday, nth }) => {
    const name = WEEKDAYS[weekday - 1] as string;
    return nth === 0 ? `${each}${name}` : `the ${ordinal(nth)} ${name}`;
  });
  return listed(names, joint);
}

/** Whether a rule names each working day of a week, and no other. */
function isMondayToFriday(byDay: readonly RuleWeekday[]): boolean {
  return byDay.every(({ nth }) => nth === 0) && byDay.map(({ weekday }) => weekday).join() === MONDAY_TO_FRIDAY;
}

/** `the last weekday of every month`, of a rule that picks one working day of each month and says nothing else; null of any other. */
function pickedWeekday(rule: Rrule): string | null {
  const { frequency, interval, byDay, bySetPosition, byMonthDay, byYearDay, byWeekNumber, byMonth } = rule;
  const others = [byMonthDay, byYearDay, byWeekNumber, byMonth].some((list) => list.length > 0);
  if (frequency !== 'MONTHLY' || others || bySetPosition.length === 0 || !isMondayToFriday(byDay)) return null;
  const months = interval === 1 ? 'every month' : `every ${interval} months`;
  return `the ${listed(bySetPosition.map((at) => (at === 1 ? 'first' : ordinal(at))))} weekday of ${months}`;
}

function monthDay(value: number): string {
  return value < 0 ? `the ${ordinal(value)} day` : `the ${ordinal(value)}`;
}

function weekNumber(week: number): string {
  return week > 0 ? String(week) : `${-week} from the end`;
}

function monthDays({ frequency, byMonthDay, byMonth, byDay }: Rrule): string {
  const months = byMonth.length > 0 ? ` of ${listed(byMonth.map(monthName))}` : '';
  const everyMonth = frequency === 'YEARLY' && byMonth.length === 0 ? ' of every month' : '';
  const where = byDay.length > 0 ? ` where it is ${weekdayNames(byDay, '', 'or')}` : '';
  return `on ${listed(byMonthDay.map(monthDay))}${months}${everyMonth}${where}`;
}

function dayParts(rule: Rrule): readonly string[] {
  const { frequency, byDay, byMonthDay, byYearDay, byWeekNumber, byMonth } = rule;
  const parts: string[] = [];
  const each = (frequency === 'MONTHLY' || frequency === 'YEARLY') && byWeekNumber.length === 0 ? 'every ' : '';
  if (byMonthDay.length > 0) parts.push(monthDays(rule));
  else if (byDay.length > 0) parts.push(`on ${weekdayNames(byDay, each)}`);
  if (byYearDay.length > 0) parts.push(`on the ${listed(byYearDay.map(ordinal))} day of the year`);
  if (byWeekNumber.length > 0) parts.push(`in week ${listed(byWeekNumber.map(weekNumber))}`);
  if (byMonth.length > 0 && byMonthDay.length === 0) parts.push(`in ${listed(byMonth.map(monthName))}`);
  return parts;
}

function ending(rule: Rrule): string {
  if (rule.until !== null) return `, until ${dayInWords(rule.until)}`;
  if (rule.count === null) return '';
  return rule.count === 1 ? ', once' : `, ${rule.count} times`;
}

/**
 * A cadence in plain English: `every 2 weeks on Tuesday`, `every month on the last Friday, 12 times`.
 * A rule that cannot be read is given back as it was written.
 */
export function describeCadence(cadence: Pick<Cadence, 'rrule' | 'from'>): string {
  const { rule: written } = readRrule(cadence.rrule);
  if (written === null) return cadence.rrule;
  const rule = settleByFirstDay(written, toDayNumber(cadence.from));
  const weekday = pickedWeekday(rule);
  if (weekday !== null) return `${weekday}${ending(rule)}`;
  const unit = UNITS[rule.frequency];
  const every = rule.interval === 1 ? `every ${unit}` : `every ${rule.interval} ${unit}s`;
  const picked = listed(rule.bySetPosition.map(ordinal));
  const only = picked === '' ? '' : `, only the ${picked} of them`;
  return `${[every, ...dayParts(rule)].join(' ')}${only}${ending(rule)}`;
}
