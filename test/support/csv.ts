/**
 * Reads CSV (RFC 4180): fields in double quotes hold commas, line breaks and doubled quotes; lines end with LF or CRLF.
 * Empty lines before the header and a byte order mark are passed over. Each row is an object by the header's names; a
 * row with fewer or more fields than the header throws, for then something was misread.
 */
export function readCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const [header, ...rows] = readRecords(text.replace(/^\uFEFF?(\r?\n)*/, ''));
  if (header === undefined) return [];
  return rows.map((row, index) => {
    if (row.length === header.length) return Object.fromEntries(header.map((name, at) => [name, row[at] ?? '']));
    throw new Error(`row ${index + 1} has ${row.length} fields, the header has ${header.length}`);
  });
}

function readRecords(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    const field = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at);
    record.push(field.value);
    at = field.end;
    if (text[at] === ',') {
      at += 1;
      if (at === text.length) record.push('');
      continue;
    }
    records.push(record);
    record = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  if (record.length > 0) records.push(record);
  return records.filter((fields) => fields.length > 1 || fields[0] !== '');
}

interface Field {
  readonly value: string;
  /** Where the comma or the line break after it is. */
  readonly end: number;
}

function readPlain(text: string, start: number): Field {
  let end = start;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n' && !text.startsWith('\r\n', end)) end += 1;
  return { value: text.slice(start, end), end };
}

function readQuoted(text: string, start: number): Field {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) throw new Error(`the quote at character ${start} never closes`);
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, end: endOfQuoted(text, quote + 1) };
    value += '"';
    from = quote + 2;
  }
}

function endOfQuoted(text: string, at: number): number {
  if (at === text.length || text[at] === ',' || text[at] === '\n' || text.startsWith('\r\n', at)) return at;
  throw new Error(`text after the closing quote at character ${at}`);
}
