import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Labelled, placeLabels } from '../../../../../renderer/features/calendar/timeline/label-room.ts';

const point = (at: number, label: number, first = false): Labelled => ({ start: at - 8, end: at + 8, label, first });

const someRow = fc
  .array(
    fc.record({
      start: fc.integer({ min: 0, max: 1_000 }),
      length: fc.integer({ min: 1, max: 120 }),
      label: fc.integer({ min: 10, max: 160 }),
      first: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((marks) =>
    marks
      .map(({ start, length, ...rest }) => ({ start, end: start + length, ...rest }))
      .sort((a, b) => a.start - b.start),
  );

describe('renderer/features/calendar/timeline/label-room', () => {
  it('puts labels on the right where there is room', () => {
    expect(placeLabels([point(0, 40), point(100, 40)])).toEqual(['right', 'right']);
  });

  it('leaves a label out where the next mark is too near', () => {
    expect(placeLabels([point(0, 90), point(100, 40)])).toEqual([null, 'right']);
  });

  it('gives those that choose first the left, before the others take it', () => {
    const row = [point(0, 40), point(100, 60, true), point(130, 10)];

    expect(placeLabels(row)).toEqual([null, 'left', 'right']);
  });

  it('gives the first of a row the left where the right is taken', () => {
    expect(placeLabels([point(0, 90, true), point(60, 40)])).toEqual(['left', 'right']);
  });

  it('does not name a mark that a longer one covers', () => {
    const row = [
      { start: 0, end: 200, label: 20, first: false },
      { start: 50, end: 60, label: 20, first: true },
    ];

    expect(placeLabels(row)).toEqual([null, null]);
  });

  it('lets no label touch a mark or another label', () => {
    fc.assert(
      fc.property(someRow, (row) => {
        const sides = placeLabels(row);

        const labels = row.flatMap((mark, index) => {
          if (sides[index] === 'right') return [{ from: mark.end, to: mark.end + mark.label }];
          if (sides[index] === 'left') return [{ from: mark.start - mark.label, to: mark.start }];
          return [];
        });
        const marks = row.map(({ start, end }) => ({ from: start, to: end }));
        const overlaps = (a: { from: number; to: number }, b: { from: number; to: number }) =>
          a.from < b.to && b.from < a.to;
        for (const [index, label] of labels.entries()) {
          expect(marks.some((mark) => overlaps(label, mark))).toBe(false);
          expect(labels.some((other, place) => place !== index && overlaps(label, other))).toBe(false);
        }
      }),
    );
  });
});
