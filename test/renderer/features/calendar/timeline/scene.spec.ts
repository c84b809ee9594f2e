import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandSet } from '../../../../../renderer/features/calendar/timeline/bands.ts';
import { itemBox } from '../../../../../renderer/features/calendar/timeline/item-box.ts';
import { layOut, zoomBucket } from '../../../../../renderer/features/calendar/timeline/layout.ts';
import { buildModel, type TimelineModel } from '../../../../../renderer/features/calendar/timeline/model.ts';
import {
  buildScene,
  lanesIn,
  type Scene,
  type SceneInput,
} from '../../../../../renderer/features/calendar/timeline/scene.ts';
import { endOf, type Viewport, xAt } from '../../../../../renderer/features/calendar/timeline/viewport.ts';
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

const someView: fc.Arbitrary<Viewport> = fc.record({
  start: fc.integer({ min: -40, max: 140 }).map((day) => DAY_ZERO + day * DAY),
  msPerPx: fc.double({ min: 100_000, max: 40_000_000, noNaN: true }),
  width: fc.constant(600),
});

function sceneOf(model: TimelineModel, view: Viewport, changes: Partial<SceneInput> = {}): Scene {
  const layout = layOut(model, zoomBucket(view.msPerPx), measureText);
  return buildScene({
    model,
    layout,
    view,
    slice: { top: 0, height: layout.height },
    now: DAY_ZERO,
    hovered: null,
    active: null,
    preview: new Map(),
    measure: measureText,
    ...changes,
  });
}

function drawnIds(scene: Scene): readonly string[] {
  return [...scene.bars, ...scene.points, ...scene.departures].map(({ item }) => item.id).sort();
}

const month: Viewport = { start: DAY_ZERO - 5 * DAY, msPerPx: DAY / 20, width: 800 };

