import { describe, expect, it } from 'vitest';
import { linksOf } from '../../../../renderer/features/catalogue/service-links.ts';
import {
  awayAround,
  calendarWords,
  cycleWords,
  fitsText,
  peopleByTeam,
  spanWords,
  weekWords,
} from '../../../../renderer/features/catalogue/view-model.ts';
import { Absence, Person, Service, Team } from '../../../../shared/model/catalogue.ts';
import { day } from '../../../../shared/model/time.ts';
import { personPlan, servicePlan, teamPlan } from '../../../support/plans.ts';

function person(id: string, teamId: string | null = null): Person {
  return Person.parse({ ...personPlan({ name: id, teamId }), id });
}

function absence(personId: string, firstDay: string, lastDay: string): Absence {
  return Absence.parse({ id: `${personId}/${firstDay}`, personId, firstDay, lastDay, reason: '' });
}

describe('renderer/features/catalogue/view-model', () => {
  it.each([
    [[1, 2, 3, 4, 5], 'Mon to Fri'],
    [[7, 1], 'Mon and Sun'],
    [[1, 3, 5], 'Mon, Wed and Fri'],
    [[6], 'Sat'],
  ])('calls %j %s', (workdays, words) => {
    expect(weekWords(workdays)).toBe(words);
  });

  it('tells a working calendar in a line', () => {
    const calendar = { workdays: [1, 2, 3, 4, 5], holidays: 'DE-BE', extraDaysOff: [day('2026-12-24')] };

    expect(calendarWords(calendar)).toBe('Mon to Fri, holidays of DE-BE, 1 more day off');
    expect(calendarWords({ ...calendar, holidays: null, extraDaysOff: [] })).toBe('Mon to Fri');
  });

  it('tells who is away today until when, and who is next', () => {
    const people = [person('grace'), person('ken'), person('linus'), person('ada')];
    const absences = [
      absence('grace', '2026-11-20', '2026-11-25'),
      absence('grace', '2026-11-23', '2026-12-01'),
      absence('grace', '2026-12-24', '2026-12-31'),
      absence('ken', '2026-12-24', '2026-12-31'),
      absence('ken', '2026-12-01', '2026-12-02'),
      absence('linus', '2026-11-24', '2026-11-24'),
      absence('ada', '2026-11-01', '2026-11-22'),
    ];

    const { now, next } = awayAround({ people, absences }, day('2026-11-23'));

    expect(now.map(({ absence: { id } }) => id)).toEqual(['grace/2026-11-23']);
    expect(next.map(({ absence: { id } }) => id)).toEqual(['linus/2026-11-24', 'ken/2026-12-01']);
  });

  it('groups people by team, those of none and of one that is gone at the end', () => {
    const teams = ['core', 'edge'].map((id) => Team.parse({ ...teamPlan({ name: id }), id }));
    const people = [person('a', 'edge'), person('b'), person('c', 'gone')];

    const groups = peopleByTeam({ teams, people });

    expect(groups.map(({ team, people: members }) => [team?.name ?? null, members.map(({ id }) => id)])).toEqual([
      ['core', []],
      ['edge', ['a']],
      [null, ['b', 'c']],
    ]);
  });

  it('tells a cycle as a way round', () => {
    const services = [
      Service.parse({ ...servicePlan({ name: 'Shop', dependsOn: ['api'] }), id: 'shop' }),
      Service.parse({ ...servicePlan({ name: 'API', dependsOn: ['shop'] }), id: 'api' }),
    ];

    expect(cycleWords(services, linksOf(services))).toEqual([
      '“Shop” needs “API” needs “Shop”: none of them can be released first.',
    ]);
  });

  it('finds by every word, without regard to case', () => {
    expect(fitsText('zoë tokyo', 'Zoë', 'Asia/Tokyo')).toBe(true);
    expect(fitsText('zoë berlin', 'Zoë', 'Asia/Tokyo')).toBe(false);
    expect(fitsText(undefined, 'anything')).toBe(true);
  });

  it.each([
    ['2026-12-25', '2026-12-25', 'Fri 25 Dec 2026'],
    ['2026-12-21', '2026-12-31', 'Mon 21 Dec to Thu 31 Dec 2026'],
    ['2026-12-21', '2027-01-01', 'Mon 21 Dec 2026 to Fri 1 Jan 2027'],
  ])('tells %s to %s as %s', (firstDay, lastDay, words) => {
    expect(spanWords({ firstDay: day(firstDay), lastDay: day(lastDay) })).toBe(words);
  });
});
