import { parentPort } from 'node:worker_threads';
import { failureToData } from '../failure-data.ts';
import { runForecast } from './forecast-job.ts';
import type { FromForecastWorker, ToForecastWorker } from './forecast-thread.ts';

// The forecast thread's entry: one job at a time, so that ten thousand runs never hold up a click.
const port = parentPort;
if (port === null) throw new Error('the forecast thread is started by the core, not by hand');

function answer({ id, job }: ToForecastWorker): FromForecastWorker {
  try {
    return { id, ok: true, found: runForecast(job) };
  } catch (error) {
    return { id, ok: false, failure: failureToData(error) };
  }
}

port.on('message', (message: ToForecastWorker) => port.postMessage(answer(message)));
