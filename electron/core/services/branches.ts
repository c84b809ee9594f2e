import type { BranchComparison, ComparedItem, ComparedRelease } from '../../../shared/contract/branches.ts';
import type { BranchId } from '../../../shared/model/ids.ts';
import type { MergeItem } from '../../../shared/model/merge.ts';
import type { Release } from '../../../shared/model/release.ts';
import type { CoreContext } from '../core-context.ts';
import type { ReadDb } from '../db/database.ts';
import { readDecision } from '../db/decisions.ts';
import { decide } from '../decide.ts';
import type { Os } from '../middleware.ts';
import { conflictsBeside, conflictsMerged } from './branch-conflicts.ts';
import { figuresBeside } from './branch-figures.ts';
import { headsOf, mergeBranch, mergeOf } from './branch-merge.ts';

function dayOf(image: Release | undefined): Release['day'] | null {
  return image?.day ?? null;
}

function comparedReleases(plan: ReadDb, branch: ReadDb, items: readonly MergeItem[]): ComparedRelease[] {
  return items
    .filter(({ kind }) => kind === 'release')
    .flatMap(({ id }) => {
      const [now, there] = [readDecision(plan, 'release', id), readDecision(branch, 'release', id)];
      const release = there ?? now;
      if (release === undefined || dayOf(now) === dayOf(there)) return [];
      const train = readDecision(branch, 'train', release.trainId) ?? readDecision(plan, 'train', release.trainId);
      return [
        { id: release.id, name: release.name, trainName: train?.name ?? '', plan: dayOf(now), branch: dayOf(there) },
      ];
    })
    .sort((one, other) => ((one.branch ?? one.plan ?? '') < (other.branch ?? other.plan ?? '') ? -1 : 1));
}

/** By which field a decision says what it belongs to, the closest first. */
const OWNERS = [
  ['releaseId', 'release'],
  ['environmentId', 'environment'],
  ['personId', 'person'],
  ['trainId', 'train'],
] as const;

function withOwner(item: MergeItem, dbs: readonly ReadDb[]): ComparedItem {
  const image = item.result ?? dbs.map((db) => readDecision(db, item.kind, item.id)).find(Boolean) ?? {};
  for (const [field, kind] of OWNERS) {
    const id: unknown = Object.hasOwn(image, field) ? (image as Readonly<Record<string, unknown>>)[field] : undefined;
    if (typeof id !== 'string') continue;
    const owner = dbs.map((db) => readDecision(db, kind, id)).find(Boolean);
    return { ...item, of: owner?.name ?? null };
  }
  return { ...item, of: null };
}

function compare(core: CoreContext, id: BranchId): BranchComparison {
  const { branch, core: there } = core.branches.read(id);
  // Before what is read: a change in between makes the heads too old, and the merge asks to look again.
  const heads = headsOf(core.db, there.db);
  const { items, leftOut } = mergeOf(id, core.db, there.db);
  const dbs = [there.db, core.db];
  return {
    branch,
    heads,
    items: items.map((item) => withOwner(item, dbs)),
    releases: comparedReleases(core.db, there.db, items),
    leftOut,
  };
}

/** What-if branches: fork, compare, merge, discard. */
export function branchesService(os: Os, core: CoreContext) {
  return {
    list: os.branches.list.handler(() => core.branches.list()),
    create: os.branches.create.handler(async ({ input }) => {
      const id = await core.branches.create(input.name);
      core.changes.publish(['branch']);
      return { id };
    }),
    compare: os.branches.compare.handler(({ input }) => compare(core, input.id)),
    conflicts: os.branches.conflicts.handler(({ input }) => conflictsBeside(core, input)),
    figures: os.branches.figures.handler(({ input, signal }) => figuresBeside(core, input, signal)),
    previewMerge: os.branches.previewMerge.handler(({ input }) => conflictsMerged(core, input)),
    rename: os.branches.rename.handler(({ input }) => {
      core.branches.rename(input.id, input.name);
      core.changes.publish(['branch']);
      return {};
    }),
    merge: os.branches.merge.handler(decide(core, mergeBranch)),
    discard: os.branches.discard.handler(async ({ input }) => {
      await core.branches.discard(input.id);
      core.changes.publish(['branch']);
      return {};
    }),
  };
}
