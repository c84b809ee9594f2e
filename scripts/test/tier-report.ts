/** How one test ended. */
export interface TestOutcome {
  /** The spec file, from the project's root. */
  readonly file: string;
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  /** Why it was skipped; null where it says nothing, or was not. */
  readonly reason: string | null;
  /** What failed, for people; empty unless failed. */
  readonly errors: readonly string[];
}

/** What a runner's reporter writes about one tier. */
export interface TierReport {
  readonly tests: readonly TestOutcome[];
}

/** One tier as the summary tells it. */
export interface TierResult {
  readonly tier: string;
  /** Null where the tier was not run, or its runner died before it could write. */
  readonly report: TierReport | null;
  /** Why the tier was rightly not run, such as data that is not on this machine. */
  readonly notRun: string | null;
  /** How the runner died: no report, or a bad exit although every test passed. */
  readonly crash: string | null;
  /** What the tier wants said, such as which runtime it drove. */
  readonly notes: readonly string[];
  readonly milliseconds: number;
}

/** Where a reporter finds the file that it has to write, in its environment. */
export const REPORT_VARIABLE = 'SIGNALBOX_TIER_REPORT';
