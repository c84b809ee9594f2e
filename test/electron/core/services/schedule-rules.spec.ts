import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScheduleRuleId } from '../../../../shared/model/ids.ts';
import { instant } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { freezePlan } from '../../../support/plans.ts';

const HOUR = 3_600_000;

describe('electron/core/services/schedule-rules', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore();
  });
  afterEach(() => test.end());

  function overrideOf(freezeId: ScheduleRuleId) {
    const startAt = instant(Date.UTC(2026, 11, 20, 10));
    return { freezeId, scope: freezePlan().scope, startAt, endAt: instant(startAt + HOUR), reason: 'A leak' };
  }

  it('keeps rules and journals their changes by kind and name', async () => {
    const { id } = await test.client.scheduleRules.add(freezePlan());
    await test.client.scheduleRules.update({ id, plan: freezePlan({ name: 'Winter freeze' }) });

    const { rules } = await test.client.scheduleRules.list({});
    const { rows } = await test.client.journal.list({});

    expect(rules).toMatchObject([{ id, name: 'Winter freeze', source: null }]);
    expect(rows.slice(0, 2).map(({ summary }) => summary)).toEqual([
      'Changed freeze “Winter freeze”',
      'Added freeze “Christmas freeze”',
    ]);
  });

  it('refuses a recurrence that cannot be read', async () => {
    const holds = {
      by: 'rrule',
      rrule: 'FREQ=SOMETIMES',
      from: '2026-12-01',
      startTime: '09:00',
      endTime: '17:00',
      endDayOffset: 0,
      clock: { by: 'aoe' },
      except: [],
      also: [],
    };

    await expect(test.client.scheduleRules.add(freezePlan({ holds }))).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { where: 'holds.rrule' },
    });
  });

  it('counts an override only when somebody other than who asked has approved it', async () => {
    const freeze = await test.client.scheduleRules.add(freezePlan());
    const { id } = await test.client.scheduleRules.requestOverride(overrideOf(freeze.id));

    await expect(test.client.scheduleRules.approveOverride({ id, approver: ' ada ' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: 'ada asked for it, so somebody else has to approve.',
    });
    await test.client.scheduleRules.approveOverride({ id, approver: 'Grace' });
    const { overrides } = await test.client.scheduleRules.list({});

    expect(overrides).toMatchObject([{ id, requestedBy: 'Ada', approvedBy: 'Grace', approvedAt: test.env.now() }]);
    await expect(test.client.scheduleRules.approveOverride({ id, approver: 'Linus' })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'Grace approved it already.',
    });
  });

  it('overrides freezes only, and for some time', async () => {
    const window = await test.client.scheduleRules.add(freezePlan({ kind: 'window', name: 'Nights' }));
    const freeze = await test.client.scheduleRules.add(freezePlan());
    const turned = { ...overrideOf(freeze.id), endAt: overrideOf(freeze.id).startAt };

    await expect(test.client.scheduleRules.requestOverride(overrideOf(window.id))).rejects.toMatchObject({
      message: '“Nights” is a window: only a freeze can be overridden.',
    });
    await expect(test.client.scheduleRules.requestOverride(turned)).rejects.toMatchObject({ data: { where: 'endAt' } });
  });

  it('keeps a freeze a freeze while it has overrides, and removes them with it', async () => {
    const { id } = await test.client.scheduleRules.add(freezePlan());
    await test.client.scheduleRules.requestOverride(overrideOf(id));

    await expect(test.client.scheduleRules.update({ id, plan: freezePlan({ kind: 'window' }) })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    await test.client.scheduleRules.remove({ id });
    const gone = await test.client.scheduleRules.list({});
    await test.client.journal.undo({ seq: null });
    const back = await test.client.scheduleRules.list({});

    expect(gone).toEqual({ rules: [], overrides: [] });
    expect(back).toMatchObject({ rules: [{ id }], overrides: [{ freezeId: id, reason: 'A leak' }] });
  });

  it('takes an override back', async () => {
    const freeze = await test.client.scheduleRules.add(freezePlan());
    const { id } = await test.client.scheduleRules.requestOverride(overrideOf(freeze.id));

    await test.client.scheduleRules.removeOverride({ id });

    expect((await test.client.scheduleRules.list({})).overrides).toEqual([]);
  });
});
