import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  forEachOverlap,
  type IntervalIndex,
  intervalIndex,
  someOverlap,
} from '../../../../shared/domain/freezes/interval-index.ts';
import { span } from '../../../../shared/domain/freezes/spans.ts';
import type { Span } from '../../../../shared/model/span.ts';
import { cpuMilliseconds } from '../../../support/cpu-time.ts';

function found(index: IntervalIndex<Span>, range: Span): readonly Span[] {
  const visited: Span[] = [];
  forEachOverlap(index, range, (one) => visited.push(one));
  return visited;
}

const someSpan = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }))
  .map(([start, length]) => span(start, start + length));

describe('shared/domain/freezes/interval-index', () => {
  it('finds nothing in nothing', () => {
    expect(
      found(
        intervalIndex<Span>([], (one) => one),
        span(0, 100),
      ),
    ).toEqual([]);
  });

  it('visits what a look at each one finds, in order of the starts', () => {
    fc.assert(
      fc.property(fc.array(someSpan, { maxLength: 40 }), someSpan, (spans, range) => {
        const index = intervalIndex(spans, (one) => one);
        const byHand = spans
          .filter(
            (one) => one.start < one.end && range.start < range.end && one.start < range.end && range.start < one.end,
          )
          .sort((a, b) => a.start - b.start);

        expect(found(index, range)).toEqual(byHand);
      }),
      { numRuns: 500 },
    );
  });

  it('does not look at all of a long list to find one', () => {
    const spans = Array.from({ length: 100_000 }, (_, at) => span(at * 10, at * 10 + 5));
    const index = intervalIndex(spans, (one) => one);
    const before = cpuMilliseconds();
    let count = 0;
    for (let turn = 0; turn < 10_000; turn += 1) count += found(index, span(turn * 90, turn * 90 + 8)).length;

    expect(count).toBe(10_000);
    expect(cpuMilliseconds() - before).toBeLessThan(1_000);
  });

  it('stops asking at the first that meets the test', () => {
    const index = intervalIndex([span(30, 40), span(10, 20), span(20, 30)], (one) => one);
    const asked: number[] = [];

    const isMet = someOverlap(index, span(0, 50), (one) => {
      asked.push(one.start);
      return one.start === 20;
    });

    expect([isMet, asked]).toEqual([true, [10, 20]]);
    expect(someOverlap(index, span(0, 50), () => false)).toBe(false);
    expect(someOverlap(index, span(15, 15), () => true)).toBe(false);
  });
});
