import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SyncWorkerData } from '../../../../electron/core/sync/messages.ts';
import { openSyncStore, type SyncStore } from '../../../support/sync-store.ts';

const entry = new URL('../../../../electron/core/sync/worker.ts', import.meta.url);

describe('electron/core/sync/worker', () => {
  let store: SyncStore;
  beforeEach(() => {
    store = openSyncStore();
  });
  afterEach(() => store.end());

  it('ends by itself, with its file closed, when it is told to', async () => {
    const workerData: SyncWorkerData = { file: store.file };
    const worker = new Worker(entry, { workerData });
    worker.postMessage({ type: 'close' });

    expect(await once(worker, 'exit')).toEqual([0]);
    expect(() => store.db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT')).not.toThrow();
  });

  it('ends with the reason when the file cannot be opened', async () => {
    const worker = new Worker(entry, { workerData: { file: `${store.file}-elsewhere` } satisfies SyncWorkerData });

    const [error] = (await once(worker, 'error')) as [Error];
    expect(error.message).toContain('There is no workspace');
  });
});
