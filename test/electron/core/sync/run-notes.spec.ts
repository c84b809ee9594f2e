import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeSyncRun } from '../../../../electron/core/db/repositories/sync-run-log.ts';
import { readSyncRun } from '../../../../electron/core/db/repositories/sync-runs.ts';
import { createRunNotes } from '../../../../electron/core/sync/run-notes.ts';
import { createRunTally } from '../../../../electron/core/sync/run-tally.ts';
import { Failure } from '../../../../shared/model/failure.ts';
import { instant } from '../../../../shared/model/time.ts';
import { testEnv } from '../../../support/env.ts';
import { silentLog } from '../../../support/sync-run.ts';
import { openSyncStore, type SyncStore } from '../../../support/sync-store.ts';
import { tinyConnection } from '../../../support/tiny-connector.ts';

describe('electron/core/sync/run-notes', () => {
  const start = { id: 'r', trigger: 'schedule', startedAt: instant(1), connection: tinyConnection() } as const;
  const failure = new Failure('UNAVAILABLE', 'The keychain is locked.', { remedy: 'Unlock it.' });
  const env = testEnv();
  let store: SyncStore;
  beforeEach(() => {
    store = openSyncStore();
  });
  afterEach(() => store.end());

  const notesOn = (db = store.db) => createRunNotes({ db, env, log: silentLog });
  function leaveRunning() {
    const tally = createRunTally(start);
    tally.add({ pages: 3, rows: { commit: 2 }, removed: {}, dropped: [{ stream: 's', reason: 'r', sample: '' }] });
    writeSyncRun(store.db, tally.running());
  }

  it('notes a run that was never begun', async () => {
    const run = await notesOn().failed(start, failure);

    expect(run).toEqual(readSyncRun(store.db, 'r'));
    expect(run).toMatchObject({
      connectionId: 'tiny',
      trigger: 'schedule',
      state: 'failed',
      startedAt: 1,
      finishedAt: env.now(),
      pages: 0,
      errorCode: 'UNAVAILABLE',
      errorMessage: 'The keychain is locked.',
      errorRemedy: 'Unlock it.',
    });
  });

  it('keeps what a run did before it failed', async () => {
    leaveRunning();

    const run = await notesOn().failed(start, failure);

    expect(run).toEqual(readSyncRun(store.db, 'r'));
    expect(run).toMatchObject({
      state: 'failed',
      pages: 3,
      rows: { commit: 2 },
      droppedCount: 1,
      errorCode: 'UNAVAILABLE',
    });
  });

  it('marks what a dead process left running', () => {
    leaveRunning();

    notesOn().interrupted();

    expect(readSyncRun(store.db, 'r')).toMatchObject({ state: 'interrupted', finishedAt: env.now() });
  });

  it('lets nothing fail because the store cannot be written', async () => {
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    const notes = notesOn({
      ...store.db,
      transaction: () => {
        throw full;
      },
    });

    expect(() => notes.interrupted()).not.toThrow();
    expect(await notes.failed(start, failure)).toMatchObject({ id: 'r', state: 'failed', errorCode: 'UNAVAILABLE' });
    await expect(notes.idle()).resolves.toBeUndefined();
    expect(notes.asFailure(full).code).toBe('DISK_FULL');
  });
});
