import { describe, expect, it } from 'vitest';
import { daysOffIn, monthsOf, shareOf } from '../../../../renderer/features/catalogue/year-strip.ts';
import { day } from '../../../../shared/model/time.ts';

describe('renderer/features/catalogue/year-strip', () => {
  it.each([
    ['2026-01-01', '2026-12-31', { from: 0, to: 1 }],
    ['2026-01-01', '2026-01-01', { from: 0, to: 1 / 365 }],
    ['2025-12-20', '2026-01-10', { from: 0, to: 10 / 365 }],
    ['2026-12-31', '2027-01-04', { from: 364 / 365, to: 1 }],
    ['2025-12-20', '2025-12-31', null],
    ['2027-01-01', '2027-01-01', null],
  ])('%s to %s takes %j of 2026', (firstDay, lastDay, share) => {
    expect(shareOf({ firstDay: day(firstDay), lastDay: day(lastDay) }, 2026)).toEqual(share);
  });

  it('parts a year into its months without a gap, February of a leap year too', () => {
    const months = monthsOf(2028);

    expect(months.map(({ label }) => label).join(' ')).toBe('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec');
    expect(months.map(({ from }) => from)).toEqual([0, ...months.slice(0, -1).map(({ to }) => to)]);
    expect(months[1]).toMatchObject({ from: 31 / 366, to: 60 / 366 });
    expect(months.at(-1)?.to).toBe(1);
  });

  it('lists each day off once, a holiday by its name, of that year alone', () => {
    const holidays = [
      { day: day('2026-12-25'), name: 'Christmas Day' },
      { day: day('2027-01-01'), name: 'New Year' },
    ];

    expect(daysOffIn(2026, holidays, [day('2026-12-25'), day('2026-12-24')])).toEqual([
      { day: '2026-12-24', name: 'Day off' },
      { day: '2026-12-25', name: 'Christmas Day' },
    ]);
  });
});
