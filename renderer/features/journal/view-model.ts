import { contract } from '../../../shared/contract/index.ts';
import type { JournalLine, ListedEntry } from '../../../shared/contract/journal.ts';
import type { Change } from '../../../shared/model/journal.ts';
import { fieldsOf } from '../../lib/field-leaves.ts';
import { isDerived } from '../../lib/field-words.ts';
import { capital, formatCount } from '../../lib/format.ts';

/** One field that a change touched. */
export interface FieldChange {
  /** Where it is: `name`, `stages.2.start.amount`. */
  readonly path: string;
  /** Null where the field was not there. */
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * The fields that differ between the two sides of a change, in the order in which they are kept and in words for
 * people; what only follows from other fields of the row is left out.
 */
export function fieldChanges(change: Pick<Change, 'before' | 'after'>): readonly FieldChange[] {
  const before = fieldsOf(change.before);
  const after = fieldsOf(change.after);
  const row = change.after ?? change.before ?? {};
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths]
    .map((path) => ({ path, before: before.get(path) ?? null, after: after.get(path) ?? null }))
    .filter(({ path, before: was, after: is }) => path !== '' && was !== is && !isDerived(path, row));
}

/** What the button for more changes says: `Show 3 more changes`, or how many of how many. */
export function moreText(hidden: number, step: number): string {
  return hidden <= step
    ? `Show ${formatCount(hidden, 'more change')}`
    : `Show ${step} of ${formatCount(hidden, 'more change')}`;
}

/** What lists show of an entry. */
export function lineOf({ input: _input, changes, ...head }: ListedEntry): JournalLine {
  return { ...head, changeCount: changes.length };
}

interface Reverting {
  readonly seq: number;
  readonly revertedBy: number | null;
}

/** Whether an entry is taken back now: it was, and what took it back was not itself taken back (a redo). */
export function isUndone(entry: Reverting, bySeq: ReadonlyMap<number, Reverting>): boolean {
  if (entry.revertedBy === null) return false;
  const reverter = bySeq.get(entry.revertedBy);
  return reverter === undefined || !isUndone(reverter, bySeq);
}

export type ChangeKind = 'added' | 'removed' | 'changed';

/** What happened to the row as a whole. */
export function changeKind(change: Pick<Change, 'before' | 'after'>): ChangeKind {
  if (change.before === null) return 'added';
  return change.after === null ? 'removed' : 'changed';
}

/** What a changed row is called for people: its name or title, else its id. */
export function changedName(change: Change): string {
  const row = change.after ?? change.before ?? {};
  const name = row.name ?? row.title;
  return typeof name === 'string' && name !== '' ? name : change.id;
}

/** `releases.moveMilestone` for people: `Releases: move milestone`. */
export function commandLabel(command: string): string {
  const [group = command, verb] = command.split('.');
  const words = (text: string) => text.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`).trim();
  const head = words(group);
  return `${capital(head)}${verb === undefined ? '' : `: ${words(verb)}`}`;
}

/** Every command of the contract by its name, as the journal names it. */
export function commandNames(): readonly string[] {
  return Object.entries(contract).flatMap(([group, procedures]) =>
    Object.entries(procedures)
      .filter(([, procedure]) => procedure['~orpc'].meta.kind === 'command')
      .map(([name]) => `${group}.${name}`),
  );
}
