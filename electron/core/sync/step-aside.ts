import { setTimeout as wait } from 'node:timers/promises';

/** A little longer than another writer waits between two tries. */
const ASIDE_MS = 10;

/**
 * Leaves the store to others for a moment, between two short transactions. SQLite's writers do not queue: they look
 * again every few milliseconds, and would find the store taken each time if nobody stepped aside.
 */
export function stepAside(): Promise<void> {
  return wait(ASIDE_MS);
}
