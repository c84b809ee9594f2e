import { describe, expect, it } from 'vitest';
import {
  bookingDraftOf,
  bookingPlanOf,
  isMove,
  newBookingDraft,
  readBooking,
  timeHints,
} from '../../../../renderer/features/environments/booking-draft.ts';
import { instant, type Zone } from '../../../../shared/model/time.ts';
import { booking, environment } from '../../../support/bookings.ts';

const BERLIN = 'Europe/Berlin' as Zone;
/** 23:30 on Sunday the 22nd in UTC is Monday in Berlin. */
const NOW = instant(Date.UTC(2026, 10, 22, 23, 30));

describe('renderer/features/environments/booking-draft', () => {
  it('begins with the working hours of tomorrow where it is planned', () => {
    const draft = newBookingDraft({}, { zone: BERLIN, now: NOW });

    expect([draft.startLocal, draft.endLocal, draft.mode]).toEqual([
      '2026-11-24T09:00',
      '2026-11-24T17:00',
      'exclusive',
    ]);
  });

  it('begins with what a rollout takes, shared', () => {
    const span = { start: instant(Date.UTC(2026, 11, 8, 19)), end: instant(Date.UTC(2026, 11, 8, 21)) };

    const draft = newBookingDraft({ span, purpose: 'canary', units: 3 }, { zone: BERLIN, now: NOW });

    expect(draft).toMatchObject({
      startLocal: '2026-12-08T20:00',
      endLocal: '2026-12-08T22:00',
      mode: 'shared',
      units: '3',
    });
  });

  it('reads back what is there, its deadline in its own zone', () => {
    const deadlineAt = instant(Date.UTC(2026, 2, 3, 12));
    const one = booking('a', 'sit', [0, 60], { deadlineAt, zone: 'UTC', units: 4 });
    const draft = bookingDraftOf(one);

    expect(draft.deadline).toBe('2026-03-03T12:00');
    expect(readBooking(draft, environment('sit', { sharing: 'shared' }))).toEqual({
      plan: bookingPlanOf(one),
      problems: {},
    });
  });

  it('has an exclusive environment alone, whatever was chosen before', () => {
    const draft = bookingDraftOf(booking('a', 'uat', [0, 60], { mode: 'shared' }));

    expect(readBooking(draft, environment('uat')).plan?.mode).toBe('exclusive');
  });

  it('says what is wrong beside each field', () => {
    const draft = {
      ...newBookingDraft({}, { zone: BERLIN, now: NOW }),
      endLocal: '2026-11-24T09:00',
      units: '0',
      zone: 'Europe/Berln',
      deadline: '2026-13-01T00:00',
    };

    const { plan, problems } = readBooking(draft, undefined);

    expect(plan).toBeNull();
    expect(problems).toMatchObject({
      environmentId: 'Choose an environment.',
      title: 'Say what it is booked for.',
      zone: 'Choose the zone that the times are typed in.',
      units: 'Type a whole number from 1 on.',
      endLocal: 'It has to end after it starts.',
      deadlineAt: 'Choose a day and a time, or leave it empty.',
    });
  });

  it('warns of times that clocks skip or repeat', () => {
    const draft = {
      ...newBookingDraft({}, { zone: BERLIN, now: NOW }),
      startLocal: '2027-03-28T02:30',
      endLocal: '2027-10-31T02:30',
    };

    expect(timeHints(draft)).toEqual({
      startLocal: 'Clocks skip this time that day: it becomes Sun 28 Mar 2027, 03:30.',
      endLocal: 'Clocks show this time twice that day: the first is meant.',
    });
    expect(timeHints({ ...draft, zone: 'nowhere' })).toEqual({});
  });

  it('tells a move from any other change', () => {
    const plan = bookingPlanOf(booking('a', 'uat', [0, 60]));
    const moved = { ...plan, startLocal: plan.endLocal, environmentId: 'sit' as typeof plan.environmentId };

    expect(isMove(plan, moved)).toBe(true);
    expect(isMove(plan, { ...moved, priority: 1 })).toBe(false);
    expect(isMove(plan, { ...moved, zone: BERLIN })).toBe(false);
  });
});
