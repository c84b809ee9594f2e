import readWorkbook from 'read-excel-file/universal';
import type { Table } from '../../../shared/domain/exchange/table-mapping.ts';
import { Failure } from '../../../shared/model/failure.ts';
import { MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, tooMuch } from './limits.ts';
import { tableOf } from './read-csv.ts';
import { storeZip, unpackZip, type ZipEntry } from './unpack-zip.ts';

export interface Sheet {
  readonly name: string;
  readonly table: Table;
}

function isPart(name: string): boolean {
  return name.startsWith('xl/') && (name.endsWith('.xml') || name.endsWith('.xml.rels'));
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** A cell may be said to lie anywhere: a table with a single one far out would be mostly emptiness, and take all memory. */
function assertDense({ name, bytes }: ZipEntry): void {
  if (!name.startsWith('xl/worksheets/')) return;
  const text = new TextDecoder().decode(bytes);
  for (const [, letters = '', row = ''] of text.matchAll(/\br="([A-Z]{1,7})(\d{1,9})"/g)) {
    if (columnOf(letters) > MOST_COLUMNS)
      throw tooMuch(`The sheet reaches to column ${letters}; ${MOST_COLUMNS} are read.`);
    if (Number(row) > MOST_ROWS + 100) throw tooMuch(`The sheet reaches to row ${row}; ${MOST_ROWS} are read.`);
  }
}

/** Text of a cell as the file holds it: the last computed value of a formula, never its formula; dates as ISO 8601. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return String(cell);
  const iso = cell.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16);
}

/**
 * Reads the sheets of an Excel workbook that have rows. It is unpacked here, within limits, and handed on unpacked: the reader would
 * unpack without any, in threads of its own that the page's policy forbids. Formulas are not evaluated.
 */
export async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<readonly Sheet[]> {
  const parts = await unpackZip(bytes, isPart);
  for (const part of parts) assertDense(part);
  const sheets = await readWorkbook(await storeZip(parts)).catch(() => {
    // The reader fails in as many ways as a file can be wrong.
    throw new Failure('BAD_INPUT', 'The workbook cannot be read.', {
      remedy: 'Open it in a spreadsheet program and save it as .xlsx or CSV.',
    });
  });
  if (sheets.length > MOST_SHEETS) throw tooMuch(`The workbook has ${sheets.length} sheets.`);
  const filled = sheets.filter(({ data }) => data.some((row) => row.some((cell) => cell !== null)));
  if (filled.length === 0) {
    throw new Failure('BAD_INPUT', 'The workbook has no sheet with rows.', { remedy: 'Choose one that has a table.' });
  }
  return filled.map(({ sheet, data }) => ({
    name: sheet,
    table: tableOf(
      data.map((row, index) => ({ line: index + 1, cells: row.map(textOf) })),
      true,
    ),
  }));
}
