import BetterSqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { wrapDatabase } from '../../../../electron/core/db/database.ts';
import { readFactCounts, refreshFactCounts } from '../../../../electron/core/db/fact-counts.ts';
import { createFactWriter } from '../../../../electron/core/db/fact-writer.ts';
import { migrations } from '../../../../electron/core/db/migrations/index.ts';
import type { ConnectionId } from '../../../../shared/model/ids.ts';
import { instant } from '../../../../shared/model/time.ts';
import { transition, workItem } from '../../../support/facts.ts';

describe('electron/core/db/fact-counts', () => {
  it('counts the facts of one connection, not those of one whose id begins alike', () => {
    const db = wrapDatabase(new BetterSqlite(':memory:'));
    for (const migration of migrations) db.exec(migration.script);
    const [one, eleven] = ['c-1', 'c-11'] as [ConnectionId, ConnectionId];
    const item = workItem(one, 'PAY-1');
    createFactWriter(db).write([item, transition(item, '2026-01-01T00:00:00Z'), workItem(eleven, 'PAY-1')], {
      fetchedAt: instant(0),
      rawId: null,
    });

    refreshFactCounts(db, one);
    refreshFactCounts(db, one);

    expect(Object.fromEntries(readFactCounts(db))).toEqual({ 'c-1': { 'work-item': 1, transition: 1 } });
    db.close();
  });
});
