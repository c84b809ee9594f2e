import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EnvironmentId } from '../../../../shared/model/ids.ts';
import { day, instant } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { biweeklyPlan, bookingPlan, environmentPlan, freezePlan, teamPlan } from '../../../support/plans.ts';

const DECEMBER = { from: day('2026-12-01'), to: day('2026-12-31') };

describe('electron/core/services/environment-questions', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore();
  });
  afterEach(() => test.end());

  async function add(name: string): Promise<EnvironmentId> {
    return (await test.client.environments.add(environmentPlan({ name }))).id;
  }

  async function bookOn(environmentId: EnvironmentId, changes: Parameters<typeof bookingPlan>[1]) {
    const { ids } = await test.client.environments.book({
      plan: bookingPlan(environmentId, changes),
      withDependants: false,
    });
    return ids[0] ?? expect.fail('nothing was booked');
  }

  it('orders those who wait by priority, with the reason', async () => {
    const { id } = await test.client.environments.add(environmentPlan({ discipline: 'priority' }));
    const low = await bookOn(id, { title: 'Low', priority: 4 });
    test.env.pass(60_000);
    const high = await bookOn(id, { title: 'High', priority: 1 });

    const { places, discipline } = await test.client.environments.queue({ id });

    expect(discipline).toBe('priority');
    expect(places.map(({ bookingId, position, decidedBy }) => [bookingId, position, decidedBy])).toEqual([
      [high, 1, 'priority'],
      [low, 2, 'priority'],
    ]);
    // Both want the same eight hours, so that the second waits for them.
    expect(places.map(({ waitMinutes }) => waitMinutes)).toEqual([0, 480]);
    expect(places[1]?.waitsFor).toEqual([high]);
  });

  it('says how much of an environment is booked', async () => {
    const host = await add('host');
    await bookOn(host, {});

    const { overall } = await test.client.environments.utilisation({
      from: day('2026-12-07'),
      to: day('2026-12-07'),
    });

    // Eight hours of one day.
    expect(overall.share).toBeCloseTo(8 / 24, 10);
  });

  it('proposes another environment of the kind for one of two that clash', async () => {
    const host = await add('host');
    const spare = await add('spare');
    const releases = await Promise.all(
      ['A', 'B'].map(async (name) => {
        const { id: trainId } = await test.client.trains.create(biweeklyPlan({ name, cadence: null, stages: [] }));
        return test.client.releases.add({ trainId, name, day: day('2026-12-08') });
      }),
    );
    for (const { id: releaseId } of releases) await bookOn(host, { releaseId });

    const { proposals, clashes } = await test.client.environments.swaps({});

    expect(clashes).toHaveLength(1);
    expect(proposals[0]).toMatchObject({ kind: 'move', to: [{ environmentId: spare }] });
  });

  it('proposes no move that makes another conflict: into a maintenance, or a freeze', async () => {
    const host = await add('host');
    const kept = await add('kept up');
    const frozen = await add('frozen');
    const spare = await add('spare');
    const during = (kind: string, id: EnvironmentId) =>
      test.client.scheduleRules.add(
        freezePlan({
          kind,
          name: kind,
          scope: { regions: [], environments: [id], services: [], tiers: [], teams: [], tenants: [] },
          holds: {
            by: 'once',
            start: { local: '2026-12-07T10:00', clock: { by: 'zone', zone: 'Europe/Berlin' } },
            end: { local: '2026-12-07T11:00', clock: { by: 'zone', zone: 'Europe/Berlin' } },
          },
        }),
      );
    await during('maintenance', kept);
    await during('freeze', frozen);
    await bookOn(host, { title: 'One' });
    await bookOn(host, { title: 'Other' });

    const { proposals } = await test.client.environments.swaps({});

    expect(proposals.length).toBeGreaterThan(0);
    expect(new Set(proposals.flatMap(({ to }) => to.map(({ environmentId }) => environmentId)))).toEqual(
      new Set([spare]),
    );
  });

  it('counts no booking of a cancelled release anywhere', async () => {
    const host = await add('host');
    await add('spare');
    const { id: trainId } = await test.client.trains.create(biweeklyPlan({ cadence: null, stages: [] }));
    const { id: releaseId } = await test.client.releases.add({ trainId, name: 'R', day: day('2026-12-08') });
    await test.client.environments.add(environmentPlan({ name: 'top', parents: [host] }));
    const { ids } = await test.client.environments.book({
      plan: bookingPlan(host, { releaseId, title: 'Off' }),
      withDependants: true,
    });
    // What came along, and is for nobody by itself, is the release's all the same.
    const along = ids[1] ?? expect.fail('nothing came along');
    const [booked = expect.fail('not booked')] = await test.client.environments.some({ ids: [along] });
    const plan = bookingPlan(booked.environmentId, { title: 'Off, on top' });
    await test.client.environments.updateBooking({ id: along, plan });
    const stays = await bookOn(host, { title: 'Stays' });
    const range = { from: day('2026-12-07'), to: day('2026-12-07') };
    expect((await test.client.environments.swaps({})).clashes).toHaveLength(2);

    await test.client.releases.update({ id: releaseId, state: 'cancelled' });

    expect((await test.client.environments.queue({ id: host })).places).toMatchObject([
      { bookingId: stays, waitMinutes: 0 },
    ]);
    const { environments, overall } = await test.client.environments.utilisation(range);
    expect(environments.map(({ bookings }) => bookings)).toEqual([1, 0, 0]);
    expect(overall.waiting.count).toBe(1);
    expect(await test.client.environments.swaps({})).toMatchObject({ proposals: [], clashes: [] });
    expect((await test.client.environments.bookings(DECEMBER)).bookings.map(({ id }) => id)).toEqual([stays]);
    expect((await test.client.environments.ofRelease({ releaseId })).map(({ title }) => title)).toEqual(['Off']);
  });

  it('says what a blue-green rollout lacks, and until when it can be asked for', async () => {
    const { id } = await test.client.environments.add(environmentPlan({ sharing: 'shared', capacity: 10 }));
    const { id: teamId } = await test.client.catalogue.addTeam(teamPlan());
    const startAt = instant(Date.UTC(2026, 11, 8, 20));

    const { shortfall, beyondCapacity, peak } = await test.client.environments.surge({
      id,
      standingUnits: 8,
      rollouts: [
        {
          id: 'rollout',
          releaseId: null,
          startAt,
          instances: 8,
          unitsPerInstance: 1,
          how: { by: 'blue-green', overlapMinutes: 60 },
        },
      ],
      leadWorkingDays: 5,
      teamId,
    });

    expect(peak).toEqual({ units: 16, at: startAt });
    expect(beyondCapacity).toBe(6);
    // Five working days before Tuesday the 8th.
    expect(shortfall).toMatchObject({ worst: { units: 8 }, latestDay: '2026-12-01', tooLate: false });
  });
});
