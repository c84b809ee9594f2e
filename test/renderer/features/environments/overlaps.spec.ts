import { describe, expect, it } from 'vitest';
import { bookingPlanOf } from '../../../../renderer/features/environments/booking-draft.ts';
import { type OverlapInput, overlapsOf } from '../../../../renderer/features/environments/overlaps.ts';
import { booking, environment } from '../../../support/bookings.ts';

const HOST = environment('host', { sharing: 'shared', capacity: 4 });
const UAT = environment('uat', { parents: ['host'] });
const DEMO = environment('demo', { parents: ['uat'] });
const ENVIRONMENTS = [HOST, UAT, DEMO];

function asked(changes: Partial<OverlapInput>) {
  const input = { own: null, along: [], environments: ENVIRONMENTS, bookings: [], ...changes };
  const found = overlapsOf({ plan: bookingPlanOf(booking('new', 'uat', [0, 60])), ...input });
  return {
    inTheWay: found.inTheWay.map((one) => [one.booking.id, one.environment.name]),
    tooLarge: found.tooLarge.map(({ name }) => name),
  };
}

describe('renderer/features/environments/overlaps', () => {
  it('names who has it at that time, and nobody who only touches it', () => {
    const bookings = [booking('before', 'uat', [-60, 0]), booking('at-once', 'uat', [30, 90])];

    expect(asked({ bookings }).inTheWay).toEqual([['at-once', 'uat']]);
  });

  it('names who has alone what it stands on, and who uses what is booked along', () => {
    const bookings = [
      booking('host-alone', 'host', [10, 20], { mode: 'exclusive' }),
      booking('a-demo', 'demo', [40, 50]),
    ];

    expect(asked({ bookings, along: [DEMO.id] }).inTheWay).toEqual([
      ['host-alone', 'host'],
      ['a-demo', 'demo'],
    ]);
  });

  it('is in nobody’s way for its own release, nor in its own', () => {
    const own = booking('own', 'uat', [0, 60], { releaseId: 'release-1' });
    const sister = booking('sister', 'uat', [0, 60], { releaseId: 'release-1' });
    const brought = booking('brought', 'demo', [0, 60], { causedBy: 'own', releaseId: 'release-1' });

    expect(asked({ own, plan: bookingPlanOf(own), bookings: [own, sister, brought] }).inTheWay).toEqual([]);
  });

  it('names those with whom it is more than there is', () => {
    const plan = bookingPlanOf(booking('new', 'host', [0, 60], { units: 2 }));
    const bookings = [booking('three', 'host', [30, 40], { units: 3 }), booking('one', 'host', [50, 60])];

    expect(asked({ plan, bookings }).inTheWay).toEqual([['three', 'host']]);
  });

  it('says that it asks for more than there is at all', () => {
    const plan = bookingPlanOf(booking('new', 'host', [0, 60], { units: 5 }));

    expect(asked({ plan }).tooLarge).toEqual(['host']);
  });
});
