import type {
  ConflictComparison,
  ConflictCounts,
  MergeChoice,
  MergePreview,
} from '../../../shared/contract/branches.ts';
import { createConflictIndex } from '../../../shared/domain/conflicts/conflict-index.ts';
import { withWaivers } from '../../../shared/domain/conflicts/waivers.ts';
import type { Conflict } from '../../../shared/model/conflict.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { BranchId } from '../../../shared/model/ids.ts';
import type { CoreContext } from '../core-context.ts';
import { recordDecisions } from '../db/decisions.ts';
import { allWaivers } from '../db/repositories/planning.ts';
import { carryOver, mergeOf } from './branch-merge.ts';
import { gatherPlan } from './gather-plan.ts';

interface Input {
  readonly id: BranchId;
  readonly limit: number;
}

async function conflictsOf(core: CoreContext): Promise<readonly Conflict[]> {
  return (await core.conflicts.read()).all();
}

function countsOf(core: CoreContext, conflicts: readonly Conflict[]): ConflictCounts {
  const counts = { blocking: 0, serious: 0, minor: 0, waived: 0 };
  for (const { conflict, waiver } of withWaivers(conflicts, allWaivers(core.db), core.env.now())) {
    counts[waiver === null ? conflict.severity : 'waived'] += 1;
  }
  return counts;
}

/** What two lists do not share, by key; the limit holds for each of them. */
function differenceOf(before: readonly Conflict[], after: readonly Conflict[], limit: number) {
  const [keysBefore, keysAfter] = [before, after].map((list) => new Set(list.map(({ key }) => key)));
  const added = after.filter(({ key }) => !keysBefore?.has(key));
  const removed = before.filter(({ key }) => !keysAfter?.has(key));
  const leftOut = Math.max(0, added.length - limit) + Math.max(0, removed.length - limit);
  return { added: added.slice(0, limit), removed: removed.slice(0, limit), leftOut };
}

/** The conflicts of a branch beside those of the plan. */
export async function conflictsBeside(core: CoreContext, { id, limit }: Input): Promise<ConflictComparison> {
  const { core: there } = core.branches.read(id);
  const plan = await conflictsOf(core);
  const branch = await conflictsOf(there);
  return { ...differenceOf(plan, branch, limit), plan: countsOf(core, plan), branch: countsOf(there, branch) };
}

/** Takes back what was only tried; carries out what was found. */
class Tried extends Error {
  readonly found: readonly Conflict[];

  constructor(found: readonly Conflict[]) {
    super('what was tried is taken back');
    this.found = found;
  }
}

/** The conflicts of the plan as a merge would leave it: it is carried out, looked at and rolled back. */
function conflictsAfter(core: CoreContext, work: () => void): readonly Conflict[] {
  try {
    return core.db.transaction(() => {
      work();
      throw new Tried(createConflictIndex(gatherPlan(core)).all());
    });
  } catch (tried) {
    if (tried instanceof Tried) return tried.found;
    throw tried;
  }
}

/** What merging by these choices would do to the conflicts of the plan. */
export async function conflictsMerged(
  core: CoreContext,
  { id, choices, limit }: Input & { readonly choices: readonly MergeChoice[] },
): Promise<MergePreview> {
  const { core: there } = core.branches.read(id);
  const before = await conflictsOf(core);
  const takes = new Map(choices.map(({ kind, id: row, take }) => [`${kind}:${row}`, take]));
  const items = mergeOf(id, core.db, there.db).items.filter(({ kind, id: row, state }) => {
    const take = takes.get(`${kind}:${row}`);
    return take === 'branch' || (take === undefined && state !== 'clash');
  });
  try {
    await core.holidays.ready();
    const { now, newId } = core.env;
    const after = await core.commands(() =>
      conflictsAfter(core, () =>
        carryOver(items, { tx: recordDecisions(core.db), now: now(), actor: 'preview', newId, core }),
      ),
    );
    return { ...differenceOf(before, after, limit), refused: null };
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'CONFLICT') throw error;
    return { added: [], removed: [], leftOut: 0, refused: error.message };
  }
}
