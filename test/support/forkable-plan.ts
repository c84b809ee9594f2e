import { expect } from 'vitest';
import type { CoreClient } from '../../electron/core/core.ts';
import type { BranchId, ReleaseId, TrainId } from '../../shared/model/ids.ts';
import { day } from '../../shared/model/time.ts';
import { branchClient } from './branch-client.ts';
import { type TestCore, testCore } from './core.ts';
import { biweeklyPlan } from './plans.ts';

/** A plan of one train with its two releases of December 2026, and branches of it. */
export interface ForkablePlan {
  readonly test: TestCore;
  readonly trainId: TrainId;
  /** 1 and 15 December. */
  readonly first: ReleaseId;
  readonly second: ReleaseId;
  readonly fork: (name?: string) => Promise<{ readonly id: BranchId; readonly client: CoreClient }>;
  /** A client of any branch, there or not. */
  readonly clientOf: (branch: string) => CoreClient;
  /** The day of a release in the plan. */
  readonly dayOf: (id: ReleaseId) => Promise<string>;
  /** Hangs up on all branches. */
  readonly hangUp: () => void;
  readonly end: () => Promise<void>;
}

/** Makes the plan in a fresh workspace. */
export async function forkablePlan(): Promise<ForkablePlan> {
  const test = await testCore();
  const { id: trainId } = await test.client.trains.create(biweeklyPlan());
  const december = { from: day('2026-12-01'), to: day('2026-12-31') };
  const { created } = await test.client.trains.generate({ id: trainId, ...december });
  const [first = expect.fail('no release'), second = expect.fail('no second release')] = created;
  const closers: (() => void)[] = [];
  function clientOf(branch: string): CoreClient {
    const { client, close } = branchClient(test.core, branch);
    closers.push(close);
    return client;
  }
  function hangUp(): void {
    for (const close of closers.splice(0)) close();
  }
  return {
    test,
    trainId,
    first,
    second,
    clientOf,
    hangUp,
    async fork(name = 'Later') {
      const { id } = await test.client.branches.create({ name });
      return { id, client: clientOf(id) };
    },
    dayOf: async (id) => (await test.client.releases.get({ id })).release.day,
    async end() {
      hangUp();
      await test.end();
    },
  };
}
