import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unguarded, writeCsv } from '../../../../shared/domain/exchange/csv-write.ts';

describe('shared/domain/exchange/csv-write', () => {
  it('quotes what holds a comma, a quote or a line end, and begins with a byte order mark', () => {
    expect(
      writeCsv(
        ['Name', 'Notes'],
        [
          ['Berlin, Mitte', 'a "b"\nc'],
          ['Paris', ''],
        ],
      ),
    ).toBe('\uFEFFName,Notes\r\n"Berlin, Mitte","a ""b""\nc"\r\nParis,\r\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-', "'-"],
    ['@here', "'@here"],
    ['\tx', "'\tx"],
    ["'=1", "''=1"],
    ['-12.5', '-12.5'],
    ['+3', '+3'],
    ["it's", "it's"],
  ])('guards %j against being a formula', (text, written) => {
    expect(writeCsv(['A'], [[text]])).toBe(`\uFEFFA\r\n${written}\r\n`);
    expect(unguarded(written)).toBe(text);
  });

  it('is read again as it was by another parser', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', "'", '=', '-', '7', ' ') });
    const row = fc.tuple(cell, cell);

    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const text = writeCsv(['A', 'B'], rows);
        const read = parse(text, { bom: true }) as readonly (readonly string[])[];
        expect(read.slice(1).map((cells) => cells.map(unguarded))).toEqual(rows);
      }),
    );
  });
});
