import { describe, expect, it } from 'vitest';
import {
  compareMilestone,
  compareRelease,
  doubledReleases,
  type MilestoneDays,
  type ReleaseBase,
} from '../../../../shared/domain/exchange/compare-plan.ts';
import { ImportedMilestone } from '../../../../shared/model/imported-plan.ts';
import { day } from '../../../../shared/model/time.ts';
import { importedPlan, type SomeImport } from '../../../support/imports.ts';
import { aClock } from '../../../support/times.ts';

function wanted(changes: SomeImport = {}) {
  const [release] = importedPlan([{ name: 'R1', day: '2027-03-04', ...changes }]).releases;
  return release ?? expect.fail('no release');
}

function here(changes: Partial<ReleaseBase> = {}): ReleaseBase {
  return {
    name: 'R1',
    day: day('2027-03-04'),
    departureTime: aClock('09:00'),
    state: 'planned',
    notes: '',
    ...changes,
  };
}

const plainly = { base: undefined, overHand: false } as const;

describe('shared/domain/exchange/compare-plan', () => {
  it('changes nothing where the file says the same, or nothing', () => {
    expect(compareRelease(here(), wanted(), plainly)).toEqual({ changes: {}, changed: [], kept: [] });
  });

  it('takes what the file says, and tells it', () => {
    expect(compareRelease(here(), wanted({ day: '2027-03-11', state: 'departed' }), plainly)).toEqual({
      changes: { day: '2027-03-11', state: 'departed' },
      changed: ['day: Thu 4 Mar 2027 becomes Thu 11 Mar 2027', 'state: planned becomes departed'],
      kept: [],
    });
  });

  it('leaves what was moved by hand since the last import, and says what the file says', () => {
    const moved = here({ day: day('2027-03-18') });

    expect(compareRelease(moved, wanted({ day: '2027-03-11' }), { base: here(), overHand: false })).toEqual({
      changes: {},
      changed: [],
      kept: ['day: Thu 18 Mar 2027 was set by hand; the file says Thu 11 Mar 2027'],
    });
    expect(compareRelease(moved, wanted(), { base: here(), overHand: false }).kept).toEqual([
      'day: Thu 18 Mar 2027 was set by hand; the file still says Thu 4 Mar 2027',
    ]);
  });

  it('moves what was only renamed by hand', () => {
    const renamed = here({ name: 'Spring' });

    expect(compareRelease(renamed, wanted({ day: '2027-03-11' }), { base: here(), overHand: false })).toMatchObject({
      changes: { day: '2027-03-11' },
      kept: ['name: Spring was set by hand; the file still says R1'],
    });
  });

  it('lets the file win over hands where it is told to', () => {
    const moved = here({ day: day('2027-03-18') });

    expect(compareRelease(moved, wanted({ day: '2027-03-11' }), { base: here(), overHand: true }).changes).toEqual({
      day: '2027-03-11',
    });
  });

  describe('milestones', () => {
    const there = ImportedMilestone.parse({
      uid: 'a',
      kind: 'custom',
      name: 'Freeze',
      start: '2027-02-01',
      end: '2027-02-05',
    });
    const at = (start: string, end: string | null): MilestoneDays => ({
      name: 'Freeze',
      start: day(start),
      end: end === null ? null : day(end),
    });

    it.each([
      ['same', at('2027-02-01', '2027-02-05'), undefined, [], []],
      [
        'moved in the file',
        at('2027-02-01', null),
        undefined,
        ['Freeze: Mon 1 Feb 2027 becomes Mon 1 Feb 2027 to Fri 5 Feb 2027'],
        [],
      ],
      [
        'moved in the file, untouched here',
        at('2027-02-02', null),
        at('2027-02-02', null),
        ['Freeze: Tue 2 Feb 2027 becomes Mon 1 Feb 2027 to Fri 5 Feb 2027'],
        [],
      ],
      [
        'moved here',
        at('2027-02-03', null),
        at('2027-02-01', '2027-02-05'),
        [],
        ['Freeze: Wed 3 Feb 2027 was set by hand; the file says Mon 1 Feb 2027 to Fri 5 Feb 2027'],
      ],
    ])('are compared by days: %s', (_what, before, base, changed, kept) => {
      expect(compareMilestone(before, there, { base, overHand: false })).toMatchObject({ changed, kept });
    });
  });

  it('finds what a file has twice, by uid or by name, and where it has it first', () => {
    const { releases } = importedPlan([
      { uid: 'a', name: 'R1', line: 2 },
      { uid: 'b', name: 'R1', line: 3 },
      { uid: 'a', name: 'R2', line: 4 },
      { uid: 'c', name: 'R1', train: 'Other', line: 5 },
    ]);

    expect([...doubledReleases(releases)].map(([{ line }, first]) => [line, first])).toEqual([
      [3, 'line 2'],
      [4, 'line 2'],
    ]);
  });
});
