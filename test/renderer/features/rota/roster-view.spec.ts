import { describe, expect, it } from 'vitest';
import {
  candidatesFor,
  departureWords,
  type Edits,
  fairnessWords,
  loadsOf,
  openWords,
  outsideWords,
  placesToSettle,
  rosterRows,
  rotationOf,
} from '../../../../renderer/features/rota/roster-view.ts';
import { termsOf } from '../../../../renderer/features/rota/terms.ts';
import type { Roster } from '../../../../shared/contract/assignments.ts';
import { proposeRoster } from '../../../../shared/domain/rotation/propose-roster.ts';
import { Absence, Person } from '../../../../shared/model/catalogue.ts';
import type { PersonId, ReleaseId } from '../../../../shared/model/ids.ts';
import { RosterPlace, RosterRelease } from '../../../../shared/model/roster.ts';
import { personPlan } from '../../../support/plans.ts';
import { aDay, aZone } from '../../../support/times.ts';

const people = [
  Person.parse({ ...personPlan({ name: 'Ada' }), id: 'ada' }),
  Person.parse({ ...personPlan({ name: 'Grace' }), id: 'grace' }),
  Person.parse({ ...personPlan({ name: 'Ken', leads: 'shadow' }), id: 'ken' }),
  Person.parse({ ...personPlan({ name: 'Zoe', leads: 'no' }), id: 'zoe' }),
];
const absences = [
  Absence.parse({ id: 'a', personId: 'grace', firstDay: '2026-12-08', lastDay: '2026-12-09', reason: '' }),
];
/** Tuesdays at noon in Berlin, the later one first. */
const releases = ['2026-12-08', '2026-12-01'].map((day, at) =>
  RosterRelease.parse({
    releaseId: `r${2 - at}`,
    name: `R${2 - at}`,
    departsAt: Date.parse(`${day}T11:00Z`),
    day,
    duties: [{ name: `R${2 - at}`, span: { start: Date.parse(`${day}T11:00Z`), end: Date.parse(`${day}T12:00Z`) } }],
    deployments: [],
    elsewhere: [],
    teams: [],
    skills: [],
  }),
);

function rosterWith(settled: readonly RosterPlace[] = []): Roster {
  const rotation = { people, absences, daysOff: [], releases, past: [], terms: termsOf({ rest: 0 }) };
  const made = { releases: [...releases], past: [], daysOff: [], settled: [...settled], to: aDay('2026-12-31') };
  return { ...proposeRoster(rotation, settled), ...made };
}

function place(part: 'lead' | 'shadow', releaseId: string, personId: string): RosterPlace {
  return RosterPlace.parse({ part, releaseId, personId });
}

function chosen(choices: Readonly<Record<string, string | null>>): Edits {
  return new Map(Object.entries(choices).map(([key, id]) => [key, id as PersonId | null]));
}

const catalogue = { people, absences };

