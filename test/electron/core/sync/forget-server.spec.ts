import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFactCounts } from '../../../../electron/core/db/fact-counts.ts';
import { createFactWriter } from '../../../../electron/core/db/fact-writer.ts';
import { findValidator, listRawPageIds } from '../../../../electron/core/db/repositories/raw-pages.ts';
import { enqueueRequest, readSyncQueue } from '../../../../electron/core/db/repositories/sync-queue.ts';
import { readWatermarks, writeWatermark } from '../../../../electron/core/db/repositories/sync-watermarks.ts';
import { forgetServer } from '../../../../electron/core/sync/forget-server.ts';
import { planChange, rememberPlan } from '../../../../electron/core/sync/plan-mark.ts';
import type { ConnectionId } from '../../../../shared/model/ids.ts';
import { instant } from '../../../../shared/model/time.ts';
import { workItem } from '../../../support/facts.ts';
import { writePages } from '../../../support/sync-run.ts';
import { factCounts, openSyncStore, type SyncStore } from '../../../support/sync-store.ts';
import { tiny, tinyConnection, tinyRequest, tinyResponse } from '../../../support/tiny-connector.ts';

describe('electron/core/sync/forget-server', () => {
  const connection = tinyConnection();
  const never = new AbortController().signal;
  let store: SyncStore;
  beforeEach(() => {
    store = openSyncStore();
    const { db } = store;
    const response = { ...tinyResponse({ names: ['x', 'y'] }), headers: { etag: '"1"' } };
    const page = { request: tinyRequest('k'), response, fetchedAt: instant(1), rawId: null, next: [], watermark: null };
    writePages(db, { connection, connector: tiny, runId: 'r' }, [page]);
    const items = Array.from({ length: 1_203 }, (_, index) =>
      workItem(connection.id, `PAY-${index}`, { labels: ['l'] }),
    );
    const other = workItem('tiny2' as ConnectionId, 'PAY-1');
    db.transaction(() => createFactWriter(db).write([...items, other], { fetchedAt: instant(1), rawId: null }));
    rememberPlan(db, { connection, connector: tiny });
    writeWatermark(db, connection.id, { scope: 'a', stream: 'names', value: { at: 5 } });
    enqueueRequest(db, connection.id, { key: 'l', position: 0, request: '{"scope":"a"}', runId: 'r' });
  });
  afterEach(() => store.end());

  it('removes everything that was read from the server, and nothing of another connection', async () => {
    const { db } = store;

    await forgetServer(db, connection.id, never);

    expect(factCounts(db)).toEqual({ 'work-item': 1 });
    expect(Object.fromEntries(readFactCounts(db))).toEqual({ tiny2: { 'work-item': 1 } });
    expect(db.all({ text: 'SELECT * FROM work_item_tag', values: [] })).toEqual([]);
    expect([listRawPageIds(db, connection.id), readSyncQueue(db, connection.id)]).toEqual([[], []]);
    expect([readWatermarks(db, connection.id, 'a'), findValidator(db, connection.id, '/k')]).toEqual([{}, undefined]);
  });

  it('holds the store for short transactions only', async () => {
    const removed: number[] = [];
    const db = {
      ...store.db,
      transaction: <T>(work: () => T): T => {
        const result = store.db.transaction(work);
        if (typeof result === 'number') removed.push(result);
        return result;
      },
    };

    await forgetServer(db, connection.id, never);

    expect(removed.reduce((sum, count) => sum + count, 0)).toBe(1_203 + 2 + 1);
    expect(Math.max(...removed)).toBeLessThanOrEqual(500);
  });

  it('goes on where it was stopped, even if the old address comes back meanwhile', async () => {
    const stop = new AbortController();
    const forgetting = forgetServer(store.db, connection.id, stop.signal);
    stop.abort();

    await expect(forgetting).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(planChange(store.db, { connection, connector: tiny }).server).toBe(true);
    expect(factCounts(store.db)['work-item']).toBeGreaterThan(1);
    await forgetServer(store.db, connection.id, never);
    expect(factCounts(store.db)).toEqual({ 'work-item': 1 });
  });
});
