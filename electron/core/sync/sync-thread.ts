import { Worker } from 'node:worker_threads';
import type { FromSyncWorker, SyncWorkerData, ToSyncWorker } from './messages.ts';

/** How long a thread that was asked to end may take before it is ended. */
const PATIENCE_MS = 5_000;

export interface SyncThreadOptions {
  readonly file: string;
  /** Where the thread's program is, where it is not in its usual place. */
  readonly workerUrl?: URL | undefined;
  readonly onMessage: (message: FromSyncWorker) => void;
  /** The thread ended although nobody asked it to; what it was doing is interrupted. */
  readonly onLost: (error: unknown) => void;
}

export interface SyncThread {
  /** Starts the thread when it does not run yet; it keeps the process alive until told to rest. Throws once closed. */
  readonly post: (message: ToSyncWorker) => void;
  /** Nobody waits for the thread any more: the process may end without it. */
  readonly rest: () => void;
  readonly close: () => Promise<void>;
}

/** The thread's program: beside this file in the sources, in its own folder where everything is built. */
export function defaultWorkerUrl(here: string = import.meta.url): URL {
  return new URL(here.endsWith('.ts') ? './worker.ts' : '../core/sync-worker.js', here);
}

/** The thread that syncs, started when there is something to do and again should it be lost. */
export function createSyncThread({ file, workerUrl, onMessage, onLost }: SyncThreadOptions): SyncThread {
  let worker: Worker | null = null;
  let closed = false;

  function start(): Worker {
    const workerData: SyncWorkerData = { file };
    const started = new Worker(workerUrl ?? defaultWorkerUrl(), { workerData, name: 'sync' });
    let cause: unknown = null;
    started.on('message', onMessage);
    started.on('error', (error) => {
      cause = error;
    });
    started.on('exit', (code) => {
      if (worker !== started) return;
      worker = null;
      onLost(cause ?? new Error(`the sync thread ended with code ${code}`));
    });
    return started;
  }

  return {
    post: (message) => {
      // A thread that nobody closes any more would write to a workspace whose lock is free.
      if (closed) throw new Error('the sync thread was closed');
      worker ??= start();
      worker.ref();
      worker.postMessage(message);
    },
    rest: () => worker?.unref(),
    close: async () => {
      closed = true;
      const ending = worker;
      worker = null;
      if (ending === null) return;
      const gone = new Promise<void>((resolve) => ending.once('exit', () => resolve()));
      ending.ref();
      ending.postMessage({ type: 'close' } satisfies ToSyncWorker);
      const timer = setTimeout(() => void ending.terminate(), PATIENCE_MS);
      await gone;
      clearTimeout(timer);
    },
  };
}
