import { describe, expect, it } from 'vitest';
import { contrastRatio, luminance } from '../../../renderer/ui/contrast.ts';

describe('renderer/ui/contrast', () => {
  // Worked examples of WCAG 2.2 and of the W3C's technique G18: black on white, and the two greys at the AA edge.
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
    ['#ff0000', '#ffffff', 4],
  ])('gives %s on %s the ratio %d', (one, other, ratio) => {
    expect(contrastRatio(one, other)).toBeCloseTo(ratio, 2);
  });

  it('does not care which colour is named first', () => {
    expect(contrastRatio('#123456', '#fedcba')).toBe(contrastRatio('#fedcba', '#123456'));
  });

  it('calls pure green brighter than pure red, and red brighter than blue', () => {
    expect([luminance('#00ff00'), luminance('#ff0000'), luminance('#0000ff')]).toEqual([
      expect.closeTo(0.7152, 4),
      expect.closeTo(0.2126, 4),
      expect.closeTo(0.0722, 4),
    ]);
  });
});
