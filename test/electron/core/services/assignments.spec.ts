import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonId, ReleaseId } from '../../../../shared/model/ids.ts';
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
});
