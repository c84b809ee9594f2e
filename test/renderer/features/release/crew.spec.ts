import { describe, expect, it } from 'vitest';
import { crewOf } from '../../../../renderer/features/release/crew.ts';
import { Assignment } from '../../../../shared/model/assignment.ts';
import { Absence, Person, Team } from '../../../../shared/model/catalogue.ts';
import { day } from '../../../../shared/model/time.ts';
import { personPlan, teamPlan } from '../../../support/plans.ts';

function part(id: string, personId: string, role: string): Assignment {
  return Assignment.parse({ id, releaseId: 'r', personId, role });
}

const catalogue = {
  services: [],
  teams: [Team.parse({ ...teamPlan(), id: 'checkout' })],
  people: [
    Person.parse({ ...personPlan({ name: 'Grace', teamId: 'checkout' }), id: 'grace' }),
    Person.parse({ ...personPlan({ name: 'Ada', zone: 'UTC' }), id: 'ada' }),
  ],
  absences: [
    Absence.parse({ id: 'a', personId: 'ada', firstDay: '2026-11-30', lastDay: '2026-12-01', reason: '' }),
    Absence.parse({ id: 'b', personId: 'grace', firstDay: '2026-12-02', lastDay: '2026-12-03', reason: '' }),
  ],
};

describe('renderer/features/release/crew', () => {
  it('lists lead and shadow first, then the usual parts, then others by name', () => {
    const parts = [
      part('1', 'ada', 'Scribe'),
      part('2', 'grace', 'Approver'),
      part('3', 'grace', 'Barista'),
      part('4', 'ada', 'shadow LEAD'),
      part('5', 'grace', 'Release lead'),
      part('6', 'ada', 'Approver'),
    ];

    const crew = crewOf(parts, catalogue, day('2026-12-01'));

    expect(crew.map(({ role, name }) => `${role} ${name}`)).toEqual([
      'Release lead Grace',
      'shadow LEAD Ada',
      'Approver Ada',
      'Approver Grace',
      'Barista Grace',
      'Scribe Ada',
    ]);
  });

  it('says who is away on the day, and who nobody knows any more', () => {
    const parts = [part('1', 'grace', 'A'), part('2', 'ada', 'B'), part('3', 'gone', 'C')];

    const crew = crewOf(parts, catalogue, day('2026-12-01'));

    expect(crew.map(({ name, about, away }) => [name, about, away])).toEqual([
      ['Grace', 'Checkout, Europe/Berlin', null],
      ['Ada', 'UTC', 'Away on its day, until Tue 1 Dec 2026'],
      ['somebody who was removed', '', null],
    ]);
  });
});
