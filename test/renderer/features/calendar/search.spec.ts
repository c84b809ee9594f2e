import { describe, expect, it } from 'vitest';
import { CalendarSearch } from '../../../../renderer/features/calendar/search.ts';

describe('renderer/features/calendar/search', () => {
  it('reads what the calendar wrote', () => {
    const search = { view: 'month', at: '2026-12-24', days: 35.5, trains: ['train-1'], hidden: ['uat', 'cab'] };

    expect(CalendarSearch.parse(search)).toEqual(search);
  });

  it.each([
    { view: 'year' },
    { at: '2026-02-30' },
    { days: -4 },
    { at: '9999-12-31' },
    { at: '0001-01-01' },
    { trains: 'train-1' },
    { hidden: ['party'] },
    { unknown: true },
  ])('drops what it cannot read: %j', (search) => {
    expect(Object.values(CalendarSearch.parse(search)).every((value) => value === undefined)).toBe(true);
  });
});
