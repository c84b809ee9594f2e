import { describe, expect, it } from 'vitest';
import { isAhead } from '../../../../shared/domain/calendar/release-ahead.ts';

describe('shared/domain/calendar/release-ahead', () => {
  it.each([
    ['planned', true],
    ['under-way', true],
    ['departed', false],
    ['cancelled', false],
    ['removed', false],
  ] as const)('tells whether a release that is %s is still to come: %s', (state, expected) => {
    expect(isAhead({ state })).toBe(expected);
  });
});
