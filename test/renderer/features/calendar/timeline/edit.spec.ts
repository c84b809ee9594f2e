import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginEdit,
  departureOf,
  grainAt,
  isChanged,
  shiftEdit,
  shiftLocal,
  snapMinutes,
  stepMinutes,
  targetOf,
} from '../../../../../renderer/features/calendar/timeline/edit.ts';
import { toLocal } from '../../../../../shared/domain/calendar/zoned-time.ts';
import { DAY, itemOf, milestone, modelOf, release } from '../../../../support/timeline.ts';
import { aLocal, anInstant, aZone, isoOf } from '../../../../support/times.ts';

const BERLIN = 'Europe/Berlin';

function pointAt(iso: string, zone = BERLIN) {
  return itemOf(modelOf(release('r', { milestones: [milestone('m', { startAt: anInstant(iso), zone })] })), 'm');
}

function spanOf(from: string, to: string, zone = BERLIN) {
  const fields = { startAt: anInstant(from), endAt: anInstant(to), zone };
  return itemOf(modelOf(release('r', { milestones: [milestone('m', fields)] })), 'm');
}

describe('renderer/features/calendar/timeline/edit', () => {
  it.each([
    ['2026-12-31T09:00', 1440, '2027-01-01T09:00'],
    ['2028-02-28T09:00', 1440, '2028-02-29T09:00'],
    ['2026-03-01T00:10', -15, '2026-02-28T23:55'],
    ['2026-06-01T23:50', 15, '2026-06-02T00:05'],
  ])('moves the wall clock of %s by %i minutes to %s', (from, minutes, to) => {
    expect(shiftLocal(aLocal(from), minutes)).toBe(to);
  });

  it.each([
    { name: 'over the night that clocks go forward', from: '2026-03-28T09:00+01:00', to: '2026-03-29T09:00+02:00' },
    { name: 'over the night that clocks go back', from: '2026-10-24T09:00+02:00', to: '2026-10-25T09:00+01:00' },
    { name: 'over the turn of the year', from: '2026-12-31T09:00+01:00', to: '2027-01-01T09:00+01:00' },
  ])('keeps the time of day $name', ({ from, to }) => {
    const item = pointAt(from);
    const minutes = snapMinutes(item, 'body', { delta: 0.9 * DAY, grain: 'day' });

    const target = targetOf(shiftEdit(beginEdit(item, 'body'), 'body', minutes));

    expect(isoOf(target.start)).toBe(isoOf(anInstant(to)));
    expect(target.endLocal).toBeNull();
  });

  it('moves a time that clocks skip forward by the gap', () => {
    const item = pointAt('2026-03-28T02:30+01:00');

    const target = targetOf(shiftEdit(beginEdit(item, 'body'), 'body', 1440));

    expect(target.startLocal).toBe('2026-03-29T02:30');
    expect(isoOf(target.start)).toBe(isoOf(anInstant('2026-03-29T03:30+02:00')));
  });

  it('keeps a span that clocks skip in order, as the core does', () => {
    const item = spanOf('2026-03-28T02:30+01:00', '2026-03-28T03:15+01:00');

    const target = targetOf(shiftEdit(beginEdit(item, 'body'), 'body', 1440));

    expect(isoOf(target.start)).toBe(isoOf(anInstant('2026-03-29T03:30+02:00')));
    expect(isoOf(target.end)).toBe(isoOf(anInstant('2026-03-29T04:15+02:00')));
  });

  it('lands on full quarters of an hour of the wall clock', () => {
    const item = pointAt('2026-06-01T09:07+05:30', 'Asia/Kolkata');

    expect(snapMinutes(item, 'body', { delta: 20 * 60_000, grain: 'quarter-hour' })).toBe(23);
    expect(snapMinutes(item, 'body', { delta: 5 * 60_000, grain: 'quarter-hour' })).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 3_000 }), (minutes) => {
        const snapped = snapMinutes(item, 'body', { delta: minutes * 60_000, grain: 'quarter-hour' });
        const { startLocal } = targetOf(shiftEdit(beginEdit(item, 'body'), 'body', snapped));
        expect(Number(startLocal.slice(14)) % 15).toBe(0);
        expect(Math.abs(snapped - minutes)).toBeLessThanOrEqual(7.5);
      }),
    );
  });

  it('moves both ends of a span by the wall clock', () => {
    const item = spanOf('2026-03-27T09:00+01:00', '2026-03-28T17:00+01:00');

    const target = targetOf(shiftEdit(beginEdit(item, 'body'), 'body', 2 * 1440));

    expect([target.startLocal, target.endLocal]).toEqual(['2026-03-29T09:00', '2026-03-30T17:00']);
  });

  it('resizes an edge and leaves the other', () => {
    const item = spanOf('2026-06-01T09:00+02:00', '2026-06-05T17:00+02:00');

    const later = targetOf(shiftEdit(beginEdit(item, 'end'), 'end', 1440));
    const earlier = targetOf(shiftEdit(beginEdit(item, 'start'), 'start', -1440));

    expect([later.startLocal, later.endLocal]).toEqual(['2026-06-01T09:00', '2026-06-06T17:00']);
    expect([earlier.startLocal, earlier.endLocal]).toEqual(['2026-05-31T09:00', '2026-06-05T17:00']);
  });

  it('never makes a span shorter than a quarter of an hour', () => {
    const item = spanOf('2026-06-01T09:00+02:00', '2026-06-02T17:00+02:00');
    fc.assert(
      fc.property(
        fc.constantFrom('start' as const, 'end' as const),
        fc.integer({ min: -9_000, max: 9_000 }),
        (part, minutes) => {
          const { startLocal, endLocal } = targetOf(shiftEdit(beginEdit(item, part), part, minutes));
          expect(endLocal !== null && shiftLocal(startLocal, 15) <= endLocal).toBe(true);
        },
      ),
    );
  });

  it('has no edges on a point or a departure', () => {
    const edit = shiftEdit(beginEdit(pointAt('2026-06-01T09:00+02:00'), 'end'), 'end', 60);

    expect(edit).toMatchObject({ part: 'body', startBy: 60, endBy: 60 });
  });

  it('adds up steps, and knows when it is back where it was', () => {
    const item = spanOf('2026-06-01T09:00+02:00', '2026-06-05T17:00+02:00');
    const moved = shiftEdit(shiftEdit(beginEdit(item, 'body'), 'body', 1440), 'end', 60);

    expect(targetOf(moved).endLocal).toBe('2026-06-06T18:00');
    expect(isChanged(moved)).toBe(true);
    expect(isChanged(shiftEdit(shiftEdit(moved, 'body', -1440), 'end', -60))).toBe(false);
  });

  it('says the day and the time that a moved release departs at', () => {
    const departure = itemOf(
      modelOf(release('r', { departsAt: anInstant('2026-06-01T20:00+02:00'), zone: BERLIN })),
      'r',
    );

    const moved = shiftEdit(beginEdit(departure, 'body'), 'body', 1440);

    expect(departureOf(targetOf(moved))).toEqual({ day: '2026-06-02', time: '20:00' });
  });

  it('leaves an item where it is for any zone when nothing is moved', () => {
    const zones = ['UTC', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata'];
    const someTime = fc.integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), someTime, (zone, minute) => {
        const item = pointAt(new Date(minute * 60_000).toISOString(), zone);
        const target = targetOf(beginEdit(item, 'body'));
        expect(target.startLocal).toBe(toLocal(anInstant(new Date(minute * 60_000).toISOString()), aZone(zone)));
      }),
    );
  });

  it('counts in days, and in quarters of an hour where they can be told apart', () => {
    expect(grainAt(DAY / 20)).toBe('day');
    expect(grainAt(DAY / 800)).toBe('quarter-hour');
    expect([stepMinutes('day', false), stepMinutes('day', true)]).toEqual([1440, 10_080]);
    expect([stepMinutes('quarter-hour', false), stepMinutes('quarter-hour', true)]).toEqual([15, 60]);
  });
});
