import { describe, expect, it } from 'vitest';
import {
  readKubernetesPatches,
  readKubernetesReadme,
  readKubernetesTimeline,
} from '../../../../../shared/domain/exchange/schedules/kubernetes.ts';

const README = `# Kubernetes 1.30

| **What** | **Who** | **When** | **Week** |
|---|---|---|---|
| Start of Release Cycle | Lead | Monday 8th January 2024 | week 1 |
| **Begin [Enhancements Freeze]** | Lead | [02:00 UTC Friday 9th February 2024 / 18:00 PDT Thursday 8th February 2024](https://x) | week 5 |
| **KubeCon EU** | | Tuesday 19th - Friday 22nd March 2024 | week 11 |
| Retrospective | | TBC | |
| **v1.30.0 released** | Branch Manager | Wednesday 17th April 2024 | week 15 |

| Other | Table |
|---|---|
| v1.30.0 released | Monday 1st January 2029 |
`;

describe('shared/domain/exchange/schedules/kubernetes', () => {
  it('reads the timeline of a README: the first of several clocks, spans of days, and what it cannot read', () => {
    const { releases, leftOut } = readKubernetesReadme(README);

    expect(releases).toMatchObject([{ uid: '1.30', name: 'Kubernetes 1.30', day: '2024-04-17', state: null }]);
    expect(releases[0]?.milestones.map(({ name, kind, start, end }) => [name, kind, start, end])).toEqual([
      ['Start of Release Cycle', 'custom', '2024-01-08', null],
      ['Begin Enhancements Freeze', 'scope-cut-off', '2024-02-09', null],
      ['KubeCon EU', 'custom', '2024-03-19', '2024-03-22'],
    ]);
    expect(leftOut).toEqual([{ name: 'Retrospective', reason: '“TBC” is no day with a year' }]);
  });

  it('takes no release whose year is not said', () => {
    const { releases, leftOut } = readKubernetesReadme(README.replace('17th April 2024', '17th April'));

    expect(releases).toEqual([]);
    expect(leftOut.at(-1)).toEqual({ name: 'Kubernetes 1.30', reason: 'has no release day' });
  });

  it('reads the timelines of the schedule builder', () => {
    const timeline = [
      { what: 'KubeCon NA', when: 'October 11-15, 2021' },
      { what: '1.23.0 released', when: 'Tue December 7, 2021' },
    ];

    const { releases } = readKubernetesTimeline({ releases: [{ version: '1.23', timeline }, { version: '1.24' }] });

    expect(releases).toMatchObject([{ name: 'Kubernetes 1.23', day: '2021-12-07' }]);
    expect(releases[0]?.milestones).toMatchObject([{ start: '2021-10-11', end: '2021-10-15' }]);
  });

  it('reads minor releases and their patches; the first patch is the minor release itself', () => {
    const { releases, leftOut } = readKubernetesPatches({
      schedules: [
        {
          release: '1.26',
          releaseDate: '2022-12-09',
          endOfLifeDate: '2024-02-28',
          next: { release: '1.26.7', cherryPickDeadline: '2023-07-14', targetDate: '2023-07-19' },
          previousPatches: [
            { release: '1.26.6', cherryPickDeadline: '', targetDate: 'TBD' },
            { release: '1.26.0', targetDate: '2022-12-09' },
          ],
        },
      ],
    });

    expect(releases.map(({ uid, day, milestones }) => [uid, day, milestones.map(({ name }) => name)])).toEqual([
      ['1.26', '2022-12-09', ['End of life']],
      ['1.26.7', '2023-07-19', ['Cherry-pick deadline']],
    ]);
    expect(leftOut).toEqual([{ name: 'Kubernetes 1.26.6', reason: 'has no day' }]);
  });
});
