import { describe, expect, it } from 'vitest';
import {
  createLayoutCache,
  createTicksCache,
} from '../../../../../renderer/features/calendar/timeline/layout-cache.ts';
import { fitRange, panBy, zoomAt } from '../../../../../renderer/features/calendar/timeline/viewport.ts';
import { zoneClock } from '../../../../../renderer/features/calendar/timeline/zone-clock.ts';
import { DAY, DAY_ZERO, measureText, modelOf, release } from '../../../../support/timeline.ts';
import { aZone } from '../../../../support/times.ts';

describe('renderer/features/calendar/timeline/layout-cache', () => {
  it('lays out once for all zooms of a bucket, until the model changes or widths are forgotten', () => {
    const cache = createLayoutCache(measureText);
    const model = modelOf(release('r'));

    const layout = cache.of(model, 1_000_000);

    expect(cache.of(model, 1_000_100)).toBe(layout);
    expect(cache.of(model, 2_000_000)).not.toBe(layout);
    expect(cache.of(model, 1_000_000)).toBe(layout);
    cache.forget();
    expect(cache.of(model, 1_000_000)).not.toBe(layout);
    expect(cache.of(modelOf(release('r')), 1_000_000)).not.toBe(layout);
  });

  it('keeps the axis while panning within a screen, and makes one beyond it or at another zoom', () => {
    const ticksOf = createTicksCache();
    const clock = zoneClock(aZone('Europe/Berlin'));
    const view = fitRange(1_000, DAY_ZERO, DAY_ZERO + 30 * DAY);

    const ticks = ticksOf(clock, view);

    expect(ticksOf(clock, panBy(view, 900))).toBe(ticks);
    const far = panBy(view, 5_000);
    expect(ticksOf(clock, far)).not.toBe(ticks);
    expect(ticksOf(clock, far).minor[0]?.time).toBeLessThanOrEqual(far.start);
    expect(ticksOf(clock, zoomAt(view, 10, 0)).unit).toBe('hour');
  });
});
