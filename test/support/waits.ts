import type { Wait } from '../../electron/core/connectors/_kit/wait.ts';
import type { TestEnv } from './env.ts';

export interface NotedWaits {
  readonly wait: Wait;
  /** How long each wait would have been, in ms. */
  readonly waits: readonly number[];
}

/** Waits that take no time: the clock moves on by what was asked for, and each is noted. */
export function notedWaits(env: TestEnv): NotedWaits {
  const waits: number[] = [];
  const wait: Wait = async (ms) => {
    waits.push(ms);
    env.pass(ms);
  };
  return { wait, waits };
}
