import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TrainId } from '../../../../shared/model/ids.ts';
import { day, type LocalTime } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { biweeklyPlan } from '../../../support/plans.ts';

describe('electron/core/services/calendar', () => {
  let test: TestCore;
  let trainId: TrainId;
  beforeEach(async () => {
    test = await testCore();
    trainId = (await test.client.trains.create(biweeklyPlan())).id;
    await test.client.trains.generate({ id: trainId, from: day('2026-12-01'), to: day('2026-12-31') });
  });
  afterEach(() => test.end());

  const names = async (from: string, to: string, trainIds: TrainId[] | null = null) => {
    const { lanes } = await test.client.calendar.range({ from: day(from), to: day(to), trainIds });
    return lanes.map((lane) => [lane.name, lane.releases.map((release) => release.name)]);
  };

  it('reads a lane per train, also an empty one, in order of their names', async () => {
    await test.client.trains.create(biweeklyPlan({ name: 'cards', cadence: null }));

    expect(await names('2026-12-10', '2026-12-19')).toEqual([
      ['cards', []],
      ['Payments', ['Payments 2026.51']],
    ]);
  });

  it('reads a release whose only a milestone touches the range', async () => {
    // The release of 15 December has its cut-off on the 8th, that of the 1st its freeze until the 1st.
    expect(await names('2026-12-07', '2026-12-08')).toEqual([['Payments', ['Payments 2026.51']]]);
    expect(await names('2026-12-03', '2026-12-04')).toEqual([['Payments', []]]);
  });

  it('finds a span that begins long before the range and ends inside it', async () => {
    const [release] = await test.client.releases.ofTrain({ trainId });
    const startLocal = '2024-12-20T09:00' as LocalTime;
    const endLocal = '2026-11-10T09:00' as LocalTime;
    await test.client.releases.addMilestone({
      releaseId: release?.id ?? fail(),
      kind: 'hypercare',
      name: 'long',
      startLocal,
      endLocal,
    });

    expect(await names('2026-11-10', '2026-11-10')).toEqual([['Payments', ['Payments 2026.49']]]);
  });

  it('shows only the trains asked for, and no archived ones', async () => {
    const other = await test.client.trains.create(biweeklyPlan({ name: 'Cards', cadence: null }));

    expect(await names('2026-12-01', '2026-12-31', [other.id])).toEqual([['Cards', []]]);
    await test.client.trains.archive({ id: other.id, archived: true });
    expect(await names('2026-12-01', '2026-12-31', [other.id])).toEqual([]);
  });

  it('tells the days off with the names of holidays', async () => {
    const { daysOff } = await test.client.calendar.range({
      from: day('2026-12-24'),
      to: day('2026-12-27'),
      trainIds: null,
    });

    expect(daysOff.map((one) => [one.day, one.name])).toEqual([
      ['2026-12-25', 'Christmas Day'],
      ['2026-12-26', 'Boxing Day'],
      ['2026-12-27', 'Not a weekday worked'],
    ]);
  });

  it('counts what it leaves out of a range that holds too much', async () => {
    const plan = biweeklyPlan({
      name: 'Daily',
      stages: [],
      releaseName: 'D {n}',
      cadence: { rrule: 'FREQ=DAILY', from: '2020-01-01', departureTime: '10:00', onDayOff: 'keep' },
    });
    const { id } = await test.client.trains.create(plan);
    for (let year = 2020; year < 2035; year += 1) {
      await test.client.trains.generate({ id, from: day(`${year}-01-01`), to: day(`${year}-12-31`) });
    }

    const { lanes, leftOut } = await test.client.calendar.range({
      from: day('2020-01-01'),
      to: day('2034-12-31'),
      trainIds: [id],
    });

    // 15 years with four leap days among them, less the 5000 that are read.
    expect(leftOut).toBe(15 * 365 + 4 - 5_000);
    expect(lanes[0]?.releases).toHaveLength(5_000);
  });

  it('lists the public holidays of a region between two days, by day', async () => {
    const range = { from: day('2026-12-20'), to: day('2027-01-10') };

    const holidays = await test.client.calendar.holidays({ place: 'DE-BY', ...range });

    // Bavaria: gesetze-bayern.de, FTG Art. 1.
    expect(holidays.map((holiday) => holiday.day)).toEqual(['2026-12-25', '2026-12-26', '2027-01-01', '2027-01-06']);
  });

  it('refuses an unknown place and a range of more than 30 years', async () => {
    const range = { from: day('2026-01-01'), to: day('2026-12-31') };

    const place = await test.client.calendar.holidays({ place: 'XX', ...range }).catch((error: unknown) => error);
    const long = await test.client.calendar
      .holidays({ place: 'DE', from: day('2000-01-01'), to: day('2040-01-01') })
      .catch((error: unknown) => error);

    expect(place).toMatchObject({ code: 'BAD_INPUT' });
    expect(long).toMatchObject({ code: 'TOO_LARGE' });
  });

  it('lists the places whose holidays are known', async () => {
    expect(await test.client.calendar.holidayPlaces({})).toContainEqual({ code: 'DE-BY', name: 'Germany, Bayern' });
  });
});

function fail(): never {
  throw new Error('it is not there');
}
