import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, eachDay } from '../../../../shared/domain/calendar/days.ts';
import { addWorkingDays, isWorkingDay, workingDays } from '../../../../shared/domain/calendar/working-days.ts';
import {
  extraUnits,
  latestDayToAsk,
  type SurgeInput,
  surgePlan,
} from '../../../../shared/domain/environments/surge.ts';
import { Rollout, SurgePlan } from '../../../../shared/model/environment-use.ts';
import { WorkingCalendar } from '../../../../shared/model/train.ts';
import { booking, environment, minute, minutesAt } from '../../../support/bookings.ts';
import { aDay, anInstant, aZone } from '../../../support/times.ts';

const days = workingDays(
  WorkingCalendar.parse({ workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff: [] }),
  new Map([[aDay('2026-02-26'), 'Day off']]),
);
const production = environment('prod', { kind: 'production', sharing: 'shared', capacity: 100 });

function rollout(id: string, at: number, how: unknown, changes: Partial<Record<keyof Rollout, unknown>> = {}): Rollout {
  return Rollout.parse({ id, releaseId: id, startAt: minute(at), instances: 10, unitsPerInstance: 1, how, ...changes });
}

function blueGreen(overlapMinutes: number) {
  return { by: 'blue-green', overlapMinutes };
}

function canary(...steps: readonly (readonly [number, number])[]) {
  return { by: 'canary', steps: steps.map(([surgePercent, minutes]) => ({ surgePercent, minutes })) };
}

function reserve(id: string, span: readonly [number, number], units: number, releaseId: string | null = 'r') {
  return booking(id, 'prod', span, { purpose: 'blue-green', units, releaseId });
}

function plan(changes: Partial<SurgeInput>): SurgePlan {
  const input = {
    environment: production,
    standingUnits: 60,
    rollouts: [],
    bookings: [],
    leadWorkingDays: 3,
    today: aDay('2026-02-01'),
    zone: aZone('UTC'),
    days,
    ...changes,
  };
  return SurgePlan.parse(surgePlan(input));
}

function told({ steps }: SurgePlan): readonly string[] {
  return steps.map(
    ({ span, extra, reserved, short }) =>
      `${minutesAt(span.start)}-${minutesAt(span.end)}: ${extra} extra, ${reserved} reserved, ${short} short`,
  );
}

