import { describe, expect, it } from 'vitest';
import { ghostsOf, type PreviewSpan } from '../../../../../renderer/features/calendar/timeline/ghosts.ts';
import { layOut, metrics, zoomBucket } from '../../../../../renderer/features/calendar/timeline/layout.ts';
import { buildModel } from '../../../../../renderer/features/calendar/timeline/model.ts';
import type { Viewport } from '../../../../../renderer/features/calendar/timeline/viewport.ts';
import { anEntry } from '../../../../support/calendar-lanes.ts';
import { DAY, DAY_ZERO, lane, measureText } from '../../../../support/timeline.ts';

const view: Viewport = { start: DAY_ZERO, msPerPx: DAY / 20, width: 800 };
const days = (from: number, to: number) => ({ start: DAY_ZERO + from * DAY, end: DAY_ZERO + to * DAY });
const model = buildModel(
  [
    { ...lane('Staging', []), of: 'environment', entries: [anEntry('b', days(0, 2)), anEntry('along', days(0, 2))] },
    {
      ...lane('Load test', []),
      of: 'environment',
      entries: [anEntry('early', days(0, 4)), anEntry('late', days(3, 6))],
    },
    { ...lane('Empty', []), of: 'environment' },
  ],
  DAY_ZERO,
);
const layout = layOut(model, zoomBucket(view.msPerPx), measureText);
const [, load, empty] = layout.lanes;
const rowOf = (id: string) => load?.items.find(({ item }) => item.id === id)?.y;

function ghosts(preview: Readonly<Record<string, PreviewSpan>>, top = 0) {
  const at = { model, layout, view, slice: { top, height: 400 } };
  return ghostsOf({ ...at, preview: new Map(Object.entries(preview)) });
}

describe('renderer/features/calendar/timeline/ghosts', () => {
  it('stays on its row while its lane stays', () => {
    const own = layout.lanes[0]?.items.find(({ item }) => item.id === 'b')?.y ?? 0;

    expect(ghosts({ b: days(3, 5) }, 10)).toMatchObject([{ y: own - 10, box: { x: 60, width: 40 } }]);
    expect(ghosts({ gone: days(3, 5) })).toEqual([]);
  });

  it('takes the first row of another lane that is free then, the middle of an empty one, else its edge', () => {
    const on = (from: number, to: number, id: string) => ghosts({ b: { ...days(from, to), on: [id] } })[0]?.y;

    expect(on(5, 7, 'Load test')).toBe(rowOf('early'));
    expect(on(0, 2, 'Load test')).toBe(rowOf('late'));
    expect(on(3, 4, 'Load test')).toBe((load?.y ?? 0) + (load?.height ?? 0) - metrics.full.row / 2);
    expect(on(3, 4, 'Empty')).toBe((empty?.y ?? 0) + metrics.laneMin / 2);
  });

  it('stands once on each lane that it goes to, and on none where it would be gone', () => {
    const shown = ghosts({
      b: { ...days(3, 5), on: ['Load test', 'Empty', 'folded'] },
      along: { ...days(3, 5), on: [] },
    });

    expect(shown.map(({ item }) => item.id)).toEqual(['b', 'b']);
  });
});
