import { describe, expect, it } from 'vitest';
import { openedOf } from '../../../../renderer/features/adherence/opened.ts';
import type { AdherenceReport } from '../../../../shared/contract/adherence.ts';

const apart = { noBaseline: [], notDeparted: ['c'], overdue: [], cancelled: [], removed: [] };
// Only what is looked at.
const report = {
  adherence: {
    releases: [{ key: 'a' }, { key: 'b' }, { key: 'c' }, { key: 'odd:key' }],
    byQuarter: [{ quarter: '2026-Q1', measured: ['a'], apart }],
  },
  distribution: { unit: 'calendar-days', slips: [{ days: -2, keys: ['b'] }] },
} as unknown as AdherenceReport;

function keysOf(open: string | undefined): unknown {
  const opened = openedOf(report, open);
  if (opened === null) return null;
  return opened.what === 'release' ? opened.release.key : [opened.title, opened.releases.map(({ key }) => key)];
}

describe('renderer/features/adherence/opened', () => {
  it.each([
    [undefined, null],
    ['release:a', 'a'],
    ['release:odd:key', 'odd:key'],
    ['release:gone', null],
    ['quarter:2026-Q1', ['2026 Q1', ['a', 'c']]],
    ['quarter:2027-Q1', null],
    ['slip:-2', ['Releases 2 days early', ['b']]],
    ['slip:9', null],
    ['nonsense', null],
  ])('finds what “%s” names', (open, expected) => {
    expect(keysOf(open)).toEqual(expected);
  });
});
