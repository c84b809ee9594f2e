import { describe, expect, it } from 'vitest';
import { whenProblems } from '../../../../shared/domain/freezes/check-when.ts';
import { When } from '../../../../shared/model/schedule-rule.ts';
import { daily, once } from '../../../support/schedule.ts';

function problems(when: unknown): readonly string[] {
  return whenProblems(When.parse(when)).map((one) => `${one.where}: ${one.problem}`);
}

describe('shared/domain/freezes/check-when', () => {
  it.each([
    once('2026-05-01T10:00', '2026-05-01T10:01'),
    daily({ rrule: 'FREQ=WEEKLY;BYDAY=FR', start: '22:00', end: '04:00', endDayOffset: 1 }),
    daily({ rrule: 'FREQ=DAILY;UNTIL=20260101', start: '08:00', end: '09:00' }),
    { by: 'cron', start: '0 18 * * FRI', end: '0 8 * * MON', zone: 'Europe/Berlin' },
    {
      by: 'once',
      start: { local: '2026-05-01T10:00', clock: { by: 'offset', minutes: 600 } },
      end: { local: '2026-05-01T09:00', clock: { by: 'offset', minutes: 480 } },
    },
  ])('has nothing against %o', (when) => {
    expect(problems(when)).toEqual([]);
  });

  it.each([
    [
      'an end at its start',
      once('2026-05-01T10:00', '2026-05-01T10:00'),
      ['holds.end: It ends before it starts, or at once: each bound is read on its own clock.'],
    ],
    [
      'an end before its start by the clocks of its bounds',
      {
        by: 'once',
        start: { local: '2026-05-01T10:00', clock: { by: 'aoe' } },
        end: { local: '2026-05-01T11:00', clock: { by: 'zone', zone: 'UTC' } },
      },
      ['holds.end: It ends before it starts, or at once: each bound is read on its own clock.'],
    ],
    [
      'an end on the same day before its start',
      daily({ rrule: 'FREQ=DAILY', start: '22:00', end: '04:00' }),
      ['holds.endTime: It ends at 04:00, not after it starts at 22:00; say that it ends on a later day.'],
    ],
    [
      'a recurrence that is over before it begins',
      daily({ rrule: 'FREQ=DAILY;UNTIL=20251231', start: '08:00', end: '09:00' }),
      ['holds.rrule: The recurrence is over before its first day, Thu 1 Jan 2026.'],
    ],
    [
      'cron patterns that cannot be read',
      { by: 'cron', start: '0 18 * * FRIDAY', end: '0 8 31 6 *', zone: 'UTC' },
      [
        'holds.start: The cron pattern of the start cannot be used: "FRIDAY" cannot be read as the day of the week.',
        'holds.end: The cron pattern of the end cannot be used: it names a day that never comes.',
      ],
    ],
  ])('says in words what is wrong with %s', (_, when, expected) => {
    expect(problems(when)).toEqual(expected);
  });

  it('says what is wrong with a recurrence that cannot be read', () => {
    expect(problems(daily({ rrule: 'FREQ=HOURLY', start: '08:00', end: '09:00' }))[0]).toMatch(
      /^holds.rrule: The recurrence cannot be read: .+\.$/,
    );
  });
});
