import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReleaseId, TrainId } from '../../../../shared/model/ids.ts';
import { day } from '../../../../shared/model/time.ts';
import { branchClient } from '../../../support/branch-client.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { biweeklyPlan, servicePlan } from '../../../support/plans.ts';

describe('electron/core/services/branch-merge', () => {
  let test: TestCore;
  let trainId: TrainId;
  let first: ReleaseId;
  let second: ReleaseId;
  const closers: (() => void)[] = [];

  beforeEach(async () => {
    test = await testCore();
    trainId = (await test.client.trains.create(biweeklyPlan())).id;
    const { created } = await test.client.trains.generate({
      id: trainId,
      from: day('2026-12-01'),
      to: day('2026-12-31'),
    });
    [first = expect.fail('no release'), second = expect.fail('no second release')] = created;
  });
  afterEach(async () => {
    for (const close of closers.splice(0)) close();
    await test.end();
  });

  async function fork(name = 'Later') {
    const { id } = await test.client.branches.create({ name });
    const { client, close } = branchClient(test.core, id);
    closers.push(close);
    return { id, client };
  }

  async function dayOfRelease(id: ReleaseId): Promise<string> {
    return (await test.client.releases.get({ id })).release.day;
  }

  it('merges as one command, which one undo takes back', async () => {
    const { id, client } = await fork();
    await client.releases.move({ id: first, day: day('2026-12-08') });
    await client.catalogue.addService(servicePlan());

    const { merged } = await test.client.branches.merge({ id, choices: [] });
    const inPlan = await test.client.releases.get({ id: first });
    const left = await test.client.branches.compare({ id });
    await test.client.journal.undo({ seq: null });

    expect(merged).toBe(6);
    expect(inPlan).toEqual(await client.releases.get({ id: first }));
    expect(left.items).toEqual([]);
    expect(await dayOfRelease(first)).toBe('2026-12-01');
    expect((await test.client.catalogue.read({})).services).toEqual([]);
  });

  it('joins what both changed apart, and asks where both changed the same', async () => {
    const { id, client } = await fork();
    await client.releases.move({ id: first, day: day('2026-12-08') });
    await client.releases.update({ id: second, notes: 'From the branch' });
    await test.client.releases.update({ id: first, notes: 'From the plan' });
    await test.client.releases.update({ id: second, notes: 'Also from the plan' });

    const { items } = await test.client.branches.compare({ id });
    await expect(test.client.branches.merge({ id, choices: [] })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'The plan and the branch both changed the release “Payments 2026.51”.',
    });
    await test.client.branches.merge({ id, choices: [{ kind: 'release', id: second, take: 'plan' }] });

    expect(items.slice(0, 2).map(({ id: row, state }) => [row, state])).toEqual([
      [second, 'clash'],
      [first, 'joined'],
    ]);
    expect((await test.client.releases.get({ id: first })).release).toMatchObject({
      day: '2026-12-08',
      notes: 'From the plan',
    });
    expect((await test.client.releases.get({ id: second })).release.notes).toBe('Also from the plan');
  });

  it('takes the side of the branch where that is chosen', async () => {
    const { id, client } = await fork();
    await client.releases.update({ id: second, notes: 'From the branch' });
    await test.client.releases.update({ id: second, notes: 'From the plan' });

    await test.client.branches.merge({ id, choices: [{ kind: 'release', id: second, take: 'branch' }] });

    expect((await test.client.releases.get({ id: second })).release.notes).toBe('From the branch');
  });

  it('refuses to leave something that names what is gone', async () => {
    const { id, client } = await fork();
    await client.releases.remove({ id: first });
    const { id: milestone } = await test.client.releases.addMilestone({
      releaseId: first,
      kind: 'custom',
      name: 'Rehearsal',
      startLocal: '2026-11-30T09:00' as never,
      endLocal: null,
    });

    await expect(test.client.branches.merge({ id, choices: [] })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'The release “Payments 2026.49” cannot go: the milestone “Rehearsal” names it.',
    });
    expect((await test.client.releases.get({ id: first })).milestones.map((one) => one.id)).toContain(milestone);
  });

  it('never merges the name of the workspace, and says that it left it out', async () => {
    const { id, client } = await fork();
    await client.workspace.update({ name: 'Tried out' });

    expect(await test.client.branches.compare({ id })).toMatchObject({ items: [], leftOut: 1 });
  });
});
