import { crc32 } from 'node:zlib';
import type { Change } from '../../../shared/model/journal.ts';
import type { ReadDb, WriteDb } from './database.ts';
import { sql } from './sql.ts';

interface Pointer {
  readonly kind: string;
  readonly id: string;
}

/** What an entry is about: the things that it changed and the releases that own them, each once. */
function subjectsOf(changes: readonly Change[]): readonly Pointer[] {
  const subjects = new Map<string, Pointer>();
  const add = (kind: string, id: string) => subjects.set(JSON.stringify([kind, id]), { kind, id });
  for (const change of changes) {
    add(change.kind, change.id);
    for (const image of [change.before, change.after]) {
      if (typeof image?.releaseId === 'string') add('release', image.releaseId);
    }
  }
  return [...subjects.values()];
}

function kindsOf(changes: readonly Change[]): readonly string[] {
  return [...new Set(changes.map(({ kind }) => kind))];
}

/** Writes an entry into the indexes by which histories and filters find it. */
export function indexEntry(db: WriteDb, seq: number, changes: readonly Change[]): void {
  for (const kind of kindsOf(changes)) db.run(sql`INSERT INTO journal_kind (kind, seq) VALUES (${kind}, ${seq})`);
  for (const { kind, id } of subjectsOf(changes)) {
    db.run(sql`INSERT INTO journal_subject (kind, id, seq) VALUES (${kind}, ${id}, ${seq})`);
  }
}

/** A number that the same pointers give in any order, and others hardly ever. */
interface Tally {
  readonly add: (kind: string, id: string, seq: number) => void;
  readonly value: () => string;
}

function createTally(): Tally {
  let count = 0;
  let sum = 0;
  return {
    add: (kind, id, seq) => {
      count += 1;
      sum += crc32(`${kind}\u0000${id}\u0000${seq}`);
    },
    value: () => `${count} ${sum}`,
  };
}

/** Compares the indexes with the journal: add every entry's changes, then ask. */
export function createIndexCheck(db: ReadDb) {
  const expected = { subjects: createTally(), kinds: createTally() };
  return {
    add: (seq: number, changes: readonly Change[]): void => {
      for (const kind of kindsOf(changes)) expected.kinds.add(kind, '', seq);
      for (const { kind, id } of subjectsOf(changes)) expected.subjects.add(kind, id, seq);
    },
    isWhole: (): boolean => {
      const found = { subjects: createTally(), kinds: createTally() };
      for (const row of db.all<Pointer & { seq: number }>(sql`SELECT kind, id, seq FROM journal_subject`)) {
        found.subjects.add(row.kind, row.id, row.seq);
      }
      for (const row of db.all<{ kind: string; seq: number }>(sql`SELECT kind, seq FROM journal_kind`)) {
        found.kinds.add(row.kind, '', row.seq);
      }
      const same = (key: keyof typeof found) => found[key].value() === expected[key].value();
      return same('subjects') && same('kinds');
    },
  };
}
