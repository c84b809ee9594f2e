import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COARSEST_MS_PER_PX,
  centreOf,
  centreOn,
  clampZoom,
  DAY_MS,
  daysShown,
  endOf,
  FINEST_MS_PER_PX,
  fitRange,
  nearestZoom,
  panBy,
  reveal,
  timeAt,
  type Viewport,
  wheelFactor,
  xAt,
  zoomAt,
  zoomSpans,
  zoomToDays,
} from '../../../../../renderer/features/calendar/timeline/viewport.ts';

const view: Viewport = { start: 1_000_000, msPerPx: 60_000, width: 1_000 };

const someView = fc.record({
  start: fc.double({ min: -2e12, max: 4e12, noNaN: true }),
  msPerPx: fc.double({ min: FINEST_MS_PER_PX, max: COARSEST_MS_PER_PX, noNaN: true }),
  width: fc.integer({ min: 200, max: 4_000 }),
});
const somePixels = fc.double({ min: -3_000, max: 3_000, noNaN: true });

/** Equal within a thousandth of a pixel, whatever the zoom. */
function expectNear(actual: number, expected: number, msPerPx: number): void {
  expect(Math.abs(actual - expected) / msPerPx).toBeLessThan(0.001);
}

describe('renderer/features/calendar/timeline/viewport', () => {
  it('turns instants into pixels and back', () => {
    expect(xAt(view, 1_000_000)).toBe(0);
    expect(xAt(view, 1_600_000)).toBe(10);
    expect(timeAt(view, 10)).toBe(1_600_000);
    expect(endOf(view)).toBe(61_000_000);
    fc.assert(
      fc.property(someView, somePixels, (any, x) => {
        expect(Math.abs(xAt(any, timeAt(any, x)) - x)).toBeLessThan(0.001);
      }),
    );
  });

  it('pans by pixels, and back by their inverse', () => {
    expect(panBy(view, 10).start).toBe(400_000);
    fc.assert(
      fc.property(someView, somePixels, (any, pixels) => {
        const back = panBy(panBy(any, pixels), -pixels);
        expectNear(back.start, any.start, any.msPerPx);
        expect(xAt(panBy(any, pixels), timeAt(any, 100)) - 100).toBeCloseTo(pixels, 2);
      }),
    );
  });

  it('keeps the instant under the anchor while zooming, at the limits too', () => {
    fc.assert(
      fc.property(someView, somePixels, fc.double({ min: 0.01, max: 100, noNaN: true }), (any, x, factor) => {
        const zoomed = zoomAt(any, factor, x);

        expectNear(timeAt(zoomed, x), timeAt(any, x), Math.min(any.msPerPx, zoomed.msPerPx));
        expect(zoomed.msPerPx).toBe(clampZoom(any.msPerPx / factor));
        expect(zoomed.width).toBe(any.width);
      }),
    );
  });

  it('never zooms beyond what can be shown', () => {
    expect(clampZoom(1)).toBe(FINEST_MS_PER_PX);
    expect(clampZoom(Number.MAX_VALUE)).toBe(COARSEST_MS_PER_PX);
    expect(zoomAt(view, 1e9, 0).msPerPx).toBe(FINEST_MS_PER_PX);
  });

  it('fits a range edge to edge', () => {
    const fitted = fitRange(1_000, 0, 100 * DAY_MS);

    expect(fitted.start).toBeCloseTo(0);
    expect(endOf(fitted)).toBeCloseTo(100 * DAY_MS);
    expect(daysShown(fitted)).toBeCloseTo(100);
  });

  it('keeps the middle where the range is too short for the nearest zoom', () => {
    const fitted = fitRange(1_000, 0, 1_000);

    expect(fitted.msPerPx).toBe(FINEST_MS_PER_PX);
    expect(centreOf(fitted)).toBeCloseTo(500);
  });

  it('centres on an instant at the same zoom', () => {
    const centred = centreOn(view, 5_000_000);

    expect(centreOf(centred)).toBe(5_000_000);
    expect(centred.msPerPx).toBe(view.msPerPx);
  });

  it.each([
    { name: 'stays where the span is on screen', from: 300, to: 400, moved: 0 },
    { name: 'moves right for a span off the left edge', from: -100, to: -50, moved: 180 },
    { name: 'moves left for a span off the right edge', from: 1_050, to: 1_100, moved: -180 },
    { name: 'shows the start of a span wider than the screen', from: -900, to: 2_000, moved: 980 },
    { name: 'stays at the start of a wide span that is in sight', from: 200, to: 2_000, moved: 0 },
  ])('reveal $name', ({ from, to, moved }) => {
    const shown = reveal(view, { from: timeAt(view, from), to: timeAt(view, to) }, 80);

    expect(xAt(shown, timeAt(view, 0))).toBeCloseTo(moved);
  });

  it('turns the wheel into factors that undo each other', () => {
    expect(wheelFactor(0)).toBe(1);
    expect(wheelFactor(-240)).toBe(2);
    expect(wheelFactor(-10_000)).toBe(2);
    fc.assert(
      fc.property(fc.double({ min: -240, max: 240, noNaN: true }), (delta) => {
        expect(wheelFactor(delta) * wheelFactor(-delta)).toBeCloseTo(1);
      }),
    );
  });

  it.each(Object.entries(zoomSpans))('zooms to a %s around the same middle', (_name, days) => {
    const view: Viewport = { start: 1_800_000_000_000, msPerPx: DAY_MS / 3, width: 1_000 };

    const zoomed = zoomToDays(view, days);

    expect(daysShown(zoomed)).toBeCloseTo(days);
    expect(centreOf(zoomed) - centreOf(view)).toBeCloseTo(0, 0);
  });

  it.each(Object.entries(zoomSpans))('names the zoom of a %s', (name, days) => {
    expect(nearestZoom(fitRange(1_000, 0, days * DAY_MS))).toBe(name);
  });
});
