import type { MessagePort } from 'node:worker_threads';
import { Worker } from 'node:worker_threads';
import type { CoreProcess } from '../core-link/supervise-core.ts';

/** Where the core's thread starts: beside the built host, or in the sources when they run as they stand. */
export function coreEntryFile(from: string): URL {
  return from.endsWith('.ts') ? new URL('../core-entry.ts', from) : new URL('../core/core-entry.js', from);
}

/** Starts the core in a thread of its own, so that no query holds up the pages' sockets. */
export function startCoreWorker(entry: URL): CoreProcess<MessagePort> {
  const worker = new Worker(entry, { name: 'core' });
  let reason = 'it ended';
  worker.on('error', (error) => {
    reason = error instanceof Error ? error.message : String(error);
    console.error(error);
  });
  return {
    post: (message, port) => {
      if (port) worker.postMessage({ message, port }, [port]);
      else worker.postMessage({ message });
    },
    onMessage: (listener) => worker.on('message', listener),
    onExit: (listener) => worker.once('exit', (code) => listener(code === 0 ? reason : `${reason} (code ${code})`)),
    kill: () => void worker.terminate(),
  };
}
