import type { ListedEntry } from '../../../shared/contract/journal.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { JournalEntry } from '../../../shared/model/journal.ts';
import type { CoreContext } from '../core-context.ts';
import { type JournalRow, nextRedo, nextUndo, readEntry, revertedBy } from '../db/journal.ts';
import { listJournal } from '../db/repositories/journal-list.ts';
import { type CommandTools, type Decision, decide } from '../decide.ts';
import type { Os } from '../middleware.ts';
import { takeBack } from './take-back.ts';

const UNDOABLE_FROM = 'workspace.create';

function nothingTo(what: 'undo' | 'redo'): Failure {
  return new Failure('CONFLICT', `There is nothing to ${what}.`, { where: 'journal', remedy: null });
}

function entryToUndo(seq: number | null, tools: CommandTools): JournalEntry {
  const db = tools.tx.db;
  const wanted = seq ?? nextUndo(db)?.seq;
  const entry = wanted === undefined ? undefined : readEntry(db, wanted);
  if (seq === null && (entry === undefined || entry.command === UNDOABLE_FROM)) throw nothingTo('undo');
  if (entry === undefined) throw noSuchEntry(seq ?? 0);
  const by = revertedBy(db, entry.seq);
  if (by !== null) {
    throw new Failure('CONFLICT', `Entry ${entry.seq} was taken back already, by entry ${by}.`, {
      where: `journal entry ${entry.seq}`,
      remedy: `To bring it back, undo entry ${by}.`,
    });
  }
  if (entry.command === UNDOABLE_FROM) {
    throw new Failure('CONFLICT', 'The creation of the workspace cannot be taken back.', { where: 'journal entry 1' });
  }
  return entry;
}

/** What an entry was about, without saying that it was undone or redone. */
function plain(summary: string): string {
  return summary.replace(/^(Undid|Redid): /, '');
}

interface Taken {
  readonly reverts: number;
}

/** Takes an undo back: the same whether it is asked for as redo or as undoing that entry. */
function bringBack(undone: JournalEntry, tools: CommandTools): Decision<Taken> {
  takeBack(undone, tools);
  const reverts = undone.seq;
  return { output: { reverts }, summary: `Redid: ${plain(undone.summary)}`, reverts, command: 'journal.redo' };
}

function undo({ seq }: { readonly seq: number | null }, tools: CommandTools): Decision<Taken> {
  const entry = entryToUndo(seq, tools);
  if (entry.command === 'journal.undo') return bringBack(entry, tools);
  takeBack(entry, tools);
  const reverts = entry.seq;
  return { output: { reverts }, summary: `Undid: ${plain(entry.summary)}`, reverts };
}

function entryToRedo(seq: number | null, tools: CommandTools): JournalEntry {
  if (seq === null) {
    const row = nextRedo(tools.tx.db);
    const undone = row && readEntry(tools.tx.db, row.seq);
    if (undone === undefined) throw nothingTo('redo');
    return undone;
  }
  const entry = entryToUndo(seq, tools);
  if (entry.command === 'journal.undo') return entry;
  throw new Failure('CONFLICT', `Entry ${seq} took nothing back: there is nothing in it to redo.`, {
    where: `journal entry ${seq}`,
    remedy: null,
  });
}

function redo({ seq }: { readonly seq: number | null }, tools: CommandTools): Decision<Taken> {
  return bringBack(entryToRedo(seq, tools), tools);
}

function step(row: JournalRow | undefined): { seq: number; summary: string } | null {
  if (row === undefined || row.command === UNDOABLE_FROM) return null;
  return { seq: row.seq, summary: plain(row.summary) };
}

function noSuchEntry(seq: number): Failure {
  return new Failure('NOT_FOUND', `There is no journal entry ${seq}.`, { where: `journal entry ${seq}`, remedy: null });
}

function listedEntry({ db }: CoreContext, seq: number): ListedEntry {
  const entry = readEntry(db, seq);
  if (entry === undefined) throw noSuchEntry(seq);
  return { ...entry, revertedBy: revertedBy(db, seq) };
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
