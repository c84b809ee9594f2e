import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNames, writeNames } from '../../../../shared/domain/exchange/name-list.ts';

describe('shared/domain/exchange/name-list', () => {
  it.each([
    ['API, Web; Ledger|Search\nMail', ['API', 'Web', 'Ledger', 'Search', 'Mail']],
    [' API ,, Web; ', ['API', 'Web']],
    ['"Berlin, Mitte", Paris', ['Berlin, Mitte', 'Paris']],
    ['Paris; "Berlin; ""Mitte"""', ['Paris', 'Berlin; "Mitte"']],
    ['', []],
    ['the "old" API, Web', ['the "old" API', 'Web']],
    // A quote that nobody closes is a sign like any other.
    ['"Berlin, Mitte', ['"Berlin', 'Mitte']],
    ['"Berlin" Mitte, Paris', ['"Berlin" Mitte', 'Paris']],
  ])('reads %j', (text, names) => {
    expect(readNames(text)).toEqual(names);
  });

  it('reads again whatever names it wrote', () => {
    const name = fc
      .string({ unit: fc.constantFrom('a', 'B', ',', ';', '|', '"', ' ', 'é'), minLength: 1 })
      .map((text) => text.trim())
      .filter((text) => text !== '');

    fc.assert(
      fc.property(fc.array(name), (names) => {
        expect(readNames(writeNames(names))).toEqual(names);
      }),
    );
  });
});
