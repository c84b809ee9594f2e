import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut, zoomBucket } from '../../../../../renderer/features/calendar/timeline/layout.ts';
import { type Pointer, placePointers, viewOf } from '../../../../../renderer/features/calendar/timeline/pointers.ts';
import { endOf, fitRange, type Viewport, xAt } from '../../../../../renderer/features/calendar/timeline/viewport.ts';
import { DAY, DAY_ZERO, measureText, milestone, modelOf, release } from '../../../../support/timeline.ts';

const model = modelOf(release('r', { milestones: [milestone('m', { endAt: DAY_ZERO + DAY })] }));
const view = fitRange(1_000, DAY_ZERO - 10 * DAY, DAY_ZERO + 10 * DAY);

function place(pointers: readonly Pointer[], at: Viewport = view, top = 0) {
  const layout = layOut(model, zoomBucket(at.msPerPx), measureText);
  return placePointers({ model, layout, view: at, slice: { top, height: 40 }, ghosts: [] }, pointers);
}

function pointer(id: string | null, span = { start: DAY_ZERO, end: DAY_ZERO + DAY }): Pointer {
  return { label: '1', id, span, strong: false };
}

describe('renderer/features/calendar/timeline/pointers', () => {
  it('stands around an item, and is a band over the lanes where no lane shows it', () => {
    const [own, none, unknown] = place([pointer('m'), pointer(null), pointer('gone')]);

    expect([own?.isBand, none?.isBand, unknown?.isBand]).toEqual([false, true, true]);
    expect(own?.box).toMatchObject({ x: 500, width: 50 });
    expect(none?.box).toMatchObject({ x: 500, y: 0, width: 50 });
  });

  it('keeps its number on the screen, wherever the item is', () => {
    const far = { start: DAY_ZERO + 900 * DAY, end: DAY_ZERO + 901 * DAY };

    for (const { tag } of place([pointer('m'), pointer('r'), pointer(null, far)], view, 500)) {
      expect(tag.x).toBeGreaterThan(0);
      expect(tag.x).toBeLessThan(1_000);
      expect(tag.y).toBeGreaterThan(0);
      expect(tag.y).toBeLessThan(40);
    }
  });

  it('stays at a zoom where a span can be told and has room', () => {
    const seen = { start: DAY_ZERO - 2 * DAY, end: DAY_ZERO + DAY };
    const right = { start: DAY_ZERO + 30 * DAY, end: DAY_ZERO + 32 * DAY };

    expect(viewOf(view, seen)).toBe(view);
    expect(viewOf(view, right).msPerPx).toBe(view.msPerPx);
  });

  it('shows all of a span, whole and wide enough to be told, from wherever it comes', () => {
    const someSpan = fc.record({
      from: fc.integer({ min: -400, max: 400 }),
      hours: fc.integer({ min: 0, max: 4_000 }),
    });
    const someView = fc.record({
      start: fc.integer({ min: -400, max: 400 }).map((day) => DAY_ZERO + day * DAY),
      msPerPx: fc.double({ min: 100_000, max: 40_000_000, noNaN: true }),
      width: fc.constant(600),
    });
    fc.assert(
      fc.property(someView, someSpan, (from, { from: day, hours }) => {
        const span = { start: DAY_ZERO + day * DAY, end: DAY_ZERO + day * DAY + hours * 3_600_000 };

        const next = viewOf(from, span);

        expect(span.start).toBeGreaterThanOrEqual(next.start);
        expect(span.end).toBeLessThanOrEqual(endOf(next));
        if (hours >= 16) expect(xAt(next, span.end) - xAt(next, span.start)).toBeGreaterThan(39);
      }),
    );
  });
});
