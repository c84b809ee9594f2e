import { describe, expect, it } from 'vitest';
import { itemBox } from '../../../../../renderer/features/calendar/timeline/item-box.ts';
import type { Viewport } from '../../../../../renderer/features/calendar/timeline/viewport.ts';
import { DAY, DAY_ZERO, itemOf, milestone, modelOf, release } from '../../../../support/timeline.ts';

const view: Viewport = { start: DAY_ZERO, msPerPx: DAY / 20, width: 800 };
const model = modelOf(
  release('r', {
    departsAt: DAY_ZERO + 2 * DAY,
    milestones: [
      milestone('point', { startAt: DAY_ZERO + DAY }),
      milestone('span', { startAt: DAY_ZERO + 3 * DAY, endAt: DAY_ZERO + 5 * DAY }),
      milestone('short', { startAt: DAY_ZERO + 3 * DAY, endAt: DAY_ZERO + 3 * DAY + 60_000 }),
    ],
  }),
);

function boxOf(id: string, detail: 'full' | 'slim', span?: { start: number; end: number }) {
  return itemBox({ view, detail, y: 50 }, itemOf(model, id), span);
}

describe('renderer/features/calendar/timeline/item-box', () => {
  it('is a span as long as its time, around the middle of its row, and never too thin to be seen', () => {
    expect(boxOf('span', 'full')).toEqual({ x: 60, y: 42, width: 40, height: 16 });
    expect(boxOf('span', 'slim')).toEqual({ x: 60, y: 44.5, width: 40, height: 11 });
    expect(boxOf('short', 'full').width).toBe(5);
  });

  it('is the glyph of a point, or its tick', () => {
    expect(boxOf('point', 'full')).toEqual({ x: 13, y: 43, width: 14, height: 14 });
    expect(boxOf('point', 'slim')).toMatchObject({ x: 18, width: 4 });
  });

  it('is the pole and the pennant of a departure', () => {
    expect(boxOf('r', 'full')).toEqual({ x: 38, y: 41, width: 15, height: 18 });
  });

  it('stands where it is taken', () => {
    const span = { start: DAY_ZERO + 10 * DAY, end: DAY_ZERO + 11 * DAY };

    expect(boxOf('span', 'full', span)).toMatchObject({ x: 200, width: 20 });
  });
});
