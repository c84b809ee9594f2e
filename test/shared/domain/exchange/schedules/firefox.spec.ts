import { describe, expect, it } from 'vitest';
import { readFirefoxHistory, readFirefoxVersions } from '../../../../../shared/domain/exchange/schedules/firefox.ts';

describe('shared/domain/exchange/schedules/firefox', () => {
  it('reads the release that is out and the one after it, whatever beta is at', () => {
    const { releases } = readFirefoxVersions({
      LATEST_FIREFOX_VERSION: '126.0.1',
      LATEST_FIREFOX_DEVEL_VERSION: '126.0b9',
      LAST_RELEASE_DATE: '2024-05-14',
      NEXT_RELEASE_DATE: '2024-06-11',
      NEXT_MERGE_DATE: '2024-06-10',
      NEXT_SOFTFREEZE_DATE: '2024-06-06',
    });

    expect(releases.map(({ uid, day, state }) => [uid, day, state])).toEqual([
      ['126', '2024-05-14', 'departed'],
      ['127', '2024-06-11', 'planned'],
    ]);
    expect(releases[1]?.milestones.map(({ name, kind, start }) => [name, kind, start])).toEqual([
      ['Soft freeze', 'code-freeze', '2024-06-06'],
      ['Merge day', 'integration', '2024-06-10'],
    ]);
  });

  it('leaves out what has no day', () => {
    expect(readFirefoxVersions({ LATEST_FIREFOX_VERSION: '65.0.2', LAST_RELEASE_DATE: '' })).toEqual({
      releases: [],
      leftOut: [
        { name: 'the release that is out', reason: 'has no day' },
        { name: 'the next release', reason: 'has no day' },
      ],
    });
  });

  it('knows a first release under one name in both files', () => {
    expect(readFirefoxHistory({ '127.0': '2024-06-11', '3.5': '2009-06-30' }).releases.map(({ uid }) => uid)).toEqual([
      '127',
      '3.5',
    ]);
  });
});
