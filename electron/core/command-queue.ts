import { setTimeout as wait } from 'node:timers/promises';
import { isBusy } from './db/store-failure.ts';

/** Milliseconds between two tries, and how long a command waits for another writer of the same file. */
const RETRY_EVERY = 10;
const PATIENCE = 5_000;

/** Runs one piece of work after another; each piece waits for another writer without blocking anybody. */
export type CommandQueue = <T>(work: () => T) => Promise<T>;

async function patiently<T>(work: () => T): Promise<T> {
  for (let waited = 0; ; waited += RETRY_EVERY) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || waited >= PATIENCE) throw error;
      await wait(RETRY_EVERY);
    }
  }
}

/**
 * Makes the queue of a core's writes. The core's connection does not wait inside SQLite, which would stop the
 * whole event loop, but here, between two tries: queries are answered meanwhile.
 */
export function createCommandQueue(): CommandQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(() => patiently(work));
    last = result.catch(() => undefined);
    return result;
  };
}
