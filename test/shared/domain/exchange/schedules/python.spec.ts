import { describe, expect, it } from 'vitest';
import {
  isReleaseList,
  readPep,
  readReleaseCycle,
  readReleaseList,
} from '../../../../../shared/domain/exchange/schedules/python.ts';

const PEP = `PEP: 790
Title: Python 3.15 Release Schedule

- 3.15 release manager: Hugo
- Windows installers: Steve

.. release schedule: feature

Actual:

- 3.15 development begins: Wednesday, 2025-05-07
- 3.15.0 beta 1: Thursday, 2026-05-07
  (No new features beyond this point.)

Expected:

- 3.15.0 candidate 1: Tuesday, 2026-09-01
- 3.15.0 final: Thursday, 2026-10-01
- 3.15.1 candidate 1: Tuesday, 2026-12-01
- 3.15.2: some day

.. release schedule: ends
`;

describe('shared/domain/exchange/schedules/python', () => {
  it('reads the list of all stages, each with its state', () => {
    const document = {
      metadata: { '3.15': { pep: 790 } },
      releases: {
        '3.15': [
          { stage: '3.15.0 beta 1', state: 'actual', date: '2026-05-07', note: '' },
          { stage: '3.15.0 final', state: 'expected', date: '2026-10-01', note: '' },
          { stage: '3.15.1', state: 'expected', date: 'soon', note: '' },
        ],
      },
    };

    const { releases, leftOut } = readReleaseList(document);

    expect([document, { releases: {} }, { metadata: {}, releases: { else: [] } }].map(isReleaseList)).toEqual([
      true,
      false,
      false,
    ]);
    expect(releases).toMatchObject([
      { uid: '3.15.0', day: '2026-10-01', state: 'planned', milestones: [{ name: 'Beta 1', start: '2026-05-07' }] },
    ]);
    expect(leftOut).toEqual([{ name: '3.15.1', reason: 'has no day' }]);
  });

  it('gathers the stages of a version around its final day, planned or departed by their list', () => {
    const { releases, leftOut } = readPep(PEP);

    expect(releases).toHaveLength(1);
    expect(releases[0]).toMatchObject({ uid: '3.15.0', name: 'Python 3.15.0', day: '2026-10-01', state: 'planned' });
    expect(releases[0]?.milestones.map(({ name, kind, start }) => [name, kind, start])).toEqual([
      ['Development begins', 'custom', '2025-05-07'],
      ['Beta 1', 'code-freeze', '2026-05-07'],
      ['Candidate 1', 'custom', '2026-09-01'],
    ]);
    expect(leftOut).toEqual([
      { name: '3.15.2', reason: '“some day” is no day' },
      { name: 'Python 3.15.1', reason: 'has no final day' },
    ]);
  });

  it('reads the older lists, in words and without saying what is over', () => {
    const { releases } = readPep(
      '- 3.6.0 beta 1: September 12, 2016\n- 3.6.0 final: December 23, 2016\n* 3.6.1: 2017-03-21\n',
    );

    expect(releases.map(({ name, day, state }) => [name, day, state])).toEqual([
      ['Python 3.6.0', '2016-12-23', null],
      ['Python 3.6.1', '2017-03-21', null],
    ]);
  });

  it('reads the cycles', () => {
    const { releases, leftOut } = readReleaseCycle({
      '3.15': { first_release: '2026-10-01', end_of_life: '2031-10', status: 'prerelease' },
      '2.7': { first_release: '2010-07-03', end_of_life: '2020-01-01', status: 'end-of-life' },
      '9.9': { first_release: null },
    });

    expect(releases.map(({ uid, day, state, milestones }) => [uid, day, state, milestones[0]?.start])).toEqual([
      ['3.15.0', '2026-10-01', 'planned', '2031-10-01'],
      ['2.7.0', '2010-07-03', 'departed', '2020-01-01'],
    ]);
    expect(leftOut).toEqual([{ name: 'Python 9.9', reason: 'has no first release' }]);
  });
});
