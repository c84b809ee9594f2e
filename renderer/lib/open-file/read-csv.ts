import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { unguarded } from '../../../shared/domain/exchange/csv-write.ts';
import type { Table, TableRow } from '../../../shared/domain/exchange/table-mapping.ts';
import { Failure } from '../../../shared/model/failure.ts';
import { MOST_COLUMNS, MOST_ROWS, tooMuch } from './limits.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Enough of a file to see what parts its columns. */
const LOOKED_AT = 20_000;
const LONGEST_ROW = 1_000_000;

/** How often each delimiter stands in each of the first lines, outside quotes. */
function countsOf(text: string, delimiter: string): readonly number[] {
  const counts: number[] = [];
  let [count, quoted] = [0, false];
  for (const character of text.slice(0, LOOKED_AT)) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === delimiter) count += 1;
    else if (character === '\n') {
      counts.push(count);
      count = 0;
    }
  }
  return [...counts, count].slice(0, 50);
}

/** What parts the columns: the sign that the head has, and that most lines have as often; a comma where none does. */
export function guessDelimiter(text: string): string {
  const named = /^sep=(.)\n/i.exec(text)?.[1];
  if (named !== undefined) return named;
  const rated = DELIMITERS.map((delimiter) => {
    const [head = 0, ...others] = countsOf(text, delimiter);
    return { delimiter, head, alike: others.filter((count) => count === head).length };
  }).filter(({ head }) => head > 0);
  const best = rated.toSorted((a, b) => b.alike - a.alike || b.head - a.head)[0];
  return best?.delimiter ?? ',';
}

interface ParsedRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function explain(error: unknown): Failure {
  if (!(error instanceof CsvError)) throw error;
  const line = typeof error.lines === 'number' ? `line ${error.lines}` : null;
  const open = /QUOTE/.test(error.code)
    ? 'A quotation mark is opened and never closed.'
    : 'The rows cannot be told apart.';
  return new Failure('BAD_INPUT', open, { where: line, remedy: 'Correct it in the file, and choose it again.' });
}

function parseRows(text: string): readonly ParsedRow[] {
  try {
    // With `info`, each row comes with its place; the types know only the rows.
    return parse(text, {
      delimiter: guessDelimiter(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
      to: MOST_ROWS + 2,
    }) as unknown as readonly ParsedRow[];
  } catch (error) {
    throw explain(error);
  }
}

function lineBreaks(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
}

/** A table of its rows, the first of which names the columns; throws a Failure where there are too many of either, or none. */
export function tableOf(rows: readonly TableRow[], serialDays: boolean): Table {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [head, ...others] = filled;
  if (head === undefined) {
    throw new Failure('BAD_INPUT', 'The file has no rows.', {
      remedy: 'Choose one whose first row names its columns.',
    });
  }
  if (others.length > MOST_ROWS) throw tooMuch(`The file has more than ${MOST_ROWS.toLocaleString('en')} rows.`);
  const width = Math.max(...filled.slice(0, 1_000).map(({ cells }) => cells.length));
  if (width > MOST_COLUMNS) throw tooMuch(`The file has ${width} columns; at most ${MOST_COLUMNS} are read.`);
  const headers = Array.from({ length: width }, (_, index) => head.cells[index]?.trim() ?? '');
  return { headers, rows: others, serialDays };
}

/**
 * Reads CSV and its like (RFC 4180): columns parted by comma, semicolon, tab or bar; lines end in whatever way, cells by `\n`. An
 * apostrophe that only keeps a cell from being a formula is taken off.
 */
export function readCsv(file: string): Table {
  // The parser counts a line end of two characters twice inside quotes.
  const text = file.replaceAll(/\r\n?/g, '\n');
  const rows = parseRows(text);
  const shift = /^sep=.\n/i.test(text) ? 1 : 0;
  return tableOf(
    rows
      .slice(shift)
      .map(({ record, info }) => ({ line: info.lines - lineBreaks(record), cells: record.map(unguarded) })),
    false,
  );
}
