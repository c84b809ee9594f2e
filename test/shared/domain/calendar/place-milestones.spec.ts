import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../shared/domain/calendar/days.ts';
import { offsetDay, type Placement, placeMilestones } from '../../../../shared/domain/calendar/place-milestones.ts';
import { isWorkingDay, workingDays } from '../../../../shared/domain/calendar/working-days.ts';
import { toLocal } from '../../../../shared/domain/calendar/zoned-time.ts';
import { type OffsetUnit, Stage, WorkingCalendar } from '../../../../shared/model/train.ts';
import { aDay, aZone, isoOf, someDay } from '../../../support/times.ts';

const calendar = WorkingCalendar.parse({ workdays: [1, 2, 3, 4, 5], holidays: 'DE', extraDaysOff: [] });
const days = workingDays(
  calendar,
  new Map([
    [aDay('2026-04-03'), 'Good Friday'],
    [aDay('2026-04-06'), 'Easter Monday'],
    [aDay('2026-05-01'), 'Labour Day'],
  ]),
);

function placement(releaseDay: string, zone = 'Europe/Berlin'): Placement {
  return { releaseDay: aDay(releaseDay), zone: aZone(zone), days };
}

function point(key: string, amount: number, unit: OffsetUnit, time: string): Stage {
  return Stage.parse({
    key,
    name: key,
    kind: 'custom',
    start: { amount, unit },
    startTime: time,
    end: null,
    endTime: null,
  });
}

function span(key: string, from: readonly [number, OffsetUnit, string], to: readonly [number, OffsetUnit, string]) {
  return Stage.parse({
    ...point(key, ...from),
    end: { amount: to[0], unit: to[1] },
    endTime: to[2],
  });
}

/** Gaps of half an hour, one, two and twenty-four, at night, at midnight, and for Ramadan. */
const ZONES_WITH_CHANGES = [
  'America/New_York',
  'Europe/Berlin',
  'Pacific/Auckland',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Antarctica/Troll',
  'Pacific/Apia',
  'Asia/Tehran',
];

/** The oracle's view: when a zone's clocks change next, and what they show at a moment, in whole minutes. */
function nextChange(zone: string, from: number): number | undefined {
  const zoned = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  return zoned.getTimeZoneTransition('next')?.epochMilliseconds;
}
function plainLocal(zone: string, at: number): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .round({ smallestUnit: 'minute' });
}

