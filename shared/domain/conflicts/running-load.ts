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

/** Moments in order, with what has come together up to each: numbers in arrays, since there are two steps for every holder. */
class RunningSum {
  readonly #moments: number[] = [];
  readonly #steps: Step[];
  readonly #units: number[] = [];
  readonly #highs: number[] = [];
  readonly #lows: number[] = [];

  constructor(steps: readonly Step[]) {
    this.#steps = [...steps].sort((a, b) => a.at - b.at);
    for (const { at } of this.#steps) this.#moments.push(at);
  }

  add(step: Step): void {
    const at = this.#upTo(step.at);
    this.#steps.splice(at, 0, step);
    this.#moments.splice(at, 0, step.at);
    this.#forget(at);
  }

  remove(step: Step): void {
    for (let at = this.#upTo(step.at) - 1; this.#moments[at] === step.at; at -= 1) {
      const { units, high, low } = this.#steps[at] as Step;
      if (units !== step.units || high !== step.high || low !== step.low) continue;
      this.#steps.splice(at, 1);
      this.#moments.splice(at, 1);
      this.#forget(at);
      return;
    }
  }

  /** What came up to a moment, that moment included. */
  until(moment: number): LoadAt {
    const count = this.#upTo(moment);
    if (count === 0) return NOTHING;
    for (let at = this.#units.length; at < count; at += 1) {
      const { units, high, low } = this.#steps[at] as Step;
      this.#units.push((this.#units[at - 1] ?? 0) + units);
      this.#highs.push(((this.#highs[at - 1] ?? 0) + high) >>> 0);
      this.#lows.push(((this.#lows[at - 1] ?? 0) + low) >>> 0);
    }
    const last = count - 1;
    return {
      count,
      units: this.#units[last] as number,
      high: this.#highs[last] as number,
      low: this.#lows[last] as number,
    };
  }

  /** The first moment after one; infinity where none comes. */
  after(moment: number): number {
    return this.#moments[this.#upTo(moment)] ?? Number.POSITIVE_INFINITY;
  }

  #forget(from: number): void {
    for (const sums of [this.#units, this.#highs, this.#lows]) sums.length = Math.min(sums.length, from);
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

const NOTHING: LoadAt = { count: 0, units: 0, high: 0, low: 0 };

function stepOf({ id, units }: Holder, at: number): Step {
  return { at, units, high: hash32(id, 1), low: hash32(id, 2) };
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
    const all = [...holders].filter(({ start, end }) => start < end);
    const starts = all.map((holder) => stepOf(holder, holder.start));
    this.#starts = new RunningSum(starts);
    this.#ends = new RunningSum(all.map(({ end }, index) => ({ ...(starts[index] as Step), at: end })));
  }

  add(holder: Holder): void {
    if (holder.start >= holder.end) return;
    this.#starts.add(stepOf(holder, holder.start));
    this.#ends.add(stepOf(holder, holder.end));
  }

  remove(holder: Holder): void {
    if (holder.start >= holder.end) return;
    this.#starts.remove(stepOf(holder, holder.start));
    this.#ends.remove(stepOf(holder, holder.end));
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
