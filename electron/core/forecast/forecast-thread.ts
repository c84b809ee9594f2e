import { Worker } from 'node:worker_threads';
import { Failure } from '../../../shared/model/failure.ts';
import { type FailureData, failureFromData } from '../failure-data.ts';
import type { ForecastFound, ForecastJob } from './forecast-job.ts';

export interface ToForecastWorker {
  readonly id: number;
  readonly job: ForecastJob;
}

export type FromForecastWorker = { readonly id: number } & (
  | { readonly ok: true; readonly found: ForecastFound[ForecastJob['type']] }
  | { readonly ok: false; readonly failure: FailureData }
);

export interface ForecastThread {
  /** Computes a forecast beside the core. Rejects with CANCELLED once `signal` is aborted, whether it waits or runs. */
  readonly run: <J extends ForecastJob>(job: J, signal?: AbortSignal) => Promise<ForecastFound[J['type']]>;
  /** Ends the thread; what is asked or under way is refused. */
  readonly close: () => Promise<void>;
}

interface Asked {
  readonly id: number;
  readonly job: ForecastJob;
  readonly settle: (answer: FromForecastWorker | Failure) => void;
}

/** The thread's program: beside this file in the sources, in its own folder where everything is built. */
export function forecastWorkerUrl(here: string = import.meta.url): URL {
  return new URL(here.endsWith('.ts') ? './forecast-worker.ts' : '../core/forecast-worker.js', here);
}

function closedFailure(): Failure {
  return new Failure('UNAVAILABLE', 'The workspace was closed before the forecast was done.', {
    where: 'forecast',
    remedy: 'Open it and ask again.',
  });
}

function lostFailure(cause: unknown): Failure {
  const detail = {
    where: 'forecast',
    remedy: 'Ask again; if it stops again, ask for fewer runs or a shorter history.',
  };
  return new Failure('INTERNAL', 'The forecast stopped before it was done.', detail, { cause });
}

/**
 * A thread for forecasts, started when the first is asked for. Jobs run one after another. What runs cannot be talked to,
 * so cancelling it ends the thread, and the next job starts another. An idle thread keeps no process alive.
 */
export function createForecastThread(workerUrl: URL = forecastWorkerUrl()): ForecastThread {
  const waiting: Asked[] = [];
  let worker: Worker | null = null;
  let current: Asked | null = null;
  let count = 0;
  let closed = false;

  /** Forgets the thread; what ran in it hears why. */
  function lose(lost: Worker, why: Failure): void {
    if (worker !== lost) return;
    worker = null;
    finish(why);
  }

  function start(): Worker {
    const started = new Worker(workerUrl, { name: 'forecast' });
    let cause: unknown = null;
    started.on('message', (answer: FromForecastWorker) => {
      if (worker === started && answer.id === current?.id) finish(answer);
    });
    started.on('error', (error) => {
      cause = error;
    });
    started.on('exit', (code) => lose(started, lostFailure(cause ?? new Error(`it ended with code ${code}`))));
    return started;
  }

  function finish(answer: FromForecastWorker | Failure): void {
    const done = current;
    current = null;
    worker?.unref();
    done?.settle(answer);
    next();
  }

  function next(): void {
    if (current !== null || closed) return;
    const asked = waiting.shift();
    if (asked === undefined) return;
    current = asked;
    worker ??= start();
    worker.ref();
    worker.postMessage({ id: asked.id, job: asked.job } satisfies ToForecastWorker);
  }

  function cancel(asked: Asked): void {
    const why = new Failure('CANCELLED', 'The forecast was cancelled.');
    const place = waiting.indexOf(asked);
    if (place !== -1) {
      waiting.splice(place, 1);
      asked.settle(why);
    } else if (current === asked && worker !== null) {
      const ending = worker;
      lose(ending, why);
      void ending.terminate();
    }
  }

  return {
    run: (job, signal) => {
      if (closed) return Promise.reject(closedFailure());
      if (signal?.aborted) return Promise.reject(new Failure('CANCELLED', 'The forecast was cancelled.'));
      return new Promise((resolve, reject) => {
        count += 1;
        const stop = () => cancel(asked);
        const asked: Asked = {
          id: count,
          job,
          settle: (answer) => {
            signal?.removeEventListener('abort', stop);
            if (answer instanceof Failure) reject(answer);
            else if (!answer.ok) reject(failureFromData(answer.failure));
            // The thread answers a job with what its type gives.
            else resolve(answer.found as ForecastFound[(typeof job)['type']]);
          },
        };
        signal?.addEventListener('abort', stop, { once: true });
        waiting.push(asked);
        next();
      });
    },
    close: async () => {
      closed = true;
      const [ending, why] = [worker, closedFailure()];
      worker = null;
      current?.settle(why);
      current = null;
      for (const asked of waiting.splice(0)) asked.settle(why);
      await ending?.terminate();
    },
  };
}
