import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReleaseId } from '../../../../shared/model/ids.ts';
import { day, instant } from '../../../../shared/model/time.ts';
import type { TestCore } from '../../../support/core.ts';
import { type ForkablePlan, forkablePlan } from '../../../support/forkable-plan.ts';
import { biweeklyPlan, bookingPlan, environmentPlan, freezePlan, servicePlan } from '../../../support/plans.ts';

describe('electron/core/services/branch-merge', () => {
  let plan: ForkablePlan;
  let test: TestCore;
  let first: ReleaseId;
  let second: ReleaseId;

  beforeEach(async () => {
    plan = await forkablePlan();
    ({ test, first, second } = plan);
  });
  afterEach(() => plan.end());

  it('merges as one command, which one undo takes back', async () => {
    const { id, client } = await plan.fork();
    await client.releases.move({ id: first, day: day('2026-12-08') });
    await client.catalogue.addService(servicePlan());

    const { merged } = await test.client.branches.merge({ id, choices: [] });
    const inPlan = await test.client.releases.get({ id: first });
    const left = await test.client.branches.compare({ id });
    await test.client.journal.undo({ seq: null });

    expect(merged).toBe(6);
    expect(inPlan).toEqual(await client.releases.get({ id: first }));
    expect(left.items).toEqual([]);
    expect(await plan.dayOf(first)).toBe('2026-12-01');
    expect((await test.client.catalogue.read({})).services).toEqual([]);
  });

  it('joins what both changed apart, and asks where both changed the same', async () => {
    const { id, client } = await plan.fork();
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
    const { id, client } = await plan.fork();
    await client.releases.update({ id: second, notes: 'From the branch' });
    await test.client.releases.update({ id: second, notes: 'From the plan' });

    await test.client.branches.merge({ id, choices: [{ kind: 'release', id: second, take: 'branch' }] });

    expect((await test.client.releases.get({ id: second })).release.notes).toBe('From the branch');
  });

  it('refuses to leave something that names what is gone', async () => {
    const { id, client } = await plan.fork();
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

  const ofJanuary = { from: day('2027-01-01'), to: day('2027-01-31') };

  it('shows the same releases made by both as clashes, and keeps the side that is chosen', async () => {
    const { id, client } = await plan.fork();
    await client.trains.generate({ id: plan.trainId, ...ofJanuary });
    const { created: planned } = await test.client.trains.generate({ id: plan.trainId, ...ofJanuary });
    const { items } = await test.client.branches.compare({ id });
    const take = (side: 'plan' | 'branch') => items.map(({ kind, id: row }) => ({ kind, id: row, take: side }));

    await expect(test.client.branches.merge({ id, choices: [] })).rejects.toMatchObject({ code: 'CONFLICT' });
    const kept = await test.client.branches.merge({ id, choices: take('plan') });
    const { merged } = await test.client.branches.merge({ id, choices: take('branch') });

    const made = items.filter(({ kind }) => kind === 'release');
    expect(items.every(({ state }) => state === 'clash')).toBe(true);
    expect(items.length).toBeGreaterThan(made.length);
    expect(made.map(({ twin }) => twin?.id).sort()).toEqual(planned.toSorted());
    expect([kept.merged, merged]).toEqual([0, items.length]);
    for (const one of planned) {
      await expect(test.client.releases.get({ id: one })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    for (const { id: one } of made) {
      expect(await test.client.releases.get({ id: one as ReleaseId })).toEqual(
        await client.releases.get({ id: one as ReleaseId }),
      );
    }
  });

  it('asks which of two things of the same name to keep, and keeps what something of the plan names', async () => {
    const { id, client } = await plan.fork();
    const { id: theirs } = await client.environments.add(environmentPlan({ name: 'QA' }));
    const { id: ours } = await test.client.environments.add(environmentPlan({ name: 'qa' }));
    const choices = [{ kind: 'environment' as const, id: theirs, take: 'branch' as const }];
    const { items } = await test.client.branches.compare({ id });
    await test.client.environments.book({ plan: bookingPlan(ours, { title: 'Tests' }), withDependants: false });

    const { refused } = await test.client.branches.previewMerge({ id, choices });

    expect(items).toMatchObject([{ name: 'QA', state: 'clash', twin: { id: ours, name: 'qa' } }]);
    expect(refused).toBe('The environment “qa” cannot go: the booking “Tests” names it.');
    await expect(test.client.branches.merge({ id, choices })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('names the two where a rename of the plan stands in the way', async () => {
    const { id: one } = await test.client.catalogue.addService(servicePlan({ name: 'Cards' }));
    const { id, client } = await plan.fork();
    await client.catalogue.addService(servicePlan({ name: 'Ledger' }));
    const service = servicePlan({ name: 'ledger' });
    await test.client.catalogue.updateService({ id: one, plan: service });

    const { refused } = await test.client.branches.previewMerge({ id, choices: [] });

    expect(refused).toBe('The service “Ledger” of the branch cannot stand beside the service “ledger” of the plan.');
    await expect(test.client.branches.merge({ id, choices: [] })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('gives a name on that the branch freed', async () => {
    const { id: old } = await test.client.environments.add(environmentPlan({ name: 'QA' }));
    const { id, client } = await plan.fork();
    await client.environments.remove({ id: old });
    const { id: fresh } = await client.environments.add(environmentPlan({ name: 'QA' }));

    await test.client.branches.merge({ id, choices: [] });

    expect((await test.client.environments.list({})).map((row) => row.id)).toEqual([fresh]);
  });

  it('refuses what was decided on either side since the merge was reviewed', async () => {
    const { id, client } = await plan.fork();
    await client.releases.move({ id: first, day: day('2026-12-03') });
    const reviewed = await test.client.branches.compare({ id });
    const merge = (base: typeof reviewed.heads) => test.client.branches.merge({ id, choices: [], base });

    await client.releases.move({ id: second, day: day('2026-12-23') });
    await expect(merge(reviewed.heads)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'The branch was changed since you looked at the merge.',
    });
    const again = await test.client.branches.compare({ id });
    await test.client.catalogue.addService(servicePlan());
    await expect(merge(again.heads)).rejects.toMatchObject({
      message: 'The plan was changed since you looked at the merge.',
    });
    await expect(merge(reviewed.heads)).rejects.toMatchObject({
      message: 'The plan and the branch were changed since you looked at the merge.',
    });
    expect(await plan.dayOf(second)).not.toBe('2026-12-23');

    await merge((await test.client.branches.compare({ id })).heads);

    expect(await plan.dayOf(second)).toBe('2026-12-23');
  });

  it('merges what is changed after a merge as a change of its own, and the plan keeps what it changed since', async () => {
    const { id, client } = await plan.fork();
    await client.releases.move({ id: first, day: day('2026-12-08') });
    await client.releases.move({ id: second, day: day('2026-12-17') });
    await test.client.branches.merge({ id, choices: [] });
    await client.releases.move({ id: first, day: day('2026-12-09') });
    await test.client.releases.move({ id: second, day: day('2026-12-18') });

    const { items } = await test.client.branches.compare({ id });
    await test.client.branches.merge({ id, choices: [] });

    expect(items.map(({ state }) => state)).toEqual(['clean', 'clean', 'clean', 'clean', 'clean']);
    expect([await plan.dayOf(first), await plan.dayOf(second)]).toEqual(['2026-12-09', '2026-12-18']);
  });

  it('offers again what was taken back in the plan', async () => {
    const { id, client } = await plan.fork();
    await client.releases.move({ id: first, day: day('2026-12-08') });
    await test.client.branches.merge({ id, choices: [] });
    await test.client.journal.undo({ seq: null });
    await client.releases.move({ id: first, day: day('2026-12-09') });

    await test.client.branches.merge({ id, choices: [] });

    expect(await plan.dayOf(first)).toBe('2026-12-09');
  });

  it('leaves the plan its decision where the branch tried the same and went back', async () => {
    const { id, client } = await plan.fork();
    await client.releases.move({ id: first, day: day('2026-12-03') });
    await client.releases.move({ id: first, day: day('2026-12-01') });
    await test.client.releases.move({ id: first, day: day('2026-12-03') });

    const { items } = await test.client.branches.compare({ id });
    await test.client.branches.merge({ id, choices: [] });

    expect(items).toEqual([]);
    expect(await plan.dayOf(first)).toBe('2026-12-03');
  });

  it('leaves the plan what it decides after both had agreed, and lets the branch go back', async () => {
    const { id, client } = await plan.fork();
    const set = (there: typeof client, notes: string) => there.releases.update({ id: first, notes });
    await set(test.client, 'Both');
    await set(client, 'Both');
    await client.catalogue.addService(servicePlan({ name: 'Cards' }));
    await test.client.branches.merge({ id, choices: [] });
    await set(test.client, 'Decided since');

    const kept = await test.client.branches.compare({ id });
    await set(test.client, 'Both');
    await set(client, '');
    await test.client.branches.merge({ id, choices: [] });

    expect(kept.items).toEqual([]);
    expect((await test.client.releases.get({ id: first })).release.notes).toBe('');
  });

  it('does not bring back what was merged and then removed in the plan by hand', async () => {
    const { id, client } = await plan.fork();
    const { id: service } = await client.catalogue.addService(servicePlan({ name: 'Cards' }));
    await test.client.branches.merge({ id, choices: [] });
    await test.client.catalogue.removeService({ id: service });
    await client.catalogue.addService(servicePlan({ name: 'Ledger' }));

    const { items } = await test.client.branches.compare({ id });
    await test.client.branches.merge({ id, choices: [] });

    expect(items.map(({ name, action, state }) => [name, action, state])).toEqual([['Ledger', 'add', 'clean']]);
    expect((await test.client.catalogue.read({})).services.map(({ name }) => name)).toEqual(['Ledger']);
  });

  it('counts from a merge that was undone and redone, and not from one of another branch', async () => {
    const [one, other] = [await plan.fork(), await plan.fork('Another')];
    await one.client.releases.update({ id: first, notes: 'From one' });
    await other.client.releases.update({ id: first, notes: 'From one' });
    await test.client.branches.merge({ id: one.id, choices: [] });
    await test.client.journal.undo({ seq: null });
    await test.client.journal.redo({ seq: null });
    await one.client.releases.update({ id: first, notes: 'More' });
    await other.client.releases.update({ id: first, notes: 'Less' });

    expect((await test.client.branches.compare({ id: one.id })).items).toMatchObject([{ state: 'clean' }]);
    expect((await test.client.branches.compare({ id: other.id })).items).toMatchObject([{ state: 'clash' }]);
  });

  it('brings merged stages of a train to the releases that the plan made since, in the preview too', async () => {
    const { id, client } = await plan.fork();
    const { stages: before } = await test.client.trains.get({ id: plan.trainId });
    const [stage = expect.fail('no stage')] = before;
    const stages = [...before, { ...stage, key: 'rehearsal', name: 'Rehearsal' }];
    await client.trains.update({ id: plan.trainId, plan: biweeklyPlan({ stages }) });
    const { created } = await test.client.trains.generate({ id: plan.trainId, ...ofJanuary });

    const { refused } = await test.client.branches.previewMerge({ id, choices: [] });
    await test.client.branches.merge({ id, choices: [] });

    const made = await Promise.all([first, ...created].map((one) => test.client.releases.get({ id: one })));
    expect(refused).toBeNull();
    expect(created.length).toBeGreaterThan(0);
    expect(made.map(({ milestones }) => milestones.filter(({ name }) => name === 'Rehearsal').length)).toEqual(
      made.map(() => 1),
    );
  });

  it('keeps the plan as it was when a merge sets a release under way, and no baseline of the branch', async () => {
    const { id, client } = await plan.fork();
    await client.releases.update({ id: first, state: 'under-way' });
    const { seq } = (await test.client.journal.list({ limit: 1 })).rows[0] ?? expect.fail('no entry');

    await test.client.branches.merge({ id, choices: [] });

    expect(await test.client.adherence.baselines({})).toMatchObject([
      { name: 'Payments 2026.49 under way', how: 'approval', trainId: plan.trainId, seq },
    ]);
  });

  it('leaves no override on what the plan made a window of', async () => {
    const { id: freezeId } = await test.client.scheduleRules.add(freezePlan());
    const { id, client } = await plan.fork();
    const [startAt, endAt] = [instant(Date.UTC(2026, 11, 19)), instant(Date.UTC(2026, 11, 20))];
    const { scope } = freezePlan();
    await client.scheduleRules.requestOverride({ freezeId, scope, startAt, endAt, reason: 'Hotfix' });
    await test.client.scheduleRules.update({ id: freezeId, plan: freezePlan({ kind: 'window' }) });

    await expect(test.client.branches.merge({ id, choices: [] })).rejects.toThrow('so it stays a freeze');
  });

  it('never merges the name of the workspace, and says that it left it out', async () => {
    const { id, client } = await plan.fork();
    await client.workspace.update({ name: 'Tried out' });

    expect(await test.client.branches.compare({ id })).toMatchObject({ items: [], leftOut: 1 });
  });
});
