import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { biweeklyPlan, freezePlan, personPlan, servicePlan, teamPlan } from '../../../support/plans.ts';

describe('electron/core/services/catalogue', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore();
  });
  afterEach(() => test.end());

  it('reads back what was added, each kind by name', async () => {
    const team = await test.client.catalogue.addTeam(teamPlan());
    const ledger = await test.client.catalogue.addService(servicePlan({ teamId: team.id }));
    const api = await test.client.catalogue.addService(servicePlan({ name: 'API', dependsOn: [ledger.id] }));
    const person = await test.client.catalogue.addPerson(personPlan({ teamId: team.id }));
    await test.client.catalogue.addAbsence({
      personId: person.id,
      firstDay: day('2026-12-21'),
      lastDay: day('2026-12-31'),
      reason: 'Holidays',
    });

    const { services, teams, people, absences } = await test.client.catalogue.read({});

    expect(services.map(({ id, name, dependsOn }) => [id, name, dependsOn])).toEqual([
      [api.id, 'API', [ledger.id]],
      [ledger.id, 'ledger', []],
    ]);
    expect(teams.map(({ name, zone }) => [name, zone])).toEqual([['Checkout', 'Europe/Berlin']]);
    expect(people).toMatchObject([{ id: person.id, name: 'Grace', teamId: team.id, leads: 'lead' }]);
    expect(absences).toMatchObject([{ personId: person.id, firstDay: '2026-12-21', reason: 'Holidays' }]);
  });

  it('refuses a name that another has, whatever its case', async () => {
    await test.client.catalogue.addService(servicePlan());

    await expect(test.client.catalogue.addService(servicePlan({ name: 'LEDGER' }))).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'There is a service called “LEDGER” already.',
    });
  });

  it('refuses to name what is not there', async () => {
    await expect(test.client.catalogue.addService(servicePlan({ teamId: 'team-9' }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: 'There is no team team-9 any more.',
    });
    await expect(test.client.catalogue.addService(servicePlan({ dependsOn: ['service-9'] }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: 'There is no service service-9 any more.',
    });
  });

  it('keeps what others changed since an edit began, and refuses where both changed the same', async () => {
    const { id } = await test.client.catalogue.addPerson(personPlan());
    const base = personPlan();
    await test.client.catalogue.updatePerson({ id, plan: personPlan({ skills: ['databases'] }), base });

    await test.client.catalogue.updatePerson({ id, plan: personPlan({ zone: 'Asia/Tokyo' }), base });
    const both = await test.client.catalogue.read({});
    const again = test.client.catalogue.updatePerson({ id, plan: personPlan({ skills: ['networks'] }), base });

    expect(both.people).toMatchObject([{ skills: ['databases'], zone: 'Asia/Tokyo' }]);
    await expect(again).rejects.toMatchObject({ code: 'CONFLICT', data: { where: 'skills' } });
  });

  it('says the same of services, teams and absences', async () => {
    const service = await test.client.catalogue.addService(servicePlan());
    const team = await test.client.catalogue.addTeam(teamPlan());
    const person = await test.client.catalogue.addPerson(personPlan());
    const away = { personId: person.id, firstDay: day('2026-12-21'), lastDay: day('2026-12-31'), reason: '' };
    const absence = await test.client.catalogue.addAbsence(away);
    await test.client.catalogue.updateService({ id: service.id, plan: servicePlan({ tier: 1 }) });
    await test.client.catalogue.updateTeam({ id: team.id, plan: teamPlan({ zone: 'UTC' }) });
    await test.client.catalogue.updateAbsence({ ...away, id: absence.id, lastDay: day('2027-01-03') });

    const { updateService, updateTeam, updateAbsence } = test.client.catalogue;

    await expect(
      updateService({ id: service.id, plan: servicePlan({ tier: 3 }), base: servicePlan() }),
    ).rejects.toMatchObject({ message: /^The tier of service “ledger” was changed meanwhile/ });
    await expect(
      updateTeam({ id: team.id, plan: teamPlan({ zone: 'Asia/Tokyo' }), base: teamPlan() }),
    ).rejects.toMatchObject({ message: /^The zone of team “Checkout” was changed meanwhile/ });
    await expect(
      updateAbsence({ ...away, id: absence.id, lastDay: day('2027-01-08'), base: away }),
    ).rejects.toMatchObject({ message: /^The last day of the absence of Grace was changed meanwhile/ });
    await updateAbsence({ ...away, id: absence.id, reason: 'Holidays', base: away });
    const { absences } = await test.client.catalogue.read({});
    expect(absences).toEqual([{ ...away, id: absence.id, lastDay: '2027-01-03', reason: 'Holidays' }]);
  });

  it('says the days of an absence as the pages do', async () => {
    const { id } = await test.client.catalogue.addPerson(personPlan());
    const away = { personId: id, firstDay: day('2026-12-21'), lastDay: day('2026-12-31'), reason: '' };

    const added = await test.client.catalogue.addAbsence(away);
    const changed = await test.client.catalogue.updateAbsence({ ...away, id: added.id, lastDay: away.firstDay });
    const removed = await test.client.catalogue.removeAbsence({ id: added.id });

    expect([added.summary, changed.summary, removed.summary]).toEqual([
      'Grace is away from Mon 21 Dec 2026 to Thu 31 Dec 2026',
      'Grace is away on Mon 21 Dec 2026',
      'Grace is not away on Mon 21 Dec 2026',
    ]);
  });

  it('refuses a service that depends on itself', async () => {
    const { id } = await test.client.catalogue.addService(servicePlan());

    await expect(
      test.client.catalogue.updateService({ id, plan: servicePlan({ dependsOn: [id] }) }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT', message: '“ledger” cannot depend on itself.' });
  });

  it('refuses a team in a country that has no known holidays', async () => {
    const calendar = { workdays: [1], holidays: 'ZZ', extraDaysOff: [] };

    await expect(test.client.catalogue.addTeam(teamPlan({ calendar }))).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['service “api”', (id) => test.client.catalogue.addService(servicePlan({ name: 'api', dependsOn: [id] }))],
    ['train “Payments”', (id) => test.client.trains.create(biweeklyPlan({ services: [id] }))],
    [
      'schedule-rule “Christmas freeze”',
      (id) => test.client.scheduleRules.add(freezePlan({ scope: { ...freezePlan().scope, services: [id] } })),
    ],
  ])('keeps a service while the %s names it', async (name, use) => {
    const { id } = await test.client.catalogue.addService(servicePlan());
    await use(id);

    await expect(test.client.catalogue.removeService({ id })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: `The service “ledger” cannot be removed: the ${name} needs it.`,
    });
  });

  it('removes a person with their absences, and undo brings back all of it', async () => {
    const { id } = await test.client.catalogue.addPerson(personPlan());
    const absence = { personId: id, firstDay: day('2026-12-21'), lastDay: day('2026-12-31'), reason: '' };
    await test.client.catalogue.addAbsence(absence);

    await test.client.catalogue.removePerson({ id });
    const gone = await test.client.catalogue.read({});
    await test.client.journal.undo({ seq: null });
    const back = await test.client.catalogue.read({});

    expect([gone.people, gone.absences]).toEqual([[], []]);
    expect(back.people).toMatchObject([{ id }]);
    expect(back.absences).toMatchObject([absence]);
  });

  it('refuses an absence that ends before it begins, or of nobody', async () => {
    const { id } = await test.client.catalogue.addPerson(personPlan());
    const turned = { personId: id, firstDay: day('2026-12-31'), lastDay: day('2026-12-21'), reason: '' };

    await expect(test.client.catalogue.addAbsence(turned)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(
      test.client.catalogue.addAbsence({ ...turned, lastDay: turned.firstDay, personId: 'person-9' as typeof id }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('does not undo a service that a later decision names', async () => {
    const { id } = await test.client.catalogue.addService(servicePlan());
    await test.client.trains.create(biweeklyPlan({ services: [id] }));

    // The workspace's creation is entry 1.
    await expect(test.client.journal.undo({ seq: 2 })).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});
