import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enqueueRequest } from '../../../../../electron/core/db/repositories/sync-queue.ts';
import * as marks from '../../../../../electron/core/db/repositories/sync-watermarks.ts';
import type { ConnectionId } from '../../../../../shared/model/ids.ts';
import { openSyncStore, type SyncStore } from '../../../../support/sync-store.ts';

const gh = 'gh' as ConnectionId;

describe('electron/core/db/repositories/sync-watermarks', () => {
  let store: SyncStore;
  beforeEach(() => {
    store = openSyncStore();
  });
  afterEach(() => store.end());

  function pend(scope: string, stream: string, at: number) {
    marks.writePendingWatermark(store.db, gh, { scope, stream, runId: 'r1', value: { at, of: 'x', no: null } });
  }

  it('reads what it writes, by scope and stream', () => {
    marks.writeWatermark(store.db, gh, { scope: 'a/b', stream: 'pulls', value: { at: 1 } });
    marks.writeWatermark(store.db, gh, { scope: 'a/b', stream: 'pulls', value: { at: 2 } });
    marks.writeWatermark(store.db, gh, { scope: 'a/c', stream: 'pulls', value: { at: 3 } });

    expect(marks.readWatermarks(store.db, gh, 'a/b')).toEqual({ pulls: { at: 2 } });
    expect(marks.readWatermarks(store.db, 'jira' as ConnectionId, 'a/b')).toEqual({});
  });

  it('lets pending ones count for the scopes that have nothing left to ask', () => {
    pend('a/b', 'pulls', 1);
    pend('a/b', 'issues', 2);
    pend('a/c', 'pulls', 3);
    enqueueRequest(store.db, gh, { key: 'k', position: 1, runId: 'r1', request: '{"scope":"a/c"}' });
    // Another connection's queue is its own affair.
    enqueueRequest(store.db, 'x' as ConnectionId, { key: 'k', position: 1, runId: 'r1', request: '{"scope":"a/b"}' });

    marks.promoteWatermarks(store.db, gh);

    expect(marks.readWatermarks(store.db, gh, 'a/b')).toEqual({
      pulls: { at: 1, of: 'x', no: null },
      issues: { at: 2, of: 'x', no: null },
    });
    expect(marks.readWatermarks(store.db, gh, 'a/c')).toEqual({});
    expect(store.db.all({ text: 'SELECT scope FROM sync_pending_watermark', values: [] })).toEqual([{ scope: 'a/c' }]);
  });

  it('forgets all of a connection', () => {
    pend('a/b', 'pulls', 1);
    marks.writeWatermark(store.db, gh, { scope: 'a/b', stream: 'pulls', value: { at: 1 } });
    marks.writeWatermark(store.db, 'x' as ConnectionId, { scope: 'a/b', stream: 'pulls', value: { at: 1 } });
    enqueueRequest(store.db, gh, { key: 'k', position: 1, runId: 'r1', request: '{"scope":"a/c"}' });

    marks.forgetProgress(store.db, gh);

    const left = (table: string) => store.db.all({ text: `SELECT connection_id FROM ${table}`, values: [] });
    expect(left('sync_watermark')).toEqual([{ connection_id: 'x' }]);
    expect([left('sync_pending_watermark'), left('sync_request')]).toEqual([[], []]);
  });

  it('forgets one, those of some scopes, or all but some streams', () => {
    const streams = ['pulls', 'issues', 'name'];
    const write = (scope: string) => {
      for (const stream of streams) marks.writeWatermark(store.db, gh, { scope, stream, value: { at: 1 } });
    };
    for (const scope of ['a/b', 'a/c', 'a/d']) write(scope);
    pend('a/d', 'name', 1);
    pend('a/d', 'pulls', 1);
    const left = (scope: string) => Object.keys(marks.readWatermarks(store.db, gh, scope));

    marks.removeWatermark(store.db, gh, { scope: 'a/b', stream: 'pulls' });
    marks.removeWatermarksOf(store.db, gh, ['a/c', 'a/x']);
    expect(['a/b', 'a/c', 'a/d'].map(left)).toEqual([['issues', 'name'], [], ['issues', 'name', 'pulls']]);
    marks.forgetProgress(store.db, gh, ['name']);

    expect(['a/b', 'a/c', 'a/d'].map(left)).toEqual([['name'], [], ['name']]);
    expect(store.db.all({ text: 'SELECT stream FROM sync_pending_watermark', values: [] })).toEqual([
      { stream: 'name' },
    ]);
  });
});
