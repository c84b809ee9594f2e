import { describe, expect, it } from 'vitest';
import { readOpenStack } from '../../../../../shared/domain/exchange/schedules/openstack.ts';

function week(start: string, end: string, ...keys: readonly string[]) {
  return { start, end, 'x-project': keys };
}

describe('shared/domain/exchange/schedules/openstack', () => {
  it('makes a release of the cycle, and of each deadline a milestone over its weeks', () => {
    const { releases } = readOpenStack({
      'release-week': '2026-09-28',
      cycle: [
        week('2026-03-30', '2026-04-03', 'g-final'),
        week('2026-08-31', '2026-09-04', 'h-3', 'i-election'),
        week('2026-09-07', '2026-09-11', 'i-election'),
        { ...week('2026-09-28', '2026-10-02', 'h-final'), 'project-specific': ['h-nova-spec-freeze'] },
      ],
    });

    expect(releases).toHaveLength(1);
    expect(releases[0]).toMatchObject({ uid: '2026-h', name: 'OpenStack 2026.2', day: '2026-09-28', state: null });
    expect(releases[0]?.milestones).toEqual([
      { uid: 'h-3', kind: 'custom', name: 'Milestone 3', start: '2026-08-31', end: '2026-09-04' },
      { uid: 'i-election', kind: 'custom', name: 'I election', start: '2026-08-31', end: '2026-09-11' },
      { uid: 'h-final', kind: 'custom', name: 'Release week', start: '2026-09-28', end: '2026-10-02' },
      {
        uid: 'h-nova-spec-freeze',
        kind: 'scope-cut-off',
        name: 'Nova spec freeze',
        start: '2026-09-28',
        end: '2026-10-02',
      },
    ]);
  });

  it.each([
    ['2022-03-30', 'y', 'OpenStack Y'],
    ['2023-03-20', 'a', 'OpenStack 2023.1'],
    ['2024-09-30', 'd', 'OpenStack 2024.2'],
  ])('names the cycle that ends in the week of %s', (day, letter, name) => {
    const cycle = [week(day, day, `${letter}-final`)];

    expect(readOpenStack({ 'release-week': day, cycle }).releases[0]?.name).toBe(name);
  });

  it('counts weeks without days, and takes none for a cycle without a final', () => {
    expect(
      readOpenStack({ 'release-week': '2026-09-28', cycle: [{ name: 'R-1' }, week('2026-01-05', '2026-01-09')] }),
    ).toEqual({
      releases: [],
      leftOut: [
        { name: '1 week', reason: 'without days' },
        { name: 'the cycle', reason: 'has no release week, or no final' },
      ],
    });
  });
});
