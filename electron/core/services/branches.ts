import type { BranchComparison, ComparedItem } from '../../../shared/contract/branches.ts';
import { comparedReleases } from '../../../shared/domain/branches/compared-releases.ts';
import { comparedRules } from '../../../shared/domain/branches/compared-rules.ts';
import type { ComparedRelease } from '../../../shared/model/compared-release.ts';
import type { ComparedRule } from '../../../shared/model/compared-rule.ts';
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

/** Releases are compared as they are now: a merge's items keep what both sides had last. */
function releasesBeside(plan: ReadDb, branch: ReadDb, items: readonly MergeItem[]): ComparedRelease[] {
  const sides = items.flatMap(({ kind, id }) => {
    if (kind !== 'release') return [];
    return [{ one: readDecision(plan, kind, id) ?? null, other: readDecision(branch, kind, id) ?? null }];
  });
  const trainOf = ({ trainId }: Release) =>
    readDecision(branch, 'train', trainId) ?? readDecision(plan, 'train', trainId);
  return comparedReleases(sides, (release) => trainOf(release)?.name ?? '');
}

/** Rules are compared as they are now, like releases. */
function rulesBeside(plan: ReadDb, branch: ReadDb, items: readonly MergeItem[]): ComparedRule[] {
  const rules = items.filter(({ kind }) => kind === 'schedule-rule');
  const ruleOf = (db: ReadDb, id: string) => readDecision(db, 'schedule-rule', id) ?? null;
  return comparedRules(rules.map(({ id }) => ({ one: ruleOf(plan, id), other: ruleOf(branch, id) })));
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
    releases: releasesBeside(core.db, there.db, items),
    rules: rulesBeside(core.db, there.db, items),
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
    merge: os.branches.merge.handler((call) => {
      const { core: there } = core.branches.read(call.input.id);
      // The journal keeps how far the branch had come: what a later merge counts from.
      const base = call.input.base ?? headsOf(core.db, there.db);
      return decide(core, mergeBranch)({ ...call, input: { ...call.input, base } });
    }),
    discard: os.branches.discard.handler(async ({ input }) => {
      await core.branches.discard(input.id);
      core.changes.publish(['branch']);
      return {};
    }),
  };
}
