import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  covers,
  holds,
  intersect,
  normalise,
  overlap,
  overlaps,
  type SpanSet,
  span,
  subtract,
  totalMinutes,
  union,
  within,
} from '../../../../shared/domain/freezes/spans.ts';
import type { Span } from '../../../../shared/model/span.ts';
import { instant } from '../../../../shared/model/time.ts';

const LAST = 40;

/** The oracle: every moment of a small world, looked at one by one. */
function momentsOf(spans: Iterable<Span>): readonly number[] {
  const moments = Array.from({ length: LAST }, (_, at) => at);
  const list = [...spans];
  return moments.filter((at) => list.some(({ start, end }) => start <= at && at < end));
}

const someSpan = fc
  .tuple(fc.integer({ min: 0, max: LAST }), fc.integer({ min: 0, max: LAST }))
  .map(([a, b]) => span(a, b));
const forward = someSpan.map(({ start, end }) => (start <= end ? { start, end } : { start: end, end: start }));
const someSet = fc.array(someSpan, { maxLength: 8 }).map((spans) => normalise(spans));

function isNormal(set: SpanSet): boolean {
  return set.every(({ start, end }, index) => start < end && (set[index - 1]?.end ?? -1) < start);
}

describe('shared/domain/freezes/spans', () => {
  it.each([
    ['nothing', [], []],
    ['an empty span', [span(3, 3)], []],
    ['a span turned round', [span(5, 3)], []],
    ['two that touch', [span(3, 5), span(1, 3)], [span(1, 5)]],
    ['two that leave a hole', [span(4, 5), span(1, 3)], [span(1, 3), span(4, 5)]],
    ['one inside another', [span(1, 9), span(2, 3)], [span(1, 9)]],
  ])('normalises %s', (_, spans, expected) => {
    expect(normalise(spans)).toEqual(expected);
  });

  it('says that spans which only touch share nothing', () => {
    expect(overlaps(span(1, 3), span(3, 5))).toBe(false);
    expect(overlap(span(1, 3), span(3, 5))).toBeNull();
    expect(overlap(span(1, 4), span(3, 5))).toEqual(span(3, 4));
    expect(overlaps(span(2, 2), span(1, 5))).toBe(false);
  });

  it('counts minutes, with a fraction where bounds are not on whole ones', () => {
    expect(totalMinutes([])).toBe(0);
    expect(totalMinutes([span(0, 90_000), span(120_000, 180_000)])).toBe(2.5);
  });

  it('covers an empty span always, and a span over a hole never', () => {
    const set = [span(1, 3), span(4, 9)];

    expect(covers(set, span(3, 3))).toBe(true);
    expect(covers(set, span(2, 5))).toBe(false);
    expect(covers(set, span(4, 9))).toBe(true);
    expect(covers(set, span(8, 10))).toBe(false);
  });

  it('normalises to the same moments in one way only', () => {
    fc.assert(
      fc.property(fc.array(someSpan, { maxLength: 8 }), (spans) => {
        const set = normalise(spans);

        expect(isNormal(set)).toBe(true);
        expect(momentsOf(set)).toEqual(momentsOf(spans));
        expect(normalise([...spans].reverse())).toEqual(set);
        expect(normalise(set)).toEqual(set);
      }),
    );
  });

  it('unites, intersects and subtracts as sets of moments do', () => {
    fc.assert(
      fc.property(someSet, someSet, (a, b) => {
        const inA = new Set(momentsOf(a));
        const inB = new Set(momentsOf(b));

        expect(momentsOf(union(a, b))).toEqual(momentsOf([...a, ...b]));
        expect(momentsOf(intersect(a, b))).toEqual([...inA].filter((at) => inB.has(at)));
        expect(momentsOf(subtract(a, b))).toEqual([...inA].filter((at) => !inB.has(at)));
        expect([union(a, b), intersect(a, b), subtract(a, b)].every(isNormal)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('cuts a set to a span, and asks of single moments, as looking at each moment does', () => {
    fc.assert(
      fc.property(someSet, forward, (set, bounds) => {
        const inside = momentsOf(set).filter((at) => bounds.start <= at && at < bounds.end);

        expect(momentsOf(within(set, bounds))).toEqual(inside);
        expect(covers(set, bounds)).toBe(inside.length === bounds.end - bounds.start);
        expect(holds(set, bounds.start)).toBe(momentsOf(set).includes(bounds.start));
        expect(totalMinutes(set) * 60_000).toBeCloseTo(momentsOf(set).length);
      }),
      { numRuns: 500 },
    );
  });

  it('asks of a moment in a set with many spans', () => {
    const set = Array.from({ length: 1_000 }, (_, index) => span(index * 10, index * 10 + 5));

    expect(holds(set, instant(7_004))).toBe(true);
    expect(holds(set, instant(7_005))).toBe(false);
  });
});
