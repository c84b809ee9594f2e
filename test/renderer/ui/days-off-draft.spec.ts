import { describe, expect, it } from 'vitest';
import { daysOffOf, daysOffProblem } from '../../../renderer/ui/days-off-draft.ts';

function lines(count: number): string {
  return Array(count).fill('2026-12-24').join('\n');
}

describe('renderer/ui/days-off-draft', () => {
  it('parts days by lines, spaces and commas', () => {
    expect(daysOffOf(' 2026-12-24, 2026-12-31\n2027-01-02 ')).toEqual(['2026-12-24', '2026-12-31', '2027-01-02']);
  });

  it.each([
    ['', null],
    ['2026-12-24\n2028-02-29', null],
    [lines(400), null],
    [lines(401), '401 days are named; a calendar keeps at most 400.'],
    [lines(5_000), '5,000 days are named; a calendar keeps at most 400.'],
    ['2026-02-30', 'Line 1: there is no 2026-02-30 in the calendar.'],
    ['2026-12-24\n\n2026-12-31, 2027-02-29', 'Line 3: there is no 2027-02-29 in the calendar.'],
    ['2026-12-24\n24.12.2026', 'Line 2: “24.12.2026” is not a day written like 2026-12-24.'],
  ])('says of %j what is wrong', (text, problem) => {
    expect(daysOffProblem(text)).toBe(problem);
  });
});
