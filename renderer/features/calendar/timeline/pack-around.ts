import { type PackedLanes, packLanes, type Span } from '../../../../shared/domain/calendar/pack-lanes.ts';

function mirrored({ start, end }: Span): Span {
  return { start: -end, end: -start };
}

/**
 * Packs spans outwards from a moment, so that spans added later at either end never move those that are
 * there: what ends less than `gap` before `anchor`, or later, is packed forwards; what starts before it, backwards. Any two
 * that are in both packings overlap, so each has a row of its own in either, and the rows of one are renamed to the other's.
 */
export function packAround(spans: readonly Span[], anchor: number, gap: number): PackedLanes {
  const options = { minWidth: 0, gap };
  const indices = spans.map((_, index) => index);
  const isLate = (index: number) => (spans[index]?.end ?? 0) + gap >= anchor;
  const isEarly = (index: number) => (spans[index]?.start ?? 0) < anchor;
  const late = indices.filter(isLate);
  const early = indices.filter(isEarly);
  const forwards = packLanes(
    late.map((index) => spans[index] as Span), // an index of the list
    options,
  );
  const backwards = packLanes(
    early.map((index) => mirrored(spans[index] as Span)), // an index of the list
    options,
  );
  const rows = new Array<number>(spans.length).fill(0);
  late.forEach((index, place) => {
    rows[index] = forwards.rows[place] ?? 0;
  });
  const renamed = renaming(
    early.flatMap((index, place) => (isLate(index) ? [[backwards.rows[place] ?? 0, rows[index] ?? 0] as const] : [])),
    Math.max(forwards.rowCount, backwards.rowCount),
  );
  early.forEach((index, place) => {
    if (!isLate(index)) rows[index] = renamed[backwards.rows[place] ?? 0] ?? 0;
  });
  return { rows, rowCount: Math.max(0, ...rows.map((row) => row + 1)) };
}

/** A permutation of `count` rows that takes each first row to its second; the others keep their order. */
function renaming(pairs: readonly (readonly [number, number])[], count: number): readonly number[] {
  const to = new Map(pairs);
  const taken = new Set(to.values());
  const free = Array.from({ length: count }, (_, row) => row).filter((row) => !taken.has(row));
  let next = 0;
  return Array.from({ length: count }, (_, row) => to.get(row) ?? free[next++] ?? row);
}
