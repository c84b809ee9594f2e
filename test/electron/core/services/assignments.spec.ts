import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonId, ReleaseId, TrainId } from '../../../../shared/model/ids.ts';
import { RosterTerms } from '../../../../shared/model/roster.ts';
import { day, type LocalTime } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { biweeklyPlan, personPlan, teamPlan } from '../../../support/plans.ts';

describe('electron/core/services/assignments', () => {
  let test: TestCore;
  let releaseId: ReleaseId;
  let personId: PersonId;
  beforeEach(async () => {
    test = await testCore();
    const { id: trainId } = await test.client.trains.create(biweeklyPlan());
    releaseId = (await test.client.releases.add({ trainId, name: 'R1', day: day('2026-12-01') })).id;
    personId = (await test.client.catalogue.addPerson(personPlan())).id;
  });
  afterEach(() => test.end());

  it('gives parts, one of a kind to a person, and takes them away', async () => {
    const input = { releaseId, personId, role: 'Release lead' };
    const { id } = await test.client.assignments.add(input);

    await expect(test.client.assignments.add(input)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'Grace is Release lead of “Payments R1” already.',
    });
    const listed = await test.client.assignments.list({ releaseId });
    await test.client.assignments.remove({ id });

    expect(listed).toEqual([{ ...input, id }]);
    expect(await test.client.assignments.list({ releaseId: null })).toEqual([]);
  });

  it('keeps a person while they have a part, and lets the parts go with the release', async () => {
    await test.client.assignments.add({ releaseId, personId, role: 'Approver' });

    await expect(test.client.catalogue.removePerson({ id: personId })).rejects.toMatchObject({ code: 'CONFLICT' });
    await test.client.releases.remove({ id: releaseId });

    expect(await test.client.assignments.list({ releaseId: null })).toEqual([]);
  });

  it('refuses a release or person that is gone', async () => {
    await expect(
      test.client.assignments.add({ releaseId: 'release-9' as ReleaseId, personId, role: 'Approver' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      test.client.assignments.add({ releaseId, personId: 'person-9' as PersonId, role: 'Approver' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('proposes a fair rotation around absences, keeps what is settled, and settles what is accepted', async () => {
    const { id: trainId } = await test.client.trains.create(biweeklyPlan({ name: 'Cards', zone: 'Europe/Berlin' }));
    // Tuesdays at 20:00 would be after hours: they depart at noon.
    await test.client.trains.update({
      id: trainId,
      plan: biweeklyPlan({ name: 'Cards', cadence: { ...biweeklyPlan().cadence, departureTime: '12:00' } }),
    });
    await test.client.trains.generate({ id: trainId, from: day('2026-12-01'), to: day('2027-01-26') });
    const { id: linus } = await test.client.catalogue.addPerson(personPlan({ name: 'Linus' }));
    await test.client.catalogue.addPerson(personPlan({ name: 'Ken', leads: 'shadow' }));
    await test.client.catalogue.addAbsence({
      personId: linus,
      firstDay: day('2026-12-14'),
      lastDay: day('2026-12-16'),
      reason: '',
    });
    const range = { trainIds: [trainId], from: day('2026-12-01'), to: day('2027-01-31') };

    const first = await test.client.assignments.propose(range);
    const leads = first.assignments.filter(({ part }) => part === 'lead');
    await test.client.assignments.accept({
      places: leads.map(({ releaseId: release, part, personId: person }) => ({
        releaseId: release,
        part,
        personId: person,
      })),
    });
    const second = await test.client.assignments.propose(range);
    await test.client.journal.undo({ seq: null });

    // 1, 15 and 29 December, 12 and 26 January: two leads take turns, and Linus is away on the 15th.
    expect(leads.map(({ personId: person }) => person)).toEqual([linus, personId, linus, personId, linus]);
    expect(leads.every(({ reasons }) => reasons.length > 0)).toBe(true);
    expect(first.fairness.spread).toBe(1);
    expect(second.assignments.filter(({ part }) => part === 'lead').map(({ by }) => by)).toEqual(
      Array.from({ length: 5 }, () => 'hand'),
    );
    expect(await test.client.assignments.list({ releaseId: null })).toEqual([]);
  });

  it('answers others while a rota is made, and stops making one that nobody waits for', async () => {
    const plan = biweeklyPlan();
    const cadence = { ...plan.cadence, rrule: 'FREQ=WEEKLY;BYDAY=TU', departureTime: '12:00' };
    const { id: trainId } = await test.client.trains.create(biweeklyPlan({ name: 'Cards', cadence }));
    await test.client.trains.generate({ id: trainId, from: day('2026-12-01'), to: day('2027-10-31') });
    for (const name of ['Linus', 'Ken', 'Ada', 'Barbara', 'Margaret']) {
      await test.client.catalogue.addPerson(personPlan({ name }));
    }
    const range = { trainIds: [trainId], from: day('2026-12-01'), to: day('2027-10-31') };
    const leaving = new AbortController();

    const made = test.client.assignments.propose(range);
    const left = test.client.assignments.propose(range, { signal: leaving.signal });
    const first = await Promise.race([made.then(() => 'rota'), test.client.trains.list({}).then(() => 'trains')]);
    leaving.abort();

    await expect(left).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(first).toBe('trains');
    expect((await made).releases).toHaveLength(48);
  });

  it('proposes nobody whom a conflict would name: absences at the go/no-go and days off of the team too', async () => {
    // R1 departs on Tuesday 1 December at 20:00; its go/no-go is on Monday 30 November.
    const on = (extraDaysOff: readonly string[]) =>
      teamPlan({ name: `Free ${extraDaysOff}`, calendar: { workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff } });
    const { id: free } = await test.client.catalogue.addTeam(on(['2026-12-01']));
    const { id: linus } = await test.client.catalogue.addPerson(personPlan({ name: 'Linus', teamId: free }));
    const { id: ada } = await test.client.catalogue.addPerson(personPlan({ name: 'Ada' }));
    const monday = day('2026-11-30');
    await test.client.catalogue.addAbsence({ personId: ada, firstDay: monday, lastDay: monday, reason: '' });
    const range = { trainIds: null, from: day('2026-12-01') };

    const roster = await test.client.assignments.propose(range);
    const places = [ada, linus].map((id) => ({ releaseId, part: 'lead' as const, personId: id }));
    const effects = await Promise.all(places.map((place) => test.client.assignments.preview({ places: [place] })));

    expect(roster.assignments.map((one) => [one.part, one.personId])).toEqual([['lead', personId]]);
    const shadow = new Map(
      roster.unfilled[0]?.people.map((one) => [one.personId, one.hindrances.map(({ why }) => why)]),
    );
    expect([shadow.get(ada), shadow.get(linus)]).toEqual([['absent'], ['day-off']]);
    expect(effects.map(({ added }) => added.map(({ kind, severity }) => `${kind} ${severity}`))).toEqual([
      ['owner-away serious'],
      ['owner-away serious'],
    ]);
    expect(await test.client.assignments.list({ releaseId })).toEqual([]);
  });

  it('says who is away on any day on which a release is deployed or decided on, each on their own calendar', async () => {
    // Decided on Monday 30 November, deployed from Tuesday evening to Thursday morning in Berlin.
    await test.client.releases.addMilestone({
      releaseId,
      kind: 'deployment',
      name: 'Roll-out',
      startLocal: '2026-12-01T20:00' as LocalTime,
      endLocal: '2026-12-03T00:00' as LocalTime,
    });
    const calendar = { workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff: ['2026-12-02'] };
    const { id: teamId } = await test.client.catalogue.addTeam(teamPlan({ name: 'Free', calendar }));
    const away = async (name: string, zone: string, on: string | null, team: string | null = null) => {
      const { id } = await test.client.catalogue.addPerson(personPlan({ name, zone, teamId: team }));
      if (on !== null)
        await test.client.catalogue.addAbsence({ personId: id, firstDay: day(on), lastDay: day(on), reason: '' });
    };
    await away('Monday', 'Europe/Berlin', '2026-11-30');
    await away('Wednesday', 'Europe/Berlin', '2026-12-02');
    // It ends at midnight in Berlin, which is Thursday noon in Auckland and Wednesday afternoon in New York.
    await away('Berlin Thursday', 'Europe/Berlin', '2026-12-03');
    await away('New York Thursday', 'America/New_York', '2026-12-03');
    await away('Auckland Thursday', 'Pacific/Auckland', '2026-12-03');
    // It begins on Wednesday morning in Auckland.
    await away('Auckland Tuesday', 'Pacific/Auckland', '2026-12-01');
    await away('Team', 'Europe/Berlin', null, teamId);

    const told = await test.client.assignments.away({ releaseId });

    expect(told.map(({ text }) => text).sort()).toEqual([
      'Auckland Thursday is away on Thu 3 Dec 2026, at the time of “Roll-out of Payments R1”.',
      'Monday is away on Mon 30 Nov 2026, at the time of “go of Payments R1”.',
      'Team has a day off on Wed 2 Dec 2026 (Day off), at the time of “Roll-out of Payments R1”.',
      'Wednesday is away on Wed 2 Dec 2026, at the time of “Roll-out of Payments R1”.',
    ]);
  });

  it('asks about the last release that is planned where no last day is said', async () => {
    const { to, releases } = await test.client.assignments.propose({ trainIds: null, from: day('2026-11-01') });
    const before = await test.client.assignments.propose({ trainIds: null, from: day('2027-01-01') });

    expect([to, releases.map(({ name }) => name)]).toEqual(['2026-12-01', ['Payments R1']]);
    expect([before.to, before.releases]).toEqual(['2027-01-01', []]);
  });

  it('settles what was looked at, says who gives a part up, and refuses when it was given away meanwhile', async () => {
    const { id: linus } = await test.client.catalogue.addPerson(personPlan({ name: 'Linus' }));
    const role = 'Release lead';
    const places = [{ releaseId, part: 'lead' as const, personId: linus }];
    const { settled: base } = await test.client.assignments.propose({ trainIds: null, from: day('2026-12-01') });
    await test.client.assignments.add({ releaseId, personId, role });

    await expect(test.client.assignments.accept({ places, base })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'Release lead of “Payments R1” was changed meanwhile: it is Grace now.',
    });
    const { settled: again } = await test.client.assignments.propose({ trainIds: null, from: day('2026-12-01') });
    const { summary } = await test.client.assignments.accept({ places, base: again });

    expect(summary).toBe('Settled 1 place of the rotation: Linus for Grace in “Payments R1”');
    const left = await test.client.assignments.list({ releaseId });
    expect(left.map((one) => [one.personId, one.role])).toEqual([[linus, role]]);
  });

  it('proposes nobody who has another part in a release that is deployed at the same time', async () => {
    const { id: trainId } = await test.client.trains.create(biweeklyPlan({ name: 'Cards' }));
    const add = async (name: string, on: string) =>
      (await test.client.releases.add({ trainId, name, day: day(on) })).id;
    const [together, later] = [await add('C1', '2026-12-01'), await add('C2', '2026-12-03')];
    await test.client.assignments.add({ releaseId, personId, role: 'Incident manager' });
    const hours = { from: '08:00', to: '21:00' };
    const terms = RosterTerms.parse({
      workingHours: hours,
      workdays: [2, 4],
      restReleases: 0,
      pairing: 'prefer',
      seed: 1,
    });
    const leadsOf = (trains: TrainId[]) =>
      test.client.assignments.propose({ trainIds: trains, from: day('2026-12-01'), terms });

    const { assignments, unfilled } = await leadsOf([trainId]);

    expect(assignments.map((one) => [one.releaseId, one.part, one.personId])).toEqual([[later, 'lead', personId]]);
    const [open] = unfilled;
    expect([open?.releaseId, open?.people.map(({ hindrances }) => hindrances)]).toEqual([
      together,
      [[{ why: 'elsewhere', text: 'Grace has a part in “Payments R1”, which is deployed at the same time.' }]],
    ]);
    // A part beside the rota in the same release keeps nobody from its lead.
    const { assignments: own } = await leadsOf([(await test.client.releases.get({ id: releaseId })).release.trainId]);
    expect(own.map((one) => [one.releaseId, one.part])).toEqual([[releaseId, 'lead']]);
  });

  it('settles no part twice at once', async () => {
    const { id: linus } = await test.client.catalogue.addPerson(personPlan({ name: 'Linus' }));
    const places = [personId, linus].map((id) => ({ releaseId, part: 'lead' as const, personId: id }));

    await expect(test.client.assignments.accept({ places })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: 'Release lead of “Payments R1” is among the places twice.',
    });
    expect(await test.client.assignments.list({ releaseId })).toEqual([]);
  });

  it('settles not both parts of a release on one person', async () => {
    const places = (['lead', 'shadow'] as const).map((part) => ({ releaseId, part, personId }));
    const { name } = (await test.client.catalogue.read({})).people.find(({ id }) => id === personId) ?? expect.fail();

    await expect(test.client.assignments.accept({ places })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: `“${name}” would be lead and shadow of “Payments R1”.`,
    });
    expect(await test.client.assignments.list({ releaseId })).toEqual([]);
  });

  it('knows a part in whatever case it was written: who has it is asked for no second time, and gives it up', async () => {
    const { id: linus } = await test.client.catalogue.addPerson(personPlan({ name: 'Linus' }));
    const part = { releaseId, part: 'lead', personId } as const;
    await test.client.assignments.add({ releaseId, personId, role: 'release LEAD' });

    await expect(test.client.assignments.add({ releaseId, personId, role: 'Release lead' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    const { settled, assignments } = await test.client.assignments.propose({
      trainIds: null,
      from: day('2026-12-01'),
    });
    await test.client.assignments.accept({ places: [{ ...part, personId: linus }], base: settled });

    expect(settled).toEqual([part]);
    expect(assignments.filter((one) => one.part === 'lead')).toMatchObject([{ ...part, by: 'hand' }]);
    const left = await test.client.assignments.list({ releaseId });
    expect(left.map((one) => [one.personId, one.role])).toEqual([[linus, 'Release lead']]);
  });

  it('fills the rest around a place that somebody chose, and tells what it was made of', async () => {
    const { id: linus } = await test.client.catalogue.addPerson(personPlan({ name: 'Linus' }));
    const terms = RosterTerms.parse({
      workingHours: { from: '08:00', to: '19:00' },
      workdays: [1, 2, 3, 4, 5],
      restReleases: 1,
      pairing: 'prefer',
      seed: 1,
    });
    const range = { trainIds: null, from: day('2026-12-01'), to: day('2026-12-31'), terms };
    const chosen = [{ releaseId, part: 'lead', personId: linus }] as const;

    const roster = await test.client.assignments.propose({ ...range, chosen: [...chosen] });
    const gone = { releaseId: 'release-9' as ReleaseId, part: 'lead', personId: linus } as const;
    const without = await test.client.assignments.propose({ ...range, chosen: [gone] });

    // It departs at 20:00, when nobody works: what was chosen stays all the same, and says so.
    expect(roster.assignments).toMatchObject([
      { personId: linus, part: 'lead', by: 'hand', hindrances: [{ why: 'outside-working-hours' }] },
    ]);
    expect(roster.releases).toMatchObject([{ releaseId, name: 'Payments R1', day: '2026-12-01' }]);
    expect(without.assignments).toEqual([]);
  });
});
