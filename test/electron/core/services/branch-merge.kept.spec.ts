import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReleaseId } from '../../../../shared/model/ids.ts';
import type { TestCore } from '../../../support/core.ts';
import { type ForkablePlan, forkablePlan } from '../../../support/forkable-plan.ts';
import { servicePlan } from '../../../support/plans.ts';

describe('electron/core/services/branch-merge, what the plan keeps', () => {
  let plan: ForkablePlan;
  let test: TestCore;
  let first: ReleaseId;
  let second: ReleaseId;

  beforeEach(async () => {
    plan = await forkablePlan();
    ({ test, first, second } = plan);
  });
  afterEach(() => plan.end());

  it('keeps the plan’s side as a merge before did, and asks again only when a side has changed since', async () => {
    const { id, client } = await plan.fork();
    await client.releases.update({ id: first, notes: 'The branch’s' });
    await test.client.releases.update({ id: first, notes: 'The plan’s' });
    await client.releases.update({ id: second, notes: 'Another of the branch’s' });
    const look = async () => (await test.client.branches.compare({ id })).items.map(({ state, kept }) => [state, kept]);
    const asked = await look();
    const { heads } = await test.client.branches.compare({ id });
    await test.client.branches.merge({ id, choices: [{ kind: 'release', id: first, take: 'plan' }], base: heads });
    const merged = await look();

    // Another merge decides nothing of it, and is not stopped by it.
    await client.catalogue.addService(servicePlan());
    await test.client.branches.merge({ id, choices: [] });
    const notes = (await test.client.releases.get({ id: first })).release.notes;
    await client.releases.update({ id: first, notes: 'The branch’s, once more' });

    expect(asked).toEqual([
      ['clash', undefined],
      ['clean', undefined],
    ]);
    expect([merged, notes]).toEqual([[['clash', true]], 'The plan’s']);
    expect(await look()).toEqual([['clash', undefined]]);
    await expect(test.client.branches.merge({ id, choices: [] })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('asks again where the merge that kept the plan’s side was undone, or the plan has changed it since', async () => {
    const { id, client } = await plan.fork();
    await client.releases.update({ id: first, notes: 'The branch’s' });
    await client.releases.update({ id: second, notes: 'Another of the branch’s' });
    await test.client.releases.update({ id: first, notes: 'The plan’s' });
    const { heads } = await test.client.branches.compare({ id });
    const choices = [{ kind: 'release' as const, id: first, take: 'plan' as const }];
    const look = async () => (await test.client.branches.compare({ id })).items.map(({ state, kept }) => [state, kept]);
    const { seq } = await test.client.branches.merge({ id, choices, base: heads });
    await test.client.journal.undo({ seq });
    const undone = await look();
    await test.client.branches.merge({ id, choices, base: (await test.client.branches.compare({ id })).heads });
    await test.client.releases.update({ id: first, notes: 'The plan’s, once more' });

    expect(undone).toEqual([
      ['clash', undefined],
      ['clean', undefined],
    ]);
    expect(await look()).toEqual([['clash', undefined]]);
  });

  it('remembers the plan’s side where nothing else is merged, until that is undone', async () => {
    const { id, client } = await plan.fork();
    await client.releases.update({ id: first, notes: 'The branch’s' });
    await test.client.releases.update({ id: first, notes: 'The plan’s' });
    const choices = [{ kind: 'release' as const, id: first, take: 'plan' as const }];
    const look = async () => (await test.client.branches.compare({ id })).items.map(({ state, kept }) => [state, kept]);

    const made = await test.client.branches.merge({ id, choices });
    const kept = await look();
    const again = await test.client.branches.merge({ id, choices });
    await test.client.journal.undo({ seq: null });
    const undone = await look();
    await test.client.journal.redo({ seq: null });

    expect(made.summary).toMatch(/^Kept the plan’s side for 1 release at a merge of branch “.+”$/);
    expect([made.merged, again.seq]).toEqual([0, null]);
    expect([kept, undone, await look()]).toEqual([[['clash', true]], [['clash', undefined]], [['clash', true]]]);
    expect((await test.client.releases.get({ id: first })).release.notes).toBe('The plan’s');
  });

  it('asks before it takes what was left to the plan, though the plan has come back to what the fork had', async () => {
    const { id: service } = await test.client.catalogue.addService(servicePlan({ name: 'Cards', tier: 2 }));
    const { id, client } = await plan.fork();
    const set = (there: typeof client, tier: 1 | 2 | 3) =>
      there.catalogue.updateService({ id: service, plan: servicePlan({ name: 'Cards', tier }) });
    const look = async () => {
      const { items } = await test.client.branches.compare({ id });
      return items.find((item) => item.id === service);
    };
    const keep = async (name: string) => {
      await client.catalogue.addService(servicePlan({ name }));
      await test.client.branches.merge({ id, choices: [{ kind: 'service', id: service, take: 'plan' }] });
    };
    await set(test.client, 3);
    await set(client, 1);
    await keep('Ledger');
    await set(test.client, 2);

    const asked = await look();
    await expect(test.client.branches.merge({ id, choices: [] })).rejects.toMatchObject({ code: 'CONFLICT' });
    await keep('Mail');
    const kept = await look();
    await client.catalogue.addService(servicePlan({ name: 'Search' }));
    await test.client.branches.merge({ id, choices: [] });

    const { services } = await test.client.catalogue.read({});
    expect(asked).toMatchObject({ state: 'clash', clashing: [{ fields: ['tier'] }] });
    expect(asked?.kept).toBeUndefined();
    expect(kept).toMatchObject({ state: 'clash', kept: true });
    expect(services.find(({ name }) => name === 'Cards')?.tier).toBe(2);
  });
});
