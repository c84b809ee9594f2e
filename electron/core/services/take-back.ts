import { Failure } from '../../../shared/model/failure.ts';
import type { Change, JournalEntry } from '../../../shared/model/journal.ts';
import { isAsImaged, nameOfThing, restoredOver } from '../db/images.ts';
import { dependantOf, missingParentOf } from '../db/repositories/relations.ts';
import { isUniqueViolation } from '../db/store-failure.ts';
import type { CommandTools } from '../decide.ts';

function refuse(entry: JournalEntry, message: string, remedy: string): never {
  throw new Failure('CONFLICT', message, { where: `journal entry ${entry.seq}`, remedy });
}

function nameOf({ kind, id, before, after }: Change): string {
  return nameOfThing(kind, id, after ?? before);
}

function assertUnchanged(entry: JournalEntry, { tx }: CommandTools): void {
  const stale = entry.changes.find((change) => !isAsImaged(tx.get(change.kind, change.id) ?? null, change.after));
  if (stale === undefined) return;
  refuse(
    entry,
    `The ${nameOf(stale)} was changed again after entry ${entry.seq}.`,
    'Take back the later entries about it first; its history lists them.',
  );
}

function restore(entry: JournalEntry, change: Change, { tx }: CommandTools): void {
  const { kind, id, before } = change;
  const image = before === null ? null : restoredOver(tx.get(kind, id) ?? null, before);
  try {
    tx.restore(kind, id, image);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    refuse(
      entry,
      `The ${nameOf(change)} cannot come back: another one has taken its place.`,
      'Rename or remove the other one first.',
    );
  }
}

function assertWhole(entry: JournalEntry, change: Change, { tx }: CommandTools): void {
  if (change.before === null) {
    const dependant = dependantOf(tx.db, change.kind, change.id);
    if (dependant === undefined) return;
    refuse(entry, `The ${nameOf(change)} cannot go: the ${dependant} was added to it later.`, 'Take that back first.');
  }
  const parent = missingParentOf(tx.db, change.kind, change.before);
  if (parent === undefined) return;
  refuse(
    entry,
    `The ${nameOf(change)} cannot come back: the ${parent} it belongs to is gone.`,
    'Bring that back first.',
  );
}

/**
 * Brings every row that an entry touched back to what it was before, last change first. Refuses, naming what
 * stands in the way, where something was decided since that builds on the entry.
 */
export function takeBack(entry: JournalEntry, tools: CommandTools): void {
  assertUnchanged(entry, tools);
  for (const change of entry.changes.toReversed()) restore(entry, change, tools);
  for (const change of entry.changes) assertWhole(entry, change, tools);
}
