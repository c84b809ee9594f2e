/** How long one transaction of a sync may keep others from writing. */
export interface CommitLimits {
  /** Pages are read ahead until they hold so many facts. */
  readonly facts: number;
  /** After so many milliseconds no further page is begun; a page is written whole. */
  readonly ms: number;
  /** Milliseconds on a clock that only goes forward. */
  readonly clock: () => number;
}

/** Far below what a person notices, even where one page takes as long again. */
export const defaultCommit: CommitLimits = { facts: 2_000, ms: 30, clock: () => performance.now() };
