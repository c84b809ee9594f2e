import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ThingKind } from '../../../../shared/model/imported-things.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { freezePlan } from '../../../support/plans.ts';
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
    await test.client.exchange.importThings({ ...file('team', ...teams), accepted: [2] });
    const after = await test.client.catalogue.read({});

    expect(rows.map(({ line, name, state }) => [line, name, state])).toEqual([
      [2, 'Payments', 'new'],
      [3, 'Search', 'new'],
    ]);
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
      problem: { message: 'It names a row that cannot be taken, or that names it in turn.' },
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
    expect(made).toMatchObject({ added: 1, changed: 0, summary: 'Imported people: 1 new, 0 changed' });
    expect(people).toMatchObject([{ name: 'Bo', leads: 'lead', skills: ['deploy', 'sql'] }]);
  });

  it('changes none of two rules that share a name, and replaces no recurrence by one time', async () => {
    await test.client.scheduleRules.add(freezePlan({ name: 'Quarter end' }));
    await test.client.scheduleRules.add(freezePlan({ name: 'Quarter end' }));
    await test.client.scheduleRules.add(
      freezePlan({ name: 'Fridays', holds: daily({ rrule: 'FREQ=WEEKLY;BYDAY=FR', start: '18:00', end: '20:00' }) }),
    );
    const times = { start: '2027-03-01', end: '2027-03-02' };

    const rows = await look('schedule-rule', { name: 'Quarter end', ...times }, { name: 'Fridays', ...times });

    expect(rows.map(({ state, problem }) => [state, problem?.message])).toEqual([
      ['problem', '2 here are called “Quarter end”.'],
      ['problem', 'It recurs here, and the time of the row would replace its recurrence.'],
    ]);
  });

  it('lets no environment stand on itself', async () => {
    await take('environment', { name: 'A' }, { name: 'B', parents: 'A' });

    const [ring] = await look('environment', { name: 'A', parents: 'B' });
    const [both] = await look('environment', { name: 'C', parents: 'D' }, { name: 'D', parents: 'C' });

    expect(ring).toMatchObject({ state: 'problem', problem: { message: 'It would stand on itself.' } });
    expect(both).toMatchObject({ state: 'problem', problem: { message: 'It would stand on itself.' } });
  });

  it('is one command, which one undo takes back', async () => {
    await take('team', { name: 'Payments' }, { name: 'Search' });

    await test.client.journal.undo({ seq: null });

    expect((await test.client.catalogue.read({})).teams).toEqual([]);
  });
});
