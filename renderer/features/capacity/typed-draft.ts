import { readWeeks, weeksText } from '../../../shared/domain/capacity/typed-throughput.ts';
import type { TypedThroughput } from '../../../shared/model/typed-throughput.ts';
import { numberProblem, readNumber } from './number-text.ts';

/** What a team finishes, as it is being typed. */
export interface TypedDraft {
  readonly by: TypedThroughput['by'];
  readonly least: string;
  readonly most: string;
  /** Lines of `week, finished`. */
  readonly weeks: string;
  readonly overFacts: boolean;
}

/** What is to be kept, or what is wrong where. */
export interface ReadTyped {
  readonly typed: TypedThroughput | null;
  readonly problems: Partial<Record<'least' | 'most' | 'weeks', string>>;
}

const RANGE = { least: 0, most: 1_000, fractions: false };

/** A draft to begin with, or of what stands there. */
export function typedDraftOf(typed: TypedThroughput | null): TypedDraft {
  const empty: TypedDraft = { by: 'range', least: '', most: '', weeks: '', overFacts: typed?.overFacts ?? false };
  if (typed === null) return empty;
  if (typed.by === 'weeks') return { ...empty, by: 'weeks', weeks: weeksText(typed.weeks) };
  return { ...empty, least: String(typed.least), most: String(typed.most) };
}

/** Reads a draft. */
export function readTyped({ by, least, most, weeks, overFacts }: TypedDraft): ReadTyped {
  if (by === 'weeks') {
    const read = readWeeks(weeks);
    const problem = read.weeks.length === 0 ? 'Type at least one week.' : null;
    const [first = problem] = read.problems;
    if (first !== null) return { typed: null, problems: { weeks: first } };
    return { typed: { by, weeks: [...read.weeks], overFacts }, problems: {} };
  }
  const [low, high] = [readNumber(least, RANGE), readNumber(most, RANGE)];
  const problems = { least: numberProblem(least, RANGE), most: numberProblem(most, RANGE) };
  if (low === null || high === null) {
    return {
      typed: null,
      problems: {
        ...(problems.least === null ? {} : { least: problems.least }),
        ...(problems.most === null ? {} : { most: problems.most }),
      },
    };
  }
  if (low > high) return { typed: null, problems: { most: 'At least as many as on the left.' } };
  return { typed: { by, least: low, most: high, overFacts }, problems: {} };
}
