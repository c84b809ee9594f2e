import { Failure } from '../../../shared/model/failure.ts';

/** A table of a plan is far below these; what is above is a mistake or means harm. */
export const MOST_FILE_BYTES = 30 * 1024 * 1024;
export const MOST_ROWS = 100_000;
export const MOST_COLUMNS = 200;
/** Of all sheets of a workbook, the empty ones between the others among them. */
export const MOST_CELLS = 4_000_000;
export const MOST_SHEETS = 100;
/** The most that a workbook may unpack to. */
export const MOST_UNPACKED_BYTES = 200 * 1024 * 1024;

/** The failure of a file that is more than is read. */
export function tooMuch(message: string): Failure {
  return new Failure('TOO_LARGE', message, { remedy: 'Split it, or leave out what the plan does not need.' });
}
