/** A merge of a branch, as the plan's journal tells it. Numbers are those of entries, decisions are `kind:id`. */
export interface MergeMade {
  readonly seq: number;
  /** How far the branch's own journal went then. */
  readonly branchSeq: number;
  /** The plan's entry by which it was taken back; null for a merge that stands. */
  readonly takenBackAt: number | null;
  /** What it changed. */
  readonly changed: ReadonlySet<string>;
  /** What somebody chose to keep as the plan had it. */
  readonly kept: ReadonlySet<string>;
}

/** From what a decision is merged. */
export interface MergeBase {
  /** The entry of the branch. */
  readonly seq: number;
  /** The plan's entry of the merge since which it is left to the plan; null where none left it. */
  readonly leftAt: number | null;
}

/**
 * The entry of the branch up to which its changes of one decision are merged: that of the last merge that stands, else the
 * fork. A merge settles all that the branch had decided by then, also what both had decided alike. What it left to the plan
 * stays open, until a merge takes it; what a merge did that was taken back is open again, and merges that were made while it
 * stood say nothing of it.
 */
export function mergeBaseOf(decision: string, fork: number, merges: readonly MergeMade[]): MergeBase {
  const undone = merges.filter(({ takenBackAt, changed }) => takenBackAt !== null && changed.has(decision));
  let base = fork;
  let leftAt: number | null = null;
  for (const { seq, branchSeq, takenBackAt, changed, kept } of merges) {
    const stoodThen = undone.some((each) => each.seq < seq && seq < (each.takenBackAt ?? 0));
    if (takenBackAt !== null || stoodThen) continue;
    if (kept.has(decision)) leftAt ??= seq;
    else if (changed.has(decision)) leftAt = null;
    if (leftAt === null) base = branchSeq;
  }
  return { seq: base, leftAt };
}
