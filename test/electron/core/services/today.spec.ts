import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectionId, FactId, ReleaseId } from '../../../../shared/model/ids.ts';
import { day, instant } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { transition, workItem, writeFacts } from '../../../support/facts.ts';
import { biweeklyPlan, jiraPlan } from '../../../support/plans.ts';

const at = (iso: string) => instant(Date.parse(iso));

describe('electron/core/services/today', () => {
  let test: TestCore;
  let connectionId: ConnectionId;
  let release: ReleaseId;
  beforeEach(async () => {
    test = await testCore();
    connectionId = (await test.client.connections.add(jiraPlan())).id;
    const train = await test.client.trains.create(biweeklyPlan());
    const { created } = await test.client.trains.generate({
      id: train.id,
      from: day('2026-12-01'),
      to: day('2026-12-29'),
    });
    release = created[1] ?? fail();
  });
  afterEach(() => test.end());

  const today = (since = '2026-11-23T09:00:00Z') => test.client.today.get({ since: at(since), horizonDays: 14 });

  it('lists what departs within the horizon, with how much of its scope is done', async () => {
    const items = [workItem(connectionId, 'PAY-1', { category: 'done' }), workItem(connectionId, 'PAY-2')];
    writeFacts(test.file, items);
    await test.client.releases.board({
      releaseId: release,
      workItemIds: items.map(({ id }) => id),
      written: null,
      reason: '',
    });
    test.env.at('2026-12-02T10:00:00Z');

    const { departures, milestones } = await today();

    expect(departures.map((one) => [one.name, one.boarded, one.done])).toEqual([['Payments 2026.51', 2, 1]]);
    expect(milestones.map((one) => one.name)).toEqual(['cut-off', 'freeze', 'uat', 'go']);
  });

  it('names the first departure after the horizon, and counts the trains', async () => {
    test.env.at('2026-11-10T10:00:00Z');

    const { departures, next, trains } = await today();

    expect(departures).toEqual([]);
    expect(next).toMatchObject({ name: 'Payments 2026.49', day: '2026-12-01' });
    expect(trains).toBe(1);
    test.env.at('2027-11-10T10:00:00Z');
    expect(await today()).toMatchObject({ next: null, trains: 1 });
  });

  it('calls late what should have departed, and unfinished scope after the cut-off', async () => {
    const item = workItem(connectionId, 'PAY-1');
    writeFacts(test.file, [item]);
    await test.client.releases.board({ releaseId: release, workItemIds: [item.id], written: null, reason: '' });
    test.env.at('2026-12-08T08:00:01Z');

    const { late } = await today();

    expect(late.map((one) => [one.reason, one.releaseName, one.count])).toEqual([
      ['departure-passed', 'Payments 2026.49', 0],
      ['unfinished-after-cut-off', 'Payments 2026.51', 1],
    ]);
  });

  it('calls nothing unfinished that has no ticket to see it by', async () => {
    const [open, done] = [workItem(connectionId, 'PAY-1'), workItem(connectionId, 'PAY-2', { category: 'done' })];
    writeFacts(test.file, [open, done]);
    const board = (workItemIds: FactId[], written: string | null) =>
      test.client.releases.board({ releaseId: release, workItemIds, written, reason: '' });
    test.env.at('2026-12-08T08:00:01Z');

    await board([done.id], 'Tell the customers');
    const without = await today();
    await board([open.id], null);
    const withOpen = await today();

    expect(without.departures[0]).toMatchObject({ boarded: 2, done: 1, withoutTicket: 1 });
    expect(without.late.map((one) => one.reason)).toEqual(['departure-passed']);
    expect(withOpen.departures[0]).toMatchObject({ boarded: 3, done: 1, withoutTicket: 1 });
    expect(withOpen.late.map((one) => [one.reason, one.count])).toEqual([
      ['departure-passed', 0],
      ['unfinished-after-cut-off', 1],
    ]);
  });

  it('takes what ended undone neither for done nor for unfinished', async () => {
    const item = workItem(connectionId, 'PAY-1', {
      category: 'done',
      originalStatus: 'Done',
      resolution: "Won't Do",
    });
    writeFacts(test.file, [item]);
    await test.client.releases.board({ releaseId: release, workItemIds: [item.id], written: null, reason: '' });
    test.env.at('2026-12-08T08:00:01Z');

    const { departures, late } = await today();

    expect(departures[0]).toMatchObject({ boarded: 1, done: 0, undone: 1, withoutTicket: 0 });
    expect(late.map((one) => one.reason)).toEqual(['departure-passed']);
  });

  it('says how much more there is than it shows, and shows the latest of what should have departed', async () => {
    const daily = { rrule: 'FREQ=DAILY', from: '2027-03-01', departureTime: '12:00', onDayOff: 'keep' };
    const [stage] = biweeklyPlan().stages;
    for (let train = 0; train < 8; train += 1) {
      const plan = biweeklyPlan({
        name: `Daily ${train}`,
        cadence: daily,
        releaseName: '{year}-{month}-{day}',
        stages: [stage],
      });
      const { id } = await test.client.trains.create(plan);
      await test.client.trains.generate({ id, from: day('2027-03-01'), to: day('2027-03-31') });
    }
    const item = workItem(connectionId, 'PAY-1');
    const moves = Array.from({ length: 60 }, (_, hour) =>
      transition(item, new Date(Date.UTC(2027, 0, 1, hour)).toISOString()),
    );
    writeFacts(test.file, [item, ...moves]);
    test.env.at('2027-02-20T09:00:00Z');
    const ahead = (since: string) => test.client.today.get({ since: at(since), horizonDays: 60 });
    const [first] = (await ahead('2027-02-20T09:00:00Z')).departures;
    const aboard = first?.releaseId ?? fail();
    await test.client.releases.board({ releaseId: aboard, workItemIds: [item.id], written: null, reason: '' });
    for (let n = 0; n < 60; n += 1) await test.client.releases.update({ id: aboard, notes: `note ${n}` });

    const before = await ahead('2027-01-01T00:00:00Z');
    test.env.at('2027-03-31T22:00:00Z');
    const after = await ahead('2027-03-31T22:00:00Z');

    expect([before.departures.length, before.milestones.length]).toEqual([200, 200]);
    expect([before.decisions.length, before.ticketsMoved.length]).toEqual([50, 50]);
    expect(before.leftOut).toEqual({ departures: 48, milestones: 48, late: 0, decisions: 11, ticketsMoved: 9 });
    // 30 days of 8 departures each have passed, the last of them ten hours ago.
    expect(after.late).toHaveLength(200);
    expect(after.leftOut).toMatchObject({ departures: 0, late: 40 });
    expect(new Date(after.late[0]?.since ?? 0).toISOString()).toBe('2027-03-31T10:00:00.000Z');
  });

  it('is not late once somebody says that it departed', async () => {
    test.env.at('2026-12-02T10:00:00Z');
    const before = await today();
    await test.client.releases.update({ id: before.late[0]?.releaseId ?? fail(), state: 'departed' });

    expect((await today()).late).toEqual([]);
  });

  it('tells what changed since the last visit: decisions and tickets aboard', async () => {
    const item = workItem(connectionId, 'PAY-1');
    writeFacts(test.file, [
      item,
      transition(item, '2026-12-03T10:00:00Z'),
      transition(item, '2026-12-05T10:00:00Z', { toStatus: 'Done' }),
    ]);
    await test.client.releases.board({ releaseId: release, workItemIds: [item.id], written: null, reason: '' });
    test.env.at('2026-12-06T10:00:00Z');
    await test.client.releases.update({ id: release, notes: 'new' });

    const { decisions, ticketsMoved } = await today('2026-12-04T00:00:00Z');

    expect(decisions.map((one) => one.command)).toEqual(['releases.update']);
    expect(ticketsMoved.map((one) => [one.key, one.toStatus, one.simulated])).toEqual([['PAY-1', 'Done', false]]);
  });

  it('says how each connection is doing', async () => {
    const { sync } = await today();

    expect(sync).toEqual([
      expect.objectContaining({
        state: 'never',
        hasSecret: false,
        lastSuccessAt: null,
        lastRun: null,
        simulated: false,
      }),
    ]);
  });
});

function fail(): never {
  throw new Error('it is not there');
}
