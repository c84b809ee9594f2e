import { describe, expect, it } from 'vitest';
import {
  type BookedRelease,
  bookingDraftOf,
  bookingPlanOf,
  draftFor,
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

  describe('a release that is chosen', () => {
    const span = (kind: string, from: number, to: number | null) => ({
      kind,
      startAt: instant(Date.UTC(2026, 11, from, 8)),
      endAt: to === null ? null : instant(Date.UTC(2026, 11, to, 16)),
    });
    const release = (milestones: readonly unknown[]) =>
      ({ id: 'release-1', title: 'Payments 2026.51', zone: BERLIN, milestones }) as unknown as BookedRelease;
    const untouched = { title: false, time: false };
    const start = newBookingDraft({}, { zone: BERLIN, now: NOW });
    const full = release([span('uat', 1, 4), span('go-no-go', 7, null), span('deployment', 8, 8)]);

    it('gives its name and the time of its deployment', () => {
      expect(draftFor(start, full, untouched)).toEqual({
        ...start,
        releaseId: 'release-1',
        title: 'Payments 2026.51',
        startLocal: '2026-12-08T09:00',
        endLocal: '2026-12-08T17:00',
      });
    });

    it('gives its zone, on whose clock its time stays what it was', () => {
      const draft = draftFor(newBookingDraft({}, { zone: 'UTC' as Zone, now: NOW }), full, untouched);

      expect(draft).toMatchObject({ zone: BERLIN, startLocal: '2026-12-08T09:00', endLocal: '2026-12-08T17:00' });
    });

    it('gives the time of what else lasts where it deploys at no known time, and none where nothing does', () => {
      const draft = draftFor(start, release([span('deployment', 8, null), span('uat', 1, 4)]), untouched);

      expect([draft.startLocal, draft.endLocal]).toEqual(['2026-12-01T09:00', '2026-12-04T17:00']);
      expect(draftFor(start, release([span('deployment', 8, null)]), untouched).startLocal).toBe(start.startLocal);
    });

    it('leaves what was typed, and what is not known to have a clock', () => {
      expect(draftFor({ ...start, title: 'Drill' }, full, { title: true, time: true })).toEqual({
        ...start,
        title: 'Drill',
        releaseId: 'release-1',
      });
      const typed = { ...start, zone: 'Europe/Berl' };
      expect(draftFor(typed, full, { title: false, time: true }).startLocal).toBe(start.startLocal);
    });

    it('is taken off with nothing else', () => {
      const draft = draftFor(start, full, untouched);

      expect(draftFor(draft, null, untouched)).toEqual({ ...draft, releaseId: null });
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
