import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as queue from '../../../../../electron/core/db/repositories/sync-queue.ts';
import { writePendingWatermark } from '../../../../../electron/core/db/repositories/sync-watermarks.ts';
import type { ConnectionId } from '../../../../../shared/model/ids.ts';
import { openSyncStore, type SyncStore } from '../../../../support/sync-store.ts';

const gh = 'gh' as ConnectionId;
const jira = 'jira' as ConnectionId;

describe('electron/core/db/repositories/sync-queue', () => {
  let store: SyncStore;
  beforeEach(() => {
    store = openSyncStore();
  });
  afterEach(() => store.end());

  function add(key: string, position: number, scope = 'a/b', connection = gh) {
    const request = JSON.stringify({ key, scope });
    queue.enqueueRequest(store.db, connection, { key, position, request, runId: 'r1' });
  }
  const keys = (connection = gh) => queue.readSyncQueue(store.db, connection).map(({ key }) => key);

  it('keeps the order of positions, negative ones first', () => {
    add('c', 2);
    add('a', -5);
    add('b', 0);

    expect(queue.readSyncQueue(store.db, gh)[0]).toEqual({
      key: 'a',
      scope: 'a/b',
      position: -5,
      request: '{"key":"a","scope":"a/b"}',
    });
    expect(keys()).toEqual(['a', 'b', 'c']);
  });

  it('leaves a request where it is that is queued again', () => {
    add('a', 1);
    add('b', 2);
    add('b', 0);

    expect(keys()).toEqual(['a', 'b']);
  });

  it('takes out by connection and key', () => {
    add('a', 1);
    add('a', 1, 'a/b', jira);

    queue.dequeueRequest(store.db, gh, 'a');

    expect([keys(), keys(jira)]).toEqual([[], ['a']]);
  });

  it('forgets a scope with where it would have got to', () => {
    add('a', 1, 'a/b');
    add('b', 2, 'a/c');
    for (const scope of ['a/b', 'a/c']) {
      writePendingWatermark(store.db, gh, { scope, stream: 'pulls', runId: 'r1', value: { at: 1 } });
    }

    queue.forgetScope(store.db, gh, 'a/b');

    expect(keys()).toEqual(['b']);
    expect(store.db.all({ text: 'SELECT scope FROM sync_pending_watermark', values: [] })).toEqual([{ scope: 'a/c' }]);
  });
});
