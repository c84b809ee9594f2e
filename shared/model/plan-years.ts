const FIRST_YEAR = '1970';
const LAST_YEAR = '2199';

/** What is said of a day or time of another year. */
export const OTHER_YEAR = `the year is not one from ${FIRST_YEAR} to ${LAST_YEAR}`;

/** Whether a plan holds the year that a day or local time begins with: `0026` and `20226` are mistyped. */
export function isPlanYear(text: string): boolean {
  const year = text.slice(0, FIRST_YEAR.length);
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}
