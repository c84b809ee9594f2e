import { describe, expect, it } from 'vitest';
import { monthDaysOff } from '../../../../../renderer/features/calendar/month/month-days-off.ts';
import { aTrain } from '../../../../support/calendar-plan.ts';
import { aDay } from '../../../../support/times.ts';

const [pay, web] = [aTrain(), aTrain({ id: 'train-2' })];
const trains = new Map<string, typeof pay>([pay, web].map((train) => [train.id, train]));
const lanes = [
  { trainId: pay.id, name: 'Payments' },
  { trainId: web.id, name: 'Web' },
];
const off = (trainId: typeof pay.id, day: string, name: string) => ({ trainId, day: aDay(day), name });

describe('renderer/features/calendar/month/month-days-off', () => {
  it('tells days that nobody works on from those of one train, and names holidays', () => {
    const days = monthDaysOff(
      lanes,
      [
        off(pay.id, '2026-12-25', 'Christmas Day'),
        off(web.id, '2026-12-25', 'Christmas Day'),
        off(web.id, '2026-12-25', 'Christmas Day'),
        off(pay.id, '2026-12-24', 'Day off'),
        off(pay.id, '2026-12-26', 'Not a weekday worked'),
        off(web.id, '2026-12-26', 'Not a weekday worked'),
      ],
      trains,
    );

    expect([...days]).toEqual([
      ['2026-12-25', { whole: true, text: 'Christmas Day' }],
      ['2026-12-24', { whole: false, text: 'Day off (Payments)' }],
      ['2026-12-26', { whole: true, text: '' }],
    ]);
  });

  it('leaves trains out that are not shown', () => {
    const days = monthDaysOff(lanes.slice(0, 1), [off(web.id, '2026-12-24', 'Theirs')], trains);

    expect([...days]).toEqual([]);
  });
});
