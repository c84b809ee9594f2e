import { describe, expect, it } from 'vitest';
import { counted, numberWords } from '../../../../shared/domain/text/counted.ts';

describe('shared/domain/text/counted', () => {
  it.each([
    [0, '0 days'],
    [1, '1 day'],
    [2, '2 days'],
    [10_000, '10,000 days'],
  ])('writes %s with its noun as “%s”', (count, text) => {
    expect(counted(count, 'day')).toBe(text);
  });

  it('parts thousands', () => {
    expect([999, 1_000, 1_234_567].map(numberWords)).toEqual(['999', '1,000', '1,234,567']);
  });
});
