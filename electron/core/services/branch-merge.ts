import type { MergeChoice } from '../../../shared/contract/branches.ts';
import { mergeDecision } from '../../../shared/domain/branches/three-way.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { BranchId } from '../../../shared/model/ids.ts';
import type { DecisionKind } from '../../../shared/model/journal.ts';
import type { MergeItem } from '../../../shared/model/merge.ts';
import type { ReadDb } from '../db/database.ts';
import { type DecisionWriter, readDecision } from '../db/decisions.ts';
import { type Image, nameOfThing } from '../db/images.ts';
import { readBranchOrigin } from '../db/repositories/branch-origin.ts';
import { changesSince, hashOfEntry } from '../db/repositories/journal-since.ts';
import { dependantOf, missingParentOf } from '../db/repositories/relations.ts';
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
    items: items.sort((one, other) => ORDER[one.state] - ORDER[other.state]),
    leftOut: touched.length - mergeable.length,
  };
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
      `The plan and the branch both changed the ${nameOfThing(open.kind, open.id, open)}.`,
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

/** Brings the plan to what merging leaves behind, or refuses, naming what would not hold together. */
export function carryOver(items: readonly MergeItem[], tx: DecisionWriter): void {
  for (const { kind, id, result } of items) tx.restore(kind, id, result);
  for (const item of items) assertWhole(item, tx.db);
}

/** Merges a branch by the choices made: one command, one entry of the journal. */
export function mergeBranch(
  { id, choices }: { readonly id: BranchId; readonly choices: readonly MergeChoice[] },
  { tx, core }: CommandTools,
): Decision<{ merged: number }> {
  const { branch, core: there } = core.branches.read(id);
  const items = chosen(mergeOf(core.db, there.db).items, choices);
  carryOver(items, tx);
  const many = items.length === 1 ? '1 decision' : `${items.length} decisions`;
  return { output: { merged: items.length }, summary: `Merged ${many} of branch “${branch.name}”` };
}
