import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  detailAt,
  GLYPH_REACH,
  layOut,
  metrics,
  PENNANT_REACH,
  SPAN_MIN,
  zoomBucket,
} from '../../../../../renderer/features/calendar/timeline/layout.ts';
import { buildModel, type TimelineItem } from '../../../../../renderer/features/calendar/timeline/model.ts';
import { anEntry } from '../../../../support/calendar-lanes.ts';
import {
  DAY,
  DAY_ZERO,
  lane,
  measureText,
  milestone,
  modelOf,
  release,
  somePlan,
} from '../../../../support/timeline.ts';

const someZoom = fc.double({ min: 60_000, max: 40_000_000, noNaN: true });

/** What an item covers in pixels at a zoom, worked out apart from the layout. */
function pixelsOf(item: TimelineItem, msPerPx: number): { readonly from: number; readonly to: number } {
  const x = item.start / msPerPx;
  if (item.what === 'span') return { from: x, to: Math.max(item.end / msPerPx, x + SPAN_MIN) };
  return item.what === 'release'
    ? { from: x - 2, to: x + PENNANT_REACH }
    : { from: x - GLYPH_REACH, to: x + GLYPH_REACH };
}

describe('renderer/features/calendar/timeline/layout', () => {
  it('lets nothing overlap on a row at any zoom of a bucket while glyphs are shown', () => {
    fc.assert(
      fc.property(somePlan, someZoom, (model, msPerPx) => {
        fc.pre(detailAt(2 ** (zoomBucket(msPerPx) / 8)) === 'full');
        const layout = layOut(model, zoomBucket(msPerPx), measureText);

        for (const { items } of layout.lanes) {
          for (const [index, one] of items.entries()) {
            for (const other of items.slice(index + 1)) {
              if (one.y !== other.y) continue;
              const [a, b] = [pixelsOf(one.item, msPerPx), pixelsOf(other.item, msPerPx)];
              expect(a.from < b.to - 1e-6 && b.from < a.to - 1e-6).toBe(false);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps every item inside its lane and its strip, and lanes one under another', () => {
    fc.assert(
      fc.property(somePlan, someZoom, (model, msPerPx) => {
        const layout = layOut(model, zoomBucket(msPerPx), measureText);

        let top = 0;
        for (const lane of layout.lanes) {
          expect(lane.y).toBe(top);
          expect(lane.height).toBeGreaterThanOrEqual(metrics.laneMin);
          for (const { item, y } of lane.items) {
            const strip = lane.strips.find(({ group }) => group.releaseId === item.releaseId);
            expect(strip !== undefined && y > strip.y && y < strip.y + strip.height).toBe(true);
            expect(y > lane.y && y < lane.y + lane.height).toBe(true);
          }
          top += lane.height;
        }
        expect(layout.height).toBe(top);
      }),
      { numRuns: 60 },
    );
  });

  it('puts the departure above its spans, on the row of its points', () => {
    const model = modelOf(
      release('r', {
        departsAt: DAY_ZERO + 20 * DAY,
        milestones: [
          milestone('freeze', { startAt: DAY_ZERO + 5 * DAY, endAt: DAY_ZERO + 20 * DAY }),
          milestone('cut-off', { startAt: DAY_ZERO }),
          milestone('uat', { startAt: DAY_ZERO + 6 * DAY, endAt: DAY_ZERO + 12 * DAY }),
        ],
      }),
    );

    const layout = layOut(model, zoomBucket(DAY / 20), measureText);

    const y = new Map(layout.lanes[0]?.items.map((placed) => [placed.item.id, placed.y]));
    expect(y.get('cut-off')).toBe(y.get('r'));
    expect(y.get('freeze')).toBe((y.get('r') ?? 0) + metrics.full.row);
    expect(y.get('uat')).toBe((y.get('r') ?? 0) + 2 * metrics.full.row);
  });

  it('lets points become ticks from afar', () => {
    const model = modelOf(
      release('r', { departsAt: DAY_ZERO + DAY, milestones: [milestone('a'), milestone('b'), milestone('c')] }),
    );

    expect(detailAt(DAY / 7)).toBe('full');
    expect(detailAt(DAY / 3)).toBe('slim');
    const layout = layOut(model, zoomBucket(DAY / 3), measureText);
    const y = new Map(layout.lanes[0]?.items.map((placed) => [placed.item.id, placed.y]));
    expect(new Set(['a', 'b', 'c'].map((id) => y.get(id))).size).toBe(1);
    expect(y.get('a')).toBe((y.get('r') ?? 0) + metrics.slim.row);
    expect(layout.lanes[0]?.strips[0]?.height).toBe(2 * metrics.slim.row);
  });

  it('names every departure from afar where its own row has room, whatever milestones stand there', () => {
    const model = modelOf(
      ...[0, 1, 2, 3].map((index) =>
        release(`r${index}`, {
          departsAt: DAY_ZERO + index * 40 * DAY,
          milestones: [
            milestone(`cut-${index}`, { startAt: DAY_ZERO + (index * 40 + 1) * DAY }),
            milestone(`late-${index}`, { startAt: DAY_ZERO + (index * 40 + 5) * DAY }),
          ],
        }),
      ),
    );

    const layout = layOut(model, zoomBucket(DAY / 2.5), measureText);

    const departures = layout.lanes[0]?.items.filter(({ item }) => item.what === 'release') ?? [];
    expect(departures.map(({ label }) => label)).toEqual(['right', 'right', 'right', 'right']);
  });

  it('keeps room for the names of releases a week apart, whatever milestones stand between', () => {
    const weekly = [0, 1, 2, 3, 4].map((index) =>
      release(`2027.0${index}`, {
        departsAt: DAY_ZERO + index * 7 * DAY,
        milestones: [-3, 2].map((offset) =>
          milestone(`Go ${index} ${offset}`, { startAt: DAY_ZERO + (index * 7 + offset) * DAY }),
        ),
      }),
    );

    const [lane] = layOut(modelOf(...weekly), zoomBucket(DAY / 9.3), measureText).lanes;

    const departures = lane?.items.filter(({ item }) => item.what === 'release') ?? [];
    expect(departures.map(({ label }) => label)).toEqual(weekly.map(() => 'right'));
  });

  it('uses the farthest zoom of a bucket, so that a bucket holds an eighth of an octave', () => {
    fc.assert(
      fc.property(someZoom, (msPerPx) => {
        const coarsest = 2 ** (zoomBucket(msPerPx) / 8);
        expect(coarsest).toBeGreaterThanOrEqual(msPerPx * 0.999_999);
        expect(coarsest / msPerPx).toBeLessThan(2 ** (1 / 8) * 1.000_001);
      }),
    );
  });

  it('draws strokes as small signs where these touch nothing on their row', () => {
    const span = (id: string, day: number) => ({
      ...anEntry(id, { start: DAY_ZERO + day * DAY, end: DAY_ZERO + day * DAY + DAY / 2 }),
      row: 'one',
    });
    const entries = [span('apart', 0), span('crowded', 20), span('near', 24), span('long', 60)];
    const long = { ...span('long', 60), end: DAY_ZERO + 90 * DAY };
    const model = buildModel([{ ...lane('e', []), entries: [...entries.slice(0, 3), long] }], DAY_ZERO);

    // Two pixels a day: a sign of fourteen pixels takes a week.
    const [laid] = layOut(model, zoomBucket(DAY / 2), measureText).lanes;

    expect(laid?.items.map(({ item, small }) => [item.id, small])).toEqual([
      ['apart', true],
      ['crowded', false],
      ['near', false],
      ['long', false],
    ]);
  });

  it('gives no small sign a place where another item stands', () => {
    fc.assert(
      fc.property(somePlan, someZoom, (model, from) => {
        const msPerPx = 2 ** (zoomBucket(from) / 8);
        const slim = detailAt(msPerPx) === 'slim';
        for (const { items } of layOut(model, zoomBucket(from), measureText).lanes) {
          const placed = items.map(({ item, y, small }) => {
            const { from: left, to: right } = pixelsOf(item, msPerPx);
            const middle = (left + right) / 2;
            const tick =
              slim && item.what === 'point' ? { from: middle - 1, to: middle + 1 } : { from: left, to: right };
            return { y, small, ...(small ? { from: middle - 7, to: middle + 7 } : tick) };
          });
          for (const [index, one] of placed.entries()) {
            if (!one.small) continue;
            const touched = placed.filter(
              (other, at) =>
                at !== index && other.y === one.y && other.from < one.to - 1e-3 && one.from < other.to - 1e-3,
            );
            expect(touched).toEqual([]);
          }
        }
      }),
    );
  });
});
