import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WriteDb } from '../../../../electron/core/db/database.ts';
import { openDatabase } from '../../../../electron/core/db/open.ts';
import { sql } from '../../../../electron/core/db/sql.ts';
import { draftOf, runStoreJob } from '../../../../electron/core/db/store-jobs.ts';
import type { ConnectionId } from '../../../../shared/model/ids.ts';
import { workItem, writeFacts } from '../../../support/facts.ts';
import { openSyncStore, type SyncStore } from '../../../support/sync-store.ts';

describe('electron/core/db/store-jobs', () => {
  let store: SyncStore;
  let to: string;
  beforeEach(() => {
    store = openSyncStore();
    to = `${store.file}-copy`;
  });
  afterEach(() => store.end());

  const copy = () => runStoreJob({ type: 'copy', file: store.file, to });
  const foundIn = (db: WriteDb, word: string) =>
    db
      .all<{ key: string }>(sql`
        SELECT f.key FROM work_item_text x JOIN fact_work_item f ON f.rowid = x.rowid WHERE work_item_text MATCH ${word}`)
      .map(({ key }) => key);
  function failureOf(work: () => unknown): unknown {
    try {
      work();
    } catch (error) {
      return error;
    }
    throw new Error('it did not fail');
  }

  it('copies what was committed, and the words still lead to their work items where rows are missing between', () => {
    const jira = 'jira' as ConnectionId;
    writeFacts(store.file, [
      workItem(jira, 'PAY-1', { title: 'Refunds' }),
      workItem(jira, 'PAY-2', { title: 'Payouts' }),
      workItem(jira, 'PAY-3', { title: 'Ledger' }),
    ]);
    store.db.run(sql`DELETE FROM fact_work_item WHERE key = 'PAY-2'`);

    copy();
    const db = openDatabase({ file: to, readOnly: true, create: false });

    expect([foundIn(db, 'Refunds'), foundIn(db, 'Payouts'), foundIn(db, 'Ledger')]).toEqual([['PAY-1'], [], ['PAY-3']]);
    expect(db.get(sql`PRAGMA integrity_check`)).toEqual({ integrity_check: 'ok' });
    expect(db.get(sql`PRAGMA user_version`)).toEqual(store.db.get(sql`PRAGMA user_version`));
    db.close();
  });

  it('lets nobody read the copy who may not read the workspace', () => {
    fs.chmodSync(store.file, 0o600);

    copy();

    expect(fs.statSync(to).mode & 0o777).toBe(0o600);
  });

  it('leaves nothing behind where the copy cannot be given its name', () => {
    fs.mkdirSync(path.join(to, 'occupied'), { recursive: true });

    const failure = failureOf(copy);

    expect(String(failure)).toMatch(/EISDIR|ENOTEMPTY|EEXIST|rename/);
    expect(fs.existsSync(draftOf(to))).toBe(false);
  });

  it('does not touch the unfinished copy of another', () => {
    fs.writeFileSync(draftOf(to), 'another');

    failureOf(copy);

    expect(fs.readFileSync(draftOf(to), 'utf8')).toBe('another');
    expect(fs.existsSync(to)).toBe(false);
  });

  it('finds nothing wrong with a whole file, and what is wrong with a damaged one', () => {
    const check = () => runStoreJob({ type: 'check', file: store.file });
    const before = check();
    store.db.run(sql`PRAGMA wal_checkpoint(TRUNCATE)`);
    const bytes = fs.readFileSync(store.file);
    bytes.fill(0x5a, 4_096 * 4, 4_096 * 12);
    fs.writeFileSync(store.file, bytes);

    const after = (() => {
      try {
        return check();
      } catch (error) {
        return error;
      }
    })();

    expect(before).toBe('ok');
    expect(after).not.toBe('ok');
    expect(
      after === null || typeof after === 'string' || (after as { code?: string }).code === 'WORKSPACE_DAMAGED',
    ).toBe(true);
  });
});
