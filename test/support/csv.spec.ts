import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from './csv.ts';

describe('test/support/csv', () => {
  it.each([
    ['plain fields', 'a,b\n1,2\n', [{ a: '1', b: '2' }]],
    ['no last line break', 'a,b\n1,2', [{ a: '1', b: '2' }]],
    ['CRLF', 'a,b\r\n1,2\r\n', [{ a: '1', b: '2' }]],
    [
      'empty fields',
      'a,b,c\n,,\n1,,3',
      [
        { a: '', b: '', c: '' },
        { a: '1', b: '', c: '3' },
      ],
    ],
    ['an empty last field at the end', 'a,b\n1,', [{ a: '1', b: '' }]],
    ['quotes in quotes', 'a\n"say ""hi"""\n', [{ a: 'say "hi"' }]],
    ['commas and line breaks in quotes', 'a,b\n"1,\r\n2","\n"', [{ a: '1,\r\n2', b: '\n' }]],
    ['JSON', 'id,data\n7,"{""a"":""b\\""c""}"', [{ id: '7', data: '{"a":"b\\"c"}' }]],
    ['a byte order mark and empty lines before the header', '\uFEFF\n\n"a"\n1', [{ a: '1' }]],
    ['a header alone', 'a,b\n', []],
    ['nothing', '', []],
  ])('reads %s', (_, text, expected) => {
    expect(readCsv(text)).toEqual(expected);
  });

  it.each([
    ['a row with too many fields', 'a,b\n1,2,3', 'row 1 has 3 fields'],
    ['a row with too few', 'a,b\n1,2\n3', 'row 2 has 1 fields'],
    ['a quote that never closes', 'a\n"1', 'never closes'],
    ['text behind a quoted field', 'a\n"1"2', 'text after the closing quote'],
  ])('refuses %s', (_, text, message) => {
    expect(() => readCsv(text)).toThrow(message);
  });

  it('reads back whatever was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '中') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = ['x,y', ...rows.map((row) => row.map(quoted).join(','))].join('\n');

        expect(readCsv(text)).toEqual(rows.map(([x, y]) => ({ x, y })));
      }),
    );
  });
});
