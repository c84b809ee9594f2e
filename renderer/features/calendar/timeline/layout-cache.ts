import { type Layout, layOut, type Measure, zoomBucket } from './layout.ts';
import type { TimelineModel } from './model.ts';
import { type Ticks, ticksFor, tierAt } from './ticks.ts';
import { endOf, type Viewport } from './viewport.ts';
import type { ZoneClock } from './zone-clock.ts';

/** Layouts kept at once: an octave and a half. */
const MOST_LAYOUTS = 12;

export interface LayoutCache {
  readonly of: (model: TimelineModel, msPerPx: number) => Layout;
  /** After a font has come, widths are others. */
  readonly forget: () => void;
}

/** Remembers layouts per zoom bucket until the model changes. */
export function createLayoutCache(measure: Measure): LayoutCache {
  let of: TimelineModel | null = null;
  let layouts = new Map<number, Layout>();

  function layoutOf(model: TimelineModel, msPerPx: number): Layout {
    if (model !== of) {
      of = model;
      layouts = new Map();
    }
    const bucket = zoomBucket(msPerPx);
    const known = layouts.get(bucket);
    if (known !== undefined) return known;
    const layout = layOut(model, bucket, measure);
    if (layouts.size >= MOST_LAYOUTS) layouts.clear();
    layouts.set(bucket, layout);
    return layout;
  }

  return {
    of: layoutOf,
    forget: () => {
      of = null;
    },
  };
}

/** Remembers the axis for a screen to either side, so that panning rarely computes one. */
export function createTicksCache(): (clock: ZoneClock, view: Viewport) => Ticks {
  let known: { readonly key: string; readonly from: number; readonly to: number; readonly ticks: Ticks } | null = null;
  return (clock, view) => {
    const tier = tierAt(view.msPerPx);
    const key = `${clock.zone} ${tier.unit} ${tier.step} ${Math.round(Math.log2(view.msPerPx) * 4)}`;
    const to = endOf(view);
    if (known !== null && known.key === key && known.from <= view.start && known.to >= to) return known.ticks;
    const aside = to - view.start;
    const range = { from: view.start - aside, to: to + aside };
    known = { key, ...range, ticks: ticksFor(clock, range, view.msPerPx) };
    return known.ticks;
  };
}