describe('renderer/features/rota/roster-view', () => {
  it('lists the releases by departure, and tells settled from proposed', () => {
    const rows = rosterRows(rosterWith([place('lead', 'r1', 'grace')]), catalogue, new Map());

    expect(
      rows.map(({ release, places: { lead } }) => [release.name, lead.person?.name, lead.state, lead.hindrances]),
    ).toEqual([
      ['R1', 'Grace', 'settled', []],
      ['R2', 'Ada', 'proposed', []],
    ]);
    expect(rows[1]?.places.lead.reasons.length).toBeGreaterThan(0);
  });

  it('puts what was chosen over what was proposed, and says what it breaks', () => {
    const edits = chosen({ 'lead r2': 'grace', 'shadow r2': null });

    const row = rosterRows(rosterWith([place('lead', 'r1', 'grace')]), catalogue, edits)[1];

    expect(row?.places.lead).toMatchObject({ state: 'chosen', reasons: [], person: { name: 'Grace' } });
    expect(row?.places.lead.hindrances.map(({ text }) => text)).toEqual([
      'Grace is away from Tue 8 Dec 2026 to Wed 9 Dec 2026, at the time of “R2”.',
    ]);
    expect(row?.places.shadow).toMatchObject({ state: 'open', person: null, hindrances: [] });
  });

  it('offers everybody for a place: who fits first, of them who has least, the others with what hinders them', () => {
    const roster = rosterWith([place('lead', 'r1', 'ada')]);
    const rows = rosterRows(roster, catalogue, chosen({ 'shadow r1': 'ken', 'shadow r2': null }));

    const candidates = candidatesFor(
      { key: 'lead r2', releaseId: 'r2' as ReleaseId, part: 'lead' },
      rows,
      rotationOf(roster, catalogue),
    );

    expect(
      candidates.map(({ person, parts, hindrances }) => [person.name, parts, hindrances.map(({ why }) => why)]),
    ).toEqual([
      ['Ada', 1, []],
      ['Grace', 0, ['absent']],
      ['Zoe', 0, ['takes-no-such-part']],
      ['Ken', 1, ['takes-no-such-part']],
    ]);
  });

  it('counts the parts of those who take turns, and of those who were given one', () => {
    const roster = rosterWith([place('lead', 'r1', 'zoe'), place('shadow', 'r1', 'ken')]);
    const edits = chosen({ 'lead r2': null, 'shadow r2': 'ken' });

    const loads = loadsOf(rosterRows(roster, catalogue, edits), rotationOf(roster, catalogue));

    expect(loads.map(({ person, past, here }) => [person.name, past, here])).toEqual([
      ['Ada', 0, 0],
      ['Grace', 0, 0],
      ['Ken', 0, 2],
      ['Zoe', 0, 1],
    ]);
  });

  it('settles what somebody has and is not settled yet, of the rows that were not left out', () => {
    const roster = rosterWith([place('lead', 'r1', 'grace')]);
    const rows = rosterRows(roster, catalogue, chosen({ 'shadow r1': 'ken', 'lead r2': 'ada', 'shadow r2': null }));

    expect(placesToSettle(rows, new Set())).toEqual([place('shadow', 'r1', 'ken'), place('lead', 'r2', 'ada')]);
    expect(placesToSettle(rows, new Set(['r2' as ReleaseId]))).toEqual([place('shadow', 'r1', 'ken')]);
  });

  it('says how fair it is, what is open and what breaks the rules', () => {
    const roster = rosterWith();
    const rotation = rotationOf(roster, catalogue);
    const plain = fairnessWords(roster, rosterRows(roster, catalogue, new Map()), rotation);
    const edited = rosterRows(roster, catalogue, chosen({ 'lead r1': 'ken', 'lead r2': null, 'shadow r2': null }));

    expect(plain).toContain('Every place is filled.');
    expect(plain.at(-1)).toBe('No roster is fairer.');
    const words = fairnessWords(roster, edited, rotation);
    expect(words).toContain('1 release without a lead and 1 release without a shadow.');
    expect(words.some((text) => text.includes('against the rules, as chosen by hand.'))).toBe(true);
    expect(words).not.toContain('No roster is fairer.');
  });

  it('claims nothing of a roster in which nobody has a place, and says what leaves most places open', () => {
    const terms = { ...termsOf({}), workdays: [6] };
    const rotation = { people, absences, daysOff: [], releases, past: [], terms };
    const made = { releases: [...releases], past: [], daysOff: [], settled: [], to: aDay('2026-12-31') };
    const roster = { ...proposeRoster(rotation, []), ...made };
    const rows = rosterRows(roster, catalogue, new Map());

    expect(fairnessWords(roster, rows, rotation)).toEqual([
      '2 releases without a lead and 2 releases without a shadow.',
    ]);
    expect(openWords(roster, rows)).toEqual({
      why: 'outside-working-hours',
      text: '4 open places: outside everybody’s working hours. “R1”: It departs at 12:00 on Tuesday in Europe/Berlin, when Ada does not work.',
    });
  });

  it('says nothing of places that were left open by hand', () => {
    const roster = rosterWith();

    expect(openWords(roster, rosterRows(roster, catalogue, chosen({ 'lead r1': null })))).toBeNull();
  });

  it('tells the hour where several releases depart on one day', () => {
    const rows = rosterRows(rosterWith(), catalogue, new Map());
    const [first] = rows;
    if (first === undefined) throw new Error('a row was expected');

    expect(departureWords(rows, aZone('Europe/Berlin'))).toEqual(['Tue 1 Dec 2026', 'Tue 8 Dec 2026']);
    expect(departureWords([first, ...rows], aZone('Europe/Berlin'))).toEqual([
      'Tue 1 Dec 2026, 12:00',
      'Tue 1 Dec 2026, 12:00',
      'Tue 8 Dec 2026',
    ]);
  });

  it('says why somebody takes no place', () => {
    expect(outsideWords(rosterWith(), people)).toEqual(['Zoe leads no release. And 1 more reason.']);
  });
});
