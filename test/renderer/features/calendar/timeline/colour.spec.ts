import { describe, expect, it } from 'vitest';
import { mixColours } from '../../../../../renderer/features/calendar/timeline/colour.ts';

describe('renderer/features/calendar/timeline/colour', () => {
  it.each([
    { share: 1, mixed: '#ff0080' },
    { share: 0, mixed: '#000000' },
    { share: 0.5, mixed: '#800040' },
  ])('mixes $share of the first', ({ share, mixed }) => {
    expect(mixColours('#ff0080', '#000000', share)).toBe(mixed);
  });
});
