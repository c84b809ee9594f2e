import { describe, expect, it } from 'vitest';
import { following as followingAt } from '../../../../shared/domain/environments/following.ts';
import type { Booking } from '../../../../shared/model/environment.ts';
import { booking, minute } from '../../../support/bookings.ts';
import { anInstant } from '../../../support/times.ts';

const following = (along: Booking, change: Parameters<typeof followingAt>[1]) => followingAt(along, change, minute(-1));

type Changes = Partial<Record<keyof Booking, unknown>>;

const parent = (times: readonly [number, number], changes: Changes = {}) =>
  booking('parent', 'host', times, { title: 'Drill', ...changes });
const child = (times: readonly [number, number], changes: Changes = {}) =>
  booking('child', 'top', times, { title: 'Drill', causedBy: 'parent', ...changes });

describe('shared/domain/environments/following', () => {
  it('follows in all that was the same, and keeps its id, its environment and what brought it along', () => {
    const changes = { title: 'Show', units: 3, services: ['s'], mode: 'exclusive', priority: 1, releaseId: 'r' };

    const found = following(child([0, 10]), { before: parent([0, 10]), after: parent([20, 40], changes) });

    expect(found).toEqual(child([20, 40], changes));
  });

  it('keeps what was changed on it by hand', () => {
    const own = { title: 'Own', services: ['t'] };

    const found = following(child([0, 10], own), {
      before: parent([0, 10], { services: ['s'] }),
      after: parent([0, 10], { title: 'Show', services: ['u'], units: 2 }),
    });

    expect(found).toEqual(child([0, 10], { ...own, units: 2 }));
  });

  it('keeps both its times where one was changed by hand', () => {
    const change = { before: parent([0, 10]), after: parent([0, 3]) };

    expect(following(child([5, 10]), change)).toEqual(child([5, 10]));
  });

  it('is not left behind by a whole move: times of its own move by as much', () => {
    const found = following(child([0, 11]), { before: parent([0, 10]), after: parent([170, 180]) });

    expect(found).toEqual(child([170, 181]));
  });

  it('leaves what has begun, and what was given to another release', () => {
    const change = { before: parent([10, 20], { releaseId: 'r' }), after: parent([170, 180], { releaseId: 'r' }) };
    const others = child([10, 20], { releaseId: 's' });

    expect(followingAt(child([0, 11]), change, minute(1))).toEqual(child([0, 11]));
    expect(following(others, change)).toEqual(others);
    expect(following(child([12, 21], { releaseId: 'r' }), change)).toEqual(child([172, 181], { releaseId: 'r' }));
  });

  it('keeps its clock times where the other moves by days over a change of clocks', () => {
    const zone = 'Europe/Berlin';
    const berlin = (id: string, from: string, until: string) =>
      booking(id, 'host', [0, 1], {
        zone,
        startLocal: from,
        endLocal: until,
        startAt: anInstant(`${from}+01:00`),
        endAt: anInstant(`${until}+01:00`),
      });
    const summer = { ...berlin('x', '2026-03-31T09:00', '2026-03-31T17:00') };
    const after = {
      ...summer,
      startAt: anInstant('2026-03-31T09:00+02:00'),
      endAt: anInstant('2026-03-31T17:00+02:00'),
    };

    const found = following(berlin('y', '2026-03-24T08:00', '2026-03-24T17:00'), {
      before: berlin('x', '2026-03-24T09:00', '2026-03-24T17:00'),
      after,
    });

    expect(found).toMatchObject({ startLocal: '2026-03-31T08:00', startAt: anInstant('2026-03-31T08:00+02:00') });
  });
});
