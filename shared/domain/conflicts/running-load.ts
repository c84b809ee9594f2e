import { hash32 } from './key.ts';

/** What is in use at a moment: how many holders, their units, and 64 bits that stand for which holders they are. */
export interface LoadAt {
  readonly count: number;
  readonly units: number;
  readonly high: number;
  readonly low: number;
}

/** Somebody who holds units for a time. */
export interface Holder {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly units: number;
}

interface Step {
  readonly at: number;
  readonly units: number;
  readonly high: number;
  readonly low: number;
}

const NOTHING: LoadAt = { count: 0, units: 0, high: 0, low: 0 };

/** Moments in order, with what has come together up to each. */
class RunningSum {
  readonly #steps: Step[];
  // Apart from the steps, since a search reads many of these and few of those.
  readonly #moments: number[];
  readonly #sums: LoadAt[] = [];

  constructor(steps: readonly Step[]) {
    this.#steps = [...steps].sort((a, b) => a.at - b.at);
    this.#moments = this.#steps.map(({ at }) => at);
  }

  add(step: Step): void {
    const at = this.#upTo(step.at);
    this.#steps.splice(at, 0, step);
    this.#moments.splice(at, 0, step.at);
    this.#sums.length = Math.min(this.#sums.length, at);
  }

  remove(step: Step): void {
    for (let at = this.#upTo(step.at) - 1; this.#moments[at] === step.at; at -= 1) {
      const { units, high, low } = this.#steps[at] as Step;
      if (units !== step.units || high !== step.high || low !== step.low) continue;
      this.#steps.splice(at, 1);
      this.#moments.splice(at, 1);
      this.#sums.length = Math.min(this.#sums.length, at);
      return;
    }
  }

  /** What came up to a moment, that moment included. */
  until(moment: number): LoadAt {
    const count = this.#upTo(moment);
    for (let at = this.#sums.length; at < count; at += 1) {
      const { units, high, low } = this.#sums[at - 1] ?? NOTHING;
      const step = this.#steps[at] as Step;
      this.#sums.push({
        count: at + 1,
        units: units + step.units,
        high: (high + step.high) >>> 0,
        low: (low + step.low) >>> 0,
      });
    }
    return this.#sums[count - 1] ?? NOTHING;
  }

  /** The first moment after one; infinity where none comes. */
  after(moment: number): number {
    return this.#moments[this.#upTo(moment)] ?? Number.POSITIVE_INFINITY;
  }

  #upTo(moment: number): number {
    let low = 0;
    let high = this.#moments.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#moments[middle] as number) <= moment) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function steps({ id, start, end, units }: Holder): readonly [Step, Step] {
  const step = { units, high: hash32(id, 1), low: hash32(id, 2) };
  return [
    { at: start, ...step },
    { at: end, ...step },
  ];
}

/**
 * How much is in use at any moment, by sums over starts less sums over ends: O(log n) to ask, O(n) with a small constant to
 * change. Which holders are there is told by a sum of 32-bit hashes, twice, so that a set of thousands has a name
 * without being listed. Holders of no time are left out.
 */
export class RunningLoad {
  readonly #starts: RunningSum;
  readonly #ends: RunningSum;

  constructor(holders: Iterable<Holder> = []) {
    const pairs = [...holders].filter(({ start, end }) => start < end).map(steps);
    this.#starts = new RunningSum(pairs.map(([start]) => start));
    this.#ends = new RunningSum(pairs.map(([, end]) => end));
  }

  add(holder: Holder): void {
    if (holder.start >= holder.end) return;
    const [start, end] = steps(holder);
    this.#starts.add(start);
    this.#ends.add(end);
  }

  remove(holder: Holder): void {
    if (holder.start >= holder.end) return;
    const [start, end] = steps(holder);
    this.#starts.remove(start);
    this.#ends.remove(end);
  }

  /** What is in use at a moment: what starts there counts, what ends there does not. */
  at(moment: number): LoadAt {
    const begun = this.#starts.until(moment);
    const over = this.#ends.until(moment);
    return {
      count: begun.count - over.count,
      units: begun.units - over.units,
      high: (begun.high - over.high) >>> 0,
      low: (begun.low - over.low) >>> 0,
    };
  }

  /**
   * When those who hold at a start stop being together, if nobody joins them before; null where somebody does. A set of
   * holders that nobody joins is a largest set of spans that all overlap, and each such set is found at the start of
   * its last one.
   */
  togetherUntil(start: number): number | null {
    const end = this.#ends.after(start);
    return this.#starts.after(start) < end ? null : end;
  }
}
