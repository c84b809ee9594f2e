const TOO_MANY = 3;
const WITHIN_MS = 60_000;

/**
 * Counts what keeps failing: called at each failure, it says whether that is the third within a minute, so that
 * whatever it was should not be tried yet again. `now` is in milliseconds of a steady clock.
 */
export function createFailureCount(now: () => number): () => boolean {
  let failures: readonly number[] = [];
  return () => {
    const at = now();
    failures = [...failures.filter((each) => at - each < WITHIN_MS), at];
    return failures.length >= TOO_MANY;
  };
}
