import { describe, expect, it } from 'vitest';
import {
  changedFirst,
  conflictTile,
  countDifference,
  departureOf,
  figureTiles,
  fitCount,
  fits,
  fitText,
  forecastDifference,
  percentText,
  pointsText,
} from '../../../../renderer/features/compare/figures.ts';
import type { ComparedOutlook, FigureComparison, Outlook } from '../../../../shared/contract/branches.ts';
import type { ReleaseId, TeamId } from '../../../../shared/model/ids.ts';
import { day } from '../../../../shared/model/time.ts';

function outlook(p85: string | null, changes: Partial<Outlook> = {}): Outlook {
  return {
    departs: day('2026-12-10'),
    open: 3,
    ahead: 3,
    p85: p85 === null ? null : day(p85),
    typed: null,
    ...changes,
  };
}

function compared(plan: Outlook | null, branch: Outlook | null): ComparedOutlook {
  const names = { name: 'Cards 1', trainName: 'Cards', teamName: 'Team' };
  return { releaseId: 'release-1' as ReleaseId, teamId: 'team-1' as TeamId, ...names, plan, branch };
}

describe('renderer/features/compare/figures', () => {
  it.each([
    [null, 'none'],
    [0, '0 %'],
    [0.0432, '4.3 %'],
    [0.5, '50 %'],
  ])('writes the share %s as %s', (share, words) => {
    expect(percentText(share)).toBe(words);
  });

  it.each([
    [0.5, 0.5, 'the same'],
    [0.5, 0.532, '+3.2 points'],
    [0.5, 0.49, '−1 point'],
    [null, 0.4, 'new in the branch'],
    [0.4, null, 'not in the branch'],
    [null, null, 'none'],
  ])('tells %s beside %s as %s', (plan, branch, words) => {
    expect(pointsText({ plan, branch })).toBe(words);
  });

  it('tells the difference of counts', () => {
    expect([countDifference(2, 2), countDifference(2, 5), countDifference(5, 2)]).toEqual([
      'the same',
      '3 more',
      '3 fewer',
    ]);
  });

  it.each([
    [outlook('2026-12-08'), true, 'fits, 2 days to spare'],
    [outlook('2026-12-10'), true, 'on the day'],
    [outlook('2026-12-11'), false, '1 day too late'],
    [outlook(null), null, 'not within two years'],
    [outlook(null, { ahead: 0, open: 0 }), true, 'nothing left to do'],
  ])('says whether an outlook fits', (one, isFit, words) => {
    expect(fits(one)).toBe(isFit);
    expect(fitText(one)).toBe(words);
  });

  it('says that a release is not there', () => {
    expect(fitText(null)).toBe('not there');
  });

  it.each([
    [outlook('2026-12-08'), outlook('2026-12-08'), 'the same'],
    [outlook('2026-12-08'), outlook('2026-12-11'), '3 days later'],
    [outlook('2026-12-08'), outlook('2026-12-07'), '1 day earlier'],
    [outlook('2026-12-08'), outlook(null), 'later than can be said'],
    [outlook(null), outlook('2026-12-07'), 'earlier'],
    [null, outlook('2026-12-07'), 'new in the branch'],
    [outlook('2026-12-07'), null, 'not in the branch'],
    [null, null, 'none'],
  ])('tells how a forecast moves', (plan, branch, words) => {
    expect(forecastDifference({ plan, branch })).toBe(words);
  });

  it('counts what fits on each side', () => {
    const rows = [compared(outlook('2026-12-08'), outlook('2026-12-12')), compared(null, outlook('2026-12-09'))];

    expect(fitCount(rows, 'plan')).toEqual({ fit: 1, of: 1 });
    expect(fitCount(rows, 'branch')).toEqual({ fit: 1, of: 2 });
    expect(departureOf(compared(null, outlook(null)))).toBe('2026-12-10');
    expect(departureOf(compared(null, null))).toBe('');
  });

  it('shows fewer conflicts as better, waived ones not counted', () => {
    const counts = { blocking: 1, serious: 2, minor: 0, waived: 9 };

    const tile = conflictTile({ plan: counts, branch: { ...counts, serious: 0 }, added: [], removed: [], leftOut: 0 });

    expect(tile).toMatchObject({ plan: '3', branch: '1', difference: '2 fewer', verdict: 'better' });
  });

  it('leaves out the tiles that nothing is known of, and calls more use of environments neither good nor bad', () => {
    const figures: FigureComparison = {
      from: day('2026-11-23'),
      to: day('2027-02-20'),
      environments: [],
      outlooks: [compared(outlook('2026-12-08'), outlook('2026-12-12'))],
      leftOut: 0,
      risks: [
        { releaseId: 'release-1' as ReleaseId, name: 'Cards 1', trainName: 'Cards', risk: { plan: 0.1, branch: 0.2 } },
      ],
      runs: 2_000,
      seed: 1,
      failurePerItem: 0.02,
    };
    const use = {
      id: 'environment-1' as never,
      name: 'staging',
      use: { plan: 0.2, branch: 0.4 },
      overMinutes: { plan: 0, branch: 0 },
    };

    expect(figureTiles(figures).map(({ label, difference, verdict }) => [label, difference, verdict])).toEqual([
      ['Releases done in time (P85)', '1 fewer', 'worse'],
      ['Riskiest release', '+10 points', 'worse'],
    ]);
    expect(figureTiles({ ...figures, outlooks: [], risks: [], environments: [use] })).toEqual([
      { label: 'Environments in use', plan: '20 %', branch: '40 %', difference: '+20 points', verdict: 'same' },
    ]);
  });

  it('puts what differs first and keeps the order otherwise', () => {
    expect(changedFirst([1, 2, 3, 4], (one) => one % 2 === 0)).toEqual([2, 4, 1, 3]);
  });
});
