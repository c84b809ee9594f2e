import { Day } from '../../shared/model/time.ts';
import { MOST_DAYS_OFF } from '../../shared/model/train.ts';
import { formatCount } from '../lib/format.ts';

/** The days that were typed, parted by lines, spaces or commas, not yet checked. */
export function daysOffOf(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((day) => day !== '');
}

/** What is wrong with the days off that were typed, naming the first that is; null where nothing is. */
export function daysOffProblem(text: string): string | null {
  const days = daysOffOf(text);
  if (days.length > MOST_DAYS_OFF) {
    return `${formatCount(days.length, 'day')} are named; a calendar keeps at most ${MOST_DAYS_OFF}.`;
  }
  const wrong = days.find((day) => !Day.safeParse(day).success);
  if (wrong === undefined) return null;
  const line = text.split('\n').findIndex((typed) => daysOffOf(typed).includes(wrong)) + 1;
  return /^\d{4}-\d{2}-\d{2}$/.test(wrong)
    ? `Line ${line}: there is no ${wrong} in the calendar.`
    : `Line ${line}: “${wrong}” is not a day written like 2026-12-24.`;
}
