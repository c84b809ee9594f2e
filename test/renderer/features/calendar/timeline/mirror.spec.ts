import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut, zoomBucket } from '../../../../../renderer/features/calendar/timeline/layout.ts';
import { MIRROR_LIMIT, mirrorOf } from '../../../../../renderer/features/calendar/timeline/mirror.ts';
import { buildModel, type TimelineModel } from '../../../../../renderer/features/calendar/timeline/model.ts';
import { endOf, fitRange } from '../../../../../renderer/features/calendar/timeline/viewport.ts';
import { DAY, DAY_ZERO, itemOf, lane, measureText, release, somePlan } from '../../../../support/timeline.ts';

const view = fitRange(800, DAY_ZERO, DAY_ZERO + 60 * DAY);

function mirrored(model: TimelineModel, active: string | null = null) {
  const layout = layOut(model, zoomBucket(view.msPerPx), measureText);
  const item = active === null ? null : itemOf(model, active);
  return mirrorOf({ layout, view, slice: { top: 0, height: layout.height } }, item);
}

describe('renderer/features/calendar/timeline/mirror', () => {
  it('holds every item on screen while they are not too many', () => {
    fc.assert(
      fc.property(somePlan, (model) => {
        const brute = [...model.byId.values()].filter(({ start, end }) => end >= view.start && start <= endOf(view));

        const ids = mirrored(model).flatMap(({ items }) => items.map(({ item }) => item.id));

        expect(new Set(ids)).toEqual(new Set(brute.map(({ id }) => id)));
      }),
    );
  });

  it('holds the nearest to the one in use, or to the middle, where there are too many', () => {
    const releases = Array.from({ length: 2_000 }, (_, index) =>
      release(`r${index}`, { departsAt: DAY_ZERO + (index * 60 * DAY) / 2_000 }),
    );
    const model = buildModel([lane('t', releases)], DAY_ZERO);

    const [middle] = mirrored(model);
    const [around] = mirrored(model, 'r100');
    const [end] = mirrored(model, 'r1999');

    expect(middle?.items).toHaveLength(MIRROR_LIMIT);
    expect(middle?.items.some(({ item }) => item.id === 'r1000')).toBe(true);
    expect(around?.items.some(({ item }) => item.id === 'r100')).toBe(true);
    expect(end?.items.at(-1)?.item.id).toBe('r1999');
  });

  it('holds the one in use wherever it is, with its lane: the focus stays on it', () => {
    const far = release('far', { departsAt: DAY_ZERO + 400 * DAY });
    const model = buildModel([lane('s', [release('near', { departsAt: DAY_ZERO + DAY })]), lane('t', [far])], DAY_ZERO);
    const layout = layOut(model, zoomBucket(view.msPerPx), measureText);
    const [first] = layout.lanes;

    const seen = mirrorOf({ layout, view, slice: { top: 0, height: (first?.height ?? 0) / 2 } }, itemOf(model, 'far'));

    expect(seen.map(({ lane: { index }, items }) => [index, items.map(({ item }) => item.id)])).toEqual([
      [0, ['near']],
      [1, ['far']],
    ]);
  });
});
