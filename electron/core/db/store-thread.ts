import { Worker } from 'node:worker_threads';
import { type FailureData, failureFromData } from '../failure-data.ts';
import type { StoreJob } from './store-jobs.ts';

/** What the thread answers before it ends. */
export type FromStoreWorker =
  | { readonly ok: true; readonly found: string }
  | { readonly ok: false; readonly failure: FailureData };

export interface StoreThread {
  /** Writes a complete copy of the workspace to another, absolute path. */
  readonly copy: (to: string) => Promise<void>;
  /** What SQLite finds wrong with the file; `ok` for nothing. */
  readonly check: () => Promise<string>;
  /** Brings SQLite's log into the file; says whether all of it is there. */
  readonly tidy: () => Promise<boolean>;
  /** Resolves when nothing of this is going on any more. */
  readonly idle: () => Promise<void>;
}

/** The thread's program: beside this file in the sources, in its own folder where everything is built. */
export function storeWorkerUrl(here: string = import.meta.url): URL {
  return new URL(here.endsWith('.ts') ? './store-worker.ts' : '../core/store-worker.js', here);
}

function runInThread(job: StoreJob): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const worker = new Worker(storeWorkerUrl(), { workerData: job, name: 'store' });
  worker.once('message', (answer: FromStoreWorker) => {
    if (answer.ok) resolve(answer.found);
    else reject(failureFromData(answer.failure));
  });
  worker.once('error', reject);
  // After an answer this says nothing new: a promise settles once.
  worker.once('exit', (code) => reject(new Error(`the store thread ended with code ${code}`)));
  return promise;
}

/** Long work on the whole file of a workspace, away from the core's event loop: a thread for each piece. */
export function createStoreThread(file: string): StoreThread {
  const running = new Set<Promise<unknown>>();

  async function run(job: StoreJob): Promise<string> {
    const work = runInThread(job);
    running.add(work);
    try {
      return await work;
    } finally {
      running.delete(work);
    }
  }

  return {
    copy: async (to) => {
      await run({ type: 'copy', file, to });
    },
    check: () => run({ type: 'check', file }),
    tidy: async () => (await run({ type: 'tidy', file })) === 'ok',
    idle: async () => {
      await Promise.allSettled(running);
    },
  };
}
