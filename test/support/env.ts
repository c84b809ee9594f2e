import type { Env } from '../../shared/model/env.ts';
import { instant } from '../../shared/model/time.ts';

export interface TestEnv extends Env {
  /** Moves the clock forward by milliseconds. */
  readonly pass: (milliseconds: number) => void;
  /** Sets the clock. */
  readonly at: (iso: string) => void;
}

/** A clock that stands still until told, ids that count, and a random source that walks a fixed list. */
export function testEnv(iso = '2026-11-23T09:00:00Z'): TestEnv {
  let now = Date.parse(iso);
  let ids = 0;
  let step = 0;
  return {
    now: () => instant(now),
    newId: (prefix) => {
      ids += 1;
      return `${prefix}-${ids}`;
    },
    random: () => {
      step = (step + 7) % 10;
      return step / 10;
    },
    pass: (milliseconds) => {
      now += milliseconds;
    },
    at: (moment) => {
      now = Date.parse(moment);
    },
  };
}
