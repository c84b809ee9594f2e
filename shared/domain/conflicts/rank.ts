import type { Conflict } from '../../model/conflict.ts';
import { SEVERITY_RANK } from '../../model/severity.ts';

/** Conflicts in the order in which to look at them: the most severe first, then the earliest, then by key. */
export function rankConflicts(conflicts: readonly Conflict[]): readonly Conflict[] {
  return [...conflicts].sort(
    (a, b) =>
      SEVERITY_RANK[a.severity] - SEVERITY_RANK[b.severity] ||
      a.at.start - b.at.start ||
      (a.key < b.key ? -1 : Number(a.key > b.key)),
  );
}
