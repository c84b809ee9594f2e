import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enqueueRequest } from '../../../../electron/core/db/repositories/sync-queue.ts';
import {
  readWatermarks,
  writePendingWatermark,
  writeWatermark,
} from '../../../../electron/core/db/repositories/sync-watermarks.ts';
import { planChange, prepareRun, rememberPlan } from '../../../../electron/core/sync/prepare-run.ts';
import type { Connection } from '../../../../shared/model/connection.ts';
import { openSyncStore, type SyncStore } from '../../../support/sync-store.ts';
import { tiny, tinyConnection, tinyRequest } from '../../../support/tiny-connector.ts';

describe('electron/core/sync/prepare-run', () => {
  let store: SyncStore;
  beforeEach(() => {
    store = openSyncStore();
  });
  afterEach(() => store.end());

  function prepare(changes: Partial<Connection> = {}) {
    const connection = tinyConnection({ scopes: ['a', 'b'], ...changes });
    return prepareRun(store.db, { connection, connector: tiny, runId: 'r' }).map(({ request }) => request.key);
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

  it('starts anew at another server', () => {
    const connection = tinyConnection();
    rememberPlan(store.db, connection);
    writeWatermark(store.db, connection.id, { scope: 'a', stream: 'names', value: { at: 5 } });
    leave('b:7', 'b', 0);

    expect(prepare({ baseUrl: 'https://other.example' })).toEqual(['a:start:1', 'b:start:1']);
    expect(readWatermarks(store.db, connection.id, 'a')).toEqual({});
  });

  it('knows what changed in the plan since it was remembered', () => {
    const connection = tinyConnection();
    const rules = { ...connection.rules, deploymentJobs: ['deploy'] };

    expect(planChange(store.db, connection)).toEqual({ baseUrl: false, rules: false });
    rememberPlan(store.db, connection);
    expect(planChange(store.db, { ...connection, name: 'Other', scopes: ['z'] })).toEqual({
      baseUrl: false,
      rules: false,
    });
    expect(planChange(store.db, { ...connection, rules })).toEqual({ baseUrl: false, rules: true });
    expect(planChange(store.db, { ...connection, baseUrl: 'https://x' })).toEqual({ baseUrl: true, rules: false });
  });
});
