import { readSchedule } from '../../../shared/domain/exchange/schedules/read-schedule.ts';
import { type ReadSchedule, type ScheduleKind } from '../../../shared/domain/exchange/schedules/schedule.ts';
import { Failure } from '../../../shared/model/failure.ts';
import { decodeText } from './decode-text.ts';
import { MOST_FILE_BYTES, tooMuch } from './limits.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx, type Sheet } from './read-xlsx.ts';

export type { ReadSchedule, ScheduleKind };

/** What a file turned out to be. */
export type OpenedFile =
  | {
      readonly kind: 'table';
      readonly name: string;
      /** One for CSV; each sheet that has rows for a workbook. */
      readonly sheets: readonly [Sheet, ...Sheet[]];
      /** How its text was written; null for a workbook. */
      readonly encoding: string | null;
    }
  | { readonly kind: 'schedule'; readonly name: string; readonly schedule: ReadSchedule };

const SCHEDULE_ENDING = /\.(ya?ml|toml|json|md|rst)$/i;

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** The old binary format of Excel, and everything else of its time. */
function isOldExcel(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
}

function refuseKind(message: string, remedy: string): never {
  throw new Failure('BAD_INPUT', message, { remedy });
}

function assertNoCalendar(text: string): void {
  if (!/^\s*BEGIN:VCALENDAR/i.test(text)) return;
  refuseKind('This is a calendar file (iCalendar).', 'Open Windows and choose “Import a calendar” there.');
}

/**
 * Reads a file by what is in it: an Excel workbook, a schedule of a public train, or else a table of text. Throws a Failure for what is
 * none of these, for what is too large, and for what is damaged.
 */
export async function readFile(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<OpenedFile> {
  if (bytes.length > MOST_FILE_BYTES) {
    throw tooMuch(
      `The file has ${Math.ceil(bytes.length / 1024 / 1024)} MB; at most ${MOST_FILE_BYTES / 1024 / 1024} are read.`,
    );
  }
  if (isOldExcel(bytes)) {
    refuseKind(
      'This is a workbook of the old Excel format (.xls), or one with a password.',
      'Save it as .xlsx without a password.',
    );
  }
  if (isZip(bytes)) {
    const [first, ...others] = await readXlsx(bytes);
    // The reader refuses a workbook without sheets.
    if (first === undefined) throw new Error('a workbook has a sheet');
    return { kind: 'table', name, sheets: [first, ...others], encoding: null };
  }
  const { text, encoding } = decodeText(bytes);
  assertNoCalendar(text);
  if (SCHEDULE_ENDING.test(name)) return { kind: 'schedule', name, schedule: readSchedule(text) };
  return { kind: 'table', name, sheets: [{ name, table: readCsv(text) }], encoding };
}
