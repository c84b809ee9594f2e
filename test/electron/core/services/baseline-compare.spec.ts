import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BaselineId } from '../../../../shared/model/ids.ts';
import { day } from '../../../../shared/model/time.ts';
import { type ForkablePlan, forkablePlan } from '../../../support/forkable-plan.ts';
import { biweeklyPlan } from '../../../support/plans.ts';
import { aClock } from '../../../support/times.ts';

describe('electron/core/services/baseline-compare', () => {
  let plan: ForkablePlan;

  beforeEach(async () => {
    plan = await forkablePlan();
  });
  afterEach(() => plan.end());

  const name = async (trainId: ForkablePlan['trainId'] | null = null) =>
    (await plan.test.client.adherence.addBaseline({ name: 'Q4', how: 'named', trainId })).id;
  const board = (written: string) =>
    plan.test.client.releases.board({ releaseId: plan.first, workItemIds: [], written, reason: '' });

  it('tells which releases moved, came and went since, and not what came back to where it was', async () => {
    const { client } = plan.test;
    const id = await name();
    await client.releases.move({ id: plan.first, day: day('2026-12-03') });
    await client.releases.move({ id: plan.first, day: day('2026-12-04') });
    await client.releases.remove({ id: plan.second });
    const { id: extra } = await client.releases.add({ trainId: plan.trainId, name: 'Extra', day: day('2026-12-20') });
    const still = await client.releases.add({ trainId: plan.trainId, name: 'Gone again', day: day('2026-12-21') });
    await client.releases.remove({ id: still.id });

    const { baseline, releases } = await client.adherence.compare({ id });

    expect(baseline.name).toBe('Q4');
    expect(releases.map(({ one, other, ...release }) => [release.id, release.trainName, one?.day, other?.day])).toEqual(
      [
        [plan.first, 'Payments', '2026-12-01', '2026-12-04'],
        [plan.second, 'Payments', '2026-12-15', undefined],
        [extra, 'Payments', undefined, '2026-12-20'],
      ],
    );
  });

  it('tells which releases depart at another hour since, and which were cancelled', async () => {
    const { client } = plan.test;
    const id = await name();
    await client.releases.move({ id: plan.first, day: day('2026-12-01'), departureTime: aClock('09:15') });
    await client.releases.update({ id: plan.second, state: 'cancelled' });

    const { releases } = await client.adherence.compare({ id });

    expect(releases).toMatchObject([
      { id: plan.first, one: { day: '2026-12-01' }, other: { day: '2026-12-01', departureTime: '09:15' } },
      { id: plan.second, one: { state: 'planned' }, other: { state: 'cancelled' } },
    ]);
    expect(releases[0]?.one?.departureTime).not.toBe('09:15');
  });

  it('tells what came aboard since and what left', async () => {
    const { client } = plan.test;
    await board('Refunds');
    const id = await name();
    await board('Chargebacks');
    const { scope: aboard } = await client.releases.get({ id: plan.first });
    const refunds = aboard.find(({ item }) => item.title === 'Refunds')?.item ?? expect.fail('no item');
    await client.releases.drop({ id: refunds.id, reason: 'Not ready' });

    const { scope } = await client.adherence.compare({ id });

    expect(scope).toEqual([
      { id: plan.first, name: 'Payments 2026.49', trainName: 'Payments', boarded: ['Chargebacks'], left: ['Refunds'] },
    ]);
  });

  it('keeps to the train of its baseline, and says so of one that is gone', async () => {
    const { client } = plan.test;
    const { id: other } = await client.trains.create(biweeklyPlan({ name: 'Search' }));
    const id = await name(other);
    await client.releases.move({ id: plan.first, day: day('2026-12-03') });

    expect((await client.adherence.compare({ id })).releases).toEqual([]);
    await expect(client.adherence.compare({ id: 'baseline-none' as BaselineId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('compares a branch with a baseline of before the fork', async () => {
    const id = await name();
    const { client } = await plan.fork();
    await client.releases.move({ id: plan.first, day: day('2026-12-08') });

    expect((await client.adherence.compare({ id })).releases).toMatchObject([{ other: { day: '2026-12-08' } }]);
    expect((await plan.test.client.adherence.compare({ id })).releases).toEqual([]);
  });
});
