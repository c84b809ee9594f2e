import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { freezePlan, servicePlan } from '../../../support/plans.ts';

describe('electron/core/services/overridden-freeze', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore();
  });
  afterEach(() => test.end());

  it('lets only a freeze without overrides become something else', async () => {
    const { id } = await test.client.scheduleRules.add(freezePlan());
    const become = (kind: 'window' | 'freeze') =>
      test.client.scheduleRules.update({ id, plan: freezePlan({ kind, name: kind }) });
    await become('window');
    await become('freeze');

    const { scope } = freezePlan();
    const [startAt, endAt] = [instant(Date.UTC(2026, 11, 19)), instant(Date.UTC(2026, 11, 20))];
    await test.client.scheduleRules.requestOverride({ freezeId: id, scope, startAt, endAt, reason: 'Hotfix' });

    await expect(become('window')).rejects.toThrow('“window” has overrides, so it stays a freeze.');
    await expect(become('freeze')).resolves.toBeDefined();
  });

  it('holds up no merge by a window with overrides that an earlier version left, and that is not merged', async () => {
    const { id: freezeId } = await test.client.scheduleRules.add(freezePlan());
    const [startAt, endAt] = [instant(Date.UTC(2026, 11, 19)), instant(Date.UTC(2026, 11, 20))];
    await test.client.scheduleRules.requestOverride({
      freezeId,
      scope: freezePlan().scope,
      startAt,
      endAt,
      reason: 'Hotfix',
    });
    const byHand = new Database(test.file);
    byHand.prepare("UPDATE schedule_rule SET kind = 'window' WHERE id = ?").run(freezeId);
    byHand.close();
    const { id } = await test.client.branches.create({ name: 'Later' });
    await test.core.clientIn(id).catalogue.addService(servicePlan({ name: 'Ledger' }));

    expect(await test.client.branches.merge({ id, choices: [] })).toMatchObject({ merged: 1 });
  });
});
