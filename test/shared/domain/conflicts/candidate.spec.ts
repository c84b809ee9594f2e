import { describe, expect, it } from 'vitest';
import { minutesAround, shiftsOf, slotShifts, wayOf } from '../../../../shared/domain/conflicts/candidate.ts';
import { instant } from '../../../../shared/model/time.ts';
import { hour, hours } from '../../../support/conflicts/things.ts';

const HOUR = 3_600_000;

describe('shared/domain/conflicts/candidate', () => {
  it('goes by every whole day in reach, and by some times', () => {
    expect(shiftsOf({ days: 2 }, [HOUR])).toEqual([
      ['days', { days: -2 }],
      ['days', { days: -1 }],
      ['days', { days: 1 }],
      ['days', { days: 2 }],
      ['time', { milliseconds: HOUR }],
    ]);
  });

  it('brings a span’s start or end to each moment, within the reach', () => {
    const shifts = slotShifts(hours(10, 12), [hour(9), hour(10), hour(20), hour(500)], { days: 1 });

    expect(shifts.map((each) => each / HOUR).sort((a, b) => a - b)).toEqual([-3, -2, -1, 8, 10]);
  });

  it.each([
    [60_000, [60_000, 120_000]],
    [60_001, [120_000, 120_000]],
    [119_999, [120_000, 120_000]],
  ])('knows the whole minutes from %s on', (moment, expected) => {
    expect(minutesAround(instant(moment))).toEqual(expected);
  });

  it('tells later from earlier', () => {
    expect([wayOf(-0.5), wayOf(1)]).toEqual(['earlier', 'later']);
  });
});
