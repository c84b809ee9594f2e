/** What a figure was measured beside, in the same run. */
export interface Reference {
  readonly name: string;
  /** In the row's own unit. */
  readonly median: number;
}

/** A promise that a figure keeps or misses. */
export interface Bar {
  /** As printed, such as `p95 < 50 ms`. */
  readonly text: string;
  readonly ok: boolean;
}

/** One line of the bench's table: one figure at one size. */
export interface Row {
  /** What was measured, such as `journal: verify`. */
  readonly name: string;
  /** Rows, items or entries that it was measured over; printed as 10k, 100k, 1M. */
  readonly size: number;
  /** `rows/s`, `ms`, `MB`, `fps`, `kB`. */
  readonly unit: string;
  readonly median: number;
  readonly p95?: number;
  /** Distance between the lowest and the highest repetition, in the row's unit; 0 for a single measurement. */
  readonly spread: number;
  readonly reference?: Reference;
  /** How this compares to the reference; above 1 is better than it, whichever way the unit counts. */
  readonly ratio?: number;
  readonly bar?: Bar;
}

/** What every bench takes: `smoke` asks for small sizes and few repetitions. */
export interface BenchOptions {
  readonly smoke: boolean;
}
