import readWorkbook from 'read-excel-file/universal';
import type { Table } from '../../../shared/domain/exchange/table-mapping.ts';
import { Failure } from '../../../shared/model/failure.ts';
import { MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, tooMuch } from './limits.ts';
import { tableOf } from './read-csv.ts';
import { storeZip, unpackZip, type ZipEntry } from './unpack-zip.ts';

export interface Sheet {
  readonly name: string;
  readonly table: Table;
}

function isPart(name: string): boolean {
  return name.startsWith('xl/') && (name.endsWith('.xml') || name.endsWith('.xml.rels'));
}

/** Every value that may be the place of a cell or the number of a row; rather one too many: what is none of them is a small one. */
const PLACE = /(?<![\w.-])r\s*=\s*(["'])(?=((?:(?!\1)[^])*))/g;
const ROW = /<(?:[^\s<>/]*:)?row(?=[\s/>])/g;

function decoded(value: string): string {
  return value
    .replaceAll(/&#(?:x([\da-f]+)|(\d+));/gi, (_, hex?: string, decimal?: string) =>
      String.fromCharCode(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .trim();
}

/** The column and the row of `B12`, of the row number `12`, and of all else that the reader would take for one of them. */
function placeOf(value: string): { readonly column: number; readonly row: number } {
  const digit = value.search(/\d/);
  const letters = digit === -1 ? '' : value.slice(0, digit);
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64;
  return { column, row: Math.max(Number(value) || 0, digit === -1 ? 0 : Number(value.slice(digit)) || 0) };
}

/**
 * How many cells the reader would make of a sheet: a cell may be said to lie anywhere, and a table with a single one far out would be
 * mostly emptiness and take all memory. Throws a Failure where one lies too far out.
 */
function cellsOf({ bytes }: ZipEntry): number {
  const text = new TextDecoder().decode(bytes);
  // A sheet may have any name, but this word.
  if (!text.includes('sheetData')) return 0;
  let [columns, rows] = [0, 0];
  for (const [, , value = ''] of text.matchAll(PLACE)) {
    const place = placeOf(decoded(value));
    columns = Math.max(columns, place.column);
    rows = Math.max(rows, place.row);
    if (columns > MOST_COLUMNS) throw tooMuch(`The sheet reaches to “${value}”; ${MOST_COLUMNS} columns are read.`);
    if (rows > MOST_ROWS + 100) throw tooMuch(`The sheet reaches to row ${rows}; ${MOST_ROWS} are read.`);
  }
  let tags = 0;
  for (const _row of text.matchAll(ROW)) tags += 1;
  if (tags > MOST_ROWS + 100) throw tooMuch(`The sheet has ${tags} rows; ${MOST_ROWS} are read.`);
  return Math.max(rows, tags) * columns;
}

function assertDense(parts: readonly ZipEntry[]): void {
  const cells = parts.reduce((sum, part) => sum + cellsOf(part), 0);
  if (cells > MOST_CELLS) throw tooMuch(`The sheets have room for ${cells} cells; ${MOST_CELLS} are read.`);
}

/**
 * Text of a cell as the file holds it: the last computed value of a formula, never its formula; dates as ISO 8601. A moment is a fraction
 * of a day there, which is a little early for two of three minutes: it is meant to the second.
 */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return String(cell);
  const iso = new Date(Math.round(cell.getTime() / 1_000) * 1_000).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16);
}

/**
 * Reads the sheets of an Excel workbook that have rows. It is unpacked here, within limits, and handed on unpacked: the reader would
 * unpack without any, in threads of its own that the page's policy forbids. Formulas are not evaluated.
 */
export async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<readonly Sheet[]> {
  const parts = await unpackZip(bytes, isPart);
  assertDense(parts);
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
