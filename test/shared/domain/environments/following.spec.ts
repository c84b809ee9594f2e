import { describe, expect, it } from 'vitest';
import { following } from '../../../../shared/domain/environments/following.ts';
import type { Booking } from '../../../../shared/model/environment.ts';
import { booking } from '../../../support/bookings.ts';

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
});
