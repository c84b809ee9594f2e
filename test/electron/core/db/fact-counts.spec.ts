import BetterSqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { wrapDatabase } from '../../../../electron/core/db/database.ts';
import { countFacts, readFactCounts } from '../../../../electron/core/db/fact-counts.ts';
import { migrations } from '../../../../electron/core/db/migrations/index.ts';

describe('electron/core/db/fact-counts', () => {
  it('adds and takes away, and leaves out what has come to nothing', () => {
    const db = wrapDatabase(new BetterSqlite(':memory:'));
    for (const migration of migrations) db.exec(migration.script);

    countFacts(db, 'c-1', 'work-item', 3);
    countFacts(db, 'c-1', 'work-item', -1);
    countFacts(db, 'c-11', 'work-item', 5);
    countFacts(db, 'c-1', 'commit', 1);
    countFacts(db, 'c-1', 'commit', -1);
    countFacts(db, 'c-1', 'review', 0);

    expect(Object.fromEntries(readFactCounts(db))).toEqual({ 'c-1': { 'work-item': 2 }, 'c-11': { 'work-item': 5 } });
    db.close();
  });
});
