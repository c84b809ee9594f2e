import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layStrip, type StripMark } from '../../../renderer/ui/milestone-strip-model.ts';

const measure = (text: string) => text.length * 7;

function mark(id: string, start: number, end: number | null = null): StripMark {
  return { id, kind: 'uat', label: id, note: '', start, end };
}

const frame = { from: 0, to: 1_000, width: 800, margin: 20, measure };

describe('renderer/ui/milestone-strip-model', () => {
  it('puts time on the width between its margins', () => {
    const strip = layStrip([mark('a', 500), mark('b', 0, 250)], frame);

    expect(strip.x(0)).toBe(20);
    expect(strip.x(1_000)).toBe(780);
    expect(strip.marks.map(({ x, width }) => [x, width])).toEqual([
      [400, 0],
      [20, 190],
    ]);
  });

  it('writes on the left where the right edge is near', () => {
    const strip = layStrip([mark('a long name', 950)], frame);

    expect(strip.marks[0]).toMatchObject({ anchor: 'end', textX: strip.x(950) - 14 });
  });

  it('writes over the mark where neither side has room, and cuts nothing off', () => {
    const text = 'Code freeze three working days before it departs';

    const [long, point] = layStrip([mark(text, 300, 990), mark(text.repeat(2), 600)], frame).marks;

    // 20 + 300 * 0.76 = 248, and the gap of 6; the second is 679 wide with its gap.
    expect(long).toMatchObject({ anchor: 'start', textX: 254 });
    expect(point).toMatchObject({ anchor: 'start', textX: 800 - 96 * 7 - 6 });
  });

  it('keeps texts off the line of the departure where there is room on the other side', () => {
    const departure = { ...mark('Departure', 500), kind: null };

    const strip = layStrip([mark('early', 10), mark('Scope cut-off', 400), mark('after', 510), departure], frame);

    expect(strip.marks.map(({ mark: { label }, anchor }) => [label, anchor])).toEqual([
      ['early', 'start'],
      ['Scope cut-off', 'end'],
      ['after', 'start'],
      ['Departure', 'start'],
    ]);
  });

  it('shows every text, none over another', () => {
    const someMarks = fc.array(
      fc
        .tuple(
          fc.integer({ min: 0, max: 1_000 }),
          fc.option(fc.integer({ min: 0, max: 400 })),
          fc.integer({ min: 1, max: 20 }),
        )
        .map(([start, length, name]) =>
          mark('n'.repeat(name), start, length === null ? null : Math.min(1_000, start + length)),
        ),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(someMarks, (marks) => {
        const { marks: placed, rows } = layStrip(marks, frame);
        const boxes = placed.map(({ mark: { label, end }, x, width, textX, anchor, row }) => {
          const text = anchor === 'start' ? [textX, textX + measure(label)] : [textX - measure(label), textX];
          const reach = end === null ? 8 : 0;
          return { row, from: Math.min(x - reach, ...text), to: Math.max(x + width + reach, ...text) };
        });
        expect(placed).toHaveLength(marks.length);
        for (const [index, one] of boxes.entries()) {
          expect(one.row).toBeLessThan(rows);
          for (const other of boxes.slice(index + 1)) {
            if (one.row === other.row) expect(one.from < other.to && other.from < one.to).toBe(false);
          }
        }
      }),
    );
  });

  it('stands one moment alone', () => {
    const strip = layStrip([mark('a', 5)], { ...frame, from: 5, to: 5 });

    expect(strip.rows).toBe(1);
    expect(Number.isFinite(strip.marks[0]?.x)).toBe(true);
  });
});
