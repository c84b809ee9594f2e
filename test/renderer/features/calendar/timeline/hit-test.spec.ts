import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HitInput, hitTest, nearestHit } from '../../../../../renderer/features/calendar/timeline/hit-test.ts';
import { layOut, zoomBucket } from '../../../../../renderer/features/calendar/timeline/layout.ts';
import type { TimelineModel } from '../../../../../renderer/features/calendar/timeline/model.ts';
import { type Viewport, xAt } from '../../../../../renderer/features/calendar/timeline/viewport.ts';
import { DAY, DAY_ZERO, measureText, milestone, modelOf, release, somePlan } from '../../../../support/timeline.ts';

function inputOf(model: TimelineModel, view: Viewport, top = 0): HitInput {
  return { layout: layOut(model, zoomBucket(view.msPerPx), measureText), view, slice: { top, height: 500 } };
}

const view: Viewport = { start: DAY_ZERO - 5 * DAY, msPerPx: DAY / 20, width: 800 };

const span = { startAt: DAY_ZERO, endAt: DAY_ZERO + 10 * DAY };

describe('renderer/features/calendar/timeline/hit-test', () => {
  it('finds what a look at every item finds', () => {
    const someView = fc.record({
      start: fc.integer({ min: -30, max: 120 }).map((day) => DAY_ZERO + day * DAY),
      msPerPx: fc.double({ min: 200_000, max: 30_000_000, noNaN: true }),
      width: fc.constant(600),
    });
    const somePoint = fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 420 }) });
    fc.assert(
      fc.property(somePlan, someView, somePoint, fc.integer({ min: 0, max: 90 }), (model, any, { x, y }, top) => {
        const input = inputOf(model, any, top);
        const everything = input.layout.lanes.flatMap((lane) => lane.items);

        expect(hitTest(input, x, y)).toEqual(nearestHit(everything, input, x, y));
      }),
      { numRuns: 200 },
    );
  });

  it('takes the edges of a wide span for resizing, its middle for moving', () => {
    const model = modelOf(release('r', { departsAt: DAY_ZERO + 15 * DAY, milestones: [milestone('m', span)] }));
    const input = inputOf(model, view);
    const y = input.layout.lanes[0]?.items.find(({ item }) => item.id === 'm')?.y ?? 0;

    const at = (x: number) => hitTest(input, xAt(view, DAY_ZERO) + x, y);

    expect([at(2)?.part, at(100)?.part, at(198)?.part]).toEqual(['start', 'body', 'end']);
    expect(at(-3)?.part).toBe('start');
    expect(at(-9)).toBeNull();
  });

  it('takes what is outside of a narrow span for its edges', () => {
    const narrow = { startAt: DAY_ZERO, endAt: DAY_ZERO + DAY / 2 };
    const model = modelOf(release('r', { departsAt: DAY_ZERO + 15 * DAY, milestones: [milestone('m', narrow)] }));
    const input = inputOf(model, view);
    const y = input.layout.lanes[0]?.items.find(({ item }) => item.id === 'm')?.y ?? 0;

    const at = (x: number) => hitTest(input, xAt(view, DAY_ZERO) + x, y)?.part;

    expect([at(-2), at(5), at(12)]).toEqual(['start', 'body', 'end']);
  });

  it('prefers a point to the span under it, from afar', () => {
    const far: Viewport = { start: DAY_ZERO - 100 * DAY, msPerPx: DAY / 3, width: 800 };
    const model = modelOf(
      release('r', {
        departsAt: DAY_ZERO + 30 * DAY,
        milestones: [
          milestone('freeze', { startAt: DAY_ZERO, endAt: DAY_ZERO + 30 * DAY }),
          milestone('cab', { startAt: DAY_ZERO + 15 * DAY }),
        ],
      }),
    );
    const input = inputOf(model, far);
    const y = input.layout.lanes[0]?.items[0]?.y ?? 0;

    expect(hitTest(input, xAt(far, DAY_ZERO + 15 * DAY), y)?.item.id).toBe('cab');
    expect(hitTest(input, xAt(far, DAY_ZERO + 5 * DAY), y)?.item.id).toBe('freeze');
  });

  it('finds nothing on empty ground', () => {
    expect(hitTest(inputOf(modelOf(), view), 100, 20)).toBeNull();
  });
});
