import type { Day } from '../../model/time.ts';
import type { TypedThroughput } from '../../model/typed-throughput.ts';
import { addDays, firstOfWeek, isoWeekOf } from '../calendar/days.ts';
import type { WorkingDays } from '../calendar/working-days.ts';
import { readDay } from '../exchange/read-day.ts';
import { counted, numberWords } from '../text/counted.ts';
import type { WorkHistory } from './history.ts';
import { meanPresence, type Presence } from './presence.ts';

type TypedWeek = Extract<TypedThroughput, { readonly by: 'weeks' }>['weeks'][number];

/** Typed throughput in words: `8 to 12 items a week`, `26 weeks with 240 items`. */
export function typedWords(typed: TypedThroughput): string {
  if (typed.by === 'range') {
    const { least, most } = typed;
    return least === most
      ? `${counted(most, 'item')} a week`
      : `${numberWords(least)} to ${counted(most, 'item')} a week`;
  }
  const items = typed.weeks.reduce((sum, { finished }) => sum + finished, 0);
  return `${counted(typed.weeks.length, 'week')} with ${counted(items, 'item')}`;
}

/** The counts that weeks are drawn from: each number of a range is as likely as any other. */
function weeklyCounts(typed: TypedThroughput): readonly number[] {
  if (typed.by === 'weeks') return typed.weeks.map(({ finished }) => finished);
  return Array.from({ length: typed.most - typed.least + 1 }, (_, at) => typed.least + at);
}

/**
 * Typed throughput as a history to draw from: each week's count spread evenly over its working days, which are drawn together,
 * so that weeks differ as much as they were said to. A range covers the days that were asked for. Ours.
 */
export function typedHistory(
  typed: TypedThroughput,
  workdays: number,
  asked: Readonly<Record<'from' | 'to', Day>>,
): Omit<WorkHistory, 'discovered'> {
  const finished = weeklyCounts(typed).flatMap((count) =>
    Array.from(
      { length: workdays },
      (_, day) => Math.floor(((day + 1) * count) / workdays) - Math.floor((day * count) / workdays),
    ),
  );
  const [first, last] = typed.by === 'weeks' ? [typed.weeks[0], typed.weeks.at(-1)] : [];
  return {
    from: first?.monday ?? asked.from,
    to: last === undefined ? asked.to : addDays(last.monday, 6),
    finished,
    undone: 0,
    together: workdays,
    typed: typedWords(typed),
  };
}

/**
 * The presence with which the typed was finished: the mean of that in the typed weeks. A range is of no time in particular:
 * it is what the team finishes when all are there. Ours.
 */
export function typedPresence(typed: TypedThroughput, presence: Presence, days: WorkingDays): number {
  if (typed.by === 'range') return 1;
  const weekly = typed.weeks.map(({ monday }) => meanPresence(presence, monday, addDays(monday, 6), days));
  return weekly.reduce((sum, each) => sum + each, 0) / weekly.length;
}

/** The Monday of a week as people write it: `2026-W45`, or any day of it; null for neither. */
function mondayOf(text: string): Day | null {
  const [, year, week] = /^(\d{4})-?W(\d{1,2})$/i.exec(text) ?? [];
  if (year !== undefined && week !== undefined) {
    // The fourth of January is always in the first week.
    const monday = addDays(firstOfWeek(`${year}-01-04` as Day), 7 * (Number(week) - 1));
    const found = isoWeekOf(monday);
    return found.year === Number(year) && found.week === Number(week) ? monday : null;
  }
  const read = readDay(text, { order: null, serial: false });
  return 'day' in read ? firstOfWeek(read.day) : null;
}

/** The weeks that were read, by their Mondays, and what is wrong with which line. */
export interface ReadWeeks {
  readonly weeks: readonly TypedWeek[];
  readonly problems: readonly string[];
}

const MOST_WEEKS = 104;
const MOST_FINISHED = 1_000;

/** Reads lines of `week, finished`, as typed or pasted out of a table; a first line of headings is passed over. */
export function readWeeks(text: string): ReadWeeks {
  const weeks = new Map<Day, TypedWeek>();
  const problems: string[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [week = '', count = ''] = line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    if (at === 0 && !/\d/.test(line)) continue;
    const monday = mondayOf(week);
    const finished = /^\d{1,6}$/.test(count) ? Number(count) : null;
    if (monday === null)
      problems.push(`Line ${at + 1}: “${week}” is no week. Write 2026-W45, or a day of it: 2026-11-02.`);
    else if (finished === null || finished > MOST_FINISHED)
      problems.push(`Line ${at + 1}: “${count}” is no number of items from 0 to ${numberWords(MOST_FINISHED)}.`);
    else if (weeks.has(monday)) problems.push(`Line ${at + 1}: “${week}” is in a week that stands there already.`);
    else weeks.set(monday, { monday, finished });
  }
  if (weeks.size > MOST_WEEKS) problems.push(`${counted(weeks.size, 'week')}: at most ${MOST_WEEKS} are kept.`);
  return { weeks: [...weeks.values()].sort((one, other) => (one.monday < other.monday ? -1 : 1)), problems };
}

/** Weeks as they are typed: one a line. */
export function weeksText(weeks: readonly TypedWeek[]): string {
  return weeks.map(({ monday, finished }) => `${monday}, ${finished}`).join('\n');
}
