import { describe, expect, it } from 'vitest';
import { makeSchedule } from '../../../../shared/domain/freezes/schedule.ts';
import { span } from '../../../../shared/domain/freezes/spans.ts';
import {
  allowedThere,
  freeThere,
  type Place,
  whyForbidden,
  whyTaken,
} from '../../../../shared/domain/integration/place.ts';
import { BookingId } from '../../../../shared/model/ids.ts';
import { aRule, aScope, aTarget, once } from '../../../support/schedule.ts';
import { anInstant } from '../../../support/times.ts';

function from(start: string, end: string) {
  return span(anInstant(`2026-11-${start}:00Z`), anInstant(`2026-11-${end}:00Z`));
}

const rules = [
  aRule({
    id: 'quarter',
    holds: once('2026-11-23T08:00', '2026-11-23T13:30'),
    scope: aScope({ services: ['pay'] }),
  }),
  aRule({
    id: 'open',
    kind: 'window',
    holds: once('2026-11-23T00:00', '2026-11-24T12:00'),
    scope: aScope({ services: ['pay'] }),
  }),
];
const drill = { id: BookingId.parse('drill'), title: 'Drill', span: from('23T14:00', '23T15:00') };
const place: Place = {
  schedule: makeSchedule(rules, []),
  targetsOf: (id) => [aTarget({ service: id === 'payments' ? 'pay' : 'web' })],
  taken: [drill],
};
const hours = [from('23T13:00', '23T16:00'), from('24T13:00', '24T16:00')];

describe('shared/domain/integration/place', () => {
  it('leaves the times in which rules allow it for all releases, inside windows where they have any', () => {
    expect(allowedThere(place, ['payments', 'other'], hours)).toEqual([from('23T13:30', '23T16:00')]);
    expect(allowedThere(place, ['other'], hours)).toEqual(hours);
    expect(allowedThere(place, ['payments'], [])).toEqual([]);
  });

  it('leaves the times in which nobody else has the place', () => {
    expect(freeThere(place, hours)).toEqual([from('23T13:00', '23T14:00'), from('23T15:00', '23T16:00'), hours[1]]);
  });

  it('names the rules that forbid what would be long enough, and whether windows leave it out', () => {
    expect(whyForbidden(place, { releases: ['payments'], times: hours, minutes: 180 })).toEqual({
      by: 'rules',
      rules: [{ id: 'quarter', kind: 'freeze', name: 'quarter' }],
      outside: true,
    });
    const first = [from('23T13:00', '23T14:00'), from('24T13:00', '24T13:30')];
    expect(whyForbidden(place, { releases: ['payments'], times: first, minutes: 60 })).toMatchObject({
      outside: false,
    });
  });

  it('names who has the place in the times that are left', () => {
    expect(whyTaken(place, hours)).toEqual({ by: 'bookings', bookings: [drill] });
    expect(whyTaken(place, hours.slice(1))).toEqual({ by: 'bookings', bookings: [] });
  });
});
