import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  markInterruptedRuns,
  pruneSyncRuns,
  writeSyncRun,
} from '../../../../../electron/core/db/repositories/sync-run-log.ts';
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

  it('forgets old runs, but never the latest nor the last that ended well, and none of another connection', () => {
    const at = (minute: number) => instant(minute * 60_000);
    for (let minute = 1; minute <= 8; minute += 1) {
      const state = minute === 2 ? 'succeeded' : 'failed';
      writeSyncRun(store.db, { ...running, id: `run-${minute}`, state, startedAt: at(minute) });
    }
    writeSyncRun(store.db, { ...running, id: 'other', connectionId: 'gh2' as ConnectionId, startedAt: at(1) });
    const prune = (limit: number) => pruneSyncRuns(store.db, gh, { before: at(8), kept: 3, limit });

    expect([prune(3), prune(3), prune(3)]).toEqual([3, 1, 0]);
    expect(readSyncRuns(store.db, gh, 9).map(({ id }) => id)).toEqual(['run-8', 'run-7', 'run-6', 'run-2']);
    expect(readSyncRun(store.db, 'other')).toBeDefined();
  });

  it('forgets no run that is young, however many there are', () => {
    for (let minute = 1; minute <= 8; minute += 1) {
      writeSyncRun(store.db, { ...running, id: `run-${minute}`, startedAt: instant(minute) });
    }

    expect(pruneSyncRuns(store.db, gh, { before: instant(3), kept: 1, limit: 9 })).toBe(2);
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
