import { describe, expect, it } from 'vitest';
import { createConflictIndex } from '../../../../shared/domain/conflicts/conflict-index.ts';
import type { Plan } from '../../../../shared/domain/conflicts/plan.ts';
import { ROSTER_ROLES } from '../../../../shared/model/roster.ts';
import { found, foundKeys } from '../../../support/conflicts/found.ts';
import {
  aMilestone,
  anAbsence,
  anAssignment,
  aPerson,
  aPlan,
  aRelease,
  aService,
  aTeam,
  aTrain,
  hours,
} from '../../../support/conflicts/things.ts';

const people = [aPerson('ann', { name: 'Ann', teamId: 'red' }), aPerson('ben', { name: 'Ben' })];

/** A release on Tuesday, 2027-01-05, 12:00 UTC, with Ann as its lead. */
function plan(parts: Partial<Plan> = {}): Plan {
  return aPlan({
    people,
    teams: [aTeam('red')],
    trains: [aTrain('train')],
    releases: [aRelease('r', 36)],
    assignments: [anAssignment('as', 'r', 'ann')],
    ...parts,
  });
}

function away(first: string, last = first): Partial<Plan> {
  return { absences: [anAbsence('holiday', 'ann', first, last, 'skiing')] };
}

describe('shared/domain/conflicts/owner-away', () => {
  it('finds somebody who is absent when the release is deployed', () => {
    const [conflict] = found(plan(away('2027-01-04', '2027-01-05')), 'owner-away');

    expect(conflict).toMatchObject({
      key: 'owner-away absence person ann r',
      why: 'absence',
      at: hours(36, 37),
      resource: { kind: 'person', id: 'ann' },
      relation: 'same',
      rule: '“Ann” is away at the time of “train r”.',
      severity: 'serious',
      because: 'Nobody else is “Release lead” of “train r”.',
    });
    expect(conflict?.sides.map(({ thing, span }) => [thing.kind, thing.name, span])).toEqual([
      ['release', 'train r', hours(36, 37)],
      ['absence', 'Ann’s absence: skiing', hours(0, 48)],
    ]);
  });

  it.each([
    ['the day before', '2027-01-04', false],
    ['on that day', '2027-01-05', true],
    ['the day after', '2027-01-06', false],
    ['until the end of time', '2027-01-05', true],
  ])('of an absence %s', (name, day, expected) => {
    const last = name.startsWith('until') ? '9999-12-31' : day;

    expect(foundKeys(plan(away(day, last)), 'owner-away').length > 0).toBe(expected);
  });

  it.each([
    ['Pacific/Auckland', '2027-01-06', true],
    ['Pacific/Auckland', '2027-01-05', false],
    ['Pacific/Honolulu', '2027-01-05', true],
  ])('reads days in the person’s own zone: %s, %s', (zone, day, expected) => {
    const there = [aPerson('ann', { zone })];

    expect(foundKeys(plan({ people: there, ...away(day) }), 'owner-away').length > 0).toBe(expected);
  });

  it('names whose absence it is where nobody said why', () => {
    const absences = [anAbsence('holiday', 'ann', '2027-01-05', '2027-01-05')];

    expect(found(plan({ absences }), 'owner-away')[0]?.sides[1]?.thing.name).toBe('Ann’s absence');
  });

  it('minds the go/no-go as well', () => {
    const milestones = [aMilestone('go', 'go-no-go', 5, null, { releaseId: 'r' })];

    expect(foundKeys(plan({ milestones, ...away('2027-01-04') }), 'owner-away')).toEqual(['absence person ann go']);
  });

  it('minds the train’s owner', () => {
    const owned = { trains: [aTrain('train', { ownerId: 'ann' })], assignments: [], ...away('2027-01-05') };

    expect(found(plan(owned), 'owner-away')[0]?.because).toBe('Nobody else is “owner” of “train r”.');
  });

  it.each([
    [
      'somebody else has that part',
      [anAssignment('b', 'r', 'ben', 'release lead')],
      'minor',
      'Somebody else is “Release lead” too.',
    ],
    [
      'somebody else has another part',
      [anAssignment('b', 'r', 'ben', 'On-call')],
      'serious',
      'Nobody else is “Release lead” of “train r”.',
    ],
  ])('weighs it where %s', (_, others, severity, because) => {
    const assignments = [anAssignment('as', 'r', 'ann'), ...others];
    const conflict = found(plan({ assignments, ...away('2027-01-05') }), 'owner-away').find(
      ({ why }) => why === 'absence',
    );

    expect(conflict).toMatchObject({ severity, because });
  });

  it('can spare a shadow', () => {
    const assignments = [anAssignment('as', 'r', 'ann', ROSTER_ROLES.shadow)];

    expect(found(plan({ assignments, ...away('2027-01-05') }), 'owner-away')[0]?.severity).toBe('minor');
  });

  it('finds a day off of the person’s team, by name', () => {
    const [conflict] = found(plan({ teams: [aTeam('red', { daysOff: { '2027-01-05': 'Feast' } })] }), 'owner-away');

    expect(conflict).toMatchObject({
      key: 'owner-away holiday person ann r',
      why: 'holiday',
      rule: '“Ann” has a day off (Feast) at the time of “train r”.',
    });
  });

  it('does not mind a weekend', () => {
    const saturday = { releases: [aRelease('r', 5 * 24 + 12)] };

    expect(foundKeys(plan(saturday), 'owner-away')).toEqual([]);
  });

  it('finds a day off of a team that works for the train, or whose service it ships, with the way to it', () => {
    const teams = [
      aTeam('red', { daysOff: { '2027-01-05': 'Feast' } }),
      aTeam('blue', { daysOff: { '2027-01-05': 'Feast' } }),
    ];
    const services = [aService('pay', { name: 'Payments', teamId: 'blue' })];
    const trains = [aTrain('train', { services: ['pay'], teams: ['red'] })];
    const conflicts = found(plan({ teams, services, trains, assignments: [] }), 'owner-away');

    expect(conflicts.map(({ relation, severity, path }) => [relation, severity, path.map(({ name }) => name)])).toEqual(
      [
        ['parent', 'minor', ['Payments', 'blue']],
        ['parent', 'minor', ['train r', 'red']],
      ],
    );
  });

  it('tells several absences and days off as one', () => {
    const absences = ['2027-01-04', '2027-01-05'].map((day, index) => anAbsence(`a${index}`, 'ann', day, '2027-01-06'));
    const long = [aMilestone('go', 'deployment', 36, 80, { releaseId: 'r' })];
    const [conflict, ...rest] = found(plan({ absences, milestones: long }), 'owner-away');

    expect(rest).toEqual([]);
    expect(conflict).toMatchObject({ sideCount: 3, at: hours(36, 72) });
  });

  it('follows an absence that moves', () => {
    const index = createConflictIndex(plan(away('2027-01-05')));

    const { removed } = index.apply([
      { kind: 'absence', id: 'holiday', to: anAbsence('holiday', 'ann', '2027-02-01', '2027-02-02') },
    ]);

    expect(removed.map(({ key }) => key)).toEqual(['owner-away absence person ann r']);
  });
});
