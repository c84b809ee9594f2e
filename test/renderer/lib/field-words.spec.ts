import { describe, expect, it } from 'vitest';
import { fieldLabel, isDerived, valueText, zoneOfRow } from '../../../renderer/lib/field-words.ts';
import { anInstant, aZone } from '../../support/times.ts';

const berlin = aZone('Europe/Berlin');

describe('renderer/lib/field-words', () => {
  it.each([
    ['departsAt', 'Departs at'],
    ['startLocal', 'Starts'],
    ['stages.2.start.amount', 'Stages › 3 › start › amount'],
    ['cadence.onDayOff', 'Cadence › on a day off'],
    ['somethingNew', 'Something new'],
  ])('calls the field %s %s', (path, label) => {
    expect(fieldLabel(path)).toBe(label);
  });

  it.each<[string, unknown, string]>([
    ['departsAt', anInstant('2026-12-15T20:00+01:00'), 'Tue 15 Dec 2026, 20:00 CET'],
    ['startLocal', '2027-03-28T02:30', 'Sun 28 Mar 2027, 02:30'],
    ['day', '2026-12-15', 'Tue 15 Dec 2026'],
    ['amount', -5, '-5'],
    ['everyMinutes', 60, '60'],
    ['pinned', true, 'yes'],
    ['archived', false, 'no'],
    ['reason', '', 'empty'],
    ['bumpedTo', null, 'none'],
    ['name', 'Payments 2026-12-15', 'Payments 2026-12-15'],
    ['departureTime', '20:00', '20:00'],
  ])('tells the value of %s (%j) as %s', (name, value, text) => {
    expect(valueText(name, value, berlin)).toBe(text);
  });

  it('leaves out what follows from other fields of the row, and only there', () => {
    const release = { day: '2026-12-15', departureTime: '20:00', zone: 'Europe/Berlin', departsAt: 1 };

    expect(isDerived('departsAt', release)).toBe(true);
    expect(isDerived('departsAt', { departsAt: 1 })).toBe(false);
    expect(isDerived('day', release)).toBe(false);
  });

  it('takes the zone of a row, or UTC', () => {
    expect([zoneOfRow({ zone: 'Europe/Berlin' }), zoneOfRow({ zone: 'Nowhere' }), zoneOfRow({})]).toEqual([
      'Europe/Berlin',
      'UTC',
      'UTC',
    ]);
  });
});
