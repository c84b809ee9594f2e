import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findValidator, keepValidator, listRawPageIds } from '../../../../electron/core/db/repositories/raw-pages.ts';
import { writeSyncRun } from '../../../../electron/core/db/repositories/sync-run-log.ts';
import { readSyncRuns } from '../../../../electron/core/db/repositories/sync-runs.ts';
import { pruneOld } from '../../../../electron/core/sync/prune.ts';
import { createRunTally } from '../../../../electron/core/sync/run-tally.ts';
import { instant } from '../../../../shared/model/time.ts';
import { writePages } from '../../../support/sync-run.ts';
import { openSyncStore, type SyncStore } from '../../../support/sync-store.ts';
import { tiny, tinyConnection, tinyRequest, tinyResponse } from '../../../support/tiny-connector.ts';

const DAY = 86_400_000;

describe('electron/core/sync/prune', () => {
  const connection = tinyConnection();
  const connectionId = connection.id;
  const now = instant(1_000 * DAY);
  const never = new AbortController().signal;
  let store: SyncStore;
  beforeEach(() => {
    store = openSyncStore();
    const { db } = store;
    const pageOf = (key: string, daysAgo: number) => ({
      request: tinyRequest(key),
      response: tinyResponse({ names: [key] }),
      fetchedAt: instant(now - daysAgo * DAY),
      rawId: null,
      next: [],
      watermark: null,
    });
    const old = Array.from({ length: 250 }, (_, index) => pageOf(`old ${index}`, 401));
    writePages(db, { connection, connector: tiny, runId: 'r' }, [...old, pageOf('young', 399)]);
    keepValidator(db, connectionId, '/gone', { etag: '"1"', rawId: 9_999 });
    for (let day = 0; day < 230; day += 1) {
      const start = { id: `run-${day}`, trigger: 'hand', startedAt: instant(now - day * DAY), connection } as const;
      writeSyncRun(db, createRunTally(start).ended(start.startedAt, []));
    }
  });
  afterEach(() => store.end());

  it('removes old pages, validators without a page, and runs of long ago but the latest 200', async () => {
    await pruneOld(store.db, { connectionId, now, signal: never });

    expect(listRawPageIds(store.db, connectionId)).toHaveLength(1);
    expect(findValidator(store.db, connectionId, '/gone')).toBeUndefined();
    expect(store.db.all({ text: 'SELECT * FROM sync_etag', values: [] })).toEqual([]);
    const runs = readSyncRuns(store.db, connectionId, 999);
    expect([runs.length, runs[0]?.id, runs.at(-1)?.id]).toEqual([200, 'run-0', 'run-199']);
  });

  it('leaves the rest to the next sync when it is stopped', async () => {
    const stop = new AbortController();
    const pruning = pruneOld(store.db, { connectionId, now, signal: stop.signal });
    stop.abort();
    await pruning;

    expect(listRawPageIds(store.db, connectionId)).toHaveLength(151);
    expect(readSyncRuns(store.db, connectionId, 999)).toHaveLength(230);
  });
});
