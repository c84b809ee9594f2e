import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';

/** The row that a table's keys are on: which it is, and where it stood when that was last known. */
export interface ActiveRow {
  /** Null until a row was taken. */
  readonly key: string | null;
  readonly index: number;
}

/** Where the active row stands now: rows come and go around it; one that is gone leaves its place to what follows it. */
export function placeOfActive(count: number, keyAt: (index: number) => string, { key, index }: ActiveRow): number {
  const near = Math.max(0, Math.min(index, count - 1));
  if (key === null || count === 0 || keyAt(near) === key) return near;
  for (let place = 0; place < count; place += 1) if (keyAt(place) === key) return place;
  return near;
}

/** The rows to draw: those in sight, and the one that the keys are on, which would otherwise name no element. */
export function rowsToDraw(range: Range, active: number | null): number[] {
  const seen = defaultRangeExtractor(range);
  if (active === null || active >= range.count || seen.includes(active)) return seen;
  return [...seen, active].sort((one, other) => one - other);
}
