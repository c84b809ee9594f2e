import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScheduleRuleId } from '../../../../shared/model/ids.ts';
import { day, instant } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import {
  biweeklyPlan,
  bookingPlan,
  environmentPlan,
  freezePlan,
  servicePlan,
  teamPlan,
} from '../../../support/plans.ts';

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

  it('keeps what others changed meanwhile, and refuses what both changed', async () => {
    const base = freezePlan();
    const { id } = await test.client.scheduleRules.add(base);
    await test.client.scheduleRules.update({ id, plan: freezePlan({ owner: 'Barbara' }), base });

    await test.client.scheduleRules.update({ id, plan: freezePlan({ name: 'Winter freeze' }), base });
    const clash = test.client.scheduleRules.update({ id, plan: freezePlan({ owner: 'Linus' }), base });

    await expect(clash).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'The owner of freeze “Winter freeze” was changed meanwhile, by somebody else or in another window.',
    });
    const { rules } = await test.client.scheduleRules.list({});
    expect(rules).toMatchObject([{ name: 'Winter freeze', owner: 'Barbara' }]);
  });

  it('calls when a rule holds its times where both changed it', async () => {
    const base = freezePlan();
    const { id } = await test.client.scheduleRules.add(base);
    const at = (day: string) => ({ local: `${day}T00:00`, clock: { by: 'aoe' } });
    const until = (day: string) => freezePlan({ holds: { by: 'once', start: at('2026-12-01'), end: at(day) } });
    await test.client.scheduleRules.update({ id, plan: until('2026-12-24'), base });

    const clash = test.client.scheduleRules.update({ id, plan: until('2026-12-31'), base });

    await expect(clash).rejects.toMatchObject({
      message: 'The times of freeze “Christmas freeze” were changed meanwhile, by somebody else or in another window.',
    });
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
      message: 'Ada asked for the override; somebody else has to approve it.',
    });
    await test.client.scheduleRules.approveOverride({ id, approver: 'Grace' });
    const { overrides } = await test.client.scheduleRules.list({});

    const { rows } = await test.client.journal.list({});

    expect(overrides).toMatchObject([
      { id, requestedBy: 'Ada', approvedBy: 'Grace', approvedAt: test.env.now(), recordedBy: 'Ada' },
    ]);
    expect(rows[0]?.summary).toBe(
      'Override of freeze “Christmas freeze” approved by Grace, recorded by Ada, who asked for it',
    );
    await expect(test.client.scheduleRules.approveOverride({ id, approver: 'Linus' })).rejects.toMatchObject({
      message: 'The override was approved already, by Grace.',
    });
  });

  it('overrides freezes only, and for some time', async () => {
    const window = await test.client.scheduleRules.add(freezePlan({ kind: 'window', name: 'Nights' }));
    const freeze = await test.client.scheduleRules.add(freezePlan());
    const turned = { ...overrideOf(freeze.id), endAt: overrideOf(freeze.id).startAt };

    await expect(test.client.scheduleRules.requestOverride(overrideOf(window.id))).rejects.toMatchObject({
      message: '"Nights" is a window, and an override lets through freezes only.',
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

  describe('questions', () => {
    // The freeze holds from Friday 18 December, 18:00, to Monday 4 January, 8:00, in Berlin: an hour ahead of UTC.
    const frozenFrom = Date.UTC(2026, 11, 18, 17);
    const frozenTo = Date.UTC(2027, 0, 4, 7);
    const blank = {
      environmentId: null,
      region: null,
      serviceId: null,
      tier: null,
      teamId: null,
      tenant: null,
    };
    const anywhere = { by: 'targets' as const, targets: [blank] };

    function spanOf(start: number, end: number) {
      return { start: instant(start), end: instant(end) };
    }

    it('says of a span whether it is legal, and what forbids it', async () => {
      const { id } = await test.client.scheduleRules.add(freezePlan());

      const before = await test.client.scheduleRules.judge({
        to: anywhere,
        span: spanOf(frozenFrom - HOUR, frozenFrom),
      });
      const across = await test.client.scheduleRules.judge({
        to: anywhere,
        span: spanOf(frozenFrom - HOUR, frozenFrom + HOUR),
      });

      expect(before.legal).toBe(true);
      expect(across.legal).toBe(false);
      expect(
        across.targets[0]?.segments.map(({ state, because }) => [state, because.map(({ ruleId }) => ruleId)]),
      ).toEqual([
        ['open', []],
        ['frozen', [id]],
      ]);
    });

    it('finds the first legal minute after a freeze, and counts the legal minutes around it', async () => {
      await test.client.scheduleRules.add(freezePlan());

      const first = await test.client.scheduleRules.firstLegal({
        to: anywhere,
        after: instant(frozenFrom + HOUR),
        minutes: 60,
      });
      const minutes = await test.client.scheduleRules.legalMinutes({
        to: anywhere,
        span: spanOf(frozenFrom - 2 * HOUR, frozenTo + HOUR),
      });

      expect(first).toMatchObject({ found: 'yes', at: frozenTo });
      expect(minutes).toEqual({ legal: 180, of: (frozenTo - frozenFrom) / 60_000 + 180 });
    });

    it('judges a release by the services that its train ships', async () => {
      const ledger = await test.client.catalogue.addService(servicePlan());
      const other = await test.client.catalogue.addService(servicePlan({ name: 'search' }));
      await test.client.scheduleRules.add(freezePlan({ scope: { ...freezePlan().scope, services: [ledger.id] } }));
      const verdicts = await Promise.all(
        [ledger.id, other.id].map(async (service) => {
          const { id } = await test.client.trains.create(biweeklyPlan({ name: service, services: [service] }));
          const release = await test.client.releases.add({ trainId: id, name: 'R', day: day('2026-12-22') });
          const span = spanOf(frozenFrom + HOUR, frozenFrom + 2 * HOUR);
          return test.client.scheduleRules.judge({ to: { by: 'release', id: release.id }, span });
        }),
      );

      expect(verdicts.map(({ legal }) => legal)).toEqual([false, true]);
    });

    it('lists when rules hold between two days', async () => {
      const { id } = await test.client.scheduleRules.add(freezePlan());

      const held = await test.client.scheduleRules.occurrences({ from: day('2026-12-31'), to: day('2026-12-31') });
      const none = await test.client.scheduleRules.occurrences({ from: day('2027-02-01'), to: day('2027-02-28') });

      expect(held).toMatchObject([{ ruleId: id, occurrences: [{ span: { start: frozenFrom, end: frozenTo } }] }]);
      expect(none).toEqual([{ ruleId: id, occurrences: [] }]);
    });

    it('ranks no slot that has begun', async () => {
      // Ten o'clock in Berlin.
      const today = day('2026-11-23');
      const { slots } = await test.client.scheduleRules.slots({ to: anywhere, from: today, until: today, minutes: 60 });

      expect(slots.length).toBeGreaterThan(0);
      expect(Math.min(...slots.map(({ span }) => span.start))).toBeGreaterThanOrEqual(test.env.now());
    });

    it('ranks slots in the hours of the teams first, none of them in the freeze', async () => {
      await test.client.scheduleRules.add(freezePlan());
      await test.client.catalogue.addTeam(teamPlan());

      const { slots, leftOut } = await test.client.scheduleRules.slots({
        to: anywhere,
        from: day('2026-12-17'),
        until: day('2026-12-20'),
        minutes: 120,
      });

      expect(slots.every(({ span }) => span.end <= frozenFrom)).toBe(true);
      expect(leftOut).toBe(0);
      // Thursday or Friday between 9 and 17 in Berlin.
      expect(new Date(slots[0]?.span.start ?? 0).getUTCHours()).toBeGreaterThanOrEqual(8);
      expect(new Date(slots[0]?.span.end ?? 0).getUTCHours()).toBeLessThanOrEqual(16);
      expect(slots[0]?.parts.map(({ by }) => by)).toEqual(['criticality', 'business', 'team-hours', 'neighbours']);
    });

    it('counts as neighbours of a slot what is still to come, not what was cancelled', async () => {
      const { id: trainId } = await test.client.trains.create(biweeklyPlan({ cadence: null, stages: [] }));
      const { id } = await test.client.releases.add({ trainId, name: 'Payments 1', day: day('2026-12-17') });
      const { id: place } = await test.client.environments.add(environmentPlan());
      await test.client.environments.book({ plan: bookingPlan(place, { releaseId: id }), withDependants: false });
      const range = { to: anywhere, from: day('2026-12-17'), until: day('2026-12-17'), minutes: 120 };
      const neighbours = async () =>
        (await test.client.scheduleRules.slots(range)).slots.map(({ parts }) =>
          parts.find(({ by }) => by === 'neighbours'),
        );
      const before = await neighbours();

      await test.client.releases.update({ id, state: 'cancelled' });
      const cancelled = await neighbours();
      await test.client.releases.remove({ id });

      expect(cancelled).not.toEqual(before);
      expect(cancelled).toEqual(await neighbours());
    });
  });
});
