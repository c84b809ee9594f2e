import type { ListedEntry } from '../../../shared/contract/journal.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { Change, JournalEntry } from '../../../shared/model/journal.ts';
import type { CoreContext } from '../core-context.ts';
import { canonicalJson } from '../db/canonical.ts';
import { type JournalRow, nextRedo, nextUndo, readEntry } from '../db/journal.ts';
import { listJournal } from '../db/repositories/journal-list.ts';
import { type CommandTools, type Decision, decide } from '../decide.ts';
import type { Os } from '../middleware.ts';

const UNDOABLE_FROM = 'workspace.create';

function nothingTo(what: 'undo' | 'redo'): Failure {
  return new Failure('CONFLICT', `There is nothing to ${what}.`, { where: 'journal', remedy: null });
}

function movedOn(change: Change, { tx }: CommandTools): boolean {
  const current = tx.get(change.kind, change.id) ?? null;
  return canonicalJson(current) !== canonicalJson(change.after);
}

function nameOf(change: Change): string {
  const image = change.after ?? change.before;
  const name = image?.name ?? image?.title;
  return typeof name === 'string' ? `${change.kind} “${name}”` : `${change.kind} ${change.id}`;
}

/** Brings every row that an entry touched back to what it was before, last change first. */
function takeBack(entry: JournalEntry, tools: CommandTools): void {
  const stale = entry.changes.find((change) => movedOn(change, tools));
  if (stale) {
    throw new Failure('CONFLICT', `The ${nameOf(stale)} was changed again after entry ${entry.seq}.`, {
      where: `journal entry ${entry.seq}`,
      remedy: 'Take back the later entries about it first; its history lists them.',
    });
  }
  for (const change of entry.changes.toReversed()) tools.tx.restore(change.kind, change.id, change.before);
}

function entryToUndo(seq: number | null, tools: CommandTools): JournalEntry {
  const db = tools.tx.db;
  const wanted = seq ?? nextUndo(db)?.seq;
  const entry = wanted === undefined ? undefined : readEntry(db, wanted);
  if (seq === null && (entry === undefined || entry.command === UNDOABLE_FROM)) throw nothingTo('undo');
  if (entry === undefined) throw noSuchEntry(seq ?? 0);
  if (entry.command === UNDOABLE_FROM) {
    throw new Failure('CONFLICT', 'The creation of the workspace cannot be taken back.', { where: 'journal entry 1' });
  }
  return entry;
}

function undo(
  { seq }: { readonly seq: number | null },
  tools: CommandTools,
): Decision<{ seq: number; summary: string }> {
  const entry = entryToUndo(seq, tools);
  takeBack(entry, tools);
  const summary = `Undid: ${entry.summary}`;
  return { output: { seq: entry.seq, summary: entry.summary }, summary, reverts: entry.seq };
}

function redo(_: object, tools: CommandTools): Decision<{ seq: number; summary: string }> {
  const row = nextRedo(tools.tx.db);
  const undone = row && readEntry(tools.tx.db, row.seq);
  if (undone === undefined) throw nothingTo('redo');
  takeBack(undone, tools);
  const summary = undone.summary.replace(/^Undid: /, '');
  return { output: { seq: undone.seq, summary }, summary: `Redid: ${summary}`, reverts: undone.seq };
}

function step(row: JournalRow | undefined): { seq: number; summary: string } | null {
  if (row === undefined || row.command === UNDOABLE_FROM) return null;
  return { seq: row.seq, summary: row.summary.replace(/^(Undid|Redid): /, '') };
}

function noSuchEntry(seq: number): Failure {
  return new Failure('NOT_FOUND', `There is no journal entry ${seq}.`, { where: `journal entry ${seq}`, remedy: null });
}

function listedEntry({ db }: CoreContext, seq: number): ListedEntry {
  const everything = { actor: null, command: null, kind: null, from: null, to: null, text: '' };
  const [entry] = listJournal(db, { ...everything, limit: 1, after: String(seq + 1) }).rows;
  if (entry?.seq !== seq) throw noSuchEntry(seq);
  return entry;
}

/** The journal as people read it, and what takes its entries back. */
export function journalService(os: Os, core: CoreContext) {
  return {
    get: os.journal.get.handler(({ input }) => listedEntry(core, input.seq)),
    list: os.journal.list.handler(({ input }) => listJournal(core.db, input)),
    next: os.journal.next.handler(() => ({ undo: step(nextUndo(core.db)), redo: step(nextRedo(core.db)) })),
    undo: os.journal.undo.handler(decide(core, undo)),
    redo: os.journal.redo.handler(decide(core, redo)),
  };
}
