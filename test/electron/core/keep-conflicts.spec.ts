import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCore } from '../../../electron/core/core.ts';
import type { CoreContext } from '../../../electron/core/core-context.ts';
import { openWorkspace } from '../../../electron/core/db/open-workspace.ts';
import { createHolidaySource } from '../../../electron/core/holidays.ts';
import { keepConflicts } from '../../../electron/core/keep-conflicts.ts';
import { addDays } from '../../../shared/domain/calendar/days.ts';
import type { EnvironmentId, ReleaseId, TrainId } from '../../../shared/model/ids.ts';
import { day, type Zone } from '../../../shared/model/time.ts';
import { branchClient } from '../../support/branch-client.ts';
import { type TestCore, testCore, testHost } from '../../support/core.ts';
import { testEnv } from '../../support/env.ts';
import { biweeklyPlan, bookingPlan, environmentPlan, freezePlan, servicePlan } from '../../support/plans.ts';

/** A deployment two working days before the departure, so that a release does not begin when it departs. */
const DEPLOYMENT = {
  key: 'deploy',
  name: 'Deployment',
  kind: 'deployment',
  start: { amount: -2, unit: 'working-days' },
  startTime: '09:00',
  end: null,
  endTime: null,
};

interface Plan {
  readonly provider: TrainId;
  readonly consumer: TrainId;
  readonly environment: EnvironmentId;
}

