import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SpanIndex, type Spanned } from '../../../../shared/domain/conflicts/span-index.ts';
import type { Span } from '../../../../shared/model/span.ts';

function entry(id: string, start: number, end: number): Spanned<string> {
  return { id, span: { start, end } as Span, item: id };
}

const someEntry = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 300 }), fc.integer({ min: -1, max: 40 }))
  .map(([id, start, length]) => entry(`e${id}`, start, start + length));

/** Entries of different ids, as an index is given them. */
const someEntries = fc.uniqueArray(someEntry, { selector: ({ id }) => id, maxLength: 31 });
const manyEntries = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 0, max: 900 })), { maxLength: 700 })
  .map((spans) => spans.map(([start, length], index) => entry(`e${index}`, start, start + length)));

/** The oracle: a look at every entry. */
function overlappingSlowly(entries: readonly Spanned<string>[], { start, end }: Span): readonly string[] {
  return entries
    .filter(({ span }) => span.start < end && start < span.end && span.start < span.end && start < end)
    .toSorted((a, b) => a.span.start - b.span.start || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

function range(start: number, end: number): Span {
  return { start, end } as Span;
}

describe('shared/domain/conflicts/span-index', () => {
  it('finds nothing in nothing', () => {
    expect(new SpanIndex().overlapping(range(0, 10))).toEqual([]);
  });

  it.each([
    ['ends where the search begins', [0, 10], [10, 20], []],
    ['begins where the search ends', [20, 30], [10, 20], []],
    ['shares the last moment', [19, 30], [10, 20], ['a']],
    ['holds the search', [0, 100], [10, 20], ['a']],
    ['lies inside', [12, 13], [10, 20], ['a']],
    ['is empty', [15, 15], [10, 20], []],
    ['is turned round', [18, 12], [10, 20], []],
    ['is searched by an empty span', [0, 100], [15, 15], []],
  ] as const)('of a span that %s', (_, [start, end], [from, to], expected) => {
    expect(new SpanIndex([entry('a', start, end)]).overlapping(range(from, to))).toEqual(expected);
  });

  it('says how many start before a moment, and what lies at a place', () => {
    const index = new SpanIndex([entry('b', 5, 6), entry('c', 7, 8), entry('a', 5, 9)]);

    expect([4, 5, 6, 8].map((moment) => index.startingBefore(moment))).toEqual([0, 0, 2, 3]);
    expect([0, 1, 2, 3].map((place) => index.at(place)?.id)).toEqual(['a', 'b', 'c', undefined]);
    expect(index.size).toBe(3);
  });

  it('stops where the visitor says so, or where enough was found', () => {
    const index = new SpanIndex([entry('a', 0, 9), entry('b', 1, 9), entry('c', 2, 9)]);
    const seen: string[] = [];

    index.visit(range(0, 5), (item) => seen.push(item) >= 2);

    expect(seen).toEqual(['a', 'b']);
    expect(index.overlapping(range(0, 5), 1)).toEqual(['a']);
    expect(index.overlapping(range(0, 5), 0)).toEqual([]);
  });

  it('finds in hundreds of spans what a look at each finds', () => {
    fc.assert(
      fc.property(manyEntries, fc.nat(5_000), fc.nat(1_000), (entries, from, length) => {
        const index = new SpanIndex(entries);

        expect(index.overlapping(range(from, from + length))).toEqual(
          overlappingSlowly(entries, range(from, from + length)),
        );
      }),
    );
  });

  it('answers after entries came and went what a new index answers', () => {
    const steps = fc.array(fc.tuple(fc.boolean(), someEntry), { maxLength: 60 });
    fc.assert(
      fc.property(someEntries, steps, (entries, changes) => {
        const index = new SpanIndex(entries);
        const held = new Map(entries.map((each) => [each.id, each]));
        for (const [isAdded, each] of changes) {
          const known = held.get(each.id);
          if (known !== undefined) index.remove(known);
          held.delete(each.id);
          if (isAdded) {
            index.add(each);
            held.set(each.id, each);
          }
        }

        for (const from of [0, 50, 100, 200, 290]) {
          const found = index.overlapping(range(from, from + 30));
          expect(found).toEqual(overlappingSlowly([...held.values()], range(from, from + 30)));
        }
        expect(index.size).toBe([...held.values()].filter(({ span }) => span.start < span.end).length);
      }),
    );
  });

  it('leaves what it does not hold', () => {
    const index = new SpanIndex([entry('a', 0, 9)]);

    index.remove(entry('b', 0, 9));
    index.remove(entry('a', 1, 9));

    expect(index.size).toBe(1);
  });
});
