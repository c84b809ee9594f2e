import { describe, expect, it } from 'vitest';
import {
  rangeAround,
  rangeBeside,
  rangeOf,
  rangeShowing,
  rangeText,
} from '../../../../renderer/features/environments/range.ts';
import { day } from '../../../../shared/model/time.ts';

const TODAY = day('2026-11-23');

describe('renderer/features/environments/range', () => {
  it.each([
    [{}, 'quarter', '2026-10-01', '2026-12-31', 'Q4 2026'],
    [{ range: 'month' }, 'month', '2026-11-01', '2026-11-30', 'November 2026'],
    [{ range: 'month', from: day('2028-02-10') }, 'month', '2028-02-01', '2028-02-29', 'February 2028'],
    [{ range: 'quarter', from: day('2026-03-31') }, 'quarter', '2026-01-01', '2026-03-31', 'Q1 2026'],
    [{ range: 'days' }, 'days', '2026-11-23', '2026-12-20', '23 Nov to 20 Dec 2026'],
    [
      { range: 'days', from: day('2027-01-05'), to: day('2026-12-28') },
      'days',
      '2026-12-28',
      '2027-01-05',
      '28 Dec 2026 to 5 Jan 2027',
    ],
  ] as const)('reads %j', (search, kind, from, to, text) => {
    const range = rangeOf({ range: undefined, from: undefined, to: undefined, ...search }, TODAY);

    expect(range).toEqual({ kind, from, to });
    expect(rangeText(range)).toBe(text);
  });

  it.each([
    [{}, '2026-12-31', {}],
    [{}, '2027-01-01', { range: 'quarter', from: '2027-01-01', to: undefined }],
    [{ range: 'month' }, '2026-10-31', { range: 'month', from: '2026-10-31', to: undefined }],
    [{ range: 'days', from: day('2026-11-23'), to: day('2026-11-30') }, '2026-11-30', {}],
  ] as const)('of %j leaves what shows %s, else goes there', (search, shown, expected) => {
    const kept = { range: undefined, from: undefined, to: undefined, ...search };

    expect(rangeShowing(kept, day(shown), TODAY)).toEqual(expected);
  });

  it('draws no more than 800 days at once', () => {
    const search = { range: 'days', from: day('2026-01-01'), to: day('2036-01-01') } as const;

    // 365 days of 2026, 365 of 2027, then the 70th day of the leap year 2028.
    expect(rangeOf(search, TODAY).to).toBe('2028-03-10');
  });

  it.each([
    ['month', '2026-12-01', '2026-10-01'],
    ['quarter', '2027-01-01', '2026-07-01'],
  ] as const)('goes a %s on and back', (kind, after, before) => {
    const range = rangeOf({ range: kind, from: undefined, to: undefined }, TODAY);

    expect(rangeBeside(range, 1).from).toBe(after);
    expect(rangeBeside(range, -1).from).toBe(before);
  });

  it.each([
    ['month', 'month'],
    ['quarter', 'quarter'],
    ['days', 'quarter'],
  ] as const)('goes from a %s to a %s around another day', (kind, after) => {
    const range = rangeOf({ range: kind, from: undefined, to: undefined }, TODAY);

    expect(rangeAround(range, day('2027-01-21'))).toEqual({ range: after, from: '2027-01-21', to: undefined });
  });

  it('goes on by as many days as are shown', () => {
    const range = { kind: 'days', from: day('2026-11-02'), to: day('2026-11-08') } as const;

    expect(rangeBeside(range, 1)).toEqual({ range: 'days', from: '2026-11-09', to: '2026-11-15' });
  });
});
