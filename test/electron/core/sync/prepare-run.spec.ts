import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enqueueRequest } from '../../../../electron/core/db/repositories/sync-queue.ts';
import {
  readWatermarks,
  writePendingWatermark,
  writeWatermark,
} from '../../../../electron/core/db/repositories/sync-watermarks.ts';
import { noteAgain } from '../../../../electron/core/sync/ask-again.ts';
import { planChange, rememberPlan } from '../../../../electron/core/sync/plan-mark.ts';
import { prepareRun } from '../../../../electron/core/sync/prepare-run.ts';
import type { Connection } from '../../../../shared/model/connection.ts';
import { openSyncStore, type SyncStore } from '../../../support/sync-store.ts';
import { tiny, tinyConnection, tinyRequest } from '../../../support/tiny-connector.ts';

describe('electron/core/sync/prepare-run', () => {
  let store: SyncStore;
  beforeEach(() => {
    store = openSyncStore();
  });
  afterEach(() => store.end());

  function prepare(changes: Partial<Connection> = {}, fromScratch = false) {
    const connection = tinyConnection({ scopes: ['a', 'b'], ...changes });
    return prepareRun(store.db, { connection, connector: tiny, runId: 'r', fromScratch }).map(
      ({ request }) => request.key,
    );
  }
  function leave(key: string, scope: string, position: number) {
    const request = JSON.stringify(tinyRequest(key, { scope }));
    enqueueRequest(store.db, tinyConnection().id, { key, position, request, runId: 'old' });
  }

  it('starts every scope once', () => {
    expect(prepare({ scopes: ['a', 'b', 'a'] })).toEqual(['a:start:1', 'b:start:1']);
    // Nothing was asked: a second run finds the same.
    expect(prepare()).toEqual(['a:start:1', 'b:start:1']);
  });

  it('goes on with what is left of a scope, and starts the others from their watermarks', () => {
    writeWatermark(store.db, tinyConnection().id, { scope: 'b', stream: 'names', value: { at: 5 } });
    leave('a:7', 'a', -3);

    expect(prepare()).toEqual(['a:7', 'b:5:1']);
  });

  it('lets watermarks count of a scope that had been read to its end', () => {
    const { id } = tinyConnection();
    writePendingWatermark(store.db, id, { scope: 'a', stream: 'names', runId: 'old', value: { at: 6 } });
    writePendingWatermark(store.db, id, { scope: 'b', stream: 'names', runId: 'old', value: { at: 6 } });
    leave('b:7', 'b', 2);

    expect(prepare()).toEqual(['b:7', 'a:6:1']);
  });

  it('drops what is left of a scope that is no longer wanted', () => {
    leave('c:1', 'c', 0);
    leave('a:2', 'a', 1);

    expect(prepare()).toEqual(['a:2', 'b:start:1']);
  });

  it('keeps requests, pages and watermarks of a scope together however it is typed', () => {
    writeWatermark(store.db, tinyConnection().id, { scope: 'b', stream: 'names', value: { at: 5 } });
    leave('a:7', 'a', -3);

    expect(prepare({ scopes: ['A', 'B', 'b'] })).toEqual(['a:7', 'b:5:1']);
  });

  it('asks again what was not the last word, after the rest', () => {
    const { id } = tinyConnection();
    noteAgain(store.db, id, tinyRequest('a:late', { scope: 'a' }), 9);
    noteAgain(store.db, id, tinyRequest('a:later', { scope: 'a' }), 10);

    expect(prepare()).toEqual(['a:start:1', 'a:later', 'a:late', 'b:start:1']);
  });

  it('keeps from scratch what the facts of a scope are known by', () => {
    const connection = tinyConnection();
    for (const stream of ['names', 'identity']) {
      writeWatermark(store.db, connection.id, { scope: 'a', stream, value: { at: 5 } });
    }

    prepareRun(store.db, {
      connection,
      connector: { ...tiny, lasting: ['identity'] },
      runId: 'r',
      fromScratch: true,
    });

    expect(readWatermarks(store.db, connection.id, 'a')).toEqual({ identity: { at: 5 } });
  });

  it('starts from scratch where that is asked for, and forgets where it was', () => {
    const connection = tinyConnection();
    writeWatermark(store.db, connection.id, { scope: 'a', stream: 'names', value: { at: 5 } });
    leave('b:7', 'b', 0);

    expect(prepare({}, true)).toEqual(['a:start:1', 'b:start:1']);
    expect(readWatermarks(store.db, connection.id, 'a')).toEqual({});
  });

  it('lets the facts follow the plan from here on', () => {
    const connection = tinyConnection({ scopes: ['a'] });
    const other = tinyConnection({ baseUrl: 'https://other.example', scopes: ['a', 'b'] });
    rememberPlan(store.db, { connection: other, connector: tiny });

    prepareRun(store.db, { connection, connector: tiny, runId: 'r' });

    expect(planChange(store.db, { connection, connector: tiny })).toEqual({ server: false, rules: false, left: [] });
  });
});
