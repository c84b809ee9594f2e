import fs from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { branchFile, branchFolder } from '../../../../electron/core/branches/branch-files.ts';
import { openCore } from '../../../../electron/core/core.ts';
import type { BranchId, ReleaseId } from '../../../../shared/model/ids.ts';
import { day, type Zone } from '../../../../shared/model/time.ts';
import { type TestCore, testCore, testHost } from '../../../support/core.ts';
import { type ForkablePlan, forkablePlan } from '../../../support/forkable-plan.ts';
import { biweeklyPlan, freezePlan, jiraPlan, servicePlan } from '../../../support/plans.ts';

describe('electron/core/services/branches', () => {
  let plan: ForkablePlan;
  let test: TestCore;
  let first: ReleaseId;

  beforeEach(async () => {
    plan = await forkablePlan();
    ({ test, first } = plan);
  });
  afterEach(() => plan.end());

  it('leaves the plan alone whatever is decided in the branch, and counts what was', async () => {
    const { id, client } = await plan.fork();

    await client.releases.move({ id: first, day: day('2026-12-08') });

    expect(await plan.dayOf(first)).toBe('2026-12-01');
    expect((await client.releases.get({ id: first })).release.day).toBe('2026-12-08');
    expect(await test.client.branches.list({})).toMatchObject([{ id, name: 'Later', decisions: 1 }]);
    expect(await client.branches.list({})).toEqual([]);
  });

  it('shows what would merge, with the releases that stand elsewhere', async () => {
    const { id, client } = await plan.fork();
    await client.releases.move({ id: first, day: day('2026-12-08') });
    await client.catalogue.addService(servicePlan());

    const { items, releases, leftOut } = await test.client.branches.compare({ id });

    expect(items.map(({ kind, action, state }) => [kind, action, state])).toEqual([
      ['release', 'change', 'clean'],
      ...Array.from({ length: 4 }, () => ['milestone', 'change', 'clean']),
      ['service', 'add', 'clean'],
    ]);
    expect(releases).toMatchObject([
      {
        id: first,
        name: 'Payments 2026.49',
        trainName: 'Payments',
        one: { day: '2026-12-01' },
        other: { day: '2026-12-08' },
      },
    ]);
    expect(leftOut).toBe(0);
  });

  it('lists the freezes that hold at other times there', async () => {
    const { id: freeze } = await test.client.scheduleRules.add(freezePlan());
    const { id, client } = await plan.fork();
    const holds = { by: 'cron' as const, start: '0 8 * * *', end: '0 9 * * *', zone: 'UTC' as Zone };
    await client.scheduleRules.update({ id: freeze, plan: freezePlan({ holds }) });

    const { rules } = await test.client.branches.compare({ id });

    expect(rules).toEqual([
      {
        id: freeze,
        name: freezePlan().name,
        one: { kind: 'freeze', holds: freezePlan().holds },
        other: { kind: 'freeze', holds },
      },
    ]);
  });

  it('says what each decision belongs to', async () => {
    const { id, client } = await plan.fork();
    await client.releases.move({ id: first, day: day('2026-12-08') });

    const { items } = await test.client.branches.compare({ id });

    expect(items.map(({ kind, of }) => [kind, of])).toEqual([
      ['release', 'Payments'],
      ...Array.from({ length: 4 }, () => ['milestone', 'Payments 2026.49']),
    ]);
  });

  it('gives a branch another name, and no name is none', async () => {
    const { id } = await plan.fork();

    await test.client.branches.rename({ id, name: 'Much later' });

    expect(await test.client.branches.list({})).toMatchObject([{ id, name: 'Much later' }]);
    await expect(test.client.branches.rename({ id, name: '  ' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('throws a branch away with its file', async () => {
    const { id } = await plan.fork();

    await test.client.branches.discard({ id });

    expect(await test.client.branches.list({})).toEqual([]);
    expect(fs.existsSync(branchFolder(test.file))).toBe(false);
    await expect(test.client.branches.compare({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each(['branch-9', '../../etc/passwd', '__proto__'])('says of a call about %s that there is none', async (name) => {
    await expect(plan.clientOf(name).trains.list({})).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('does not sync or fork a branch', async () => {
    const { id: connectionId } = await test.client.connections.add(jiraPlan());
    const { client } = await plan.fork();

    await expect(client.branches.create({ name: 'Deeper' })).rejects.toMatchObject({
      message: 'This is a branch, and a branch has no branches of its own.',
    });
    await expect(client.sync.start({ connectionId, fromScratch: false })).rejects.toMatchObject({
      message: 'Syncs run in the plan, not in a branch.',
    });
  });

  it('is a workspace of its own that can be opened by its file, and is still there after a restart', async () => {
    const { id, client } = await plan.fork();
    await client.releases.move({ id: first, day: day('2026-12-08') });
    plan.hangUp();
    await test.core.close();

    const alone = await openCore({
      file: branchFile(test.file, id as BranchId),
      mode: 'read',
      env: test.env,
      host: testHost(),
      schedule: true,
      actor: 'Ada',
    });
    const moved = await alone.client.releases.get({ id: first });
    await alone.close();

    expect(moved.release.day).toBe('2026-12-08');
  });

  it('refuses a branch of another workspace that was put beside this one', async () => {
    const { id } = await plan.fork();
    const other = await testCore();
    await other.client.trains.create(biweeklyPlan({ name: 'Other' }));
    fs.mkdirSync(branchFolder(other.file));
    fs.copyFileSync(branchFile(test.file, id), branchFile(other.file, id));

    await expect(other.client.branches.compare({ id })).rejects.toMatchObject({ code: 'CONFLICT' });
    await other.end();
  });
});
