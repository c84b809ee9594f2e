import { describe, expect, it } from 'vitest';
import { checkReleaseName, fillReleaseName } from '../../../../shared/domain/calendar/release-name.ts';
import { aDay } from '../../../support/times.ts';

describe('shared/domain/calendar/release-name', () => {
  it.each([
    ['Payments {year}.{week}', '2026-06-09', 1, 'Payments 2026.24'],
    ['Payments {year}.{week}', '2026-01-20', 1, 'Payments 2026.04'],
    ['Payments {year}.{week}', '2027-01-01', 1, 'Payments 2026.53'],
    ['Payments {year}.{week}', '2024-12-30', 1, 'Payments 2025.01'],
    ['{year}-{month}-{day}', '2027-01-01', 1, '2027-01-01'],
    ['{year}-{month}-{day} (week {week})', '2027-01-01', 1, '2027-01-01 (week 53)'],
    ['{year}.{month} w{week}', '2024-12-30', 1, '2024.12 w01'],
    ['{day}/{week}/{year}', '2024-12-30', 1, '30/01/2024'],
    ['v{n}', '2026-06-09', 7, 'v7'],
    ['v{n}', '2026-06-09', 1207, 'v1207'],
    ['{n}.{n}', '2026-06-09', 3, '3.3'],
    ['Nightly', '2026-06-09', 3, 'Nightly'],
    ['Y{year}', '0987-06-09', 3, 'Y0987'],
  ])('fills %s for %s, number %i: %s', (pattern, day, n, name) => {
    expect(fillReleaseName(pattern, aDay(day), n)).toBe(name);
  });

  it.each([
    ['Payments {year}.{week}', null],
    ['no placeholder', null],
    ['{Year}', '{Year} is not filled in; use {year}, {week}, {month}, {day}, {n}'],
    ['{n} {quarter}', '{quarter} is not filled in; use {year}, {week}, {month}, {day}, {n}'],
    ['{}', '{} is not filled in; use {year}, {week}, {month}, {day}, {n}'],
    ['{year', '{year is not filled in; use {year}, {week}, {month}, {day}, {n}'],
    ['year}', '} is not filled in; use {year}, {week}, {month}, {day}, {n}'],
    ['{{n}}', '{ is not filled in; use {year}, {week}, {month}, {day}, {n}'],
  ])('says of "%s": %s', (pattern, problem) => {
    expect(checkReleaseName(pattern)).toBe(problem);
  });

  it('refuses to fill a pattern with an unknown placeholder', () => {
    expect(() => fillReleaseName('{sprint}', aDay('2026-06-09'), 1)).toThrow(
      expect.objectContaining({
        code: 'BAD_INPUT',
        where: 'releaseName',
        message: expect.stringContaining('{sprint} is not filled in'),
      }),
    );
  });
});
