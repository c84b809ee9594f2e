import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cullIndex,
  cullRange,
  lowerBound,
  upperBound,
} from '../../../../../renderer/features/calendar/timeline/cull.ts';

const someSpans = fc
  .array(fc.tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: 0, max: 80 })), { maxLength: 60 })
  .map((pairs) => pairs.map(([start, length]) => ({ start, end: start + length })).sort((a, b) => a.start - b.start));

describe('renderer/features/calendar/timeline/cull', () => {
  it('finds exactly the spans that a search of all of them finds', () => {
    fc.assert(
      fc.property(
        someSpans,
        fc.integer({ min: -150, max: 150 }),
        fc.integer({ min: 0, max: 120 }),
        (spans, from, width) => {
          const to = from + width;
          const brute = spans.filter((span) => span.start <= to && span.end >= from);

          const [first, last] = cullRange(cullIndex(spans), from, to);

          expect(spans.slice(first, last).filter((span) => span.end >= from)).toEqual(brute);
        },
      ),
    );
  });

  it('looks at nothing outside the range it names', () => {
    const spans = Array.from({ length: 1_000 }, (_, index) => ({ start: index * 10, end: index * 10 + 5 }));

    expect(cullRange(cullIndex(spans), 5_000, 5_020)).toEqual([500, 503]);
  });

  it('reaches back to a long span that covers the range', () => {
    const spans = [
      { start: 0, end: 1_000 },
      { start: 10, end: 11 },
      { start: 20, end: 21 },
    ];

    expect(cullRange(cullIndex(spans), 500, 600)).toEqual([0, 3]);
  });

  it('finds bounds in values that do not fall', () => {
    const values = Float64Array.of(1, 2, 2, 3);

    expect([lowerBound(values, 2), upperBound(values, 2)]).toEqual([1, 3]);
    expect([lowerBound(values, 9), upperBound(values, 0)]).toEqual([4, 0]);
    expect(lowerBound(new Float64Array(), 1)).toBe(0);
  });
});
