import { describe, expect, it } from 'vitest';
import { editsOf } from '../../../../shared/domain/conflicts/move-edits.ts';
import { PlanView } from '../../../../shared/domain/conflicts/view.ts';
import { MoveStep } from '../../../../shared/model/conflict.ts';
import { Stage } from '../../../../shared/model/train.ts';
import {
  aBooking,
  aMilestone,
  anAssignment,
  aPlan,
  aRelease,
  aTrain,
  hour,
} from '../../../support/conflicts/things.ts';

function stage(key: string, start: number, end: number | null) {
  const offset = (amount: number) => ({ amount, unit: 'working-days' });
  const times = { startTime: '09:00', end: end === null ? null : offset(end), endTime: end === null ? null : '08:00' };
  return Stage.parse({ key, name: key, kind: 'uat', start: offset(start), ...times });
}

const follows = { pinned: false, releaseId: 'r' };
const plan = aPlan({
  trains: [aTrain('train', { stages: [stage('uat', -2, -1)] })],
  releases: [aRelease('r', 9 * 24 + 12)],
  milestones: [
    aMilestone('uat', 'uat', 0, 1, { ...follows, stageKey: 'uat' }),
    aMilestone('pinned', 'uat', 0, 1, { releaseId: 'r', stageKey: 'uat', pinned: true }),
    aMilestone('by-hand', 'cab', 0, null, { releaseId: 'r' }),
    aMilestone('gone', 'uat', 0, 1, { ...follows, stageKey: 'no-such-stage' }),
  ],
  bookings: [aBooking('b', 0, 5, { zone: 'Europe/Berlin' })],
  assignments: [anAssignment('as', 'r', 'ann')],
});
const view = new PlanView(plan);

/** How what a step moves stood: what is not looked at here. */
const bases: Readonly<Record<string, unknown>> = {
  release: { departsAt: 0 },
  milestone: { startAt: 0, endAt: null },
  booking: { startAt: 0, endAt: 0, environmentId: 'env' },
  'hand-over': { personId: 'ann' },
  unassign: { personId: 'ann' },
};

function stepOf(step: { readonly kind: string } & Readonly<Record<string, unknown>>): MoveStep {
  return MoveStep.parse({ ...step, base: bases[step.kind] });
}

function edits(...steps: readonly Parameters<typeof stepOf>[0][]) {
  return editsOf(view, steps.map(stepOf));
}

describe('shared/domain/conflicts/move-edits', () => {
  it('moves a release with the milestones that follow their stages, and no others', () => {
    const moved = edits({ kind: 'release', releaseId: 'r', day: '2027-01-14', departureTime: '10:00' });

    expect(moved?.map(({ kind, ...rest }) => [kind, 'id' in rest ? rest.id : ''])).toEqual([
      ['release', 'r'],
      ['milestone', 'uat'],
    ]);
    expect(moved?.[0]).toMatchObject({
      to: { day: '2027-01-14', departureTime: '10:00', departsAt: hour(10 * 24 + 10) },
    });
    // Thursday's two working days before are Tuesday and Wednesday.
    expect(moved?.[1]).toMatchObject({
      to: { startLocal: '2027-01-12T09:00', endLocal: '2027-01-13T08:00', pinned: false },
    });
  });

  it('leaves a milestone that is where it follows to', () => {
    const there = new PlanView({
      ...plan,
      milestones: [aMilestone('uat', 'uat', 8 * 24 + 9, 9 * 24 + 8, { ...follows, stageKey: 'uat' })],
    });
    const step = stepOf({ kind: 'release', releaseId: 'r', day: '2027-01-14', departureTime: '10:00' });

    expect(editsOf(there, [step])?.length).toBe(1);
  });

  it('pins a milestone that is moved by itself', () => {
    const moved = edits({
      kind: 'milestone',
      milestoneId: 'uat',
      startLocal: '2027-01-05T09:00',
      endLocal: '2027-01-05T10:00',
    });

    expect(moved).toMatchObject([{ kind: 'milestone', to: { startAt: hour(33), endAt: hour(34), pinned: true } }]);
  });

  it('reads a booking’s times in its own zone', () => {
    const moved = edits({
      kind: 'booking',
      bookingId: 'b',
      environmentId: 'other',
      startLocal: '2027-01-05T09:00',
      endLocal: '2027-01-05T10:00',
    });

    expect(moved).toMatchObject([
      { kind: 'booking', to: { environmentId: 'other', startAt: hour(32), endAt: hour(33) } },
    ]);
  });

  it('takes along what a booking brought along, except what has a step of its own', () => {
    const booked = new PlanView(
      aPlan({
        bookings: [
          aBooking('b', 0, 5),
          aBooking('with', 0, 5, { causedBy: 'b' }),
          aBooking('by-hand', 1, 2, { causedBy: 'b' }),
          aBooking('theirs', 0, 5, { causedBy: 'b', releaseId: 'r' }),
        ],
      }),
    );
    const to = (bookingId: string, start: string) =>
      stepOf({
        kind: 'booking',
        bookingId,
        environmentId: 'env',
        startLocal: `2027-01-05T${start}`,
        endLocal: '2027-01-05T20:00',
      });
    const startsOf = (...steps: MoveStep[]) =>
      editsOf(booked, steps)?.map((edit) => (edit.kind === 'booking' ? [edit.id, edit.to?.startAt] : []));

    expect(startsOf(to('b', '09:00'))).toEqual([
      ['b', hour(33)],
      ['with', hour(33)],
    ]);
    expect(startsOf(to('b', '09:00'), to('with', '11:00'))).toEqual([
      ['b', hour(33)],
      ['with', hour(35)],
    ]);
  });

  it('hands a part over, and takes one back', () => {
    expect(edits({ kind: 'hand-over', assignmentId: 'as', personId: 'ben' })).toMatchObject([
      { to: { personId: 'ben' } },
    ]);
    expect(edits({ kind: 'unassign', assignmentId: 'as' })).toEqual([{ kind: 'assignment', id: 'as', to: null }]);
  });

  it.each([
    { kind: 'release', releaseId: 'gone', day: '2027-01-14', departureTime: '10:00' },
    { kind: 'milestone', milestoneId: 'x', startLocal: '2027-01-05T09:00', endLocal: null },
    {
      kind: 'booking',
      bookingId: 'x',
      environmentId: 'e',
      startLocal: '2027-01-05T09:00',
      endLocal: '2027-01-05T10:00',
    },
    { kind: 'unassign', assignmentId: 'x' },
  ])('changes nothing where a step names what is not there: %o', (step) => {
    expect(edits({ kind: 'unassign', assignmentId: 'as' }, step)).toBeNull();
  });

  it('leads nowhere where stages cannot be placed', () => {
    const never = aTrain('train', { stages: [stage('uat', -2, -1)] });
    const broken = new PlanView({ ...plan, trains: [{ ...never, days: { ...never.days, workdays: [] } }] });
    const step = stepOf({ kind: 'release', releaseId: 'r', day: '2027-01-14', departureTime: '10:00' });

    expect(editsOf(broken, [step])).toBeNull();
  });
});
