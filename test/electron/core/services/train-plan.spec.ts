import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestCore, testCore } from '../../../support/core.ts';
import { biweeklyPlan } from '../../../support/plans.ts';

describe('electron/core/services/train-plan', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore();
  });
  afterEach(() => test.end());

  const cadence = { rrule: 'FREQ=OFTEN', from: '2026-12-01', departureTime: '20:00', onDayOff: 'keep' };
  const calendar = { workdays: [1], holidays: 'XX', extraDaysOff: [] };
  const stages = [...biweeklyPlan().stages, ...biweeklyPlan().stages.slice(0, 1)];

  it.each([
    ['a rule that cannot be read', { cadence }, 'cadence.rrule'],
    ['a placeholder that is not filled in', { releaseName: 'R {weeek}' }, 'releaseName'],
    ['a country without holidays', { calendar }, 'calendar.holidays'],
    ['two stages of one key', { stages }, 'stages.4'],
    ['a query that cannot be read', { boarding: [{ by: 'query', text: 'colour:red' }] }, 'boarding.0, character 1'],
  ])('refuses %s and says where', async (_, change, where) => {
    const failure = await test.client.trains.create(biweeklyPlan(change)).catch((error: unknown) => error);

    expect(failure).toMatchObject({ code: 'BAD_INPUT', data: { where, remedy: expect.any(String) } });
    expect(await test.client.trains.list({})).toEqual([]);
  });

  it('knows the holidays of every year that a long offset reaches over a one-day week', async () => {
    const plan = biweeklyPlan({
      calendar: { workdays: [5], holidays: 'DE-BE', extraDaysOff: [] },
      stages: [{ ...biweeklyPlan().stages[0], start: { amount: -300, unit: 'working-days' } }],
    });
    const { id: trainId } = await test.client.trains.create(plan);
    const { id } = await test.client.releases.add({ trainId, name: 'R', day: '2026-12-04' as never });

    const { milestones } = await test.client.releases.get({ id });

    // Counted back by hand over 12 Fridays that are public holidays in Berlin, the first of them 2020-12-25.
    expect(milestones[0]?.startLocal.slice(0, 10)).toBe('2020-12-11');
  });
});
