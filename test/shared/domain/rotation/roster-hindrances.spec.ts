import { describe, expect, it } from 'vitest';
import {
  checkRoster,
  heldByTurn,
  keepsPairing,
  type Rotation,
  seatHindrances,
  turnsOf,
} from '../../../../shared/domain/rotation/roster-hindrances.ts';
import type { RosterPart, RosterPlace } from '../../../../shared/model/roster.ts';
import { person, placed, rotation, term, tuesday, tuesdayOf, turn } from '../../../support/rotation.ts';
import { anInstant } from '../../../support/times.ts';

const people = [person('ada', { name: 'Ada' }), person('bob', { name: 'Bob' })];
const releases = [0, 1, 2, 3].map((index) => tuesday(`r${index}`, index));

function seatOf(personId: string, part: RosterPart, at: number, roster: readonly RosterPlace[], given: Rotation) {
  const turns = turnsOf(given);
  const who = given.people.find(({ id }) => id === personId);
  if (who === undefined) throw new Error('a person was expected');
  return { person: who, part, at, turns, held: heldByTurn(turns, given, roster) };
}

function against(personId: string, part: RosterPart, at: number, roster: readonly RosterPlace[], given: Rotation) {
  return seatHindrances(seatOf(personId, part, at, roster, given), given.terms).map(({ text }) => text);
}

describe('shared/domain/rotation/roster-hindrances', () => {
  it('puts releases and those of past terms into the order of their departures', () => {
    const past = [
      term('between', '2026-01-15', 'lead', 'ada'),
      term('before', '2025-12-01', 'lead', 'ada'),
      term('before', '2025-12-01', 'shadow', 'bob'),
      term('r1', tuesdayOf(1), 'lead', 'bob'),
    ];

    const turns = turnsOf({ releases: [...releases].reverse(), past });

    expect(turns.map(({ id, release }) => [id, release === null])).toEqual([
      ['before', true],
      ['r0', false],
      ['r1', false],
      ['between', true],
      ['r2', false],
      ['r3', false],
    ]);
  });

  it('takes terms of a release that is staffed anew for settled no more', () => {
    const given = rotation({ people, releases, past: [term('r1', tuesdayOf(1), 'lead', 'bob')] });

    expect(heldByTurn(turnsOf(given), given, [placed('r2', 'lead', 'ada')]).map((held) => held.length)).toEqual([
      0, 0, 1, 0,
    ]);
  });

  it.each([
    ['the one before', 1, ['Ada has a part in “r2” and sits out the next release.']],
    ['the same, in the same part', 2, []],
    ['the one after', 3, ['Ada has a part in “r2” and sits out the next release.']],
    ['one further off', 0, []],
  ])('lets nobody have two in a row: %s', (_what, at, expected) => {
    const given = rotation({ people, releases });

    expect(against('ada', 'lead', at, [placed('r2', 'lead', 'ada')], given)).toEqual(expected);
  });

  it('counts any part for a row, and releases of the past', () => {
    const given = rotation({ people, releases, past: [term('old', '2025-12-30', 'shadow', 'ada')] });

    expect(against('ada', 'lead', 1, [], given)).toEqual(['Ada has a part in “old” and sits out the next release.']);
  });

  it.each([
    [0, 0],
    [1, 0],
    [2, 1],
    [3, 1],
  ])('lets people sit out %i releases: %i hindrances two releases on', (restReleases, expected) => {
    const given = rotation({ people, releases, terms: { restReleases } });

    expect(against('ada', 'shadow', 3, [placed('r1', 'lead', 'ada')], given)).toHaveLength(expected);
  });

  it('says how many releases one sits out', () => {
    const given = rotation({ people, releases, terms: { restReleases: 2 } });

    expect(against('ada', 'shadow', 3, [placed('r1', 'lead', 'ada')], given)).toEqual([
      'Ada has a part in “r1” and sits out 2 releases.',
    ]);
  });

  it('lets nobody have parts in two releases that are deployed at the same time, however many lie between', () => {
    const same = ['a', 'b', 'c'].map((id) => turn(id, '2026-01-13'));
    const later = turn('d', '2026-01-13', { departsAt: anInstant('2026-01-13T11:00Z'), deployments: [] });
    const given = rotation({ people, releases: [...same, later] });

    expect(against('ada', 'lead', 2, [placed('a', 'lead', 'ada')], given)).toEqual([
      'Ada has a part in “a”, which is deployed at the same time.',
    ]);
    expect(against('ada', 'lead', 3, [placed('a', 'lead', 'ada')], given)).toEqual([]);
  });

  it('lets nobody have both parts of a release', () => {
    const given = rotation({ people, releases });

    expect(against('ada', 'shadow', 0, [placed('r0', 'lead', 'ada')], given)).toEqual([
      'Ada has the other part of it.',
    ]);
  });

  it.each<[string, RosterPart, readonly RosterPlace[], boolean]>([
    ['a lead without any part before', 'lead', [], false],
    ['a lead who was a shadow before', 'lead', [placed('r0', 'shadow', 'ada')], true],
    ['a lead who has a part only later', 'lead', [placed('r3', 'shadow', 'ada')], false],
    ['a shadow who never led', 'shadow', [placed('r0', 'shadow', 'ada')], true],
    ['a shadow who led before', 'shadow', [placed('r0', 'lead', 'ada')], false],
    ['a shadow who leads only later', 'shadow', [placed('r3', 'lead', 'ada')], true],
    ['somebody else’s past', 'lead', [placed('r0', 'lead', 'bob')], false],
  ])('knows one familiar and one new: %s', (_what, part, roster, expected) => {
    const prefer = rotation({ people, releases, terms: { restReleases: 0 } });
    const strict = rotation({ people, releases, terms: { restReleases: 0, pairing: 'strict' } });

    expect(keepsPairing(seatOf('ada', part, 2, roster, prefer))).toBe(expected);
    expect(against('ada', part, 2, roster, prefer)).toEqual([]);
    expect(against('ada', part, 2, roster, strict).length === 0).toBe(expected);
  });

  it('says what speaks against a strict pair', () => {
    const given = rotation({ people, releases, terms: { restReleases: 0, pairing: 'strict' } });
    const roster = [placed('r0', 'lead', 'bob')];

    expect(against('ada', 'lead', 2, roster, given)).toEqual(['Ada never had a part before.']);
    expect(against('bob', 'shadow', 2, roster, given)).toEqual(['Bob has led before.']);
  });

  it('checks a roster that people edited, place by place', () => {
    const given = rotation({ people: [...people, person('cyn', { leads: 'no' })], releases });
    const roster = [
      placed('r0', 'lead', 'ada'),
      placed('r1', 'shadow', 'ada'),
      placed('r3', 'lead', 'bob'),
      placed('r3', 'shadow', 'cyn'),
      placed('r3', 'shadow', 'nobody'),
      placed('gone', 'lead', 'ada'),
    ];

    expect(checkRoster(roster, given).map((found) => found.map(({ why }) => why))).toEqual([
      ['no-rest'],
      ['no-rest'],
      [],
      ['takes-no-such-part'],
      [],
      [],
    ]);
  });
});
