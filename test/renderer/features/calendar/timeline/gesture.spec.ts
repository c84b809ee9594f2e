import { describe, expect, it } from 'vitest';
import { drag, edgePan, idle, press } from '../../../../../renderer/features/calendar/timeline/gesture.ts';
import { buildModel } from '../../../../../renderer/features/calendar/timeline/model.ts';
import type { Viewport } from '../../../../../renderer/features/calendar/timeline/viewport.ts';
import { anEntry } from '../../../../support/calendar-lanes.ts';
import { DAY, DAY_ZERO, itemOf, lane, milestone, modelOf, release } from '../../../../support/timeline.ts';

const view: Viewport = { start: DAY_ZERO, msPerPx: DAY / 20, width: 800 };
const item = itemOf(modelOf(release('r', { milestones: [milestone('m', { startAt: DAY_ZERO + 5 * DAY })] })), 'm');
const hit = { item, part: 'body' } as const;
const at = (x: number, y = 50) => ({ view, x, y });

describe('renderer/features/calendar/timeline/gesture', () => {
  it('is still a press while the pointer trembles', () => {
    const pressed = press(view, { x: 100, y: 50 }, hit);

    expect(drag(pressed, at(102, 51), true)).toBe(pressed);
  });

  it('drags the item that was pressed, by whole days', () => {
    const pressed = press(view, { x: 100, y: 50 }, hit);

    const dragged = drag(pressed, at(151), true);

    expect(dragged).toMatchObject({ kind: 'editing', edit: { startBy: 3 * 1440, endBy: 3 * 1440 } });
    expect(drag(dragged, at(152), true)).toBe(dragged);
    expect(drag(dragged, at(100), true)).toMatchObject({ edit: { startBy: 0 } });
  });

  it('pans when the ground was pressed', () => {
    const panning = drag(press(view, { x: 100, y: 50 }, null), at(130), true);

    expect(panning).toEqual({ kind: 'panning', x: 100, y: 50 });
    expect(drag(panning, at(140, 60), true)).toEqual({ kind: 'panning', x: 140, y: 60 });
  });

  it('pans in place of moving where nothing may be moved', () => {
    expect(drag(press(view, { x: 100, y: 50 }, hit), at(160), false).kind).toBe('panning');
  });

  it('does nothing while nothing is pressed', () => {
    expect(drag(idle, at(500), true)).toBe(idle);
  });

  it.each([
    { x: 400, pixels: 0 },
    { x: 0, pixels: 14 },
    { x: 18, pixels: 7 },
    { x: 800, pixels: -14 },
    { x: 2_000, pixels: -14 },
  ])('pans by $pixels pixels a frame when held at $x', ({ x, pixels }) => {
    expect(edgePan(view.width, x)).toBeCloseTo(pixels);
  });

  it('pans where what is held cannot be moved there', () => {
    const fixed = itemOf(buildModel([{ ...lane('e', []), entries: [anEntry('b', { fixed: 'No.' })] }], DAY_ZERO), 'b');

    const pressed = press(view, { x: 10, y: 10 }, { item: fixed, part: 'body' });

    expect(drag(pressed, { view, x: 60, y: 10 }, true).kind).toBe('panning');
  });
});