describe('shared/domain/environments/surge', () => {
  it.each<[string, unknown, object, readonly string[]]>([
    ['blue-green doubles all instances while both run', blueGreen(30), {}, ['0-30 10']],
    ['a canary adds its share', canary([20, 60]), {}, ['0-60 2']],
    ['steps follow each other', canary([10, 5], [50, 10], [100, 15]), {}, ['0-5 1', '5-15 5', '15-30 10']],
    ['a share of an instance is a whole one', canary([1, 5]), {}, ['0-5 1']],
    ['a share that comes out whole stays so', canary([7, 5]), { instances: 100 }, ['0-5 7']],
    ['64.4 % of 250 is 161, not a hair more', canary([64.4, 5]), { instances: 250 }, ['0-5 161']],
    ['instances of several units', canary([25, 5]), { instances: 4, unitsPerInstance: 8 }, ['0-5 8']],
    ['no share, no extra', canary([0, 5]), {}, ['0-5 0']],
    ['no overlap', blueGreen(0), {}, ['0-0 10']],
  ])('knows the extra units over time: %s', (_what, how, changes, expected) => {
    const parts = extraUnits(rollout('r', 0, how, changes));

    expect(parts.map(({ start, end, units }) => `${minutesAt(start)}-${minutesAt(end)} ${units}`)).toEqual(expected);
  });

  it('is short of nothing where enough is reserved', () => {
    const found = plan({ rollouts: [rollout('r', 10, blueGreen(20))], bookings: [reserve('b', [0, 60], 10)] });

    expect(told(found)).toEqual([
      '0-10: 0 extra, 10 reserved, 0 short',
      '10-30: 10 extra, 10 reserved, 0 short',
      '30-60: 0 extra, 10 reserved, 0 short',
    ]);
    expect(found).toMatchObject({ peak: { units: 70, at: minute(10) }, beyondCapacity: 0, shortfall: null });
  });

  it('is short where the reservation is too small, begins too late or ends too early', () => {
    const found = plan({ rollouts: [rollout('r', 0, blueGreen(60))], bookings: [reserve('b', [10, 40], 7)] });

    expect(told(found)).toEqual([
      '0-10: 10 extra, 0 reserved, 10 short',
      '10-40: 10 extra, 7 reserved, 3 short',
      '40-60: 10 extra, 0 reserved, 10 short',
    ]);
    expect(found.shortfall).toMatchObject({
      worst: { units: 10, at: minute(0) },
      spans: [{ start: minute(0), end: minute(60) }],
    });
  });

  it('adds up rollouts that overlap, and finds the peak of all that runs at once', () => {
    const found = plan({
      rollouts: [rollout('r', 0, blueGreen(30)), rollout('s', 20, canary([50, 30]), { instances: 40 })],
    });

    expect(found.peak).toEqual({ units: 90, at: minute(20) });
    expect(found.shortfall?.worst).toEqual({ units: 30, at: minute(20) });
    expect(found.steps[1]?.rollouts).toEqual(['r', 's']);
  });

  it('says how much of the peak the environment does not have', () => {
    expect(plan({ standingUnits: 95, rollouts: [rollout('r', 0, blueGreen(5))] }).beyondCapacity).toBe(5);
  });

  it('covers no release with what another one reserved', () => {
    const found = plan({
      rollouts: [rollout('r', 0, blueGreen(10)), rollout('none', 0, blueGreen(10), { releaseId: null })],
      bookings: [reserve('other', [0, 10], 50, 's'), reserve('none', [0, 10], 4, null)],
    });

    expect(told(found)).toEqual(['0-10: 20 extra, 54 reserved, 16 short']);
  });

  it('takes neither plain use nor other environments for reservations', () => {
    const bookings = [
      booking('use', 'prod', [0, 10], { units: 10, releaseId: 'r' }),
      booking('else', 'test', [0, 10], { units: 10, releaseId: 'r', purpose: 'blue-green' }),
    ];

    expect(told(plan({ rollouts: [rollout('r', 0, blueGreen(10))], bookings }))).toEqual([
      '0-10: 10 extra, 0 reserved, 10 short',
    ]);
  });

  it('has neither peak nor shortfall where nothing rolls out', () => {
    expect(plan({ bookings: [reserve('b', [0, 10], 5)] })).toMatchObject({
      peak: null,
      beyondCapacity: 0,
      shortfall: null,
    });
  });

  it('needs nothing for a rollout without overlap', () => {
    expect(plan({ rollouts: [rollout('r', 0, blueGreen(0))] })).toMatchObject({
      steps: [],
      peak: null,
      shortfall: null,
    });
  });

  it.each([
    ['in good time', '2026-02-24', false],
    ['on the last day', '2026-02-25', false],
    ['a day too late', '2026-02-26', true],
  ])('says by when to ask, days off left out: %s', (_what, today, tooLate) => {
    // The plans begin on Monday, 2 March; Thursday the 26th is off. Two working days before Monday is Wednesday the 25th.
    const found = plan({ rollouts: [rollout('r', 0, blueGreen(10))], leadWorkingDays: 2, today: aDay(today) });

    expect(found.shortfall).toMatchObject({ latestDay: '2026-02-25', leadWorkingDays: 2, tooLate });
  });

  it('tells the day on which units are first short in the zone asked for', () => {
    // 2 March, 00:00 UTC is Sunday the 1st in New York, so that they must be there by Friday the 27th.
    const found = plan({
      rollouts: [rollout('r', 0, blueGreen(10))],
      leadWorkingDays: 0,
      zone: aZone('America/New_York'),
    });

    expect(found.shortfall?.latestDay).toBe('2026-02-27');
  });

  it('counts minutes that pass, not those on the wall, where clocks change during a rollout', () => {
    // 29 March 2026, 01:30 in Berlin: an hour later the wall shows 03:30.
    const startAt = anInstant('2026-03-29T00:30:00Z');
    const one = rollout('r', 0, blueGreen(60), { startAt });

    const found = plan({ rollouts: [one], zone: aZone('Europe/Berlin') });

    expect(found.steps.map(({ span }) => span.end - span.start)).toEqual([3_600_000]);
  });

  it.each([
    ['Monday, a day ahead', '2026-03-02', 1, '2026-02-27'],
    ['Saturday, a day ahead: there on Friday', '2026-02-28', 1, '2026-02-25'],
    ['at once, on a working day', '2026-03-02', 0, '2026-03-02'],
    ['at once, on a Sunday: the Friday before', '2026-03-01', 0, '2026-02-27'],
  ])('knows the last day to ask: %s', (_what, needed, lead, expected) => {
    expect(latestDayToAsk(aDay(needed), lead, days)).toBe(expected);
  });

  it('asks on the last working day from which on the lead time still ends in time, as a look at every day finds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 15 }), (offset, lead) => {
        const needed = addDays(aDay('2026-02-01'), offset);

        const found = latestDayToAsk(needed, lead, days);

        const inTime = [...eachDay(addDays(needed, -60), needed)].filter(
          (day) => isWorkingDay(day, days) && addWorkingDays(day, lead, days) <= needed,
        );
        expect(found).toBe(inTime.at(-1));
      }),
    );
  });

  it('finds the shortfall that a look at every minute finds', () => {
    const some = fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 20 }),
        release: fc.constantFrom('r', 's'),
        steps: fc.array(fc.tuple(fc.constantFrom(0, 10, 33, 100, 150), fc.integer({ min: 0, max: 6 })), {
          minLength: 1,
          maxLength: 3,
        }),
      }),
      { maxLength: 5 },
    );
    const reserved = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 25 }),
        fc.integer({ min: 0, max: 15 }),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom('r', 's'),
      ),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(some, reserved, (list, reservations) => {
        const rollouts = list.map(({ at, release, steps }, index) =>
          rollout(`o${index}`, at, canary(...steps), { releaseId: release, instances: 7 }),
        );
        const bookings = reservations.map(([from, length, units, release], index) =>
          reserve(`b${index}`, [from, from + length], units, release),
        );

        const found = plan({ rollouts, bookings });

        const extraAt = (at: number, release: string) => {
          let sum = 0;
          for (const one of list.filter((other) => other.release === release)) {
            let from = one.at;
            for (const [percent, length] of one.steps) {
              if (at >= from && at < from + length) sum += Math.ceil((7 * percent) / 100);
              from += length;
            }
          }
          return sum;
        };
        const reservedAt = (at: number, release: string) =>
          reservations
            .filter(([from, length, , of]) => of === release && at >= from && at < from + length)
            .reduce((sum, [, , units]) => sum + units, 0);
        const minutes = Array.from({ length: 60 }, (_, index) => index);
        const shortAt = (at: number) =>
          ['r', 's'].reduce((sum, release) => sum + Math.max(0, extraAt(at, release) - reservedAt(at, release)), 0);
        const worst = Math.max(...minutes.map(shortAt));
        expect(found.shortfall?.worst ?? null).toEqual(
          worst === 0 ? null : { units: worst, at: minute(minutes.findIndex((at) => shortAt(at) === worst)) },
        );
        const inSpans = (at: number) =>
          found.shortfall?.spans.some(({ start, end }) => start <= minute(at) && end > minute(at)) ?? false;
        expect(minutes.filter(inSpans)).toEqual(minutes.filter((at) => shortAt(at) > 0));
        const most = Math.max(...minutes.map((at) => extraAt(at, 'r') + extraAt(at, 's')));
        expect(Math.max(0, (found.peak?.units ?? 60) - 60)).toBe(most);
      }),
      { numRuns: 200 },
    );
  });
});
