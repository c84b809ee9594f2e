import { describe, expect, it } from 'vitest';
import {
  branchSides,
  datesSummary,
  dayReach,
  dumbbellRows,
  shiftText,
} from '../../../../renderer/features/compare/dates.ts';
import type { ComparedRelease } from '../../../../shared/contract/branches.ts';
import type { ReleaseId } from '../../../../shared/model/ids.ts';
import { day } from '../../../../shared/model/time.ts';

function release(id: string, plan: string | null, branch: string | null, trainName = 'Cards'): ComparedRelease {
  const dayOf = (text: string | null) => (text === null ? null : day(text));
  return { id: id as ReleaseId, name: id, trainName, plan: dayOf(plan), branch: dayOf(branch) };
}

describe('renderer/features/compare/dates', () => {
  it.each([
    ['2026-12-01', '2026-12-08', '7 days later'],
    ['2026-12-08', '2026-12-07', '1 day earlier'],
    ['2026-12-08', '2026-12-08', 'the same day'],
    [null, '2026-12-08', 'not in the plan'],
    ['2026-12-08', null, 'not in the branch'],
  ])('tells a release of %s that stands on %s as %s', (plan, branch, words) => {
    expect(shiftText(release('r', plan, branch), branchSides)).toBe(words);
  });

  it('counts what moved, what is new and what is gone, in one sentence', () => {
    const rows = [
      release('a', '2026-12-01', '2026-12-02'),
      release('b', null, '2026-12-02'),
      release('c', '2026-12-01', null),
    ];

    expect(datesSummary(rows, branchSides)).toBe(
      '1 release on another day, 1 not in the plan, 1 not in the branch. All other releases stand on the same days.',
    );
    expect(datesSummary(rows.slice(0, 1), { one: 'baseline “Q3”', other: 'the plan now' })).toBe(
      '1 release on another day. All other releases stand on the same days.',
    );
  });

  it('puts releases under their trains, the earliest day of either side first', () => {
    const rows = dumbbellRows([
      release('late', '2026-12-20', '2026-12-21'),
      release('other', '2026-12-10', '2026-12-12', 'Search'),
      release('early', '2026-12-24', '2026-12-01'),
    ]);

    expect(rows.map((row) => (row.kind === 'train' ? row.name : row.release.name))).toEqual([
      'Cards',
      'early',
      'late',
      'Search',
      'other',
    ]);
  });

  it('reaches from the first to the last day of both sides', () => {
    expect(dayReach([release('a', '2026-12-05', null), release('b', '2026-12-07', '2026-12-01')])).toEqual({
      first: '2026-12-01',
      last: '2026-12-07',
    });
    expect(dayReach([])).toBeNull();
  });
});
