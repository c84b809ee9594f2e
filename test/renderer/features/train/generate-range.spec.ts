import { describe, expect, it } from 'vitest';
import { firstRange, quarterChoices } from '../../../../renderer/features/train/generate-range.ts';
import { day } from '../../../../shared/model/time.ts';

describe('renderer/features/train/generate-range', () => {
  it.each([
    [
      '2026-11-23',
      ['Q4 2026, 2026-11-23 to 2026-12-31', 'Q1 2027, 2027-01-01 to 2027-03-31', 'Q2 2027, 2027-04-01 to 2027-06-30'],
    ],
    [
      '2026-01-01',
      ['Q1 2026, 2026-01-01 to 2026-03-31', 'Q2 2026, 2026-04-01 to 2026-06-30', 'Q3 2026, 2026-07-01 to 2026-09-30'],
    ],
  ])('offers the quarter under way from today on, and the two after it: %s', (today, choices) => {
    expect(quarterChoices(day(today)).map(({ label, from, to }) => `${label}, ${from} to ${to}`)).toEqual(choices);
  });

  const quarter = { from: '2027-01-01', to: '2027-03-31' };

  it.each([
    ['nothing was chosen yet', null, null, { from: '2026-11-23', to: '2027-05-23' }],
    ['a train has releases already', '2027-02-10', null, { from: '2026-11-23', to: '2027-08-10' }],
    ['a quarter was chosen for the train before', null, quarter, quarter],
    ['this train has some of that quarter', '2027-02-10', quarter, quarter],
    ['this train has all of that quarter', '2027-03-31', quarter, { from: '2026-11-23', to: '2027-09-30' }],
  ])('begins with the days last chosen, or half a year: %s', (_, last, chosen, range) => {
    expect(firstRange(day('2026-11-23'), last === null ? null : day(last), chosen)).toEqual(range);
  });
});
