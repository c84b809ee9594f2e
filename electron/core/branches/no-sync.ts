import { Failure } from '../../../shared/model/failure.ts';
import type { SyncDesk } from '../sync-desk.ts';

function refuseSync(): never {
  throw new Failure('CONFLICT', 'Syncs run in the plan, not in a branch.', {
    where: 'branch',
    remedy: 'Go back to the plan and sync there; a new branch has the newest facts.',
  });
}

/** Branches keep the facts that were there when they were made. */
export function noSync(): SyncDesk {
  return {
    start: async () => refuseSync(),
    finished: async () => refuseSync(),
    cancel: () => undefined,
    running: () => new Map(),
    lastEnded: () => null,
    nextRunAt: () => null,
    isWaiting: () => false,
    setOnline: () => undefined,
    async *follow() {},
    remap: async () => refuseSync(),
    reschedule: () => undefined,
    close: async () => undefined,
  };
}
