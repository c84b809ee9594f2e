import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type WriteDb, wrapDatabase } from '../../../../electron/core/db/database.ts';
import { recordDecisions } from '../../../../electron/core/db/decisions.ts';
import { createFactWriter } from '../../../../electron/core/db/fact-writer.ts';
import { migrations } from '../../../../electron/core/db/migrations/index.ts';
import { purgeRemovedConnections } from '../../../../electron/core/db/purge.ts';
import { sql } from '../../../../electron/core/db/sql.ts';
import type { ConnectionId } from '../../../../shared/model/ids.ts';
import { instant } from '../../../../shared/model/time.ts';
import { workItem } from '../../../support/facts.ts';
import { jiraPlan } from '../../../support/plans.ts';

describe('electron/core/db/purge', () => {
  const kept = 'connection-1' as ConnectionId;
  // Begins as the other does: its facts must not be taken for the other's.
  const removed = 'connection-11' as ConnectionId;
  let db: WriteDb;
  beforeEach(() => {
    db = wrapDatabase(new BetterSqlite(':memory:'));
    for (const migration of migrations) db.exec(migration.script);
    recordDecisions(db).put('connection', { ...jiraPlan(), id: kept });
    const items = (id: ConnectionId, count: number) =>
      Array.from({ length: count }, (_, n) => workItem(id, `PAY-${n}`, { labels: ['x'] }));
    createFactWriter(db).write([...items(kept, 3), ...items(removed, 1_203)], { fetchedAt: instant(0), rawId: null });
  });
  afterEach(() => db.close());

  const count = (table: string) =>
    db.get<{ n: number }>(sql`SELECT count(*) AS n FROM ${{ text: table, values: [] }}`)?.n;

  it('removes the facts, tags and words of a connection that is gone, and of no other', async () => {
    const purged = await purgeRemovedConnections(db, new AbortController().signal);

    expect(purged).toBe(1_203);
    expect([count('fact_work_item'), count('work_item_tag')]).toEqual([3, 3]);
    expect(db.all(sql`SELECT rowid FROM work_item_text WHERE work_item_text MATCH 'pay'`)).toHaveLength(3);
    expect(db.all(sql`SELECT DISTINCT connection_id AS id FROM fact_count`)).toEqual([{ id: kept }]);
  });

  it('stops when the workspace closes and goes on at the next opening', async () => {
    const abort = new AbortController();
    const first = purgeRemovedConnections(db, abort.signal);
    abort.abort();
    const some = await first;

    const rest = await purgeRemovedConnections(db, new AbortController().signal);

    expect(some).toBeLessThan(1_203);
    expect(some + rest).toBe(1_203);
  });

  it('leaves the facts of a connection that undo brings back meanwhile', async () => {
    const purging = purgeRemovedConnections(db, new AbortController().signal);
    recordDecisions(db).put('connection', { ...jiraPlan({ name: 'back' }), id: removed });

    const purged = await purging;

    expect(purged).toBeLessThan(1_203);
    expect(count('fact_work_item')).toBe(3 + 1_203 - purged);
    expect(db.all(sql`SELECT connection_id AS id, facts FROM fact_count ORDER BY 1`)).toEqual([
      { id: kept, facts: 3 },
      { id: removed, facts: 1_203 - purged },
    ]);
  });
});
