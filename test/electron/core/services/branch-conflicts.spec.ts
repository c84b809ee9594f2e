import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BranchId, ReleaseId, ScheduleRuleId } from '../../../../shared/model/ids.ts';
import { day, instant } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { biweeklyPlan, freezePlan } from '../../../support/plans.ts';

/** A Tuesday inside the Christmas freeze of `freezePlan`, and one before it. */
const FROZEN = day('2026-12-22');
const FREE = day('2026-12-15');

describe('electron/core/services/branch-conflicts', () => {
  let test: TestCore;
  let releaseId: ReleaseId;
  let id: BranchId;

  beforeEach(async () => {
    test = await testCore();
    const { id: trainId } = await test.client.trains.create(biweeklyPlan({ cadence: null, stages: [] }));
    releaseId = (await test.client.releases.add({ trainId, name: 'Cards 1', day: FREE })).id;
    await test.client.scheduleRules.add(freezePlan());
    id = (await test.client.branches.create({ name: 'Later' })).id;
  });
  afterEach(() => test.end());

  const there = () => test.core.clientIn(id);
  const seqs = async () => (await test.client.journal.list({})).rows.length;

  it('counts both sides by severity, and lists what only one of them has', async () => {
    await there().releases.move({ id: releaseId, day: FROZEN });

    const { plan, branch, added, removed, leftOut } = await test.client.branches.conflicts({ id });

    expect(plan).toEqual({ blocking: 0, serious: 0, minor: 0, waived: 0 });
    expect(branch).toEqual({ blocking: 1, serious: 0, minor: 0, waived: 0 });
    expect(added.map(({ kind }) => kind)).toEqual(['release-in-freeze']);
    expect([removed, leftOut]).toEqual([[], 0]);
  });

  it('shows what the branch resolves, and counts what is waived apart', async () => {
    await test.client.releases.move({ id: releaseId, day: FROZEN });
    const [found] = (await test.client.conflicts.list({})).conflicts;
    const until = instant(test.env.now() + 86_400_000);
    await test.client.conflicts.waive({ conflictKey: found?.conflict.key ?? '', reason: 'Agreed', until });

    const { plan, branch, added, removed } = await test.client.branches.conflicts({ id });

    expect(plan).toMatchObject({ blocking: 0, waived: 1 });
    expect(branch).toMatchObject({ blocking: 0, waived: 0 });
    expect(removed.map(({ kind }) => kind)).toEqual(['release-in-freeze']);
    expect(added).toEqual([]);
  });

  it('lists no conflict twice whose freeze is moved and still meets the release', async () => {
    await test.client.releases.move({ id: releaseId, day: FROZEN });
    const { id: other } = await test.client.branches.create({ name: 'Longer' });
    const [freeze] = (await test.client.scheduleRules.list({})).rules;
    const start = { local: '2026-12-19T18:00', clock: { by: 'zone', zone: 'Europe/Berlin' } };
    const plan = freezePlan({ holds: { ...freezePlan().holds, start } });
    await test.core.clientIn(other).scheduleRules.update({ id: freeze?.id as ScheduleRuleId, plan });

    const { added, removed } = await test.client.branches.conflicts({ id: other });

    expect([added, removed]).toEqual([[], []]);
  });

  it('says what the limit leaves out', async () => {
    const { id: trainId } = await there().trains.create(biweeklyPlan({ name: 'Other', cadence: null, stages: [] }));
    for (const name of ['a', 'b', 'c']) await there().releases.add({ trainId, name, day: FROZEN });

    const { added, leftOut } = await test.client.branches.conflicts({ id, limit: 2 });

    expect([added.length, leftOut]).toEqual([2, 1]);
  });

  it('foresees the conflicts that merging would make, and leaves plan, journal and conflicts as they are', async () => {
    await there().releases.move({ id: releaseId, day: FROZEN });
    const before = await seqs();

    const { added, removed, refused } = await test.client.branches.previewMerge({ id, choices: [] });
    const skipped = await test.client.branches.previewMerge({
      id,
      choices: [{ kind: 'release', id: releaseId, take: 'plan' }],
    });

    expect(added.map(({ kind }) => kind)).toEqual(['release-in-freeze']);
    expect([removed, refused]).toEqual([[], null]);
    expect(skipped.added).toEqual([]);
    expect(await seqs()).toBe(before);
    expect((await test.client.releases.get({ id: releaseId })).release.day).toBe(FREE);
    expect((await test.client.conflicts.list({})).conflicts).toEqual([]);
  });

  it('foresees exactly what the merge then makes', async () => {
    await there().releases.move({ id: releaseId, day: FROZEN });
    const { added } = await test.client.branches.previewMerge({ id, choices: [] });

    await test.client.branches.merge({ id, choices: [] });

    const { conflicts } = await test.client.conflicts.list({});
    expect(conflicts.map(({ conflict }) => conflict.key)).toEqual(added.map(({ key }) => key));
  });

  it('leaves clashes without a choice out of what it foresees', async () => {
    await there().releases.move({ id: releaseId, day: FROZEN });
    await test.client.releases.move({ id: releaseId, day: day('2026-12-08') });

    const open = await test.client.branches.previewMerge({ id, choices: [] });
    const taken = await test.client.branches.previewMerge({
      id,
      choices: [{ kind: 'release', id: releaseId, take: 'branch' }],
    });

    expect(open.added).toEqual([]);
    expect(taken.added.map(({ kind }) => kind)).toEqual(['release-in-freeze']);
  });

  it('says why a merge would be refused, before anybody tries it', async () => {
    await there().releases.remove({ id: releaseId });
    await test.client.releases.addMilestone({
      releaseId,
      kind: 'custom',
      name: 'Rehearsal',
      startLocal: '2026-12-14T09:00' as never,
      endLocal: null,
    });

    const { refused, added } = await test.client.branches.previewMerge({ id, choices: [] });

    expect(refused).toBe('The release “Cards 1” cannot go: the milestone “Rehearsal” names it.');
    expect(added).toEqual([]);
  });
});
