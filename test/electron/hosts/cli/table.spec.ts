import { describe, expect, it } from 'vitest';
import { plainText, tableText } from '../../../../electron/hosts/cli/table.ts';

describe('electron/hosts/cli/table', () => {
  it('makes columns as wide as they need, numbers to the right', () => {
    const text = tableText(
      ['name', 'facts'],
      [
        ['acme', 12],
        ['a longer name', 3],
      ],
    );

    expect(text).toBe('NAME           FACTS\nacme              12\na longer name      3\n');
  });

  it('leaves no space at the end of a line, and shows its head alone where there is no row', () => {
    expect(tableText(['a', 'b'], [['x', '']])).toBe('A  B\nx\n');
    expect(tableText(['a', 'b'], [])).toBe('A  B\n');
  });

  it('counts wide and combining letters as a terminal shows them', () => {
    const text = tableText(
      ['name', 'x'],
      [
        ['計画', '1'],
        ['e\u0301te', '2'],
        ['abcd', '3'],
      ],
    );

    expect(text.split('\n').slice(1, 4)).toEqual(['計画  1', 'e\u0301te   2', 'abcd  3']);
  });

  it.each([
    ['a line break', 'a\nb', 'a b'],
    ['an escape sequence', 'a\u001b[2Jb', 'a [2Jb'],
    ['a bell', 'a\u0007b', 'a b'],
  ])('takes %s out of what other people wrote', (_what, text, plain) => {
    expect(plainText(text)).toBe(plain);
    expect(tableText(['t'], [[text]])).toBe(`T\n${plain}\n`);
  });
});
