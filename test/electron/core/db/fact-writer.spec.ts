import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type WriteDb, wrapDatabase } from '../../../../electron/core/db/database.ts';
import { readFactCounts } from '../../../../electron/core/db/fact-counts.ts';
import { createFactWriter } from '../../../../electron/core/db/fact-writer.ts';
import { migrations } from '../../../../electron/core/db/migrations/index.ts';
import { sql } from '../../../../electron/core/db/sql.ts';
import type { ConnectionId } from '../../../../shared/model/ids.ts';
import { instant } from '../../../../shared/model/time.ts';
import { transition, workItem } from '../../../support/facts.ts';

describe('electron/core/db/fact-writer', () => {
  const jira = 'c1' as ConnectionId;
  const origin = { fetchedAt: instant(5), rawId: 7 };
  let db: WriteDb;
  beforeEach(() => {
    db = wrapDatabase(new BetterSqlite(':memory:'));
    for (const migration of migrations) db.exec(migration.script);
  });
  afterEach(() => db.close());

  it('says how many facts of each kind it wrote, with where they came from', () => {
    const item = workItem(jira, 'PAY-1', { labels: ['a'] });

    const counts = createFactWriter(db).write(
      [item, transition(item, '2026-01-01T00:00:00Z'), workItem(jira, 'PAY-2')],
      origin,
    );

    expect(counts).toEqual({ 'work-item': 2, transition: 1 });
    expect(
      db.get(sql`SELECT key, labels, fetched_at, raw_id FROM fact_work_item WHERE id = 'c1:work-item:PAY-1'`),
    ).toEqual({
      key: 'PAY-1',
      labels: '["a"]',
      fetched_at: 5,
      raw_id: 7,
    });
  });

  it('counts facts that are new, and none twice', () => {
    const writer = createFactWriter(db);
    const other = workItem('c2' as ConnectionId, 'OPS-1');
    writer.write([workItem(jira, 'PAY-1'), workItem(jira, 'PAY-2'), other], origin);
    writer.write([workItem(jira, 'PAY-2', { title: 'New' }), workItem(jira, 'PAY-3'), workItem(jira, 'PAY-3')], origin);

    expect(Object.fromEntries(readFactCounts(db))).toEqual({ c1: { 'work-item': 3 }, c2: { 'work-item': 1 } });
  });

  it('replaces a fact that it knows, and the words and tags it is found by', () => {
    const writer = createFactWriter(db);
    writer.write([workItem(jira, 'PAY-1', { title: 'Alpha', labels: ['old'] })], origin);
    writer.write([workItem(jira, 'PAY-1', { title: 'Beta', labels: ['new'] })], origin);

    const words = (word: string) =>
      db.all(sql`SELECT rowid FROM work_item_text WHERE work_item_text MATCH ${word}`).length;
    expect([words('alpha'), words('beta')]).toEqual([0, 1]);
    expect(db.all(sql`SELECT kind, value FROM work_item_tag`)).toEqual([{ kind: 'label', value: 'new' }]);
    expect(db.get(sql`SELECT count(*) AS n FROM fact_work_item`)).toEqual({ n: 1 });
  });
});
