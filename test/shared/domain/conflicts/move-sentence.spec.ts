import { describe, expect, it } from 'vitest';
import { type MovedThings, moveSentence } from '../../../../shared/domain/conflicts/move-sentence.ts';
import type { MoveStep } from '../../../../shared/model/conflict.ts';
import {
  aBooking,
  aMilestone,
  anAssignment,
  anEnvironment,
  aPerson,
  aRelease,
} from '../../../support/conflicts/things.ts';

function from<T extends { readonly id: string }>(...all: readonly T[]): (id: string) => T | undefined {
  return (id) => all.find((each) => each.id === id);
}

const THINGS: MovedThings = {
  titleOf: (id) => `Payments ${id}`,
  // Hour 40 of plans made here is Tuesday the 5th of January, 16:00.
  release: from(aRelease('1', 40)),
  milestone: from(aMilestone('cab', 'cab', 30, null, { releaseId: '1', name: 'CAB' })),
  booking: from(
    aBooking('uat', 30, 35, { environmentId: 'sit', title: 'UAT' }),
    aBooking('base', 30, 35, { environmentId: 'int', causedBy: 'uat' }),
    aBooking('load', 40, 45, { environmentId: 'int', title: 'Load' }),
  ),
  environment: from(
    anEnvironment('sit', { name: 'SIT', kind: 'staging' }),
    anEnvironment('int', { name: 'INT 1', kind: 'test' }),
  ),
  assignment: from(anAssignment('a1', '1', 'ann'), anAssignment('a2', '1', 'ann', 'On-call')),
  person: from(aPerson('ann', { name: 'Ann' }), aPerson('ben', { name: 'Ben' })),
};

const release = { kind: 'release', releaseId: '1', day: '2027-01-08', departureTime: '16:00' };
const uat = { kind: 'booking', bookingId: 'uat', environmentId: 'sit', startLocal: '2027-01-06T06:00' };
const along = { kind: 'booking', bookingId: 'base', environmentId: 'int', startLocal: '2027-01-06T06:00' };
const load = { kind: 'booking', bookingId: 'load', environmentId: 'int', startLocal: '2027-01-05T16:00' };
const over = { kind: 'hand-over', assignmentId: 'a1', personId: 'ben' };

describe('shared/domain/conflicts/move-sentence', () => {
  it.each([
    [[release], 'Move release “Payments 1” with its milestones 3 days later, to Fri 8 Jan 2027, 16:00.'],
    [
      [{ ...release, departureTime: '12:00' }, uat, along],
      'Move release “Payments 1” with its milestones and 2 bookings 2 days 20 h later, to Fri 8 Jan 2027, 12:00.',
    ],
    [
      [{ kind: 'milestone', milestoneId: 'cab', startLocal: '2027-01-05T04:00', endLocal: null }],
      'Move “CAB of Payments 1” 2 h earlier, to Tue 5 Jan 2027, 04:00.',
    ],
    [[uat], 'Move booking “UAT” 1 day later, to Wed 6 Jan 2027, 06:00.'],
    [[uat, along], 'Move booking “UAT” with the booking that came along 1 day later, to Wed 6 Jan 2027, 06:00.'],
    [[{ ...load, environmentId: 'sit' }], 'Take “SIT” (staging) instead of “INT 1” (test) for booking “Load”.'],
    [
      [{ ...load, environmentId: 'sit', startLocal: '2027-01-05T18:00' }],
      'Move booking “Load” 2 h later, to Tue 5 Jan 2027, 18:00, in “SIT” (staging) instead of “INT 1” (test).',
    ],
    [
      [
        { ...load, environmentId: 'sit' },
        { ...uat, environmentId: 'int', startLocal: '2027-01-05T06:00' },
      ],
      'Take “SIT” (staging) instead of “INT 1” (test) for booking “Load”; take “INT 1” (test) instead of “SIT” (staging) for booking “UAT”.',
    ],
    [
      [over, { ...over, assignmentId: 'a2' }],
      'Hand “Release lead” and “On-call” of “Payments 1” over from “Ann” to “Ben”.',
    ],
    [[{ kind: 'unassign', assignmentId: 'a2' }], 'Take the part “On-call” in “Payments 1” from “Ann”.'],
    [[{ ...release, releaseId: 'gone' }], ''],
  ])('says %j as %s', (steps, sentence) => {
    // What steps were made from is of no interest here.
    expect(moveSentence(steps as unknown as readonly MoveStep[], THINGS)).toBe(sentence);
  });
});
