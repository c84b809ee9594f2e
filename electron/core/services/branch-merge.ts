import type { MergeChoice, MergeHeads } from '../../../shared/contract/branches.ts';
import { mergeDecision } from '../../../shared/domain/branches/three-way.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { BranchId, ReleaseId } from '../../../shared/model/ids.ts';
import type { DecisionKind } from '../../../shared/model/journal.ts';
import type { MergeItem } from '../../../shared/model/merge.ts';
import type { ReadDb } from '../db/database.ts';
import { type DecisionWriter, readDecision } from '../db/decisions.ts';
import { type Image, nameOfThing } from '../db/images.ts';
import { journalHead } from '../db/journal.ts';
import { readBranchOrigin } from '../db/repositories/branch-origin.ts';
import { changesSince, hashOfEntry } from '../db/repositories/journal-since.ts';
import { milestonesOf } from '../db/repositories/milestones.ts';
import { dependantOf, missingParentOf } from '../db/repositories/relations.ts';
import { twinOf } from '../db/repositories/twins.ts';
import { isUniqueViolation } from '../db/store-failure.ts';
import type { CommandTools, Decision } from '../decide.ts';

/** What belongs to the file and not to the plan. */
const NEVER_MERGED: ReadonlySet<DecisionKind> = new Set(['workspace', 'connection']);

interface Touched {
  readonly kind: DecisionKind;
  readonly id: string;
  /** As it was at the fork. */
  readonly base: Image | null;
}

function touchedSince(db: ReadDb, seq: number): readonly Touched[] {
  const first = new Map<string, Touched>();
  for (const { kind, id, before } of changesSince(db, seq)) {
    const key = `${kind}:${id}`;
    if (!first.has(key)) first.set(key, { kind, id, base: before });
  }
  return [...first.values()];
}

interface Merge {
  readonly items: readonly MergeItem[];
  readonly leftOut: number;
}

const ORDER = { clash: 0, joined: 1, clean: 2 } as const;

/** What merging would change in the plan; what it has already is left out. */
export function mergeOf(plan: ReadDb, branch: ReadDb): Merge {
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
  const touched = touchedSince(branch, origin.seq);
  const mergeable = touched.filter(({ kind }) => !NEVER_MERGED.has(kind));
  const items = mergeable.flatMap(({ kind, id, base }) => {
    const [now, there] = [readDecision(plan, kind, id) ?? null, readDecision(branch, kind, id) ?? null];
    const item = mergeDecision({ kind, id, base, plan: now, branch: there });
    return item === null || isSettled(item, now) ? [] : [item];
  });
  return {
    items: withTwins(items, plan, branch).sort((one, other) => ORDER[one.state] - ORDER[other.state]),
    leftOut: touched.length - mergeable.length,
  };
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
  const open = items.find(({ kind, id, state }) => state === 'clash' && !takes.has(`${kind}:${id}`));
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
  return items.filter(({ kind, id }) => takes.get(`${kind}:${id}`) !== 'plan');
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
function removeTwin({ kind, twin }: MergeItem, tx: DecisionWriter): void {
  if (twin === undefined) return;
  // A release's twin is a release.
  if (kind === 'release') for (const { id } of milestonesOf(tx.db, twin.id as ReleaseId)) tx.remove('milestone', id);
  tx.remove(kind, twin.id);
  assertWhole({ action: 'remove', state: 'clean', changed: [], clashing: [], result: null, kind, ...twin }, tx.db);
}

function restore({ kind, id, name, result }: MergeItem, tx: DecisionWriter): void {
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

/** Brings the plan to what merging leaves behind, or refuses, naming what would not hold together. */
export function carryOver(items: readonly MergeItem[], tx: DecisionWriter): void {
  for (const item of items) removeTwin(item, tx);
  // What goes makes room for what takes its name.
  for (const item of items) if (item.result === null) restore(item, tx);
  for (const item of items) if (item.result !== null) restore(item, tx);
  for (const item of items) assertWhole(item, tx.db);
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

/** Merges a branch by the choices made: one command, one entry of the journal. */
export function mergeBranch(
  { id, choices, base }: MergeInput,
  { tx, core }: CommandTools,
): Decision<{ merged: number }> {
  const { branch, core: there } = core.branches.read(id);
  assertReviewed(base, headsOf(core.db, there.db));
  const items = chosen(mergeOf(core.db, there.db).items, choices);
  carryOver(items, tx);
  const many = items.length === 1 ? '1 decision' : `${items.length} decisions`;
  return { output: { merged: items.length }, summary: `Merged ${many} of branch “${branch.name}”` };
}
