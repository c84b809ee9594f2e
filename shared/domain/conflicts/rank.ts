import type { Conflict, Severity } from '../../model/conflict.ts';

const WEIGHT: Readonly<Record<Severity, number>> = { blocking: 0, serious: 1, minor: 2 };

/** Conflicts in the order in which to look at them: the most severe first, then the earliest, then by key. */
export function rankConflicts(conflicts: readonly Conflict[]): readonly Conflict[] {
  return [...conflicts].sort(
    (a, b) =>
      WEIGHT[a.severity] - WEIGHT[b.severity] ||
      a.at.start - b.at.start ||
      (a.key < b.key ? -1 : Number(a.key > b.key)),
  );
}
