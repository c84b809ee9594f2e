import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonId, ReleaseId } from '../../../../shared/model/ids.ts';
import { RosterTerms } from '../../../../shared/model/roster.ts';
import { day } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { biweeklyPlan, personPlan } from '../../../support/plans.ts';

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
      message: 'Grace is Release lead of “R1” already.',
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
    expect(roster.releases).toMatchObject([{ releaseId, name: 'R1', firstDay: '2026-12-01' }]);
    expect(without.assignments).toEqual([]);
  });
});
