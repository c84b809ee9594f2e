import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY, Improver, type Place } from '../../../../shared/domain/rotation/roster-improver.ts';
import type { Choice, RosterProblem, Row } from '../../../../shared/domain/rotation/roster-problem.ts';
import { compareScores, scoreOf } from '../../../../shared/domain/rotation/roster-score.ts';

const PEOPLE = 4;
const ALL = [0, 1, 2, 3];
const open: Row = { fixed: [], lead: ALL, shadow: ALL };

function problem(rows: readonly Row[], changes: Partial<RosterProblem> = {}): RosterProblem {
  return { rows, together: [], people: PEOPLE, rest: 1, strict: false, able: ALL, ...changes };
}

const at = (row: number, part: Place['part'], candidates: readonly number[] = ALL): Place => ({
  row,
  part,
  candidates,
});

const nothing = (rows: readonly Row[]): Choice => ({ lead: rows.map(() => EMPTY), shadow: rows.map(() => EMPTY) });

/** A change tried the slow way: everything is counted anew. */
function tryChange(choice: Choice, given: RosterProblem, change: readonly (readonly [Place, number])[]): boolean {
  const before = scoreOf(choice, given) ?? [1e9, 1e9, 1e9, 1e9, 1e9];
  const old = change.map(([{ part, row }]) => choice[part][row] ?? EMPTY);
  for (const [{ part, row }, person] of change) choice[part][row] = person;
  const after = scoreOf(choice, given);
  if (after !== null && compareScores(after, before) < 0) return true;
  for (const [index, [{ part, row }]] of change.entries()) choice[part][row] = old[index] ?? EMPTY;
  return false;
}

const aRow = (): fc.Arbitrary<Row> =>
  fc
    .record({
      fixed: fc.array(fc.record({ person: fc.nat(PEOPLE - 1), part: fc.constantFrom('lead', 'shadow') }), {
        maxLength: 2,
      }),
      lead: fc.option(fc.subarray(ALL), { freq: 5 }),
      shadow: fc.option(fc.subarray(ALL), { freq: 5 }),
    })
    .map(({ fixed, ...parts }) => ({ ...parts, fixed: parts.lead === null ? fixed : fixed.slice(0, 0) }));

const aProblem = fc
  .record({
    rows: fc.array(aRow(), { minLength: 1, maxLength: 7 }),
    rest: fc.nat(2),
    strict: fc.boolean(),
    pairs: fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 5 }),
  })
  .map(({ rows, rest, strict, pairs }) => {
    const together = rows.map((_, row) =>
      pairs.flatMap(([a, b]) => (Math.max(a, b) === row && a !== b ? [Math.min(a, b)] : [])),
    );
    return problem(rows, { rest, strict, together });
  });

const aChange = fc.record({
  kind: fc.constantFrom('put', 'exchange'),
  first: fc.nat(13),
  second: fc.nat(13),
  who: fc.integer({ min: -1, max: PEOPLE - 1 }),
});

const aStart = fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(EMPTY) }, fc.nat(PEOPLE - 1)), { maxLength: 14 });

describe('shared/domain/rotation/roster-improver', () => {
  it('keeps what is better, and nothing else', () => {
    const roster = new Improver(problem([open, open]), nothing([open, open]));

    expect(roster.put(at(0, 'lead'), 0)).toBe(true);
    expect(roster.put(at(1, 'lead'), 0)).toBe(false);
    expect(roster.put(at(0, 'lead'), EMPTY)).toBe(false);
    expect(roster.choice).toEqual({ lead: [0, EMPTY], shadow: [EMPTY, EMPTY] });
    expect(roster.score).toEqual([1, 2, 1, 1, 1]);
    expect(roster.tried).toBe(3);
  });

  it('exchanges people where that keeps to the pairing', () => {
    // 0 shadows, and then leads as somebody familiar; the other way round nobody would be.
    const rows: readonly Row[] = [open, { fixed: [], lead: null, shadow: null }, open];
    const given = problem(rows, { able: [0, 1] });
    const roster = new Improver(given, { lead: [1, EMPTY, 1], shadow: [0, EMPTY, 0] });

    expect(roster.score.slice(0, 3)).toEqual([0, 0, 1]);
    expect(roster.exchange(at(2, 'lead'), at(2, 'shadow'))).toBe(false);
    expect(roster.exchange(at(0, 'lead', [1]), at(2, 'shadow'))).toBe(false);
    expect(roster.choice).toEqual({ lead: [1, EMPTY, 1], shadow: [0, EMPTY, 0] });
  });

  it('takes any exchange that breaks nothing for better where a rule is broken', () => {
    const row: Row = { fixed: [], lead: null, shadow: ALL };
    // 1 has two turns in a row.
    const roster = new Improver(problem([row, row, row]), { lead: [EMPTY, EMPTY, EMPTY], shadow: [0, 1, 1] });

    expect(roster.exchange(at(0, 'shadow'), at(1, 'shadow'))).toBe(true);
    expect(roster.choice.shadow).toEqual([1, 0, 1]);
  });

  it('decides as if it counted everything anew at each change', () => {
    fc.assert(
      fc.property(aProblem, fc.array(aChange, { maxLength: 60 }), aStart, (given, changes, start) => {
        const { rows } = given;
        const places = rows.flatMap(({ lead, shadow }, row) => [
          ...(lead ? [at(row, 'lead', lead)] : []),
          ...(shadow ? [at(row, 'shadow', shadow)] : []),
        ]);
        fc.pre(places.length > 0);
        const slow = nothing(rows);
        // A start that may break rules.
        for (const [index, { part, row, candidates }] of places.entries()) {
          const who = start[index] ?? EMPTY;
          if (candidates.includes(who)) slow[part][row] = who;
        }
        const roster = new Improver(given, { lead: [...slow.lead], shadow: [...slow.shadow] });
        for (const { kind, first, second, who } of changes) {
          const a = places[first % places.length] as Place;
          const b = places[second % places.length] as Place;
          const [one, other] = [slow[a.part][a.row] ?? EMPTY, slow[b.part][b.row] ?? EMPTY];
          const fits = (place: Place, person: number) => person === EMPTY || place.candidates.includes(person);
          if (kind === 'put' && fits(a, who)) {
            expect(roster.put(a, who)).toBe(who !== one && tryChange(slow, given, [[a, who]]));
          } else if (kind === 'exchange') {
            const may = one !== other && fits(a, other) && fits(b, one);
            const change = [[a, other] as const, [b, one] as const];
            expect(roster.exchange(a, b)).toBe(may && tryChange(slow, given, change));
          }
          expect(roster.choice).toEqual(slow);
          expect(roster.score).toEqual(scoreOf(slow, given) ?? [1e9, 1e9, 1e9, 1e9, 1e9]);
        }
      }),
      { numRuns: 600 },
    );
  });
});
