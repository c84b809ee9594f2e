import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../../shared/domain/conflicts/plan.ts';
import {
  bookingsOf,
  datedReleasesOf,
  heldBooking,
  releasesAhead,
  releasesOf,
} from '../../../../shared/domain/conflicts/subjects.ts';
import { PlanView } from '../../../../shared/domain/conflicts/view.ts';
import { aBooking, aMilestone, anAssignment, aPlan, aRelease, hour } from '../../../support/conflicts/things.ts';

const view = new PlanView(
  aPlan({
    releases: [
      aRelease('r1', 5),
      aRelease('r2', 5, { state: 'under-way' }),
      aRelease('r3', 5, { state: 'departed' }),
      aRelease('r4', 5, { state: 'cancelled' }),
    ],
    milestones: [aMilestone('m1', 'uat', 0, 1, { releaseId: 'r1' })],
    assignments: [anAssignment('as1', 'r1', 'ann')],
    bookings: [
      aBooking('root', 0, 1),
      aBooking('child', 0, 1, { causedBy: 'root' }),
      aBooking('grandchild', 0, 1, { causedBy: 'child' }),
      aBooking('for-release', 0, 1, { causedBy: 'root', releaseId: 'r1' }),
      aBooking('orphan', 0, 1, { causedBy: 'gone' }),
      aBooking('ring-b', 0, 1, { causedBy: 'ring-c' }),
      aBooking('ring-c', 0, 1, { causedBy: 'ring-b' }),
      aBooking('a-tail', 0, 1, { causedBy: 'ring-c' }),
      aBooking('empty', 1, 1),
      aBooking('cancelled', 0, 1, { releaseId: 'r4' }),
      aBooking('along', 0, 1, { causedBy: 'cancelled' }),
    ],
  }),
);

describe('shared/domain/conflicts/subjects', () => {
  it('takes planned releases and those under way to be ahead', () => {
    expect([...releasesAhead(view)]).toEqual(['r1', 'r2']);
  });

  it.each([
    ['root', true],
    ['empty', false],
    ['cancelled', false],
    ['along', false],
    ['no-such-booking', false],
  ])('says whether %s holds something: %s', (id, expected) => {
    expect(heldBooking(view, id) !== undefined).toBe(expected);
  });

  it.each<readonly [string, Edit, readonly string[], readonly string[], readonly string[]]>([
    ['a release', { kind: 'release', id: 'r1', to: null }, ['r1'], ['r1'], ['for-release']],
    [
      'a milestone put to another release',
      { kind: 'milestone', id: 'm1', to: aMilestone('m1', 'uat', 0, 1, { releaseId: 'r2' }) },
      ['r1', 'r2'],
      ['r1', 'r2'],
      [],
    ],
    ['a booking', { kind: 'booking', id: 'for-release', to: null }, ['r1'], [], ['for-release']],
    [
      'a booking that others came along with',
      { kind: 'booking', id: 'child', to: null },
      [],
      [],
      ['child', 'grandchild'],
    ],
    ['an assignment', { kind: 'assignment', id: 'as1', to: null }, ['r1'], [], []],
    ['scope', { kind: 'unboarded', id: 'r2', to: null }, ['r2'], [], []],
    ['time', { kind: 'now', to: hour(1) }, [], [], []],
  ])('of a change of %s', (_, edit, releases, dated, bookings) => {
    expect(releasesOf(view, edit)).toEqual(releases);
    expect(datedReleasesOf(view, edit)).toEqual(dated);
    expect(bookingsOf(view, edit)).toEqual(bookings);
  });
});
