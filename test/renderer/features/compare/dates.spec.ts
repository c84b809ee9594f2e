import { describe, expect, it } from 'vitest';
import {
  branchSides,
  datesSummary,
  dayReach,
  dumbbellRows,
  shiftText,
  standingText,
} from '../../../../renderer/features/compare/dates.ts';
import type { ComparedRelease } from '../../../../shared/model/compared-release.ts';
import type { ReleaseId } from '../../../../shared/model/ids.ts';
import { aClock, aDay, anInstant, aZone } from '../../../support/times.ts';

/** Written as `2026-12-01`, `2026-12-01 09:00` or `2026-12-01 09:00 cancelled`; the hour is 14:00 unless told. */
function standing(text: string): NonNullable<ComparedRelease['one']> {
  const [on = '', time = '14:00', state] = text.split(' ');
  return {
    day: aDay(on),
    departureTime: aClock(time),
    zone: aZone('UTC'),
    departsAt: anInstant(`${on}T${time}:00Z`),
    state: state === undefined ? 'planned' : 'cancelled',
  };
}

function release(id: string, one: string | null, other: string | null, trainName = 'Cards'): ComparedRelease {
  const sides = { one: one === null ? null : standing(one), other: other === null ? null : standing(other) };
  return { id: id as ReleaseId, name: id, trainName, ...sides };
}

describe('renderer/features/compare/dates', () => {
  it.each([
    ['2026-12-01', '2026-12-08', '7 days later'],
    ['2026-12-08', '2026-12-07', '1 day earlier'],
    ['2026-12-08', '2026-12-08 16:00', 'at another hour'],
    ['2026-12-08', '2026-12-09 16:00', '1 day later'],
    ['2026-12-08', '2026-12-08 14:00 cancelled', 'cancelled'],
    ['2026-12-08', '2026-12-10 14:00 cancelled', 'cancelled, 2 days later'],
    ['2026-12-08 14:00 cancelled', '2026-12-08', 'no longer cancelled'],
    [null, '2026-12-08', 'not in the plan'],
    ['2026-12-08', null, 'not in the branch'],
  ])('tells a release of %s that stands on %s as %s', (plan, branch, words) => {
    expect(shiftText(release('r', plan, branch), branchSides)).toBe(words);
  });

  it('counts what moved, was cancelled, is new and is gone, in one sentence', () => {
    const rows = [
      release('a', '2026-12-01', '2026-12-02'),
      release('b', null, '2026-12-02'),
      release('c', '2026-12-01', null),
      release('d', '2026-12-01', '2026-12-01 16:00'),
      release('e', '2026-12-01', '2026-12-02 14:00 cancelled'),
      release('f', '2026-12-01 14:00 cancelled', '2026-12-01'),
      release('g', '2026-12-01', '2026-12-05'),
    ];

    expect(datesSummary(rows, branchSides)).toBe(
      '2 releases on another day, 1 at another hour, 1 cancelled, 1 no longer cancelled, 1 not in the plan, ' +
        '1 not in the branch. All other releases depart as in the plan.',
    );
    expect(datesSummary(rows.slice(3, 4), { one: 'baseline “Q3”', other: 'the plan now' })).toBe(
      '1 release at another hour. All other releases depart as in baseline “Q3”.',
    );
  });

  it.each([
    [null, 'none'],
    ['2026-12-01 09:15', 'Tue 1 Dec, 09:15 UTC'],
    ['2026-12-01 09:15 cancelled', 'Tue 1 Dec, 09:15 UTC, cancelled'],
  ])('says of %s where it stands: %s', (text, words) => {
    expect(standingText(text === null ? null : standing(text))).toBe(words);
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
