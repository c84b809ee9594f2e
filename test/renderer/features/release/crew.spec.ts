import { describe, expect, it } from 'vitest';
import { crewOf } from '../../../../renderer/features/release/crew.ts';
import { Assignment } from '../../../../shared/model/assignment.ts';
import { Person, Team } from '../../../../shared/model/catalogue.ts';
import { PersonId } from '../../../../shared/model/ids.ts';
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
  absences: [],
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

    const crew = crewOf(parts, catalogue, new Map());

    expect(crew.map(({ role, name }) => `${role} ${name}`)).toEqual([
      'Release lead Grace',
      'shadow LEAD Ada',
      'Approver Ada',
      'Approver Grace',
      'Barista Grace',
      'Scribe Ada',
    ]);
  });

  it('says who is away, and who nobody knows any more', () => {
    const parts = [part('1', 'grace', 'A'), part('2', 'ada', 'B'), part('3', 'gone', 'C')];

    const crew = crewOf(parts, catalogue, new Map([[PersonId.parse('ada'), 'Ada is away.']]));

    expect(crew.map(({ name, about, away }) => [name, about, away])).toEqual([
      ['Grace', 'Checkout, Europe/Berlin', null],
      ['Ada', 'UTC', 'Ada is away.'],
      ['somebody who was removed', '', null],
    ]);
  });
});
