import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ThingKind } from '../../../../shared/model/imported-things.ts';
import { day } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { biweeklyPlan, bookingPlan, environmentPlan, freezePlan } from '../../../support/plans.ts';
import { daily } from '../../../support/schedule.ts';

describe('electron/core/services/thing-import', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore();
  });
  afterEach(() => test.end());

  const file = (kind: ThingKind, ...rows: readonly Readonly<Record<string, string>>[]) => ({
    kind,
    rows: rows.map((values, index) => ({ line: index + 2, values })),
  });
  const take = (...args: Parameters<typeof file>) =>
    test.client.exchange.importThings({ ...file(...args), accepted: null });
  const look = async (...args: Parameters<typeof file>) =>
    (await test.client.exchange.previewThings(file(...args))).rows;

  it('shows what a table of teams would do, writes nothing, then makes what was accepted', async () => {
    const teams = [{ name: 'Payments', zone: 'Asia/Tokyo' }, { name: 'Search' }];

    const rows = await look('team', ...teams);
    const before = await test.client.catalogue.read({});
    const made = await test.client.exchange.importThings({ ...file('team', ...teams), accepted: [2], unread: 2 });
    const after = await test.client.catalogue.read({});

    expect(rows.map(({ line, name, state }) => [line, name, state])).toEqual([
      [2, 'Payments', 'new'],
      [3, 'Search', 'new'],
    ]);
    expect(made.summary).toBe('Imported teams: 1 new, 0 changed, 3 left out');
    expect(before.teams).toEqual([]);
    expect(after.teams).toMatchObject([{ name: 'Payments', zone: 'Asia/Tokyo', notes: '' }]);
  });

  it('knows things by their names: changes what the file says, keeps what it does not, doubles nothing', async () => {
    await take('team', { name: 'Payments' });
    await take('service', { name: 'Ledger', team: 'payments', tier: '1', notes: 'Books' });

    const same = await look('service', { name: 'ledger', tier: '1' });
    const [changed] = await look('service', { name: 'LEDGER', tier: '2', team: 'Payments' });
    await take('service', { name: 'LEDGER', tier: '2' });
    const { services, teams } = await test.client.catalogue.read({});

    expect(same).toMatchObject([{ state: 'same', changed: [] }]);
    expect(changed).toMatchObject({ state: 'changed', changed: ['Tier: 1 becomes 2'] });
    expect(services).toMatchObject([{ name: 'Ledger', tier: 2, notes: 'Books', teamId: teams[0]?.id }]);
  });

  it('lets rows name each other, and says which name it does not know', async () => {
    const [web, api] = await look(
      'service',
      { name: 'Web', dependsOn: 'API; Ghost' },
      { name: 'API', dependsOn: 'Web' },
    );
    await take('environment', { name: 'PROD', kind: 'production', parents: 'DB' }, { name: 'DB', capacity: '2' });
    const environments = await test.client.environments.list({});

    expect(web).toMatchObject({
      state: 'problem',
      problem: {
        message: 'There is no service called “Ghost”.',
        remedy: 'Import or add it first, or correct the name.',
      },
    });
    expect(api).toMatchObject({
      state: 'problem',
      problem: { message: 'It names a row that cannot be taken.' },
    });
    const db = environments.find(({ name }) => name === 'DB');
    expect(environments.find(({ name }) => name === 'PROD')).toMatchObject({ kind: 'production', parents: [db?.id] });
  });

  it('reads freezes with their days included, their clock and what they are about', async () => {
    await take('team', { name: 'Payments' });
    const row = { name: 'Year end', kind: 'freeze', start: '2026-12-18', startTime: '18:00', end: '2027-01-03' };
    await take('schedule-rule', { ...row, zone: 'Asia/Tokyo', teams: 'Payments', reason: 'Quiet' });

    const [later] = await look('schedule-rule', { ...row, end: '2027-01-10' });
    const { rules } = await test.client.scheduleRules.list({});
    const { teams } = await test.client.catalogue.read({});

    const clock = { by: 'zone', zone: 'Asia/Tokyo' };
    expect(rules).toMatchObject([
      {
        kind: 'freeze',
        reason: 'Quiet',
        scope: { teams: [teams[0]?.id], services: [] },
        holds: { start: { local: '2026-12-18T18:00', clock }, end: { local: '2027-01-04T00:00', clock } },
      },
    ]);
    expect(later?.changed).toEqual([
      'Times: Fri 18 Dec 2026, 18:00 to Mon 4 Jan 2027, 00:00 becomes Fri 18 Dec 2026, 18:00 to Mon 11 Jan 2027, 00:00',
    ]);
  });

  it('names what is wrong row by row, and takes the others', async () => {
    const rows = [
      { name: 'Ada', zone: 'Mars/Olympus' },
      { name: 'Bo', leads: 'lead', skills: 'deploy, sql' },
      { name: 'bo' },
    ];

    const shown = await look('person', ...rows);
    const made = await take('person', ...rows);
    const { people } = await test.client.catalogue.read({});

    expect(shown.map(({ state, problem }) => [state, problem?.message ?? null])).toEqual([
      ['problem', 'Nobody knows the time zone “Mars/Olympus”.'],
      ['new', null],
      ['problem', 'It is in the file twice, first at line 3.'],
    ]);
    expect(made).toMatchObject({ added: 1, changed: 0, summary: 'Imported people: 1 new, 0 changed, 2 left out' });
    expect(people).toMatchObject([{ name: 'Bo', leads: 'lead', skills: ['deploy', 'sql'] }]);
  });

  it('changes none of two rules that share a name, and replaces no recurrence by one time', async () => {
    await test.client.scheduleRules.add(freezePlan({ name: 'Quarter end' }));
    await test.client.scheduleRules.add(freezePlan({ name: 'Quarter end' }));
    await test.client.scheduleRules.add(
      freezePlan({ name: 'Fridays', holds: daily({ rrule: 'FREQ=WEEKLY;BYDAY=FR', start: '18:00', end: '20:00' }) }),
    );
    const times = { start: '2026-12-24', end: '2026-12-25' };

    const rows = await look('schedule-rule', { name: 'Quarter end', ...times }, { name: 'Fridays', ...times });

    expect(rows.map(({ state, problem }) => [state, problem?.message])).toEqual([
      ['problem', '2 here are called “Quarter end”.'],
      ['problem', 'It recurs here, and the time of the row would replace its recurrence.'],
    ]);
  });

  it('lets no environment stand on itself, in the words of the form', async () => {
    await take('environment', { name: 'A' }, { name: 'B', parents: 'A' });

    const [ring] = await look('environment', { name: 'A', parents: 'B' });
    const [both] = await look('environment', { name: 'C', parents: 'D' }, { name: 'D', parents: 'C' });

    expect(ring).toMatchObject({ state: 'problem', problem: { message: '“A” would stand on itself.' } });
    expect(both).toMatchObject({ state: 'problem', problem: { message: '“C” would stand on itself.' } });
  });

  it('lets services need each other in a ring, as the form does, and none need itself', async () => {
    const ring = [
      { name: 'Web', dependsOn: 'API' },
      { name: 'API', dependsOn: 'Ledger' },
      { name: 'Ledger', dependsOn: 'Web' },
    ];

    const made = await take('service', ...ring);
    const again = await look('service', ...ring);
    const [own] = await look('service', { name: 'Web', dependsOn: 'Web' });
    const { services } = await test.client.catalogue.read({});

    expect(made).toMatchObject({ added: 3, changed: 0 });
    expect(again.map(({ state }) => state)).toEqual(['same', 'same', 'same']);
    const idOf = (name: string) => services.find((one) => one.name === name)?.id;
    expect(services.map(({ name, dependsOn }) => [name, dependsOn])).toEqual([
      ['API', [idOf('Ledger')]],
      ['Ledger', [idOf('Web')]],
      ['Web', [idOf('API')]],
    ]);
    expect(own?.problem).toEqual({ message: '“Web” cannot depend on itself.', remedy: 'Take it off the list.' });
  });

  it('tells freezes of one name apart by their times', async () => {
    const [first, second] = [
      { name: 'Year end', start: '2026-12-18', end: '2027-01-03' },
      { name: 'Year end', start: '2027-12-17', end: '2028-01-02' },
    ];

    const made = await take('schedule-rule', first, second);
    const later = await look('schedule-rule', { ...first, end: '2027-01-05' }, second);
    const [one] = await look('schedule-rule', { ...second, start: '2027-12-16' });
    const twice = await look('schedule-rule', first, { ...first, start: '2026-12-20' });

    expect(made).toMatchObject({ added: 2 });
    expect(later.map(({ state }) => state)).toEqual(['changed', 'same']);
    expect(one?.changed).toEqual([
      'Times: Fri 17 Dec 2027, 00:00 to Mon 3 Jan 2028, 00:00 becomes Thu 16 Dec 2027, 00:00 to Mon 3 Jan 2028, 00:00',
    ]);
    expect(twice[1]?.problem?.message).toBe('It is in the file twice, first at line 2.');
  });

  it('takes the rows that the preview calls new beside those that it calls the same', async () => {
    const years = [
      { name: 'Christmas', start: '2026-12-18', end: '2027-01-03' },
      { name: 'Christmas', start: '2027-12-18', end: '2028-01-03' },
    ] as const;
    await take('schedule-rule', years[0]);

    const rows = await look('schedule-rule', ...years);
    const accepted = rows.filter(({ state }) => state === 'new').map(({ line }) => line);
    const done = await test.client.exchange.importThings({ ...file('schedule-rule', ...years), accepted });
    const { rules } = await test.client.scheduleRules.list({});

    expect(rows.map(({ state }) => state)).toEqual(['same', 'new']);
    expect(done).toMatchObject({ added: 1, changed: 0 });
    expect(rules.map(({ holds }) => holds)).toMatchObject([
      { start: { local: '2026-12-18T00:00' } },
      { start: { local: '2027-12-18T00:00' } },
    ]);
  });

  it('makes no window of a freeze that has overrides', async () => {
    const freeze = { name: 'Christmas', start: '2026-12-18', end: '2027-01-03' };
    await take('schedule-rule', freeze, { ...freeze, name: 'Easter' });
    const { rules } = await test.client.scheduleRules.list({});
    const freezeId = rules.find(({ name }) => name === 'Christmas')?.id ?? expect.fail('no freeze');
    const [startAt, endAt] = [Date.parse('2026-12-20T08:00Z'), Date.parse('2026-12-20T10:00Z')];
    const scope = { regions: [], environments: [], services: [], tiers: [], teams: [], tenants: [] };
    await test.client.scheduleRules.requestOverride({ freezeId, scope, startAt, endAt, reason: 'Hotfix' });
    const rows = [
      { ...freeze, kind: 'window' },
      { ...freeze, name: 'Easter', kind: 'window' },
    ];

    const shown = await look('schedule-rule', ...rows);
    await take('schedule-rule', ...rows);
    const after = await test.client.scheduleRules.list({});

    expect(shown).toMatchObject([
      {
        state: 'problem',
        problem: {
          message: '“Christmas” has overrides, so it stays a freeze.',
          remedy: 'Take the overrides back first.',
        },
      },
      { state: 'changed', problem: null },
    ]);
    expect(after.rules.map(({ name, kind }) => [name, kind])).toEqual(
      expect.arrayContaining([
        ['Christmas', 'freeze'],
        ['Easter', 'window'],
      ]),
    );
  });

  it('takes a name that holds a comma in quotes, and says so where it is missing', async () => {
    await take('environment', { name: 'Berlin, Mitte' }, { name: 'Paris' });

    const [bare] = await look('environment', { name: 'UAT', parents: 'Berlin, Mitte' });
    const made = await take('environment', { name: 'UAT', parents: '"Berlin, Mitte", Paris' });
    const environments = await test.client.environments.list({});

    expect(bare?.problem).toEqual({
      message: 'There is no environment called “Berlin”.',
      remedy:
        'Import or add it first, or correct the name. A name that holds a comma stands in quotes: "Berlin, Mitte".',
    });
    expect(made).toMatchObject({ added: 1 });
    const named = (list: readonly string[]) =>
      environments.filter(({ id }) => list.includes(id)).map(({ name }) => name);
    expect(named(environments.find(({ name }) => name === 'UAT')?.parents ?? [])).toEqual(['Berlin, Mitte', 'Paris']);
  });

  describe('bookings', () => {
    const week = { environment: 'UAT', release: 'R1', start: '2026-12-07', end: '2026-12-11', zone: 'Europe/Berlin' };
    const all = () => test.client.environments.bookings({ from: day('2026-11-01'), to: day('2027-11-01') });

    beforeEach(async () => {
      await take('environment', { name: 'UAT', sharing: 'shared', capacity: '4' }, { name: 'PROD' });
      const { id: trainId } = await test.client.trains.create(biweeklyPlan({ name: 'Payments', cadence: null }));
      await test.client.releases.add({ trainId, name: 'R1', day: day('2026-12-15') });
    });

    it('book environments for releases, and one undo takes them back', async () => {
      const rows = [
        week,
        { ...week, environment: 'PROD', release: 'Payments R1', startTime: '18:00', endTime: '20:00', units: '1' },
        { ...week, release: '', name: 'Drill', mode: 'shared', units: '2' },
      ];

      const made = await take('booking', ...rows);
      const { bookings } = await all();
      const again = await look('booking', ...rows);
      await test.client.journal.undo({ seq: made.seq });
      const after = await all();

      expect(made).toMatchObject({ added: 3, changed: 0, summary: 'Imported bookings: 3 new, 0 changed' });
      expect(
        bookings.map(({ title, startLocal, endLocal, mode, units }) => [title, startLocal, endLocal, mode, units]),
      ).toEqual(
        expect.arrayContaining([
          ['Payments R1', '2026-12-07T00:00', '2026-12-12T00:00', 'exclusive', 1],
          ['Payments R1', '2026-12-07T18:00', '2026-12-11T20:00', 'exclusive', 1],
          ['Drill', '2026-12-07T00:00', '2026-12-12T00:00', 'shared', 2],
        ]),
      );
      // Berlin is an hour before UTC in December.
      expect(bookings.map(({ startAt }) => startAt)).toContain(Date.parse('2026-12-06T23:00Z'));
      expect(again.map(({ state }) => state)).toEqual(['same', 'same', 'same']);
      expect(after.bookings).toEqual([]);
    });

    it('are known by environment, release and time: what moved is moved', async () => {
      await take('booking', week, { ...week, start: '2027-01-11', end: '2027-01-15' });
      const moved = { ...week, end: '2026-12-14', units: '3' };

      const [row] = await look('booking', moved);
      const made = await take('booking', moved);
      const { bookings } = await all();

      expect(row).toMatchObject({
        name: 'R1',
        state: 'changed',
        changed: ['Units: 1 becomes 3', 'End: Sat 12 Dec 2026, 00:00 becomes Tue 15 Dec 2026, 00:00'],
      });
      expect(made).toMatchObject({ added: 0, changed: 1 });
      expect(bookings.map(({ endLocal, units }) => [endLocal, units])).toEqual([
        ['2026-12-15T00:00', 3],
        ['2027-01-16T00:00', 1],
      ]);
    });

    it('stay where their rows say, though what brought them along moves', async () => {
      const environments = await test.client.environments.list({});
      const uat = environments.find(({ name }) => name === 'UAT') ?? expect.fail('no environment');
      await test.client.environments.add(environmentPlan({ name: 'APP', parents: [uat.id] }));
      const times = { startLocal: '2026-12-15T09:00', endLocal: '2026-12-15T17:00' };
      const plan = bookingPlan(uat.id, { title: 'Drill', ...times });
      await test.client.environments.book({ plan, withDependants: true });
      const drill = (environment: string, on: string) => {
        const clock = { startTime: '09:00', endTime: '17:00', zone: plan.zone };
        return { environment, name: 'Drill', start: on, end: on, ...clock };
      };
      const rows = [drill('APP', '2026-12-15'), drill('UAT', '2026-12-22')];

      const shown = await look('booking', ...rows);
      await test.client.exchange.importThings({ ...file('booking', ...rows), accepted: [3] });
      const { bookings } = await all();
      const again = await look('booking', ...rows);

      expect(shown.map(({ state }) => state)).toEqual(['same', 'changed']);
      expect(bookings.map(({ startLocal }) => startLocal)).toEqual(['2026-12-15T09:00', '2026-12-22T09:00']);
      expect(again.map(({ state }) => state)).toEqual(['same', 'same']);
    });

    it('say what they came along with, and are refused without it', async () => {
      await take('environment', { name: 'APP', parents: 'UAT' });
      const along = { ...week, environment: 'APP', along: 'UAT' };

      const [alone] = await look('booking', along);
      const partly = test.client.exchange.importThings({ ...file('booking', week, along), accepted: [3] });
      await expect(partly).rejects.toMatchObject({ message: 'None of the accepted rows can be taken.' });
      await take('booking', { ...week, environment: 'APP' }, week);
      const [changed] = await look('booking', along);
      await take('booking', along);
      const { bookings } = await all();

      expect(alone?.problem?.message).toBe('No booking of “UAT” is known that it came along with.');
      expect(changed?.changed).toEqual(['Came along with: nothing becomes UAT']);
      const brought = bookings.find(({ causedBy }) => causedBy !== null);
      expect(bookings.map(({ id }) => id)).toContain(brought?.causedBy);
    });

    it('say row by row what they cannot be', async () => {
      const { id: trainId } = await test.client.trains.create(biweeklyPlan({ name: 'Search', cadence: null }));
      await test.client.releases.add({ trainId, name: 'R1', day: day('2026-12-15') });

      const rows = await look(
        'booking',
        week,
        { ...week, train: 'Search', end: '2026-12-01' },
        { ...week, release: 'R9', train: 'Search' },
        { ...week, train: 'Search', environment: 'Moon' },
        { ...week, release: '' },
        { ...week, train: 'Search', start: 'soon' },
      );

      expect(rows.map(({ problem }) => problem?.message)).toEqual([
        '2 releases are called “R1”.',
        'It would end (Wed 2 Dec 2026, 00:00) before it starts (Mon 7 Dec 2026, 00:00).',
        'There is no release called “R9” in “Search”.',
        'There is no environment called “Moon”.',
        'It does not say what is booked for.',
        '“soon” is no day.',
      ]);
    });
  });

  it('is one command, which one undo takes back', async () => {
    await take('team', { name: 'Payments' }, { name: 'Search' });

    await test.client.journal.undo({ seq: null });

    expect((await test.client.catalogue.read({})).teams).toEqual([]);
  });
});
