import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packAround } from '../../../../../renderer/features/calendar/timeline/pack-around.ts';

const someSpans = fc.array(
  fc
    .tuple(fc.integer({ min: -120, max: 120 }), fc.integer({ min: 1, max: 60 }))
    .map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 40 },
);

describe('renderer/features/calendar/timeline/pack-around', () => {
  it('puts no two overlapping spans on one row, whatever the anchor and the gap', () => {
    fc.assert(
      fc.property(
        someSpans,
        fc.integer({ min: -130, max: 130 }),
        fc.integer({ min: 0, max: 9 }),
        (spans, anchor, gap) => {
          const { rows, rowCount } = packAround(spans, anchor, gap);

          for (const [index, one] of spans.entries()) {
            expect(rows[index]).toBeLessThan(rowCount);
            for (const [place, other] of spans.entries()) {
              const together = place > index && rows[index] === rows[place];
              if (together) expect(one.start < other.end + gap && other.start < one.end + gap).toBe(false);
            }
          }
        },
      ),
      {
        // Two that share a row on the way forwards, and lie about the anchor by the gap alone.
        examples: [
          [
            [
              { start: 0, end: 1 },
              { start: 0, end: 2 },
              { start: -10, end: -9 },
              { start: -9, end: -8 },
            ],
            -1,
            8,
          ],
        ],
      },
    );
  });

  it('moves nothing when spans come in at the late end, or at the early one', () => {
    fc.assert(
      fc.property(someSpans, fc.integer({ min: -100, max: 100 }), (spans, anchor) => {
        const known = packAround(spans, anchor, 2).rows;
        const last = Math.max(anchor + 2, ...spans.map(({ start }) => start));
        const first = Math.min(anchor - 2, ...spans.map(({ end }) => end));
        const later = spans.map((_, index) => ({ start: last + index, end: last + index + 30 }));
        const earlier = spans.map((_, index) => ({ start: first - index - 40, end: first - index - 3 }));

        expect(packAround([...spans, ...later], anchor, 2).rows.slice(0, spans.length)).toEqual(known);
        expect(packAround([...spans, ...earlier], anchor, 2).rows.slice(0, spans.length)).toEqual(known);
      }),
    );
  });

  it('keeps apart what ends before the anchor and what lies over it, although they are packed from two sides', () => {
    const over = [
      { start: -10, end: 5 },
      { start: -5, end: 20 },
    ];

    const { rows } = packAround([...over, { start: -40, end: -8 }], 0, 0);

    expect(rows).toEqual([0, 1, 1]);
  });

  it('needs no row for nothing', () => {
    expect(packAround([], 0, 4)).toEqual({ rows: [], rowCount: 0 });
  });
});
