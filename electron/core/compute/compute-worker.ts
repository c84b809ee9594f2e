import { parentPort } from 'node:worker_threads';
import { failureToData } from '../failure-data.ts';
import { runJob } from './compute-job.ts';
import type { FromComputeWorker, ToComputeWorker } from './compute-thread.ts';

// A compute thread's entry: one job at a time, so that no long work ever holds up a click.
const port = parentPort;
if (port === null) throw new Error('the compute thread is started by the core, not by hand');

function answer({ id, job }: ToComputeWorker): FromComputeWorker {
  try {
    return { id, ok: true, found: runJob(job) };
  } catch (error) {
    return { id, ok: false, failure: failureToData(error) };
  }
}

port.on('message', (message: ToComputeWorker) => port.postMessage(answer(message)));
