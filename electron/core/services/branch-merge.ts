import type { MergeChoice, MergeHeads } from '../../../shared/contract/branches.ts';
import { countItems } from '../../../shared/domain/branches/count-items.ts';
import { type MergeMade, mergeBaseOf } from '../../../shared/domain/branches/merge-base.ts';
import { mergeDecision } from '../../../shared/domain/branches/three-way.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { BranchId, ReleaseId, TrainId } from '../../../shared/model/ids.ts';
import type { DecisionKind } from '../../../shared/model/journal.ts';
import type { MergeItem } from '../../../shared/model/merge.ts';
import type { Release } from '../../../shared/model/release.ts';
import type { ReadDb } from '../db/database.ts';
import { readDecision } from '../db/decisions.ts';
import { type Image, nameOfThing } from '../db/images.ts';
import { journalHead } from '../db/journal.ts';
import { readBranchOrigin } from '../db/repositories/branch-origin.ts';
import { changesSince, hashOfEntry, lastChangesSince, mergesSince } from '../db/repositories/journal-since.ts';
import { milestonesOf } from '../db/repositories/milestones.ts';
import { dependantOf, missingParentOf } from '../db/repositories/relations.ts';
import { openReleasesOfTrain } from '../db/repositories/releases.ts';
import { twinOf } from '../db/repositories/twins.ts';
import { isUniqueViolation } from '../db/store-failure.ts';
import type { CommandTools, Decision } from '../decide.ts';
import { keepApprovedPlan } from './approved-baseline.ts';
import { assertStaysFreeze } from './overridden-freeze.ts';
import { followStages, trainOf } from './planning.ts';

/** What belongs to the file and not to the plan; a baseline names an entry of its own journal. */
const NEVER_MERGED: ReadonlySet<DecisionKind> = new Set(['workspace', 'connection', 'baseline']);

interface Touched {
  readonly kind: DecisionKind;
  readonly id: string;
  /** As it was at the fork. */
  readonly before: Image | null;
  /** As it was after each change since, oldest first. */
  readonly after: readonly { readonly seq: number; readonly image: Image | null }[];
}

/** What was touched after an entry, by kind and id. */
function touchedSince(db: ReadDb, seq: number): ReadonlyMap<string, Touched> {
  const touched = new Map<string, Touched & { readonly after: Touched['after'][number][] }>();
  for (const { kind, id, before, after: image, seq: entry } of changesSince(db, seq)) {
    const key = `${kind}:${id}`;
    const known = touched.get(key);
    if (known === undefined) touched.set(key, { kind, id, before, after: [{ seq: entry, image }] });
    else known.after.push({ seq: entry, image });
  }
  return touched;
}

/** As it was in the branch when an entry had been made. */
function imageAt({ before, after }: Touched, seq: number): Image | null {
  const last = after.findLast((each) => each.seq <= seq);
  return last === undefined ? before : last.image;
}

interface Merge {
  readonly items: readonly MergeItem[];
  readonly leftOut: number;
}

const ORDER = { clash: 0, joined: 1, clean: 2 } as const;

/** What merging would change in the plan; what it has already is left out. */
export function mergeOf(id: BranchId, plan: ReadDb, branch: ReadDb): Merge {
  const origin = readBranchOrigin(branch);
  if (origin === undefined || hashOfEntry(plan, origin.seq) !== origin.hash) {
    throw new Failure(
      'CONFLICT',
      'This branch was forked from another plan: its first entries are not in this journal.',
      {
        where: 'branch',
        remedy: 'Open the workspace that it was forked from.',
      },
    );
  }
  const touched = [...touchedSince(branch, origin.seq).values()];
  const merges = mergesSince(plan, origin.seq, id);
  const last = { plan: lastChangesSince(plan, origin.seq), branch: lastChangesSince(branch, origin.seq) };
  const kept = keptBefore(merges, last);
  const mergeable = touched.filter(({ kind }) => !NEVER_MERGED.has(kind));
  const items = mergeable.flatMap((each) => {
    const { kind, id: row } = each;
    const key = `${kind}:${row}`;
    const [now, there] = [readDecision(plan, kind, row) ?? null, readDecision(branch, kind, row) ?? null];
    const { seq, leftAt } = mergeBaseOf(key, origin.seq, merges);
    const redecided = leftAt !== null && (last.plan.get(key) ?? 0) > leftAt;
    const item = mergeDecision({ kind, id: row, base: imageAt(each, seq), plan: now, branch: there, redecided });
    if (item === null || isSettled(item, now)) return [];
    return item.state === 'clash' && kept.has(key) ? [{ ...item, kept: true }] : [item];
  });
  return {
    items: withTwins(items, plan, branch).sort((one, other) => ORDER[one.state] - ORDER[other.state]),
    leftOut: touched.length - mergeable.length,
  };
}

