// PROVISIONAL, uncommitted: lets the core open until SYNC's desk lands. SYNC: overwrite this file.

import { Failure } from '../../../shared/model/failure.ts';
import type { SyncDesk } from '../sync-desk.ts';
export function createSyncDesk(_options: Record<string, unknown>): SyncDesk {
  const no = () => Promise.reject(new Failure('UNAVAILABLE', 'Syncing is not built yet.'));
  return {
    start: no,
    finished: no,
    cancel: () => {},
    running: () => new Map(),
    nextRunAt: () => null,
    setOnline: () => {},
    async *follow() {},
    remap: no,
    reschedule: () => {},
    close: () => Promise.resolve(),
  };
}
