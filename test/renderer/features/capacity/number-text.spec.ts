import { describe, expect, it } from 'vitest';
import { numberProblem, readNumber } from '../../../../renderer/features/capacity/number-text.ts';

const whole = { least: 0, most: 100_000, fractions: false };
const share = { least: 0, most: 90, fractions: true };

describe('renderer/features/capacity/number-text', () => {
  it.each([
    ['12', whole, 12],
    [' 0 ', whole, 0],
    ['1.5', whole, null],
    ['-1', whole, null],
    ['', whole, null],
    ['1e3', whole, null],
    ['100001', whole, null],
    ['1,5', share, 1.5],
    ['0.25', share, 0.25],
    ['91', share, null],
    ['.5', share, null],
  ] as const)('reads %j', (text, range, expected) => {
    expect(readNumber(text, range)).toBe(expected);
  });

  it('says what would be right', () => {
    expect(numberProblem('12', whole)).toBeNull();
    expect(numberProblem('x', whole)).toBe('A whole number from 0 to 100,000.');
    expect(numberProblem('x', share)).toBe('A number from 0 to 90.');
  });
});
