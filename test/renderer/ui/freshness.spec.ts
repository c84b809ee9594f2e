import { describe, expect, it } from 'vitest';
import { freshnessOf } from '../../../renderer/ui/freshness.ts';
import { instant } from '../../../shared/model/time.ts';

const DAY = 86_400_000;

describe('renderer/ui/freshness', () => {
  it.each([
    [0, 'fresh'],
    [DAY, 'fresh'],
    [DAY + 1, 'stale'],
    [7 * DAY, 'stale'],
    [7 * DAY + 1, 'old'],
    [-DAY, 'fresh'],
  ])('calls a fact of the age %d ms %s', (age, freshness) => {
    const now = instant(1_800_000_000_000);

    expect(freshnessOf(instant(now - age), now)).toBe(freshness);
  });
});
