import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOf, type Shift, shifted, shiftText } from '../../../../shared/domain/conflicts/shift.ts';
import { aLocal, anInstant, aZone } from '../../../support/times.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function span(start: string, end: string | null, zone = 'Europe/Berlin') {
  return { startLocal: aLocal(start), endLocal: end === null ? null : aLocal(end), zone: aZone(zone) };
}

describe('shared/domain/conflicts/shift', () => {
  it('moves by days on the wall clock, across a change of clocks as well', () => {
    const moved = shifted(span('2027-03-27T20:00', '2027-03-27T22:00'), { days: 1 });

    expect(moved).toMatchObject({ startLocal: '2027-03-28T20:00', endLocal: '2027-03-28T22:00' });
    expect(moved?.startAt).toBe(anInstant('2027-03-28T18:00Z'));
  });

  it('makes what a change of clocks falls into an hour shorter or longer when it moves by days', () => {
    const night = span('2027-03-26T23:00', '2027-03-27T05:00');
    const lengthOf = (days: number) => {
      const moved = shifted(night, { days });
      return moved?.endAt ? (moved.endAt - moved.startAt) / HOUR : null;
    };

    expect([lengthOf(0), lengthOf(1), lengthOf(2)]).toEqual([6, 5, 6]);
  });

  it('keeps the length when it moves by time', () => {
    const moved = shifted(span('2027-03-27T20:00', '2027-03-28T01:00'), { milliseconds: 5 * HOUR });

    expect(moved).toMatchObject({ startLocal: '2027-03-28T01:00', endLocal: '2027-03-28T07:00' });
  });

  it('moves a point', () => {
    expect(shifted(span('2027-01-04T09:00', null), { days: -4 })).toMatchObject({
      startLocal: '2026-12-31T09:00',
      endAt: null,
    });
    expect(shifted(span('2027-01-04T09:00', null), { milliseconds: HOUR })).toMatchObject({
      startLocal: '2027-01-04T10:00',
      endLocal: null,
    });
  });

  it.each([
    ['between two minutes', span('2027-01-04T09:00', null), { milliseconds: 1_500 }],
    ['in the second of two hours that a clock shows twice', span('2027-10-31T02:30', null), { milliseconds: HOUR }],
    ['beyond the calendar’s end', span('9999-12-31T09:00', null), { days: 1 }],
  ] as const)('goes nowhere %s', (_, from, shift) => {
    expect(shifted(from, shift)).toBeNull();
  });

  it('goes as far as it says, by time, or nowhere', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Pacific/Auckland',
      'Australia/Lord_Howe',
    );
    const minutes = fc.integer({ min: -60 * 24 * 200, max: 60 * 24 * 200 });
    fc.assert(
      fc.property(zones, minutes, (zone, by) => {
        const from = shifted(span('2027-06-15T12:00', '2027-06-15T14:30', zone), { days: 0 });
        const moved = shifted(span('2027-06-15T12:00', '2027-06-15T14:30', zone), { milliseconds: by * MINUTE });
        if (moved === null || from === null) return;

        expect(moved.startAt - from.startAt).toBe(by * MINUTE);
        expect((moved.endAt ?? 0) - moved.startAt).toBe(2.5 * HOUR);
        expect(shifted(moved, { days: 0 })).toEqual(moved);
      }),
    );
  });

  it.each<readonly [Shift, string]>([
    [{ days: 1 }, '1 day later'],
    [{ days: -7 }, '7 days earlier'],
    [{ milliseconds: 90 * MINUTE }, '1 h 30 min later'],
    [{ milliseconds: -HOUR }, '1 h earlier'],
    [{ milliseconds: 49 * HOUR }, '2 days 1 h later'],
    [{ milliseconds: -(25 * HOUR + MINUTE) }, '1 day 1 h 1 min earlier'],
    [{ milliseconds: 48 * HOUR }, '2 days later'],
  ])('says %o as %s', (shift, expected) => {
    expect(shiftText(shift)).toBe(expected);
  });

  it('reckons shifts in days', () => {
    expect([daysOf({ days: 3 }), daysOf({ milliseconds: -6 * HOUR })]).toEqual([3, -0.25]);
  });
});
