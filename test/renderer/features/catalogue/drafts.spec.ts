import { describe, expect, it } from 'vitest';
import {
  personDraftOf,
  readAbsence,
  readPerson,
  readService,
  readTeam,
  serviceDraftOf,
  servicePlanOf,
  teamDraftOf,
  teamPlanOf,
} from '../../../../renderer/features/catalogue/drafts.ts';
import { Person, Service, ServicePlan, Team, TeamPlan } from '../../../../shared/model/catalogue.ts';
import { personPlan, servicePlan, teamPlan } from '../../../support/plans.ts';

describe('renderer/features/catalogue/drafts', () => {
  it('begins with a team where one is named, a person in its zone too', () => {
    const team = Team.parse({ ...teamPlan({ zone: 'Asia/Tokyo' }), id: 'core' });

    expect(personDraftOf(null, 'UTC', team)).toMatchObject({ teamId: 'core', zone: 'Asia/Tokyo' });
    expect(personDraftOf(null, 'UTC')).toMatchObject({ teamId: '', zone: 'UTC' });
    expect(serviceDraftOf(null, team)).toMatchObject({ teamId: 'core' });
  });

  it('reads back unchanged what was not changed', () => {
    const service = servicePlan({ tier: 1, regions: ['eu-west'], dependsOn: ['service-2'], teamId: 'team-1' });
    const team = teamPlan({ calendar: { workdays: [1, 2], holidays: 'DE-BE', extraDaysOff: ['2026-12-24'] } });
    const person = personPlan({ skills: ['databases'], leads: 'shadow' });

    expect(readService(serviceDraftOf(Service.parse({ ...service, id: 's' }))).plan).toEqual(service);
    expect(readTeam(teamDraftOf(Team.parse({ ...team, id: 't' }), 'UTC')).plan).toEqual(team);
    expect(readPerson(personDraftOf(Person.parse({ ...person, id: 'p' }), 'UTC')).plan).toEqual(person);
  });

  it('says of what an edit was made nothing that a plan does not know', () => {
    const service = Service.parse({ ...servicePlan(), id: 's', runs: { version: '3.1', worksWith: [] } });
    const typedThroughput = { by: 'range', least: 2, most: 5, overFacts: false };
    const team = Team.parse({ ...teamPlan(), id: 't', typedThroughput });

    expect(ServicePlan.safeParse(servicePlanOf(service)).success).toBe(true);
    expect(TeamPlan.safeParse(teamPlanOf(team)).success).toBe(true);
  });

  it('asks for what is missing, all of it at once', () => {
    expect(readService(serviceDraftOf(null)).problems).toEqual({ name: 'Write a name of at most 120 characters.' });
    expect(readPerson(personDraftOf(null, 'Europe/Berln')).problems).toEqual({
      name: 'Write a name of at most 120 characters.',
      zone: 'Choose one of the zones.',
    });
    expect(readTeam({ ...teamDraftOf(null, 'UTC'), workdays: [], extraDaysOff: '2026-02-30' })).toEqual({
      plan: null,
      problems: {
        name: 'Write a name of at most 120 characters.',
        workdays: 'Choose at least one day of the week.',
        extraDaysOff: 'Line 1: there is no 2026-02-30 in the calendar.',
      },
    });
  });

  it('keeps each skill and region once, as it was first written', () => {
    const person = readPerson({
      ...personDraftOf(null, 'UTC'),
      name: 'Ada',
      skills: ['Databases', ' databases', 'net'],
    });
    const service = readService({ ...serviceDraftOf(null), name: 'API', regions: ['eu', 'EU ', ' '] });

    expect(person.plan?.skills).toEqual(['Databases', 'net']);
    expect(service.plan?.regions).toEqual(['eu']);
  });

  it.each([
    [{ personId: '' }, { personId: 'Choose who is away.' }],
    [{ firstDay: '' }, { firstDay: 'Choose the first day.' }],
    [{ lastDay: '2026-12-01' }, { lastDay: 'The last day lies before the first.' }],
    [{ reason: 'x'.repeat(401) }, { reason: 'At most 400 characters.' }],
  ])('refuses an absence with %j', (changes, problems) => {
    const typed = { personId: 'person-1', firstDay: '2026-12-21', lastDay: '2026-12-31', reason: '' };

    expect(readAbsence(typed).plan).toEqual(typed);
    expect(readAbsence({ ...typed, ...changes })).toEqual({ plan: null, problems });
  });
});
