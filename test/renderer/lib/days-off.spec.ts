import { describe, expect, it } from 'vitest';
import { dayOffRemark } from '../../../renderer/lib/days-off.ts';
import { aDay } from '../../support/times.ts';

describe('renderer/lib/days-off', () => {
  it('remarks on a day that is not worked, and on no other', () => {
    const days = { workdays: [1, 2, 3, 4, 5], daysOff: new Map([[aDay('2026-12-25'), 'Christmas Day']]) };

    const remarks = ['2026-12-24', '2026-12-25', '2026-12-26'].map((day) => dayOffRemark(aDay(day), days));

    expect(remarks).toEqual([null, 'Fri 25 Dec is a day off (Christmas Day)', 'Sat 26 Dec is not a working day']);
  });
});
