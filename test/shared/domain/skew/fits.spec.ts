import { describe, expect, it } from 'vitest';
import { fits, isRange } from '../../../../shared/domain/skew/fits.ts';

describe('shared/domain/skew/fits', () => {
  it.each([
    ['3.1.0', '>=3.1', true],
    ['3.0.2', '>=3.1', false],
    ['v3.1', '^3.0', true],
    ['4', '<4', false],
    ['2027.1', '>=2026.24 <2027.2', true],
    ['2026.07.1', '>=2026.6', true],
    ['2.4.9', '1.2 - 2.4', true],
    ['2.5.0', '1.2 - 2.4', false],
    // A pre-release comes before its version, and is otherwise as good as one.
    ['3.2.0-rc.1', '^3.1', true],
    ['3.1.0-rc.1', '>=3.1.0', false],
    ['4.0.0-beta', '<4.0.0', true],
    ['3.1-rc.1', '>=3.0', true],
    ['1.0.0+build.7', '1.0.0', true],
    ['9.9.9', '*', true],
    ['5.0.0', '^3 || ^5', true],
  ])('%s in %s: %s', (version, range, expected) => {
    expect(fits(version, range)).toBe(expected);
  });

  it.each(['build-4711', '1.2.3.4', 'blue', 'release 7', '2027-06-30', '3.1-2'])(
    'does not say whether %s is in a range',
    (version) => {
      expect(fits(version, '>=1')).toBeNull();
    },
  );

  it.each(['>=3.1', '^2.4', '1.2 - 1.5', '*', '3.x', '^3 || ^5', '>=2026.24 <2027.2'])(
    'reads the range %s',
    (range) => {
      expect(isRange(range)).toBe(true);
    },
  );

  it.each(['newest', '>=', '3.1 or later', '> = x.y.z.w', '[1,2)'])('refuses the range %s', (range) => {
    expect(isRange(range)).toBe(false);
  });
});
