import { describe, expect, it } from 'vitest';
import {
  chosenTeam,
  namedOrFirst,
  namedOrNext,
  rowsOf,
  rowsText,
} from '../../../../renderer/features/capacity/choose.ts';
import type { Team } from '../../../../shared/model/catalogue.ts';
import type { Release, ReleaseState } from '../../../../shared/model/release.ts';
import { day } from '../../../../shared/model/time.ts';

const release = (id: string, on: string, state: ReleaseState = 'planned') =>
  ({ id, day: on, state }) as unknown as Release;
const team = (id: string, projects: number) => ({ id, projects: new Array(projects).fill({}) }) as unknown as Team;

describe('renderer/features/capacity/choose', () => {
  it('chooses what was named, or else the first', () => {
    expect(namedOrFirst([{ id: 'a' }, { id: 'b' }], 'b')).toEqual({ id: 'b' });
    expect(namedOrFirst([{ id: 'a' }, { id: 'b' }], 'gone')).toEqual({ id: 'a' });
    expect(namedOrFirst([], undefined)).toBeNull();
  });

  it('chooses a team that has something to count, unless another was named', () => {
    const teams = [team('empty', 0), team('full', 1)];

    expect([undefined, 'empty', 'gone'].map((id) => chosenTeam(teams, id)?.id)).toEqual(['full', 'empty', 'full']);
    expect(chosenTeam([team('empty', 0)], undefined)?.id).toBe('empty');
  });

  it.each([
    [
      'the named one, even where it departed',
      [release('a', '2026-01-01', 'departed'), release('b', '2026-12-01')],
      'a',
      'a',
    ],
    [
      'the next that is to depart',
      [release('a', '2026-01-01'), release('b', '2026-12-01'), release('c', '2026-12-31')],
      undefined,
      'b',
    ],
    ['not a cancelled one', [release('a', '2026-12-01', 'cancelled'), release('b', '2026-12-15')], undefined, 'b'],
    ['the last open one, where all are late', [release('a', '2026-01-01'), release('b', '2026-02-01')], undefined, 'b'],
    [
      'the last one, where all departed',
      [release('a', '2026-01-01', 'departed'), release('b', '2026-02-01', 'departed')],
      undefined,
      'b',
    ],
    ['none', [], undefined, undefined],
  ])('chooses of the releases %s', (_, releases, named, expected) => {
    expect(namedOrNext(releases, named, day('2026-11-23'))?.id).toBe(expected);
  });

  it('keeps days and a kind of work in the address, and reads them back', () => {
    const asked = { from: day('2026-11-02'), to: day('2026-11-08'), type: 'Story, large' };

    expect(rowsText(asked)).toBe('2026-11-02..2026-11-08 Story, large');
    expect(rowsOf(rowsText(asked))).toEqual(asked);
    expect(rowsOf(rowsText({ ...asked, type: null }))).toEqual({ ...asked, type: null });
  });

  it.each([undefined, '', '2026-11-02', '2026-11-08..2026-11-02', '2026-13-02..2026-13-08', 'x..y'])(
    'reads no days out of %s',
    (text) => {
      expect(rowsOf(text)).toBeNull();
    },
  );
});
