import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RosterProblem, Row } from '../../../../shared/domain/rotation/roster-problem.ts';
import { scoreOf } from '../../../../shared/domain/rotation/roster-score.ts';
import { searchRoster } from '../../../../shared/domain/rotation/roster-search.ts';
import { randomStreams } from '../../../../shared/domain/stats/seeded-random.ts';

const ALL = [0, 1, 2, 3];
const open: Row = { fixed: [], lead: ALL, shadow: ALL };

function problem(rows: readonly Row[], changes: Partial<RosterProblem> = {}): RosterProblem {
  return { rows, together: [], people: 4, rest: 1, strict: false, able: ALL, ...changes };
}

function search(given: RosterProblem, { seed = 1, changes = 2_000, nodes = 50_000 } = {}) {
  return searchRoster(given, { random: randomStreams(seed)().next, changes, nodes });
}

describe('shared/domain/rotation/roster-search', () => {
  it('finds nothing to do in a roster without rows', () => {
    expect(search(problem([], { people: 0, able: [] }))).toEqual({
      choice: { lead: [], shadow: [] },
      score: [0, 0, 0, 1, 0],
      proved: true,
    });
  });

  it('fills all places of four people in pairs that take turns', () => {
    const { choice, score, proved } = search(problem([open, open, open, open, open, open]));

    expect(score.slice(0, 2)).toEqual([0, 0]);
    expect(score[3]).toBe(1);
    expect(proved).toBe(true);
    expect(choice.lead.every((one) => one >= 0) && choice.shadow.every((one) => one >= 0)).toBe(true);
  });

  it('gives the same roster for the same seed, and others for others', () => {
    const rows = Array.from({ length: 8 }, () => open);
    const texts = [1, 1, 2, 3, 4, 5].map((seed) => JSON.stringify(search(problem(rows), { seed }).choice));

    expect(texts[0]).toBe(texts[1]);
    expect(new Set(texts).size).toBeGreaterThan(1);
  });

  it('says so where it could not look at everything, and still answers by the rules', () => {
    // Five in a row for one who leads alone: three can be led, and it takes a look at all of them to know.
    const given = problem(Array.from({ length: 9 }, () => ({ fixed: [], lead: [0], shadow: [0, 1] })));

    const hurried = search(given, { changes: 0, nodes: 1 });
    const patient = search(given);

    expect(hurried.proved).toBe(false);
    expect(scoreOf(hurried.choice, given)).toEqual(hurried.score);
    expect(patient.proved).toBe(true);
    expect(patient.score[0]).toBe(4);
  });

  const somePeople = fc.subarray([0, 1, 2]);
  const someRow: fc.Arbitrary<Row> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ fixed: fc.constant([]), lead: somePeople, shadow: somePeople }) },
    {
      weight: 1,
      arbitrary: fc.nat(2).map((one): Row => ({ fixed: [{ person: one, part: 'lead' }], lead: null, shadow: null })),
    },
  );

  it('finds what going through all rosters finds', () => {
    fc.assert(
      fc.property(
        fc.array(someRow, { maxLength: 4 }),
        fc.integer({ min: 0, max: 2 }),
        fc.boolean(),
        (rows, rest, strict) => {
          const able = [0, 1, 2].filter((one) =>
            rows.some(({ lead, shadow }) => lead?.includes(one) || shadow?.includes(one)),
          );
          const given: RosterProblem = { rows, together: [], people: 3, rest, strict, able };

          const found = search(given, { changes: 200 });

          let best = [99, 99, 99, 99];
          const choice = { lead: rows.map(() => -1), shadow: rows.map(() => -1) };
          const visit = (at: number): void => {
            const row = rows[at];
            if (row === undefined) {
              const score = scoreOf(choice, given)?.slice(0, 4);
              const worse = score?.findIndex((part, index) => part !== best[index]) ?? -1;
              if (score && worse >= 0 && (score[worse] ?? 0) < (best[worse] ?? 0)) best = [...score];
              return;
            }
            for (const lead of [-1, ...(row.lead ?? [])]) {
              for (const shadow of [-1, ...(row.shadow ?? [])]) {
                choice.lead[at] = lead;
                choice.shadow[at] = shadow;
                visit(at + 1);
              }
            }
          };
          visit(0);
          expect(found.score.slice(0, 4)).toEqual(best);
          expect(found.proved).toBe(true);
          expect(scoreOf(found.choice, given)).toEqual(found.score);
        },
      ),
      { numRuns: 100 },
    );
  });
});
