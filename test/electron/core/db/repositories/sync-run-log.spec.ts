import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markInterruptedRuns, writeSyncRun } from '../../../../../electron/core/db/repositories/sync-run-log.ts';
import { readSyncRun, readSyncRuns } from '../../../../../electron/core/db/repositories/sync-runs.ts';
import type { SyncRun } from '../../../../../shared/model/connection.ts';
import type { ConnectionId } from '../../../../../shared/model/ids.ts';
import { instant } from '../../../../../shared/model/time.ts';
import { openSyncStore, type SyncStore } from '../../../../support/sync-store.ts';

const gh = 'gh' as ConnectionId;
const running: SyncRun = {
  id: 'run-1',
  connectionId: gh,
  trigger: 'cli',
  state: 'running',
  startedAt: instant(10),
  finishedAt: null,
  pages: 2,
  rows: { commit: 3 },
  droppedCount: 1,
  dropped: [{ stream: 'pulls', reason: 'no number', sample: '{}' }],
  errorCode: null,
  errorMessage: null,
  errorRemedy: null,
};

describe('electron/core/db/repositories/sync-run-log', () => {
  let store: SyncStore;
  beforeEach(() => {
    store = openSyncStore();
  });
  afterEach(() => store.end());

  it('writes a run as it stands, again and again', () => {
    writeSyncRun(store.db, running);
    const ended: SyncRun = {
      ...running,
      state: 'failed',
      finishedAt: instant(20),
      errorCode: 'PROVIDER_TLS',
      errorMessage: 'm',
      errorRemedy: 'r',
    };
    writeSyncRun(store.db, ended);

    expect(readSyncRuns(store.db, gh, 9)).toEqual([ended]);
  });

  it('marks what a dead process left running, and nothing else', () => {
    writeSyncRun(store.db, running);
    writeSyncRun(store.db, { ...running, id: 'run-2', state: 'succeeded', finishedAt: instant(15) });

    expect(markInterruptedRuns(store.db, instant(30))).toBe(1);
    expect(markInterruptedRuns(store.db, instant(31))).toBe(0);
    expect(readSyncRun(store.db, 'run-1')).toEqual({ ...running, state: 'interrupted', finishedAt: 30 });
    expect(readSyncRun(store.db, 'run-2')).toMatchObject({ state: 'succeeded', finishedAt: 15 });
  });
});
