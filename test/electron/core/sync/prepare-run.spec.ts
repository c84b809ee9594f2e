import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enqueueRequest } from '../../../../electron/core/db/repositories/sync-queue.ts';
import {
  readWatermarks,
  writePendingWatermark,
  writeWatermark,
} from '../../../../electron/core/db/repositories/sync-watermarks.ts';
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

  it('starts from scratch where that is asked for, and forgets where it was', () => {
    const connection = tinyConnection();
    writeWatermark(store.db, connection.id, { scope: 'a', stream: 'names', value: { at: 5 } });
    leave('b:7', 'b', 0);

    expect(prepare({}, true)).toEqual(['a:start:1', 'b:start:1']);
    expect(readWatermarks(store.db, connection.id, 'a')).toEqual({});
  });

  it('lets the facts follow the plan from here on', () => {
    const connection = tinyConnection({ scopes: ['a'] });
    rememberPlan(store.db, tinyConnection({ baseUrl: 'https://other.example' }));

    prepareRun(store.db, { connection, connector: tiny, runId: 'r' });

    expect(planChange(store.db, connection)).toEqual({ baseUrl: false, rules: false });
  });
});
