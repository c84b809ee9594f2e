import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type WriteDb, wrapDatabase } from '../../../../electron/core/db/database.ts';
import {
  appendEntry,
  type Decided,
  journalHead,
  nextRedo,
  nextUndo,
  readEntry,
} from '../../../../electron/core/db/journal.ts';
import { migrations } from '../../../../electron/core/db/migrations/index.ts';
import { listHistory } from '../../../../electron/core/db/repositories/journal-list.ts';
import { instant } from '../../../../shared/model/time.ts';

const decided = (changes: Partial<Decided> = {}): Decided => ({
  at: instant(1),
  actor: 'Ada',
  command: 'trains.create',
  input: { b: 1, a: [null] },
  changes: [],
  summary: 'Created',
  reverts: null,
  ...changes,
});

describe('electron/core/db/journal', () => {
  let db: WriteDb;
  beforeEach(() => {
    db = wrapDatabase(new BetterSqlite(':memory:'));
    for (const migration of migrations) db.exec(migration.script);
  });
  afterEach(() => db.close());

  it('numbers entries from 1 and chains each to the one before', () => {
    const seqs = [appendEntry(db, decided()), appendEntry(db, decided({ actor: 'Grace' }))];
    const [first, second] = seqs.map((seq) => readEntry(db, seq));

    expect(seqs).toEqual([1, 2]);
    expect(first?.prevHash).toBe('');
    expect(second?.prevHash).toBe(first?.hash);
    expect(journalHead(db)).toEqual({ seq: 2, hash: second?.hash });
    expect(first?.input).toEqual({ a: [null], b: 1 });
  });

  it('finds the entries of a release by itself and by what hangs on it', () => {
    const release = { kind: 'release', id: 'r1', before: null, after: { id: 'r1' } } as const;
    const milestone = { kind: 'milestone', id: 'm1', before: { releaseId: 'r1' }, after: { releaseId: 'r2' } } as const;
    appendEntry(db, decided({ changes: [release], summary: 'one' }));
    appendEntry(db, decided({ changes: [milestone], summary: 'two' }));
    appendEntry(db, decided({ summary: 'three' }));

    expect(listHistory(db, 'release', 'r1').map(({ summary }) => summary)).toEqual(['two', 'one']);
    expect(listHistory(db, 'release', 'r2').map(({ summary }) => summary)).toEqual(['two']);
    expect(listHistory(db, 'milestone', 'm1').map(({ summary }) => summary)).toEqual(['two']);
  });

  it('knows what undo and redo would take back after any of them', () => {
    const next = () => [nextUndo(db)?.seq ?? null, nextRedo(db)?.seq ?? null];
    const undo = (seq: number) => appendEntry(db, decided({ command: 'journal.undo', reverts: seq }));
    const redo = (seq: number) => appendEntry(db, decided({ command: 'journal.redo', reverts: seq }));
    appendEntry(db, decided());
    appendEntry(db, decided());
    const seen = [next()];
    undo(2);
    seen.push(next());
    undo(1);
    seen.push(next());
    redo(4);
    seen.push(next());
    appendEntry(db, decided());
    seen.push(next());

    expect(seen).toEqual([
      [2, null],
      [1, 3],
      [null, 4],
      [5, 3],
      [6, null],
    ]);
  });
});
