import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFactCounts } from '../../../../electron/core/db/fact-counts.ts';
import { createFactWriter } from '../../../../electron/core/db/fact-writer.ts';
import { listScopes } from '../../../../electron/core/db/repositories/raw-pages.ts';
import { enqueueRequest, readSyncQueue } from '../../../../electron/core/db/repositories/sync-queue.ts';
import { readWatermarks, writeWatermark } from '../../../../electron/core/db/repositories/sync-watermarks.ts';
import { forgetScopes } from '../../../../electron/core/sync/forget-scopes.ts';
import type { ConnectionId } from '../../../../shared/model/ids.ts';
import { instant } from '../../../../shared/model/time.ts';
import { workItem } from '../../../support/facts.ts';
import { writePages } from '../../../support/sync-run.ts';
import { factRows, openSyncStore, type SyncStore } from '../../../support/sync-store.ts';
import { tiny, tinyConnection, tinyRequest, tinyResponse } from '../../../support/tiny-connector.ts';

describe('electron/core/sync/forget-scopes', () => {
  const connection = tinyConnection({ scopes: ['a'] });
  const never = new AbortController().signal;
  let store: SyncStore;
  beforeEach(() => {
    store = openSyncStore();
    page('a', 1, ['mine', 'ours']);
    page('b', 2, ['theirs', 'ours']);
    for (const scope of ['a', 'b']) {
      writeWatermark(store.db, connection.id, { scope, stream: 'names', value: { at: 5 } });
      enqueueRequest(store.db, connection.id, {
        key: scope,
        position: 0,
        request: JSON.stringify({ scope }),
        runId: 'r',
      });
    }
  });
  afterEach(() => store.end());

  function page(scope: string, at: number, names: readonly string[], of = connection): void {
    const request = tinyRequest(`${scope}:${at}`, { scope });
    const answered = { request, response: tinyResponse({ names }), fetchedAt: instant(at), rawId: null };
    writePages(store.db, { connection: of, connector: tiny, runId: 'r' }, [{ ...answered, next: [], watermark: null }]);
  }
  const forget = (db = store.db, signal = never) =>
    forgetScopes(db, { connection, connector: tiny, scopes: ['b'], signal });
  const names = () => factRows(store.db, 'project').map(({ id }) => id);

  it('removes what only those scopes told, and what would have gone on', async () => {
    page('b', 3, ['theirs'], { ...connection, id: 'tiny2' as ConnectionId });

    await forget();

    expect(names()).toEqual(['tiny2:project:theirs', 'tiny:project:mine', 'tiny:project:ours']);
    expect(readFactCounts(store.db).get('tiny')).toEqual({ project: 2 });
    expect(listScopes(store.db, connection.id)).toEqual(['a']);
    expect(readWatermarks(store.db, connection.id, 'a')).toEqual({ names: { at: 5 } });
    expect(readWatermarks(store.db, connection.id, 'b')).toEqual({});
    expect(readSyncQueue(store.db, connection.id).map(({ key }) => key)).toEqual(['a']);
  });

  it('removes what had outlived its page with its project, and lets the rest be', async () => {
    const write = (rawId: number | null, key: string) =>
      createFactWriter(store.db).write([workItem(connection.id, key)], { fetchedAt: instant(1), rawId });
    write(4_711, 'theirs-1');
    write(4_711, 'mine-1');
    write(null, 'theirs-2');

    await forget();

    expect(factRows(store.db, 'work-item').map(({ key }) => key)).toEqual(['mine-1', 'theirs-2']);
  });

  it('never takes away for a moment what stays', async () => {
    const seen = new Set<number>();
    const db = {
      ...store.db,
      transaction: <T>(work: () => T): T => {
        const result = store.db.transaction(work);
        seen.add(names().filter((id) => id === 'tiny:project:ours').length);
        return result;
      },
    };

    await forget(db);

    expect(seen).toEqual(new Set([1]));
  });

  it('holds the store for short transactions only', async () => {
    const many = (from: number, count: number) => Array.from({ length: count }, (_, index) => `n${from + index}`);
    for (let at = 0; at < 12; at += 1) page('b', 10 + at, many(at * 100, 100));
    let before = names().length;
    const removed: number[] = [];
    const db = {
      ...store.db,
      transaction: <T>(work: () => T): T => {
        const result = store.db.transaction(work);
        removed.push(before - names().length);
        before = names().length;
        return result;
      },
    };

    await forget(db);

    expect(removed.reduce((sum, count) => sum + count, 0)).toBe(1_201);
    expect(Math.max(...removed)).toBeLessThanOrEqual(500);
  });

  it('forgets first where they would go on, so that one that comes back is read whole', async () => {
    const stop = new AbortController();
    stop.abort();

    await expect(forget(store.db, stop.signal)).rejects.toMatchObject({ code: 'CANCELLED' });

    expect(readWatermarks(store.db, connection.id, 'b')).toEqual({});
    expect(names()).toHaveLength(3);
    await forget();
    expect(names()).toHaveLength(2);
  });
});
