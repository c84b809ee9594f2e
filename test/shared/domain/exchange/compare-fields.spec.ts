import { describe, expect, it } from 'vitest';
import { compareFields } from '../../../../shared/domain/exchange/compare-fields.ts';

interface Thing {
  readonly name: string;
  readonly note: string;
}

const FIELDS = ['name', 'note'] as const;
const before: Thing = { name: 'Here', note: 'by hand' };
const said = { name: 'There', note: 'from the file' };

describe('shared/domain/exchange/compare-fields', () => {
  it('keeps the field that differs from what was imported, and sets the other', () => {
    const base = { name: 'Here', note: 'as imported' };

    expect(compareFields({ before, said, base }, { fields: FIELDS, overHand: false })).toEqual({
      changed: ['name'],
      kept: ['note'],
    });
    expect(compareFields({ before, said, base }, { fields: FIELDS, overHand: true })).toEqual({
      changed: ['name', 'note'],
      kept: [],
    });
  });

  it('follows the file where no import wrote the field, and leaves what the file does not say', () => {
    const silent = { ...said, name: null };

    expect(
      compareFields({ before, said: silent, base: { name: 'Else' } }, { fields: FIELDS, overHand: false }),
    ).toEqual({
      changed: ['note'],
      kept: [],
    });
  });

  it('follows the file in a field that is as the last import said, although none wrote it', () => {
    const base = { name: 'Here', note: 'as imported' };
    const lastSaid = { name: null, note: 'by hand' };

    expect(compareFields({ before, said, base, lastSaid }, { fields: FIELDS, overHand: false })).toEqual({
      changed: ['name', 'note'],
      kept: [],
    });
  });
});