describe('shared/domain/calendar/place-milestones', () => {
  it('places the stages of a train around its release day, over a holiday weekend', () => {
    const stages = [
      { ...point('cut-off', -5, 'working-days', '12:00'), kind: 'scope-cut-off' as const, name: 'Scope cut-off' },
      span('uat', [-3, 'working-days', '09:00'], [-1, 'working-days', '17:00']),
      point('go', 0, 'calendar-days', '10:00'),
      span('hypercare', [0, 'calendar-days', '12:00'], [2, 'calendar-days', '18:00']),
    ];

    const placed = placeMilestones(stages, placement('2026-04-08'));

    // Wednesday 8 April 2026: Tuesday is -1, Thursday before Easter is -2.
    expect(placed.map(({ stageKey, startLocal, endLocal }) => [stageKey, startLocal, endLocal])).toEqual([
      ['cut-off', '2026-03-30T12:00', null],
      ['uat', '2026-04-01T09:00', '2026-04-07T17:00'],
      ['go', '2026-04-08T10:00', null],
      ['hypercare', '2026-04-08T12:00', '2026-04-10T18:00'],
    ]);
    expect(placed[0]).toMatchObject({ kind: 'scope-cut-off', name: 'Scope cut-off', endAt: null });
    expect(isoOf(placed[0]?.startAt ?? fail())).toBe('2026-03-30T10:00:00.000Z');
    expect(isoOf(placed[3]?.endAt ?? fail())).toBe('2026-04-10T16:00:00.000Z');
  });

  it.each([
    ['a worked day', '2026-11-25', -1, '2026-11-24'],
    ['a worked day', '2026-11-25', 0, '2026-11-25'],
    ['a worked day', '2026-11-25', 1, '2026-11-26'],
    ['a Saturday', '2026-11-28', -1, '2026-11-27'],
    ['a Saturday', '2026-11-28', 0, '2026-11-28'],
    ['a Saturday', '2026-11-28', 1, '2026-11-30'],
    ['a Sunday', '2026-11-29', -2, '2026-11-26'],
    ['Good Friday', '2026-04-03', -1, '2026-04-02'],
    ['Good Friday', '2026-04-03', 0, '2026-04-03'],
    ['Good Friday', '2026-04-03', 1, '2026-04-07'],
  ])('counts working days from %s, %s, %i: %s', (_what, releaseDay, amount, expected) => {
    expect(offsetDay({ amount, unit: 'working-days' }, aDay(releaseDay), days)).toBe(expected);
  });

  it.each([
    ['2026-11-28', -1, '2026-11-27'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2028-03-01', -1, '2028-02-29'],
    ['2026-11-28', 3, '2026-12-01'],
  ])('counts calendar days from %s, %i: %s', (releaseDay, amount, expected) => {
    expect(offsetDay({ amount, unit: 'calendar-days' }, aDay(releaseDay), days)).toBe(expected);
  });

  it('keeps the clock time through changes of the clock', () => {
    const stages = [-3, -2, -1, 0].map((amount) => point(`at${amount + 3}`, amount, 'calendar-days', '09:00'));

    const placed = placeMilestones(stages, placement('2026-03-30'));

    expect(placed.map(({ startAt }) => isoOf(startAt))).toEqual([
      '2026-03-27T08:00:00.000Z',
      '2026-03-28T08:00:00.000Z',
      '2026-03-29T07:00:00.000Z',
      '2026-03-30T07:00:00.000Z',
    ]);
  });

  it('keeps what was asked for in the local time where the moment had to move out of a gap', () => {
    const [placed] = placeMilestones([point('deploy', 0, 'calendar-days', '02:30')], placement('2026-03-29'));

    expect(placed?.startLocal).toBe('2026-03-29T02:30');
    expect(toLocal(placed?.startAt ?? fail(), aZone('Europe/Berlin'))).toBe('2026-03-29T03:30');
  });

  it('moves the end with the start where only a gap would turn them round', () => {
    const night = span('deploy', [0, 'calendar-days', '02:30'], [0, 'calendar-days', '03:15']);

    const [placed] = placeMilestones([night], placement('2027-03-14', 'America/New_York'));

    expect(placed).toMatchObject({ startLocal: '2027-03-14T02:30', endLocal: '2027-03-14T03:15' });
    expect(isoOf(placed?.startAt ?? fail())).toBe('2027-03-14T07:30:00.000Z');
    expect(isoOf(placed?.endAt ?? fail())).toBe('2027-03-14T08:15:00.000Z');
  });

  it('refuses no span whose local times are in order, on either side of a change of clocks', () => {
    const zones = fc.constantFrom(...ZONES_WITH_CHANGES);
    const when = fc.integer({ min: Date.parse('1975-01-01'), max: Date.parse('2085-01-01') });
    const minutes = fc.integer({ min: -240, max: 240 });
    const length = fc.integer({ min: 0, max: 240 });
    fc.assert(
      fc.property(zones, when, minutes, length, (zone, from, by, long) => {
        const change = nextChange(zone, from) ?? from;
        const start = plainLocal(zone, change).add({ minutes: by });
        const end = start.add({ minutes: long });
        const last = start.toPlainDate().until(end.toPlainDate()).days;
        const stage = span(
          'night',
          [0, 'calendar-days', start.toPlainTime().toString({ smallestUnit: 'minute' })],
          [last, 'calendar-days', end.toPlainTime().toString({ smallestUnit: 'minute' })],
        );

        const [placed] = placeMilestones([stage], placement(start.toPlainDate().toString(), zone));

        const endAt = placed?.endAt ?? fail();
        const alone = end.toZonedDateTime(zone).epochMilliseconds;
        expect(placed?.startAt).toBe(start.toZonedDateTime(zone).epochMilliseconds);
        expect(endAt).toBeGreaterThanOrEqual(placed?.startAt ?? fail());
        // An end that comes after its start by itself stays where it is.
        if (alone >= (placed?.startAt ?? fail())) expect(endAt).toBe(alone);
        else expect(endAt - (placed?.startAt ?? fail())).toBe(long * 60_000);
      }),
      { numRuns: 300 },
    );
  });

  it('refuses a span whose local times run backwards, though a gap puts its moments right', () => {
    const everyDay = workingDays({ ...calendar, workdays: [1, 2, 3, 4, 5, 6, 7] }, new Map());
    const night = span('deploy', [-1, 'working-days', '03:00'], [-1, 'calendar-days', '02:45']);

    expect(() => placeMilestones([night], { ...placement('2026-03-30'), days: everyDay })).toThrow(
      'would end (Sun 29 Mar 2026, 02:45) before it starts (Sun 29 Mar 2026, 03:00)',
    );
  });

  it('refuses a stage that ends before it starts on this release day, and names it', () => {
    const stages = [
      point('go', 0, 'calendar-days', '10:00'),
      span('freeze', [-3, 'working-days', '09:00'], [-4, 'calendar-days', '17:00']),
    ];

    expect(() => placeMilestones(stages, placement('2026-11-27'))).toThrow(
      expect.objectContaining({
        code: 'BAD_INPUT',
        message:
          'The stage “freeze” would end (Mon 23 Nov 2026, 17:00) before it starts (Tue 24 Nov 2026, 09:00) for a release on Fri 27 Nov 2026.',
        where: 'stages.freeze',
      }),
    );
    expect(placeMilestones(stages, placement('2026-11-25'))[1]?.endLocal).toBe('2026-11-21T17:00');
  });

  it('refuses stages that can be placed around no day', () => {
    const twice = [point('go', 0, 'calendar-days', '10:00'), point('go', 1, 'calendar-days', '10:00')];

    expect(() => placeMilestones(twice, placement('2026-11-27'))).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT', message: 'Two stages have the key "go".', where: 'stages.1' }),
    );
  });

  it('places nothing for a train without stages', () => {
    expect(placeMilestones([], placement('2026-11-27'))).toEqual([]);
  });

  it('moves every calendar-day milestone by as many days as the release', () => {
    fc.assert(
      fc.property(
        someDay,
        fc.integer({ min: -200, max: 200 }),
        fc.integer({ min: -30, max: 30 }),
        (day, by, amount) => {
          const stages = [point('any', amount, 'calendar-days', '00:00')];
          const there = { releaseDay: addDays(day, by), zone: aZone('UTC'), days };

          const [before] = placeMilestones(stages, { ...there, releaseDay: day });
          const [after] = placeMilestones(stages, there);

          expect((after?.startAt ?? 0) - (before?.startAt ?? 0)).toBe(by * 86_400_000);
        },
      ),
    );
  });

  it('puts every working-day milestone but that of day 0 on a worked day, in the order of the offsets', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -60, max: 60 }), (day, amount) => {
        const offset = { amount, unit: 'working-days' } as const;

        const there = offsetDay(offset, day, days);

        expect(amount === 0 || isWorkingDay(there, days)).toBe(true);
        expect(offsetDay({ ...offset, amount: amount + 1 }, day, days) > there).toBe(true);
      }),
    );
  });
});

function fail(): never {
  throw new Error('nothing was placed');
}
