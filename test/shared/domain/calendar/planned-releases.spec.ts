import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../shared/domain/calendar/days.ts';
import { plannedReleases, releaseDayOf } from '../../../../shared/domain/calendar/planned-releases.ts';
import { workingDays } from '../../../../shared/domain/calendar/working-days.ts';
import type { Day } from '../../../../shared/model/time.ts';
import { Cadence, WorkingCalendar } from '../../../../shared/model/train.ts';
import { aDay } from '../../../support/times.ts';

type OnDayOff = Cadence['onDayOff'];

const days = workingDays(
  WorkingCalendar.parse({ workdays: [1, 2, 3, 4, 5], holidays: 'DE', extraDaysOff: ['2026-12-31'] }),
  new Map([
    [aDay('2026-12-25'), 'Christmas Day'],
    [aDay('2026-12-26'), 'Boxing Day'],
    [aDay('2027-01-01'), 'New Year’s Day'],
  ]),
);

function train(rrule: string, from: string, onDayOff: OnDayOff, releaseName = 'R{n}') {
  return { cadence: Cadence.parse({ rrule, from, departureTime: '10:00', onDayOff }), releaseName };
}

function range(from: string, to: string, existing: readonly string[] = []) {
  return { from: aDay(from), to: aDay(to), days, existing: new Set(existing.map(aDay)) };
}

describe('shared/domain/calendar/planned-releases', () => {
  it('gives the releases of a fortnightly train, with those that exist marked', () => {
    const payments = train('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', '2026-11-24', 'keep', 'Payments {year}.{week}');

    expect(plannedReleases(payments, range('2026-11-23', '2026-12-31', ['2026-12-08']))).toEqual([
      { occurrence: '2026-11-24', day: '2026-11-24', name: 'Payments 2026.48', exists: false },
      { occurrence: '2026-12-08', day: '2026-12-08', name: 'Payments 2026.50', exists: true },
      { occurrence: '2026-12-22', day: '2026-12-22', name: 'Payments 2026.52', exists: false },
    ]);
  });

  it.each<readonly [OnDayOff, string, string]>([
    ['keep', '2026-12-25', '2026-12-25'],
    ['next-working-day', '2026-12-25', '2026-12-28'],
    ['previous-working-day', '2026-12-25', '2026-12-24'],
    ['next-working-day', '2026-12-31', '2027-01-04'],
    ['previous-working-day', '2027-01-01', '2026-12-30'],
    ['next-working-day', '2026-12-24', '2026-12-24'],
    ['previous-working-day', '2026-12-24', '2026-12-24'],
  ])('has an occurrence give way by %s: %s becomes %s', (onDayOff, occurrence, expected) => {
    expect(releaseDayOf(aDay(occurrence), onDayOff, days)).toBe(expected);
  });

  it('names a release after the day that it departs, not after the day that gave way', () => {
    const [planned] = plannedReleases(
      train('FREQ=MONTHLY;BYMONTHDAY=31', '2026-12-01', 'next-working-day', '{year}-{month}-{day}'),
      range('2027-01-01', '2027-01-30'),
    );

    expect(planned).toEqual({ occurrence: '2026-12-31', day: '2027-01-04', name: '2027-01-04', exists: false });
  });

  it('asks by release day: an occurrence before the range may move into it, one inside may move out', () => {
    const forward = train('FREQ=MONTHLY;BYMONTHDAY=31', '2026-12-01', 'next-working-day');
    const back = train('FREQ=MONTHLY;BYMONTHDAY=1', '2026-12-01', 'previous-working-day');

    expect(plannedReleases(forward, range('2026-12-01', '2026-12-31'))).toEqual([]);
    expect(plannedReleases(forward, range('2027-01-04', '2027-01-04')).map(({ day }) => day)).toEqual(['2027-01-04']);
    expect(plannedReleases(back, range('2026-12-30', '2026-12-30')).map(({ name }) => name)).toEqual(['R2']);
    expect(plannedReleases(back, range('2027-01-01', '2027-01-31'))).toEqual([]);
  });

  it('numbers occurrences from the cadence’s first day whatever the range', () => {
    const weekly = train('FREQ=WEEKLY', '2026-01-06', 'keep');

    expect(plannedReleases(weekly, range('2026-01-01', '2026-01-20')).map(({ name }) => name)).toEqual([
      'R1',
      'R2',
      'R3',
    ]);
    expect(plannedReleases(weekly, range('2026-01-14', '2026-01-20')).map(({ name }) => name)).toEqual(['R3']);
  });

  it('keeps two occurrences that give way to the same day', () => {
    const daily = train('FREQ=DAILY', '2026-11-27', 'next-working-day');

    expect(plannedReleases(daily, range('2026-11-27', '2026-11-30')).map(({ day, name }) => [day, name])).toEqual([
      ['2026-11-27', 'R1'],
      ['2026-11-30', 'R2'],
      ['2026-11-30', 'R3'],
      ['2026-11-30', 'R4'],
    ]);
  });

  it('gives nothing for a train without a cadence or a range that ends before it begins', () => {
    const weekly = train('FREQ=WEEKLY', '2026-01-06', 'keep');

    expect(plannedReleases({ cadence: null, releaseName: 'R' }, range('2026-01-01', '2026-12-31'))).toEqual([]);
    expect(plannedReleases(weekly, range('2026-12-31', '2026-01-01'))).toEqual([]);
  });

  it('refuses a name that cannot be filled in', () => {
    expect(() =>
      plannedReleases(train('FREQ=WEEKLY', '2026-01-06', 'keep', '{sprint}'), range('2026-01-01', '2026-12-31')),
    ).toThrow('{sprint} is not filled in');
  });

  it('gives a range cut in two as its two parts, whichever way occurrences give way', () => {
    const rules = ['FREQ=DAILY;INTERVAL=3', 'FREQ=WEEKLY;BYDAY=SA', 'FREQ=MONTHLY;BYMONTHDAY=1,25,-1', 'FREQ=WEEKLY'];
    const ways: readonly OnDayOff[] = ['keep', 'next-working-day', 'previous-working-day'];
    const start: Day = aDay('2026-11-20');
    fc.assert(
      fc.property(
        fc.constantFrom(...rules),
        fc.constantFrom(...ways),
        fc.nat(60),
        fc.nat(60),
        (rrule, onDayOff, first, second) => {
          const plan = train(rrule, '2026-10-31', onDayOff);
          const middle = addDays(start, first);
          const end = addDays(middle, second + 1);
          const within = { days, existing: new Set<Day>() };

          const parts = [
            ...plannedReleases(plan, { ...within, from: start, to: middle }),
            ...plannedReleases(plan, { ...within, from: addDays(middle, 1), to: end }),
          ];

          expect(parts).toEqual(plannedReleases(plan, { ...within, from: start, to: end }));
        },
      ),
    );
  });
});
