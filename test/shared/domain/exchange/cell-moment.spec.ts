import { describe, expect, it } from 'vitest';
import { cellMoment, saysMoreThanDay } from '../../../../shared/domain/exchange/cell-moment.ts';
import { aZone } from '../../../support/times.ts';

const PLAINLY = { order: null, serial: false } as const;

describe('shared/domain/exchange/cell-moment', () => {
  it.each([
    ['2026-03-31T23:30:00Z', { local: '2026-04-01T08:30', isMidnightUtc: false }],
    ['2026-03-31 23:30 +09:00', { local: '2026-03-31T23:30', isMidnightUtc: false }],
    ['2026-03-31T00:00:00.000Z', { local: '2026-03-31T09:00', isMidnightUtc: true }],
    ['23:30Z', { local: null }],
    ['2026-03-31 23:30', null],
  ])('reads %s on the clock of Tokyo', (text, moment) => {
    expect(cellMoment(text, PLAINLY, aZone('Asia/Tokyo'))).toEqual(moment);
  });

  it('tells a day with its weekday and time from one with a remark', () => {
    expect(['31.03.2026', 'Wed August 25, 2021', '2026-03-31, 9:30 pm'].map(saysMoreThanDay)).toEqual([
      false,
      false,
      false,
    ]);
    expect(['31.03.2026 (tbc)', '2026-03-31 to 2026-04-02'].map(saysMoreThanDay)).toEqual([true, true]);
  });
});
