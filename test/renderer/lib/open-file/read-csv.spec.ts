import { describe, expect, it } from 'vitest';
import { guessDelimiter, readCsv } from '../../../../renderer/lib/open-file/read-csv.ts';

describe('renderer/lib/open-file/read-csv', () => {
  it.each([
    ['commas', 'a,b\n1,2\n', ','],
    ['semicolons, and commas in numbers', 'a;b\n1,5;2,5\n1,5;3,5\n', ';'],
    ['tabs', 'a\tb, c\n1\t2\n', '\t'],
    ['bars', 'a|b\n1|2', '|'],
    ['commas, and semicolons in quotes', 'a,b\n"x;y;z",2\n', ','],
    ['what the first line says', 'sep=#\na#b,c\n', '#'],
    ['nothing', 'a\n1\n2\n', ','],
  ])('finds what parts the columns: %s', (_what, text, delimiter) => {
    expect(guessDelimiter(text)).toBe(delimiter);
  });

  it.each([
    ['line feeds', '\n'],
    ['both', '\r\n'],
    ['carriage returns', '\r'],
  ])('counts the lines of a file whose lines end with %s', (_what, end) => {
    const text = ['Name,Notes', 'R1,"two', 'lines"', '', 'R2,', 'R3,"a ""b"" c"'].join(end);

    const { headers, rows } = readCsv(text);

    expect(headers).toEqual(['Name', 'Notes']);
    expect(rows).toEqual([
      { line: 2, cells: ['R1', 'two\nlines'] },
      { line: 5, cells: ['R2', ''] },
      { line: 6, cells: ['R3', 'a "b" c'] },
    ]);
  });

  it('keeps rows that are shorter or longer than the head, and what looks like a formula', () => {
    const { headers, rows } = readCsv('a,b\n=1+1\nx,y,z\n');

    expect(headers).toEqual(['a', 'b', '']);
    expect(rows.map(({ cells }) => cells)).toEqual([['=1+1'], ['x', 'y', 'z']]);
  });

  it('drops rows of nothing but space, and begins at the first that has something', () => {
    expect(readCsv('\n , \n,\nName,Day\n,\nR1,x\n')).toMatchObject({ headers: ['Name', 'Day'], rows: [{ line: 6 }] });
  });

  it('leaves the line that names the delimiter out', () => {
    expect(readCsv('sep=;\nName;Day\nR1;x\n')).toMatchObject({ headers: ['Name', 'Day'], rows: [{ line: 3 }] });
  });

  it.each(['', '\n\n', ' \r\n'])('refuses a file without rows', (text) => {
    expect(() => readCsv(text)).toThrow('The file has no rows.');
  });

  it('says where a quotation mark is opened and never closed', () => {
    expect(() => readCsv('a,b\nx,"y\nz,1\n')).toThrow('A quotation mark is opened and never closed.');
  });

  it('reads a hundred thousand rows, and refuses one more', () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => `R${index},2026-01-01`).join('\n');

    expect(readCsv(`Name,Day\n${rows}`).rows).toHaveLength(100_000);
    expect(() => readCsv(`Name,Day\n${rows}\nR,2026-01-01`)).toThrow('The file has more than 100,000 rows.');
  });

  it('refuses more columns than a plan has', () => {
    expect(() => readCsv('a,'.repeat(300))).toThrow('The file has 301 columns; at most 200 are read.');
  });
});