describe('renderer/features/calendar/timeline/scene', () => {
  it('draws exactly what a look at every item finds on screen', () => {
    fc.assert(
      fc.property(somePlan, someView, (model, view) => {
        const layout = layOut(model, zoomBucket(view.msPerPx), measureText);
        const brute = [...model.byId.values()].filter((item) => {
          const box = itemBox({ view, detail: layout.detail, y: 0 }, item);
          return box.x + box.width >= 0 && box.x <= view.width;
        });

        const drawn = new Set(drawnIds(sceneOf(model, view)));

        for (const item of brute) expect(drawn.has(item.id), item.id).toBe(true);
        for (const id of drawn) {
          const item = model.byId.get(id);
          // A little beyond the edges is allowed: glyphs reach over them.
          expect(item !== undefined && xAt(view, item.end) >= -20 && xAt(view, item.start) <= view.width + 20).toBe(
            true,
          );
        }
      }),
      { numRuns: 80 },
    );
  });

  it('draws the lanes of its slice alone', () => {
    const model = buildModel(
      ['a', 'b', 'c'].map((id) => lane(id, [release(`r-${id}`)])),
      DAY_ZERO,
    );
    const layout = layOut(model, zoomBucket(month.msPerPx), measureText);
    const [first, second] = layout.lanes;

    const seen = lanesIn(layout, { top: first?.height ?? 0, height: second?.height ?? 0 });

    expect(seen.map(({ index }) => index)).toEqual([1]);
    const scene = sceneOf(model, month, { slice: { top: first?.height ?? 0, height: second?.height ?? 0 } });
    expect(drawnIds(scene)).toEqual(['r-b']);
    expect(scene.departures[0]?.y).toBeLessThan(second?.height ?? 0);
  });

  it('lets no label touch a mark of its row or another label', () => {
    fc.assert(
      fc.property(somePlan, someView, (model, view) => {
        const scene = sceneOf(model, view);
        const texts = scene.labels.filter(({ x, item }) => item.what !== 'span' || x > xAt(view, item.end));

        for (const [index, text] of texts.entries()) {
          const to = text.x + measureText(text.text);
          for (const other of texts.slice(index + 1)) {
            if (other.y !== text.y) continue;
            expect(text.x < other.x + measureText(other.text) - 1e-6 && other.x < to - 1e-6).toBe(false);
          }
          for (const mark of [...scene.points, ...scene.departures]) {
            if (mark.y === text.y && mark.item !== text.item && scene.detail === 'full') {
              expect(mark.x > text.x && mark.x < to).toBe(false);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the label of a bar that began off screen at the edge', () => {
    const span = milestone('acceptance', { startAt: DAY_ZERO - 40 * DAY, endAt: DAY_ZERO + 20 * DAY });
    const model = modelOf(release('r', { departsAt: DAY_ZERO + 20 * DAY, milestones: [span] }));

    const scene = sceneOf(model, month);

    expect(scene.labels.find(({ text }) => text === 'acceptance')?.x).toBe(19);
  });

  it('puts the release before the name of a span whose departure is off screen, where that fits', () => {
    const span = (id: string, days: number) => milestone(id, { startAt: DAY_ZERO, endAt: DAY_ZERO + days * DAY });
    const model = modelOf(
      release('far', { departsAt: DAY_ZERO + 400 * DAY, milestones: [span('Maintenance', 20), span('LTS', 2)] }),
      release('near', { departsAt: DAY_ZERO + 20 * DAY, milestones: [span('Alpha', 20)] }),
    );

    const { labels } = sceneOf(model, month);

    expect(labels.map(({ text }) => text).toSorted()).toEqual(['Alpha', 'LTS', 'far · Maintenance', 'near']);
  });

  it('names the departure that keys stand on even where there is no room', () => {
    const crowd = ['before', 'after'].map((id, index) => release(id, { departsAt: DAY_ZERO + (index * 2 - 1) * DAY }));
    const model = modelOf(release('a-long-name'), ...crowd);
    const named = (active: string | null) =>
      sceneOf(model, month, { active }).labels.some(({ item }) => item.id === 'a-long-name');

    expect([named(null), named('a-long-name')]).toEqual([false, true]);
  });

  it('shows where dragged items go, and fades where they stand', () => {
    const model = modelOf(release('r', { milestones: [milestone('m')] }));
    const preview = new Map([['m', { start: DAY_ZERO + 2 * DAY, end: DAY_ZERO + 2 * DAY }]]);

    const scene = sceneOf(model, month, { preview, active: 'm' });

    expect(scene.points.map(({ item, faded }) => [item.id, faded])).toEqual([['m', true]]);
    expect(scene.ghosts.map(({ item }) => item.id)).toEqual(['m']);
    expect(scene.outlines[0]?.x).toBeCloseTo(xAt(month, DAY_ZERO + 2 * DAY) - 7);
    expect(scene.labels.some(({ item }) => item.id === 'm')).toBe(false);
  });

  it('lights the strip of the item in use; a departure alone has none', () => {
    const model = modelOf(
      release('a', { milestones: [milestone('a-cab', { startAt: DAY_ZERO - DAY })] }),
      release('b', {
        departsAt: DAY_ZERO + 10 * DAY,
        milestones: [milestone('b-cab', { startAt: DAY_ZERO + 9 * DAY })],
      }),
      release('alone', { departsAt: DAY_ZERO + 20 * DAY }),
    );

    const scene = sceneOf(model, month, { hovered: 'b-cab' });

    expect(scene.strips.map(({ lit }) => lit)).toEqual([false, true]);
  });

  it('shades days off until they are too narrow to be told apart', () => {
    const daysOff = [{ from: DAY_ZERO + 5 * DAY, to: DAY_ZERO + 7 * DAY, name: '' }];
    const model = buildModel([{ ...lane('t', [release('r')]), daysOff }], DAY_ZERO);

    expect(sceneOf(model, month).shades).toEqual([expect.objectContaining({ x: 200, width: 40 })]);
    expect(sceneOf(model, { ...month, msPerPx: DAY }).shades).toEqual([]);
  });

  it('knows now and where the lanes end', () => {
    const model = modelOf(release('r'));

    const scene = sceneOf(model, month);

    expect(scene.todayX).toBe(100);
    expect(sceneOf(model, month, { now: endOf(month) + 1e9 }).todayX).toBeNull();
    expect(scene.end).toBe(48);
  });

  it('marks what is in conflict at its left, in sight also where the item began off screen', () => {
    const span = milestone('long', { startAt: DAY_ZERO - 10 * DAY, endAt: DAY_ZERO + 5 * DAY });
    const model = modelOf(release('r', { departsAt: DAY_ZERO + 9 * DAY, milestones: [span] }));
    const marks = new Map([
      ['long', 'serious'],
      ['r', 'blocking'],
      ['elsewhere', 'minor'],
    ] as const);

    const { badges } = sceneOf(model, month, { marks });

    expect(badges.map(({ severity }) => severity).sort()).toEqual(['blocking', 'serious']);
    for (const { x } of badges) expect(x).toBeGreaterThanOrEqual(0);
  });

  it('draws bands behind the lanes that have them, cut to the screen, and headings without any', () => {
    const bands = bandSet([
      { kind: 'freeze', name: 'long', start: DAY_ZERO - 99 * DAY, end: DAY_ZERO },
      { kind: 'maintenance', name: 'past', start: DAY_ZERO - 99 * DAY, end: DAY_ZERO - 50 * DAY },
    ]);
    const heading = { ...lane('heading trains', []), of: 'heading' as const, bands };
    const model = buildModel([heading, { ...lane('t', [release('r')]), bands }], DAY_ZERO);

    const scene = sceneOf(model, month);

    expect(scene.headings).toEqual([{ x: 0, y: 0, width: month.width, height: 28 }]);
    expect(scene.bands).toEqual([{ kind: 'freeze', x: -2, y: 28, width: 102, height: 48 }]);
  });

  it('cuts the name of an entry where it has no room, and never that of a milestone', () => {
    const long = { start: DAY_ZERO, end: DAY_ZERO + 5 * DAY, label: 'A very long name' };
    const next = { start: DAY_ZERO + 5 * DAY, end: DAY_ZERO + 6 * DAY, label: '' };
    const entries = [anEntry('b', { ...long, row: 'x' }), anEntry('c', { ...next, row: 'x' })];
    const model = buildModel([{ ...lane('e', []), entries }], DAY_ZERO);

    const [label] = sceneOf(model, month).labels;

    expect(label?.text).toMatch(/^A very.*…$/);
    expect(measureText(label?.text ?? '')).toBeLessThanOrEqual(5 * 20);
  });
});
