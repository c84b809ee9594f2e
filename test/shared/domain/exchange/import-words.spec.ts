import { expect, it } from 'vitest';
import { importWords } from '../../../../shared/domain/exchange/import-words.ts';

it('counts what was left out only where something was', () => {
  expect(importWords({ added: 11, changed: 0, leftOut: 1 })).toBe('11 new, 0 changed, 1 left out');
  expect(importWords({ added: 2, changed: 3, leftOut: 0 })).toBe('2 new, 3 changed');
});
