import { parentPort, workerData } from 'node:worker_threads';
import { Failure } from '../../../shared/model/failure.ts';
import { failureToData } from '../failure-data.ts';
import { runStoreJob, type StoreJob } from './store-jobs.ts';
import type { FromStoreWorker } from './store-thread.ts';

// The store thread's entry: one job, one answer, so that the core never waits for work on the whole file.
const port = parentPort;
if (port === null) throw new Error('the store thread is started by the core, not by hand');

function answer(): FromStoreWorker {
  try {
    // The core starts this thread and says what it is for.
    return { ok: true, found: runStoreJob(workerData as StoreJob) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ok: false, failure: failureToData(error) };
  }
}

port.postMessage(answer());
