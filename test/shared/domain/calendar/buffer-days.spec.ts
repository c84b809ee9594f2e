import { describe, expect, it } from 'vitest';
import { bufferDaysOf } from '../../../../shared/domain/calendar/buffer-days.ts';
import { aCalendar } from '../../../support/capacity.ts';
import { aDay } from '../../../support/times.ts';

describe('shared/domain/calendar/buffer-days', () => {
  it.each([
    ['two days before a Friday', '2026-05-29', 2, '2026-05-27', '2026-05-28'],
    ['over a weekend', '2026-06-01', 2, '2026-05-28', '2026-05-29'],
    ['a day that begins after a weekend', '2026-06-01', 1, '2026-05-29', '2026-06-01'],
    ['a release on a Saturday', '2026-05-30', 1, '2026-05-28', '2026-05-29'],
    ['none at all', '2026-05-29', 0, '2026-05-29', null],
    ['none, and a release on a Saturday', '2026-05-30', 0, '2026-05-29', null],
  ])('finds %s', (_, releaseDay, buffer, workEnds, firstDay) => {
    expect(bufferDaysOf(aDay(releaseDay), buffer, aCalendar())).toEqual({ workEnds, firstDay });
  });

  it('passes over holidays', () => {
    expect(bufferDaysOf(aDay('2026-05-29'), 2, aCalendar(undefined, ['2026-05-28']))).toEqual({
      workEnds: '2026-05-26',
      firstDay: '2026-05-27',
    });
  });
});