describe('electron/core/keep-conflicts', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore();
  });
  afterEach(() => test.end());

  /** The conflicts that are found when the same workspace is opened once more. */
  async function gatheredAnew({ file, env }: TestCore) {
    const fresh = await openCore({ file, env, mode: 'read', host: testHost(), schedule: false, actor: 'Ada' });
    try {
      return await fresh.client.conflicts.list({});
    } finally {
      await fresh.close();
    }
  }

  async function expectTheSame(on: TestCore): Promise<string[]> {
    const kept = await on.client.conflicts.list({});
    expect(kept).toEqual(await gatheredAnew(on));
    return kept.conflicts.map(({ conflict }) => conflict.kind);
  }

  /** Forgets what was kept: an edit of an environment changes what the whole scan stands on. */
  async function scanAnew({ client }: TestCore): Promise<void> {
    await client.environments.add(environmentPlan({ name: `spare ${test.env.newId('name')}` }));
    await client.conflicts.list({});
  }

  /** A train that ships a service, one that needs it, and an environment. */
  async function planned({ client }: TestCore): Promise<Plan> {
    const { id: ledger } = await client.catalogue.addService(servicePlan({ name: 'ledger' }));
    const { id: shop } = await client.catalogue.addService(servicePlan({ name: 'shop', dependsOn: [ledger] }));
    const plain = { owner: '', cadence: null, stages: [DEPLOYMENT] };
    const { id: provider } = await client.trains.create(
      biweeklyPlan({ ...plain, name: 'Provider', services: [ledger] }),
    );
    const { id: consumer } = await client.trains.create(biweeklyPlan({ ...plain, name: 'Consumer', services: [shop] }));
    const { id: environment } = await client.environments.add(environmentPlan());
    return { provider, consumer, environment };
  }

  async function release({ client }: TestCore, trainId: TrainId, on: string): Promise<ReleaseId> {
    return (await client.releases.add({ trainId, name: `R ${on}`, day: day(on) })).id;
  }

  async function book({ client }: TestCore, environment: EnvironmentId, releaseId: ReleaseId | null): Promise<void> {
    await client.environments.book({ plan: bookingPlan(environment, { releaseId }), withDependants: false });
  }

  it('lets a cancelled release hold nothing, however often the plan is scanned', async () => {
    const { provider, environment } = await planned(test);
    const id = await release(test, provider, '2025-06-03');
    await book(test, environment, id);
    await book(test, environment, null);
    const before = await expectTheSame(test);

    await test.client.releases.update({ id, state: 'cancelled' });
    const cancelled = await expectTheSame(test);
    await scanAnew(test);
    const edited = await expectTheSame(test);
    test.env.pass(86_400_001);
    const later = await expectTheSame(test);
    await test.client.releases.update({ id, state: 'planned' });
    const back = await expectTheSame(test);

    expect([before, cancelled, edited, later, back]).toEqual([
      ['environment-clash'],
      [],
      [],
      [],
      ['environment-clash'],
    ]);
  });

  it('holds nothing for a release that was cancelled before it was booked', async () => {
    const { provider, environment } = await planned(test);
    const id = await release(test, provider, '2025-06-03');
    await test.client.releases.update({ id, state: 'cancelled' });
    await scanAnew(test);

    await book(test, environment, id);
    await book(test, environment, null);

    expect(await expectTheSame(test)).toEqual([]);
  });

  it('counts what departed as in time for what needs it', async () => {
    const { provider, consumer } = await planned(test);
    const first = await release(test, provider, '2026-11-27');
    await release(test, provider, '2026-11-30');
    await release(test, consumer, '2026-11-26');
    const before = await expectTheSame(test);

    await test.client.releases.update({ id: first, state: 'departed' });
    const departed = await expectTheSame(test);
    await scanAnew(test);
    const edited = await expectTheSame(test);

    expect([before, departed, edited]).toEqual([['dependency-order'], [], []]);
  });

  it('knows what departed long ago around a release that was left behind', async () => {
    const { provider, consumer } = await planned(test);
    const departed = await release(test, provider, '2025-03-04');
    await test.client.releases.update({ id: departed, state: 'departed' });
    await release(test, provider, '2025-03-20');
    await release(test, consumer, '2025-03-11');

    const behind = await expectTheSame(test);
    await test.client.releases.remove({ id: departed });

    expect(behind).toEqual([]);
    expect(await expectTheSame(test)).toEqual(['dependency-order']);
  });

  it('looks for what departed long ago when a release is moved or opened there', async () => {
    const { provider, consumer } = await planned(test);
    const departed = await release(test, provider, '2025-03-04');
    await test.client.releases.update({ id: departed, state: 'departed' });
    const late = await release(test, provider, '2026-12-01');
    const needy = await release(test, consumer, '2026-12-03');
    await scanAnew(test);

    await test.client.releases.move({ id: needy, day: day('2025-03-11') });
    await test.client.releases.move({ id: late, day: day('2025-03-20') });
    const moved = await expectTheSame(test);
    await test.client.releases.move({ id: needy, day: day('2026-12-03') });
    await test.client.releases.move({ id: late, day: day('2026-12-01') });
    await scanAnew(test);
    await test.client.releases.move({ id: departed, day: day('2026-12-08') });
    await test.client.releases.update({ id: departed, state: 'planned' });
    await test.client.releases.remove({ id: late });
    const opened = await expectTheSame(test);

    expect([moved, opened]).toEqual([[], ['dependency-order']]);
  });

  it('leaves the releases of an archived train out, also when they change', async () => {
    const { consumer } = await planned(test);
    const id = await release(test, consumer, '2026-12-23');
    await test.client.scheduleRules.add(freezePlan());
    const before = await expectTheSame(test);
    await test.client.trains.archive({ id: consumer, archived: true });
    const archived = await expectTheSame(test);

    await test.client.releases.move({ id, day: day('2026-12-29') });

    expect([before, archived, await expectTheSame(test)]).toEqual([['release-in-freeze'], [], []]);
  });

  it('proposes no new date for what has departed', async () => {
    const { provider, environment } = await planned(test);
    const id = await release(test, provider, '2026-12-08');
    await book(test, environment, id);
    await book(test, environment, null);
    await expectTheSame(test);
    await test.client.releases.update({ id, state: 'departed' });
    const key = (await test.client.conflicts.list({})).conflicts[0]?.conflict.key ?? expect.fail('no conflict');

    const { moves } = await test.client.conflicts.waysOut({ key, most: 10 });

    expect(new Set(moves.flatMap(({ steps }) => steps.map(({ kind }) => kind)))).toEqual(new Set(['booking']));
  });

  it('finds the same in a branch, and in what merging it would leave', async () => {
    const { provider, environment } = await planned(test);
    const held = await release(test, provider, '2026-12-08');
    await book(test, environment, held);
    await book(test, environment, null);
    const { id } = await test.client.branches.create({ name: 'Without it' });
    const { client, close } = branchClient(test.core, id);

    await client.releases.update({ id: held, state: 'cancelled' });
    const beside = await test.client.branches.conflicts({ id });
    const merged = await test.client.branches.previewMerge({ id, choices: [] });
    close();

    expect([beside.plan.blocking + beside.plan.serious, beside.branch.blocking + beside.branch.serious]).toEqual([
      1, 0,
    ]);
    expect(merged.removed.map(({ kind }) => kind)).toEqual(['environment-clash']);
  });

  it('keeps what a scan finds through any commands', async () => {
    const at = fc.nat({ max: 5 });
    const step = fc.oneof(
      fc.record({ do: fc.constant('state' as const), at, to: fc.constantFrom('planned', 'departed', 'cancelled') }),
      fc.record({
        do: fc.constant('move' as const),
        at,
        to: fc.constantFrom(-600, -300, -100, -50, -45, -20, 0, 5, 10, 30),
      }),
      fc.record({ do: fc.constant('book' as const), at }),
      fc.record({ do: fc.constant('archive' as const), at, to: fc.boolean() }),
      fc.record({ do: fc.constant('undo' as const) }),
      fc.record({ do: fc.constant('scan' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), async (steps) => {
        const own = await testCore();
        try {
          const { provider, consumer, environment } = await planned(own);
          const trains = [provider, consumer] as const;
          const releases: ReleaseId[] = [];
          for (const [index, on] of [-300, -50, -20, 0, 5, 10].entries()) {
            releases.push(await release(own, trains[index % 2 === 0 ? 0 : 1], addDays(day('2026-11-23'), on)));
          }
          const { client } = own;
          for (const id of [null, ...releases.slice(2, 4)]) await book(own, environment, id);
          await client.scheduleRules.add(freezePlan());
          await client.conflicts.list({});
          for (const each of steps) {
            const id = 'at' in each ? (releases[each.at] ?? expect.fail('no release')) : null;
            if (each.do === 'undo') await client.journal.undo({ seq: null }).catch(() => null);
            else if (each.do === 'scan' || id === null) await scanAnew(own);
            else if (each.do === 'book') await book(own, environment, id).catch(() => null);
            else if (each.do === 'archive') {
              await client.trains
                .archive({ id: trains[each.at % 2 === 0 ? 0 : 1], archived: each.to })
                .catch(() => null);
            } else if (each.do === 'move') {
              await client.releases.move({ id, day: addDays(day('2026-11-23'), each.to) }).catch(() => null);
            } else await client.releases.update({ id, state: each.to as 'planned' }).catch(() => null);
            await client.conflicts.list({});
          }
          await expectTheSame(own);
        } finally {
          await own.end();
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('lets a decision stand that it cannot follow, and looks at the plan anew when it is asked', async () => {
    const env = testEnv();
    const file = `${test.folder}/other.signalbox`;
    const create = { name: 'T', zone: 'UTC' as Zone };
    const { db, close } = openWorkspace({ file, mode: 'write', create, env, actor: 'x', host: 'test' });
    const told: unknown[] = [];
    // The parts of the core that it reads are real; its database is closed in the middle, as by a failing disk.
    const core = {
      db,
      env,
      holidays: createHolidaySource(),
      log: { error: (_: unknown, text: string) => told.push(text) },
    };
    const desk = keepConflicts(() => core as unknown as CoreContext);
    await desk.read();
    close();

    desk.follow([{ kind: 'booking', id: 'b', before: null, after: null }]);

    expect(told).toEqual(['conflicts could not follow a decision']);
    await expect(desk.read()).rejects.toThrow('not open');
  });
});
