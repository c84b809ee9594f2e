import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { departureFor, ownHindrances } from '../../../../shared/domain/rotation/hindrances.ts';
import type { Absence, Person } from '../../../../shared/model/catalogue.ts';
import { type RosterPart, type RosterRelease, type RosterTerms, TeamDayOff } from '../../../../shared/model/roster.ts';
import { instant } from '../../../../shared/model/time.ts';
import { away, person, rotation, turn } from '../../../support/rotation.ts';
import { anInstant } from '../../../support/times.ts';

function against(
  who: Person,
  part: RosterPart,
  release: RosterRelease,
  { absences = [] as readonly Absence[], ...terms }: Partial<RosterTerms> & { absences?: readonly Absence[] } = {},
): readonly string[] {
  return ownHindrances(who, part, release, rotation({ terms, absences })).map(({ text }) => text);
}

const winter = turn('winter', '2026-01-13');

describe('shared/domain/rotation/hindrances', () => {
  it.each<[RosterPart, Person['leads'], readonly string[]]>([
    ['lead', 'lead', []],
    ['lead', 'shadow', ['Ada leads no release.']],
    ['lead', 'no', ['Ada leads no release.']],
    ['shadow', 'lead', []],
    ['shadow', 'shadow', []],
    ['shadow', 'no', ['Ada takes no turn.']],
  ])('knows whether somebody can be %s who says %s', (part, leads, expected) => {
    expect(against(person('ada', { name: 'Ada', leads }), part, winter)).toEqual(expected);
  });

  it.each([
    ['the day before', '2026-01-11', '2026-01-11', false],
    ['the first day', '2026-01-01', '2026-01-12', true],
    ['a day between', '2026-01-13', '2026-01-13', true],
    ['the last day', '2026-01-14', '2026-02-01', true],
    ['the day after', '2026-01-15', '2026-02-01', false],
    ['all of it', '2026-01-01', '2026-02-01', true],
  ])('knows an absence on %s of a release of three days', (_what, firstDay, lastDay, expected) => {
    const span = { start: anInstant('2026-01-12T08:00Z'), end: anInstant('2026-01-14T16:00Z') };
    const release = turn('r', '2026-01-13', { duties: [{ name: 'Deployment of r', span }] });

    const texts = against(person('ada'), 'shadow', release, { absences: [away('ada', firstDay, lastDay)] });

    expect(texts.length > 0).toBe(expected);
  });

  it('says when somebody is away, and minds nobody else', () => {
    const absences = [away('bob', '2026-01-13'), away('ada', '2026-01-13'), away('ada', '2026-01-10', '2026-01-20')];

    expect(against(person('ada', { name: 'Ada' }), 'lead', winter, { absences })).toEqual([
      'Ada is away on Tue 13 Jan 2026, at the time of “winter”.',
    ]);
    expect(against(person('ada', { name: 'Ada' }), 'lead', winter, { absences: absences.slice(2) })).toEqual([
      'Ada is away from Sat 10 Jan 2026 to Tue 20 Jan 2026, at the time of “winter”.',
    ]);
  });

  it('minds a part beside the rota in a release that is deployed at the same time', () => {
    const release = turn('r', '2026-01-13', { elsewhere: [{ personId: 'ada', name: 'Cards 9' }] });

    const text = 'Ada has a part in “Cards 9”, which is deployed at the same time.';
    expect(against(person('ada', { name: 'Ada' }), 'lead', release)).toEqual([text]);
    expect(against(person('bea'), 'lead', release)).toEqual([]);
  });

  it('minds every duty, the go/no-go days before it too, on the days of each one’s own clock', () => {
    const duties = [
      { name: 'r', span: { start: anInstant('2026-01-13T10:00Z'), end: anInstant('2026-01-13T11:00Z') } },
      // 23:30 on Friday in Berlin is half past midnight on Saturday in Helsinki.
      { name: 'Go/no-go of r', span: { start: anInstant('2026-01-09T22:30Z'), end: anInstant('2026-01-09T22:31Z') } },
    ];
    const release = turn('r', '2026-01-13', { duties });
    const absences = [away('ada', '2026-01-09'), away('bea', '2026-01-09'), away('cyn', '2026-01-11')];
    const helsinki = person('bea', { zone: 'Europe/Helsinki' });

    expect(against(person('ada', { name: 'Ada' }), 'lead', release, { absences })).toEqual([
      'Ada is away on Fri 9 Jan 2026, at the time of “Go/no-go of r”.',
    ]);
    expect(against(helsinki, 'lead', release, { absences })).toEqual([]);
    expect(against(person('cyn'), 'lead', release, { absences })).toEqual([]);
  });

  it('minds the days off of somebody’s own team', () => {
    const day = { teamId: 'berlin', day: '2026-01-13', name: 'A holiday' };
    const daysOff = [TeamDayOff.parse(day)];
    const check = (teamId: string | null) =>
      ownHindrances(person('ada', { name: 'Ada', teamId }), 'shadow', winter, rotation({ daysOff }));

    expect(check('berlin')).toEqual([
      { why: 'day-off', text: 'Ada has a day off on Tue 13 Jan 2026 (A holiday), at the time of “winter”.' },
    ]);
    expect(check('paris')).toEqual([]);
    expect(check(null)).toEqual([]);
  });

  it.each([
    ['of a team of the train', 'core', ['core', 'web'], true, true],
    ['of another team', 'ops', ['core', 'web'], true, false],
    ['of no team', null, ['core'], true, false],
    ['of any team, where the train has none', 'ops', [], true, true],
    ['of another team, where all are asked', 'ops', ['core'], false, true],
  ])('asks people of the train’s teams: one %s', (_what, teamId, teams, ownTeams, expected) => {
    const release = turn('r', '2026-01-13', { teams });

    const found = ownHindrances(person('ada', { teamId }), 'shadow', release, rotation({ terms: { ownTeams } }));

    expect(found.map(({ why }) => why)).toEqual(expected ? [] : ['other-team']);
  });

  it.each([
    ['at the first minute', '2026-01-13T08:00Z', true],
    ['a minute before', '2026-01-13T07:59Z', false],
    ['at the last minute', '2026-01-13T16:59Z', true],
    ['at the end', '2026-01-13T17:00Z', true],
    ['a minute after the end', '2026-01-13T17:01Z', false],
    ['in winter', '2026-03-27T16:30Z', true],
    ['two days later, after the clocks went forward', '2026-03-30T16:30Z', false],
    ['on Friday before the clocks go back', '2026-10-23T07:30Z', true],
    ['on Monday after it', '2026-10-26T07:30Z', false],
    ['on a Saturday', '2026-01-17T10:00Z', false],
  ])('knows working hours on a clock in Berlin: %s', (_what, at, works) => {
    const release = turn('r', at.slice(0, 10), { departsAt: anInstant(at) });

    expect(against(person('ada'), 'shadow', release).length === 0).toBe(works);
  });

  it('tells the day on the clock of each: a Friday evening in New York is a Saturday in Auckland', () => {
    const release = turn('r', '2026-01-16', { departsAt: anInstant('2026-01-16T20:30Z') });

    expect(against(person('ada', { zone: 'America/New_York' }), 'shadow', release)).toEqual([]);
    expect(against(person('bea', { name: 'Bea', zone: 'Pacific/Auckland' }), 'shadow', release)).toEqual([
      'It departs at 09:30 on Saturday in Pacific/Auckland, when Bea does not work.',
    ]);
    expect(departureFor(release, person('ada', { zone: 'America/New_York' }))).toBe(
      '15:30 on Friday in America/New_York',
    );
  });

  it.each([
    ['22:00', true],
    ['05:59', true],
    ['06:00', true],
    ['06:01', false],
    ['21:59', false],
  ])('knows hours over midnight, 22:00 to 06:00: %s', (clock, works) => {
    const release = turn('r', '2026-01-13', { departsAt: anInstant(`2026-01-13T${clock}Z`) });
    const workingHours = { from: '22:00', to: '06:00' } as RosterTerms['workingHours'];

    expect(against(person('ada', { zone: 'UTC' }), 'shadow', release, { workingHours }).length === 0).toBe(works);
  });

  it('asks skills of the lead, whatever their case, and none of a shadow', () => {
    const release = turn('r', '2026-01-13', { skills: ['Database', 'Go', 'Rust'] });
    const ada = person('ada', { name: 'Ada', skills: ['database', 'Cooking'] });

    expect(against(ada, 'lead', release)).toEqual(['Ada lacks Go, Rust.']);
    expect(against(ada, 'shadow', release)).toEqual([]);
  });

  it('names everything that hinders', () => {
    const release = turn('r', '2026-01-17', { skills: ['Go'] });
    const ada = person('ada', { leads: 'shadow' });

    const found = ownHindrances(ada, 'lead', release, rotation({ absences: [away('ada', '2026-01-17')] }));

    expect(found.map(({ why }) => why)).toEqual([
      'takes-no-such-part',
      'absent',
      'outside-working-hours',
      'skill-missing',
    ]);
  });

  it('reads the clock as Temporal does', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'Australia/Lord_Howe'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000 }), fc.constantFrom(...zones), (minutes, zone) => {
        const departsAt = instant(anInstant('2024-01-01T00:00Z') + minutes * 60_000);
        const release = turn('r', '2026-01-13', { departsAt });

        const found = against(person('ada', { zone }), 'shadow', release);

        const there = Temporal.Instant.fromEpochMilliseconds(departsAt).toZonedDateTimeISO(zone);
        const clock = there.hour * 60 + there.minute;
        const works = there.dayOfWeek <= 5 && clock >= 9 * 60 && clock <= 18 * 60;
        expect(found.length === 0).toBe(works);
      }),
      // 18:00 sharp, when hours end, is still within them.
      { examples: [[1_232_940, 'Pacific/Apia']] },
    );
  });
});