/** What a merge before left as the plan had it, on purpose, and neither side has changed since. */
function keptBefore(
  merges: readonly MergeMade[],
  last: Readonly<Record<keyof MergeHeads, ReadonlyMap<string, number>>>,
): ReadonlySet<string> {
  const kept = new Set<string>();
  for (const { seq, kept: keys, branchSeq, takenBackAt } of merges) {
    if (takenBackAt !== null) continue;
    for (const key of keys) {
      if ((last.branch.get(key) ?? 0) <= branchSeq && (last.plan.get(key) ?? 0) <= seq) kept.add(key);
    }
  }
  return kept;
}

function isPartOf({ action, result }: MergeItem, ids: ReadonlySet<string>): boolean {
  return action === 'add' && Object.values(result ?? {}).some((value) => typeof value === 'string' && ids.has(value));
}

/** Marks as clashes what both sides made though there can be only one, and what was added to the branch's. */
function withTwins(items: readonly MergeItem[], plan: ReadDb, branch: ReadDb): MergeItem[] {
  const touched = new Set(items.map(({ kind, id }) => `${kind}:${id}`));
  const twins = new Set<string>();
  return items.map((item) => {
    const { kind, id, action, result } = item;
    const other = action === 'add' && result !== null ? twinOf(plan, kind, result) : undefined;
    const otherId = String(other?.id);
    // What the branch knows it has renamed or removed: merging does that too.
    const isTwin = other !== undefined && !touched.has(`${kind}:${otherId}`) && !readDecision(branch, kind, otherId);
    if (!isTwin && !isPartOf(item, twins)) return item;
    twins.add(id);
    return { ...item, state: 'clash', ...(isTwin && { twin: { id: otherId, name: String(other.name) } }) };
  });
}

function isSettled({ result }: MergeItem, now: Image | null): boolean {
  return JSON.stringify(result) === JSON.stringify(now);
}

/** What of a merge is taken over, by the choices made. */
function chosen(items: readonly MergeItem[], choices: readonly MergeChoice[]): readonly MergeItem[] {
  const takes = new Map(choices.map(({ kind, id, take }) => [`${kind}:${id}`, take]));
  const isOpen = ({ kind, id, state, kept }: MergeItem) => state === 'clash' && !kept && !takes.has(`${kind}:${id}`);
  const open = items.find(isOpen);
  if (open !== undefined) {
    throw new Failure(
      'CONFLICT',
      `The plan and the branch both ${open.action === 'add' ? 'made' : 'changed'} the ${nameOfThing(open.kind, open.id, open)}.`,
      {
        where: `${open.kind} ${open.id}`,
        remedy: 'Choose which side to keep.',
      },
    );
  }
  return items.filter(({ kind, id, kept }) => (takes.get(`${kind}:${id}`) ?? (kept ? 'plan' : 'branch')) === 'branch');
}

/** Refuses a merge that would leave something naming what is not there. */
function assertWhole({ kind, id, name, result }: MergeItem, db: ReadDb): void {
  const broken = result === null ? dependantOf(db, kind, id) : missingParentOf(db, kind, result);
  if (broken === undefined) return;
  const what = result === null ? 'cannot go: the' : 'needs the';
  throw new Failure(
    'CONFLICT',
    `The ${kind} “${name}” ${what} ${broken}${result === null ? ' names it' : ', which is gone'}.`,
    {
      where: `${kind} ${id}`,
      remedy: 'Choose the same side for both, or mend it in the branch first.',
    },
  );
}

/** Takes what the plan made out of the way of what the branch made in its place; its milestones go with a release. */
function removeTwin({ kind, twin }: MergeItem, { tx }: CommandTools): void {
  if (twin === undefined) return;
  // A release's twin is a release.
  if (kind === 'release') for (const { id } of milestonesOf(tx.db, twin.id as ReleaseId)) tx.remove('milestone', id);
  tx.remove(kind, twin.id);
  assertWhole({ action: 'remove', state: 'clean', changed: [], clashing: [], result: null, kind, ...twin }, tx.db);
}

