import type { RosterProblem, Row } from './roster-problem.ts';
import type { Score } from './roster-score.ts';

/** What no roster can avoid from each row on. */
export interface Unavoidable {
  /** Places that nobody could take. */
  readonly leads: readonly number[];
  readonly shadows: readonly number[];
  /** Places that, filled, cannot keep to the pairing. */
  readonly unpaired: readonly number[];
  /** The most parts that each person could still get. */
  readonly parts: readonly (readonly number[])[];
  /** The parts of each person that are settled. */
  readonly settled: readonly (readonly number[])[];
  /** All parts of those who count for the spread, with every place filled that can be. */
  readonly total: readonly number[];
}

/** Everybody who may get a part in a row. */
function anyone({ fixed, lead, shadow }: Row): ReadonlySet<number> {
  return new Set([...fixed.map(({ person }) => person), ...(lead ?? []), ...(shadow ?? [])]);
}

/** Of each row, whether nobody who could lead it can have had a part before, and whether all who could shadow have led. */
function unpairedRows({ rows, rest }: RosterProblem): readonly number[] {
  const led = new Set<number>();
  const hadFixed = new Set<number>();
  return rows.map((row, at) => {
    const mayHaveHad = new Set(hadFixed);
    for (const earlier of rows.slice(0, Math.max(0, at - rest))) for (const one of anyone(earlier)) mayHaveHad.add(one);
    const unfamiliar = (row.lead ?? []).length > 0 && !row.lead?.some((person) => mayHaveHad.has(person));
    const notNew = (row.shadow ?? []).length > 0 && row.shadow?.every((person) => led.has(person));
    for (const { person, part } of row.fixed) {
      hadFixed.add(person);
      if (part === 'lead') led.add(person);
    }
    return (unfamiliar ? 1 : 0) + (notNew ? 1 : 0);
  });
}

/** Sums from each row to the end; one more than there are rows. */
function sumsToEnd(values: readonly number[]): readonly number[] {
  const sums = [0];
  for (const value of values.toReversed()) sums.unshift((sums[0] ?? 0) + value);
  return sums;
}

function settledIn({ fixed }: Row, person: number): number {
  return fixed.filter((one) => one.person === person).length;
}

/** Of each row to the end and each person, the sum of what the rows say of them. */
function personsToEnd(
  { rows, people }: RosterProblem,
  of: (row: Row, person: number) => number,
): readonly (readonly number[])[] {
  const sums = [Array.from({ length: people }, () => 0)];
  for (const row of rows.toReversed()) sums.unshift((sums[0] ?? []).map((sum, person) => sum + of(row, person)));
  return sums;
}

function mostParts(row: Row, person: number): number {
  return anyone(row).has(person) ? Math.max(1, settledIn(row, person)) : 0;
}

/** What no roster of a problem can avoid, row by row from the end. */
export function unavoidable(problem: RosterProblem): Unavoidable {
  const { rows, able } = problem;
  const missing = (part: 'lead' | 'shadow') => rows.map((row) => (row[part]?.length === 0 ? 1 : 0));
  const filled = ({ lead, shadow }: Row) => (lead?.length ? 1 : 0) + (shadow?.length ? 1 : 0);
  const held = (row: Row) => able.reduce((sum, person) => sum + settledIn(row, person), filled(row));
  return {
    leads: sumsToEnd(missing('lead')),
    shadows: sumsToEnd(missing('shadow')),
    unpaired: sumsToEnd(unpairedRows(problem)),
    parts: personsToEnd(problem, mostParts),
    settled: personsToEnd(problem, settledIn),
    total: sumsToEnd(rows.map(held)),
  };
}

/** The rows that a roster has gone through, and what they cost. */
export interface Branch {
  readonly row: number;
  readonly leads: number;
  readonly shadows: number;
  readonly unpaired: number;
  readonly loads: ArrayLike<number>;
}

/** The least spread that loads can end with: somebody has the average at least, and somebody at most. */
function leastSpread({ row, loads }: Branch, { parts, settled, total }: Unavoidable, able: readonly number[]): number {
  if (able.length === 0) return 0;
  let most = 0;
  let least = Number.POSITIVE_INFINITY;
  let sum = total[row] ?? 0;
  for (const person of able) {
    const own = loads[person] ?? 0;
    sum += own;
    most = Math.max(most, own + (settled[row]?.[person] ?? 0));
    least = Math.min(least, own + (parts[row]?.[person] ?? 0));
  }
  return Math.max(most, Math.ceil(sum / able.length)) - Math.min(least, Math.floor(sum / able.length));
}

/**
 * A score that no roster is better than that begins like a branch. A roster that leaves more places empty than must be
 * is worse by the first numbers already; so the others may take it that all places are filled that can be.
 */
export function boundOf(branch: Branch, ahead: Unavoidable, able: readonly number[]): Score {
  const { row, leads, shadows, unpaired } = branch;
  return [
    leads + (ahead.leads[row] ?? 0),
    shadows + (ahead.shadows[row] ?? 0),
    unpaired + (ahead.unpaired[row] ?? 0),
    Math.max(1, leastSpread(branch, ahead, able)),
    0,
  ];
}
