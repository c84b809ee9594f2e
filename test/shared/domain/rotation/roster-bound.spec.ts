import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundOf, unavoidable } from '../../../../shared/domain/rotation/roster-bound.ts';
import type { RosterProblem, Row } from '../../../../shared/domain/rotation/roster-problem.ts';
import { compareScores, type Score, scoreOf } from '../../../../shared/domain/rotation/roster-score.ts';

function bound(given: RosterProblem): Score {
  return boundOf({ row: 0, leads: 0, shadows: 0, unpaired: 0, loads: [] }, unavoidable(given), given.able);
}

function problem(rows: readonly Row[], changes: Partial<RosterProblem> = {}): RosterProblem {
  return { rows, together: [], people: 3, rest: 1, strict: false, able: [0, 1, 2], ...changes };
}

const settled = (...people: readonly number[]): Row => ({
  fixed: people.map((one) => ({ person: one, part: 'lead' })),
  lead: null,
  shadow: null,
});

const somePeople = fc.subarray([0, 1, 2]);
const someRow: fc.Arbitrary<Row> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ fixed: fc.constant([]), lead: somePeople, shadow: somePeople }) },
  { weight: 1, arbitrary: somePeople.map((people) => settled(...people.slice(0, 2))) },
);

/** Every roster of a problem. */
function* rosters({ rows }: RosterProblem, at = 0): Generator<{ lead: number[]; shadow: number[] }> {
  const row = rows[at];
  if (row === undefined) {
    yield { lead: [], shadow: [] };
    return;
  }
  for (const lead of [-1, ...(row.lead ?? [])]) {
    for (const shadow of [-1, ...(row.shadow ?? [])]) {
      for (const rest of rosters({ rows } as RosterProblem, at + 1)) {
        yield { lead: [lead, ...rest.lead], shadow: [shadow, ...rest.shadow] };
      }
    }
  }
}

describe('shared/domain/rotation/roster-bound', () => {
  it('counts places that nobody could take', () => {
    expect(
      bound(
        problem([
          { fixed: [], lead: [], shadow: [0] },
          { fixed: [], lead: [0], shadow: [] },
        ]),
      ).slice(0, 2),
    ).toEqual([1, 1]);
  });

  it('knows that the first leads of a team without a past are unfamiliar, as long as its first have to rest', () => {
    const open: Row = { fixed: [], lead: [0, 1, 2], shadow: [] };

    expect(bound(problem([open, open, open]))[2]).toBe(2);
    expect(bound(problem([open, open, open], { rest: 0 }))[2]).toBe(1);
  });

  it('knows that nobody is new where all have led', () => {
    expect(bound(problem([settled(0, 1), { fixed: [], lead: [], shadow: [0, 1] }]))[2]).toBe(1);
  });

  it('knows the spread that the past leaves: five parts against an average of two', () => {
    const past = Array.from({ length: 5 }, () => settled(0));

    expect(bound(problem([...past, { fixed: [], lead: [1], shadow: [2] }]))[3]).toBe(4);
  });

  it('is never more than the best of all rosters', () => {
    fc.assert(
      fc.property(
        fc.array(someRow, { maxLength: 4 }),
        fc.integer({ min: 0, max: 2 }),
        fc.boolean(),
        (rows, rest, strict) => {
          const able = [0, 1, 2].filter((person) =>
            rows.some(({ lead, shadow }) => lead?.includes(person) || shadow?.includes(person)),
          );
          const given = problem(rows, { rest, strict, able });

          const least = bound(given);

          for (const choice of rosters(given)) {
            const score = scoreOf(choice, given);
            if (score !== null) expect(compareScores(least, score, 4)).toBeLessThanOrEqual(0);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
