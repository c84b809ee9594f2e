import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RosterProblem, Row } from '../../../../shared/domain/rotation/roster-problem.ts';
import { compareScores, scoreOf, spreadOf, Tally } from '../../../../shared/domain/rotation/roster-score.ts';

const ALL = [0, 1, 2];
const open: Row = { fixed: [], lead: ALL, shadow: ALL };

function problem(rows: readonly Row[], changes: Partial<RosterProblem> = {}): RosterProblem {
  return { rows, together: [], people: 3, rest: 1, strict: false, able: ALL, ...changes };
}

function score(pairs: readonly (readonly [lead: number, shadow: number])[], given: RosterProblem) {
  return scoreOf({ lead: pairs.map(([lead]) => lead), shadow: pairs.map(([, shadow]) => shadow) }, given);
}

describe('shared/domain/rotation/roster-score', () => {
  it.each([
    ['leads first', [1, 0, 0, 1, 0], [0, 9, 9, 9, 9], 1],
    ['then shadows', [0, 1, 0, 1, 0], [0, 0, 9, 9, 9], 1],
    ['then the pairing', [0, 0, 1, 1, 0], [0, 0, 0, 9, 9], 1],
    ['then the spread', [0, 0, 0, 2, 0], [0, 0, 0, 1, 9], 1],
    ['then evenness', [0, 0, 0, 1, 8], [0, 0, 0, 1, 9], -1],
  ] as const)('compares %s', (_what, a, b, expected) => {
    expect(Math.sign(compareScores(a, b))).toBe(expected);
    expect(Math.sign(compareScores(b, a))).toBe(-expected);
  });

  it('compares the first numbers alone where that is asked for', () => {
    expect(compareScores([0, 0, 0, 1, 8], [0, 0, 0, 1, 9], 4)).toBe(0);
  });

  it.each([
    [[3, 1, 2], [0, 1, 2], 2],
    [[3, 1, 2], [0, 2], 1],
    [[3, 1, 2], [], 0],
  ])('knows the spread of %j among %j: %i', (loads, able, expected) => {
    expect(spreadOf(loads, able)).toBe(expected);
  });

  it('counts what is missing, what is not paired, the spread and the squares', () => {
    // The first lead never had a part; 1 is a shadow first and then leads; 2 gets nothing.
    expect(
      score(
        [
          [0, 1],
          [-1, -1],
          [1, -1],
        ],
        problem([open, open, open]),
      ),
    ).toEqual([1, 2, 1, 2, 5]);
  });

  it('takes a spread of 0 for as good as 1', () => {
    expect(score([[0, 1]], problem([open], { able: [0, 1] }))?.[3]).toBe(1);
  });

  it('counts no place as missing that is settled', () => {
    const settled: Row = { fixed: [{ person: 0, part: 'lead' }], lead: null, shadow: ALL };

    expect(score([[-1, -1]], problem([settled]))?.slice(0, 2)).toEqual([0, 1]);
  });

  it.each<[string, readonly (readonly [number, number])[], RosterProblem]>([
    ['both parts at once', [[1, 1]], problem([open])],
    [
      'two in a row',
      [
        [0, 1],
        [2, 0],
      ],
      problem([open, open]),
    ],
    [
      'too little rest',
      [
        [0, 1],
        [-1, -1],
        [0, 2],
      ],
      problem([open, open, open], { rest: 2 }),
    ],
    [
      'a part beside one that is settled',
      [[-1, 0]],
      problem([{ ...open, fixed: [{ person: 0, part: 'lead' }], lead: null }]),
    ],
    [
      'a row after one that is settled',
      [
        [-1, -1],
        [0, -1],
      ],
      problem([{ fixed: [{ person: 0, part: 'lead' }], lead: null, shadow: null }, open]),
    ],
    [
      'a row before one that is settled',
      [
        [0, -1],
        [-1, -1],
      ],
      problem([open, { fixed: [{ person: 0, part: 'lead' }], lead: null, shadow: null }]),
    ],
    ['an unfamiliar lead in a strict pairing', [[0, -1]], problem([open], { strict: true })],
  ])('refuses %s', (_what, pairs, given) => {
    expect(score(pairs, given)).toBeNull();
  });

  it('lets two settled parts be in a row: people decided that', () => {
    const settled: Row = { fixed: [{ person: 0, part: 'lead' }], lead: null, shadow: null };

    expect(
      score(
        [
          [-1, -1],
          [-1, -1],
        ],
        problem([settled, settled]),
      ),
    ).toEqual([0, 0, 0, 2, 4]);
  });

  it('is as it was after a row is taken back', () => {
    const pair = fc.tuple(fc.integer({ min: -1, max: 2 }), fc.integer({ min: -1, max: 2 }));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 6 }), pair, fc.nat(2), (pairs, other, fixed) => {
        const rows = pairs.map(
          (_, at): Row => (at % 3 === 2 ? { ...open, fixed: [{ person: fixed, part: 'shadow' }] } : open),
        );
        const given = problem(rows);
        const plain = new Tally(given);
        const tried = new Tally(given);

        for (const [at, [lead, shadow]] of pairs.entries()) {
          if (tried.take(at, ...other) >= 0) tried.takeBack(at, ...other);
          const wrong = plain.take(at, lead, shadow);
          expect(tried.take(at, lead, shadow)).toBe(wrong);
          expect([...tried.loads]).toEqual([...plain.loads]);
          if (wrong < 0) return;
        }
      }),
    );
  });
});
