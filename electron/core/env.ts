import { randomUUID } from 'node:crypto';
import type { Env } from '../../shared/model/env.ts';
import { instant } from '../../shared/model/time.ts';

/** The real clock, random ids and a random source: what production runs on. */
export function systemEnv(): Env {
  return {
    now: () => instant(Date.now()),
    newId: (prefix) => `${prefix}-${randomUUID()}`,
    random: Math.random,
  };
}
