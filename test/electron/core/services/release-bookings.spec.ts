import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReleaseId } from '../../../../shared/model/ids.ts';
import { day } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { biweeklyPlan, bookingPlan, environmentPlan } from '../../../support/plans.ts';

describe('electron/core/services/release-bookings', () => {
  let test: TestCore;
  let id: ReleaseId;
  beforeEach(async () => {
    test = await testCore();
    const { id: trainId } = await test.client.trains.create(biweeklyPlan({ name: 'Cards', cadence: null, stages: [] }));
    ({ id } = await test.client.releases.add({ trainId, name: 'Cards 1', day: day('2026-12-15') }));
    const host = await test.client.environments.add(environmentPlan({ kind: 'production' }));
    await test.client.environments.add(environmentPlan({ name: 'on it', parents: [host.id] }));
    const times = { startLocal: '2026-12-15T00:00', endLocal: '2026-12-15T23:59' };
    const plan = bookingPlan(host.id, { ...times, releaseId: id });
    await test.client.environments.book({ plan, withDependants: true });
  });
  afterEach(() => test.end());

  const starts = async () =>
    (await test.client.environments.ofRelease({ releaseId: id })).map(({ startLocal }) => startLocal);

  it('come along as one decision where one holds the deployment', async () => {
    const { bookingsMoved, summary } = await test.client.releases.move({ id, day: day('2026-12-17') });
    const moved = await starts();
    await test.client.journal.undo({ seq: null });

    expect(bookingsMoved).toBe(2);
    expect(summary).toBe('Moved release “Cards 1” with 2 bookings from Tue 15 Dec 2026 to Thu 17 Dec 2026');
    expect(moved).toEqual(['2026-12-17T00:00', '2026-12-17T00:00']);
    expect(await starts()).toEqual(['2026-12-15T00:00', '2026-12-15T00:00']);
  });

  it('stay where that is asked for', async () => {
    const { bookingsMoved } = await test.client.releases.move({ id, day: day('2026-12-17'), withBookings: false });

    expect([bookingsMoved, await starts()]).toEqual([0, ['2026-12-15T00:00', '2026-12-15T00:00']]);
  });
});
