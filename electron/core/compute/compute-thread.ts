import { Worker } from 'node:worker_threads';
import { Failure } from '../../../shared/model/failure.ts';
import { type FailureData, failureFromData } from '../failure-data.ts';
import type { ComputeFound, ComputeJob } from './compute-job.ts';

export interface ToComputeWorker {
  readonly id: number;
  readonly job: ComputeJob;
}

export type FromComputeWorker = { readonly id: number } & (
  | { readonly ok: true; readonly found: ComputeFound[ComputeJob['type']] }
  | { readonly ok: false; readonly failure: FailureData }
);

export interface ComputeThread {
  /** Does a piece of work beside the core. Rejects with CANCELLED once `signal` is aborted, whether it waits or runs. */
  readonly run: <J extends ComputeJob>(job: J, signal?: AbortSignal) => Promise<ComputeFound[J['type']]>;
  /** Ends the thread; what is asked or under way is refused. */
  readonly close: () => Promise<void>;
}

interface Asked {
  readonly id: number;
  readonly job: ComputeJob;
  readonly settle: (answer: FromComputeWorker | Failure) => void;
}

/** The thread's program: beside this file in the sources, in its own folder where everything is built. */
export function computeWorkerUrl(here: string = import.meta.url): URL {
  return new URL(here.endsWith('.ts') ? './compute-worker.ts' : '../core/compute-worker.js', here);
}

/** What a thread is for, as its failures call it, and how to ask for less of it. */
export interface ComputePurpose {
  readonly name: string;
  readonly less: string;
}

export const FORECASTS: ComputePurpose = { name: 'forecast', less: 'fewer runs or a shorter history' };
export const ROSTERS: ComputePurpose = { name: 'rota', less: 'fewer releases' };
export const DEPLOY_ORDERS: ComputePurpose = { name: 'deploy order', less: 'fewer days' };

function closedFailure({ name }: ComputePurpose): Failure {
  return new Failure('UNAVAILABLE', `The workspace was closed before the ${name} was done.`, {
    where: name,
    remedy: 'Open it and ask again.',
  });
}

function lostFailure({ name, less }: ComputePurpose, cause: unknown): Failure {
  const detail = { where: name, remedy: `Ask again; if it stops again, ask for ${less}.` };
  return new Failure('INTERNAL', `The ${name} stopped before it was done.`, detail, { cause });
}

function cancelledFailure({ name }: ComputePurpose): Failure {
  return new Failure('CANCELLED', `The ${name} was cancelled.`);
}

/**
 * A thread for long work of one purpose, started when the first is asked for. Jobs run one after another. What runs cannot be talked to,
 * so cancelling it ends the thread, and the next job starts another. An idle thread keeps no process alive.
 */
export function createComputeThread(purpose: ComputePurpose, workerUrl: URL = computeWorkerUrl()): ComputeThread {
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
    const started = new Worker(workerUrl, { name: purpose.name });
    let cause: unknown = null;
    started.on('message', (answer: FromComputeWorker) => {
      if (worker === started && answer.id === current?.id) finish(answer);
    });
    started.on('error', (error) => {
      cause = error;
    });
    started.on('exit', (code) => lose(started, lostFailure(purpose, cause ?? new Error(`it ended with code ${code}`))));
    return started;
  }

  function finish(answer: FromComputeWorker | Failure): void {
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
    worker.postMessage({ id: asked.id, job: asked.job } satisfies ToComputeWorker);
  }

  function cancel(asked: Asked): void {
    const why = cancelledFailure(purpose);
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
      if (closed) return Promise.reject(closedFailure(purpose));
      if (signal?.aborted) return Promise.reject(cancelledFailure(purpose));
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
            else resolve(answer.found as ComputeFound[(typeof job)['type']]);
          },
        };
        signal?.addEventListener('abort', stop, { once: true });
        waiting.push(asked);
        next();
      });
    },
    close: async () => {
      closed = true;
      const [ending, why] = [worker, closedFailure(purpose)];
      worker = null;
      current?.settle(why);
      current = null;
      for (const asked of waiting.splice(0)) asked.settle(why);
      await ending?.terminate();
    },
  };
}