function restore({ kind, id, name, result }: MergeItem, { tx }: CommandTools): void {
  try {
    tx.restore(kind, id, result);
  } catch (error) {
    if (!isUniqueViolation(error) || result === null) throw error;
    const other = twinOf(tx.db, kind, result);
    const there = other === undefined ? 'another one' : `the ${nameOfThing(kind, String(other.id), other)}`;
    throw new Failure('CONFLICT', `The ${kind} “${name}” of the branch cannot stand beside ${there} of the plan.`, {
      where: `${kind} ${id}`,
      remedy: 'Leave one of them out of the merge, or rename or remove one of the two first.',
    });
  }
}

/** What the plan does by itself where such things are changed by hand: milestones follow, an approved plan is kept. */
function followUp({ kind, id, result }: MergeItem, before: Release | undefined, tools: CommandTools): void {
  if (result === null) return;
  if (kind === 'train') {
    const train = trainOf(tools.tx.db, id as TrainId); // the id of a train's item
    for (const release of openReleasesOfTrain(tools.tx.db, train.id)) followStages(train, release, tools);
  }
  const after = kind === 'release' ? tools.tx.get('release', id) : undefined;
  if (before !== undefined && after !== undefined) keepApprovedPlan(before, after, tools);
}

/** Brings the plan to what merging leaves behind, or refuses, naming what would not hold together. */
export function carryOver(items: readonly MergeItem[], tools: CommandTools): void {
  const releases = items.filter(({ kind }) => kind === 'release');
  const before = new Map(releases.map(({ id }) => [id, tools.tx.get('release', id)]));
  for (const item of items) removeTwin(item, tools);
  // What goes makes room for what takes its name.
  for (const item of items) if (item.result === null) restore(item, tools);
  for (const item of items) if (item.result !== null) restore(item, tools);
  for (const item of items) assertWhole(item, tools.tx.db);
  const touched = new Set(
    items.flatMap(({ kind, id, result }) => {
      if (kind === 'schedule-rule') return [id];
      return kind === 'override' && result !== null ? [String(result['freezeId'])] : [];
    }),
  );
  for (const id of touched) {
    const rule = readDecision(tools.tx.db, 'schedule-rule', id);
    if (rule !== undefined) assertStaysFreeze(tools.tx.db, rule);
  }
  for (const item of items) followUp(item, before.get(item.id), tools);
}

/** Where plan and branch stand. */
export function headsOf(plan: ReadDb, branch: ReadDb): MergeHeads {
  return { plan: journalHead(plan).seq, branch: journalHead(branch).seq };
}

/** Refuses to merge what nobody has looked at: something was decided on a side since the comparison. */
function assertReviewed(base: MergeHeads | undefined, now: MergeHeads): void {
  if (base === undefined) return;
  const moved = (['plan', 'branch'] as const).filter((side) => base[side] !== now[side]);
  if (moved.length === 0) return;
  const sides = moved.length === 2 ? 'The plan and the branch were' : `The ${moved.join()} was`;
  throw new Failure('CONFLICT', `${sides} changed since you looked at the merge.`, {
    where: 'base',
    remedy: 'Look at what merging changes again, then merge.',
  });
}

interface MergeInput {
  readonly id: BranchId;
  readonly choices: readonly MergeChoice[];
  readonly base?: MergeHeads | undefined;
}

/** Merges a branch by the choices made: one command, one entry of the journal, also where it only keeps the plan's sides. */
export function mergeBranch({ id, choices, base }: MergeInput, tools: CommandTools): Decision<{ merged: number }> {
  const { core } = tools;
  const { branch, core: there } = core.branches.read(id);
  assertReviewed(base, headsOf(core.db, there.db));
  const { items } = mergeOf(id, core.db, there.db);
  const taken = chosen(items, choices);
  carryOver(taken, tools);
  const left = items.filter((item) => item.state === 'clash' && !item.kept && !taken.includes(item));
  const summary =
    taken.length === 0 && left.length > 0
      ? `Kept the plan’s side for ${countItems(left)} at a merge of branch “${branch.name}”`
      : `Merged ${countItems(taken)} of branch “${branch.name}”`;
  return { output: { merged: taken.length }, summary, settles: left.length > 0 };
}
