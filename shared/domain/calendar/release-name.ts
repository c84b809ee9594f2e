import { Failure } from '../../model/failure.ts';
import type { Day } from '../../model/time.ts';
import { civilDay, isoWeekOf } from './days.ts';

const PLACEHOLDERS = ['{year}', '{week}', '{month}', '{day}', '{n}'];

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** What is wrong with a pattern for release names, in words for people; null where it can be used. */
export function checkReleaseName(pattern: string): string | null {
  for (const [placeholder] of pattern.matchAll(/\{[^{}]*\}?|\}/g)) {
    if (PLACEHOLDERS.includes(placeholder)) continue;
    return `${placeholder} is not filled in; use ${PLACEHOLDERS.join(', ')}`;
  }
  return null;
}

/**
 * The name of a release: `{week}` (ISO 8601), `{month}` and `{day}` are written with two digits, `{n}` as it is.
 * `{year}` is the calendar year; beside `{week}` and without `{month}` or `{day}` it is the year that the week
 * belongs to, so that 2027-01-01 is called 2026.53 and not 2027.53.
 */
export function fillReleaseName(pattern: string, day: Day, n: number): string {
  const problem = checkReleaseName(pattern);
  if (problem !== null) {
    throw new Failure('BAD_INPUT', `The release name "${pattern}" cannot be filled in: ${problem}.`, {
      where: 'releaseName',
      remedy: 'Correct or take away what stands in braces.',
    });
  }
  const { year, month, dayOfMonth } = civilDay(day);
  const iso = isoWeekOf(day);
  const byWeek = pattern.includes('{week}') && !pattern.includes('{month}') && !pattern.includes('{day}');
  return pattern
    .replaceAll('{year}', String(byWeek ? iso.year : year).padStart(4, '0'))
    .replaceAll('{week}', twoDigits(iso.week))
    .replaceAll('{month}', twoDigits(month))
    .replaceAll('{day}', twoDigits(dayOfMonth))
    .replaceAll('{n}', String(n));
}
