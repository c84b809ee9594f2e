import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '../../../../shared/domain/calendar/days.ts';
import type { BranchId, ConnectionId, EnvironmentId, ReleaseId } from '../../../../shared/model/ids.ts';
import { day, instant } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { workItem, writeFacts } from '../../../support/facts.ts';
import { biweeklyPlan, bookingPlan, environmentPlan, jiraPlan, teamPlan } from '../../../support/plans.ts';

/** Monday; the clock of the test stands at ten in Berlin. */
const TODAY = day('2026-11-23');
const WORKDAYS = { workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff: [] };

/** One item done at noon of each working day of the last weeks: a team whose pace a reader can count on their fingers. */
function oneADay(jira: ConnectionId, weeks: number) {
  const days = Array.from({ length: weeks * 7 }, (_, at) => addDays(TODAY, at - weeks * 7));
  return days
    .filter((one) => weekdayOf(one) <= 5)
    .map((on, at) => {
      const doneAt = instant(Date.parse(`${on}T11:00:00Z`));
      return workItem(jira, `PAY-${at}`, { category: 'done', doneAt, updatedAt: doneAt });
    });
}

describe('electron/core/services/branch-figures', () => {
  let test: TestCore;
  let jira: ConnectionId;
  let environmentId: EnvironmentId;
  let first: ReleaseId;
  let second: ReleaseId;
  let id: BranchId;

  beforeEach(async () => {
    test = await testCore();
    jira = (await test.client.connections.add(jiraPlan())).id;
    const projects = [{ connectionId: jira, key: 'PAY' }];
    const { id: teamId } = await test.client.catalogue.addTeam(teamPlan({ calendar: WORKDAYS, projects }));
    const open = Array.from({ length: 8 }, (_, at) => workItem(jira, `PAY-${900 + at}`));
    writeFacts(test.file, [...oneADay(jira, 26), ...open]);
    const { id: trainId } = await test.client.trains.create(
      biweeklyPlan({ cadence: null, stages: [], teams: [teamId] }),
    );
    first = (await test.client.releases.add({ trainId, name: 'Cards 1', day: day('2026-11-27') })).id;
    second = (await test.client.releases.add({ trainId, name: 'Cards 2', day: day('2026-12-01') })).id;
    const board = (releaseId: ReleaseId, from: number, to: number) =>
      test.client.releases.board({
        releaseId,
        workItemIds: open.slice(from, to).map((item) => item.id),
        written: null,
        reason: '',
      });
    await board(first, 0, 5);
    await board(second, 5, 8);
    environmentId = (await test.client.environments.add(environmentPlan({ capacity: 1 }))).id;
    id = (await test.client.branches.create({ name: 'Try' })).id;
  });
  afterEach(() => test.end());

  const there = () => test.core.clientIn(id);

  it('gives the same figures for both while nothing differs', async () => {
    const { outlooks, environments, risks, from, to } = await test.client.branches.figures({ id, runs: 200 });

    expect([from, to]).toEqual([TODAY, addDays(TODAY, 89)]);
    expect(outlooks.map(({ name, plan }) => [name, plan])).toEqual([
      // Five items from Monday on are done on Friday, three more on the Wednesday after.
      ['Cards 1', { departs: '2026-11-27', open: 5, ahead: 5, p85: '2026-11-27', typed: null }],
      ['Cards 2', { departs: '2026-12-01', open: 3, ahead: 8, p85: '2026-12-02', typed: null }],
    ]);
    for (const { plan, branch } of outlooks) expect(branch).toEqual(plan);
    for (const { use } of environments) expect(use.branch).toBe(use.plan);
    for (const { risk } of risks) expect(risk.branch).toBe(risk.plan);
  });

  it('shows what an order of departures does to forecasts', async () => {
    await there().releases.move({ id: first, day: day('2026-12-04') });

    const { outlooks } = await test.client.branches.figures({ id, runs: 200 });

    const branch = new Map(outlooks.map((row) => [row.name, row.branch]));
    expect(branch.get('Cards 2')).toEqual({ departs: '2026-12-01', open: 3, ahead: 3, p85: '2026-11-25', typed: null });
    expect(branch.get('Cards 1')).toEqual({ departs: '2026-12-04', open: 5, ahead: 8, p85: '2026-12-02', typed: null });
  });

  it('marks on each side the forecasts that rest on numbers typed by hand', async () => {
    const [{ id: teamId } = expect.fail('no team')] = (await test.client.catalogue.read({})).teams;
    await there().capacity.typeThroughput({ teamId, typed: { by: 'range', least: 2, most: 4, overFacts: true } });

    const { outlooks } = await test.client.branches.figures({ id, runs: 200 });

    expect(outlooks.map(({ plan, branch }) => [plan?.typed, branch?.typed])).toEqual([
      [null, '2 to 4 items a week'],
      [null, '2 to 4 items a week'],
    ]);
  });

  it('has null where a release or an environment is on one side alone', async () => {
    await there().releases.remove({ id: second });
    await there().environments.add(environmentPlan({ name: 'new' }));

    const { outlooks, environments, risks } = await test.client.branches.figures({ id, runs: 200 });

    expect(outlooks.map(({ name, branch }) => [name, branch === null])).toEqual([
      ['Cards 1', false],
      ['Cards 2', true],
    ]);
    expect(environments.map(({ name, use }) => [name, use.plan === null])).toEqual([
      ['staging', false],
      ['new', true],
    ]);
    expect(risks.map(({ name, risk }) => [name, risk.branch === null])).toEqual([
      ['Cards 1', false],
      ['Cards 2', true],
    ]);
  });

  it('counts the use of environments and the risk of what is aboard on each side', async () => {
    await there().environments.book({
      plan: bookingPlan(environmentId, { startLocal: '2026-11-30T00:00', endLocal: '2026-12-01T00:00' }),
      withDependants: false,
    });
    const [scope] = (await there().releases.get({ id: first })).scope;
    await there().releases.bump({ id: scope?.item.id ?? expect.fail('nothing is aboard'), to: second, reason: '' });

    const { environments, risks } = await test.client.branches.figures({
      id,
      runs: 200,
      days: 10,
      failurePerItem: 0.1,
    });

    expect(environments[0]?.use).toEqual({ plan: 0, branch: 0.1 });
    const [cards1, cards2] = risks.map(({ risk }) => risk);
    expect(cards1?.branch).toBeLessThan(cards1?.plan ?? 0);
    expect(cards2?.branch).toBeGreaterThan(cards2?.plan ?? 1);
    // Five independent items of 10 % each fail together with 1 − 0.9⁵, at least.
    expect(cards1?.plan).toBeGreaterThanOrEqual(1 - 0.9 ** 5 - 1e-9);
  });

  it('looks at so many releases of a team, and says how many it leaves out', async () => {
    const { outlooks, leftOut } = await test.client.branches.figures({ id, runs: 200, releases: 1 });

    expect(outlooks.map(({ name }) => name)).toEqual(['Cards 1']);
    expect(leftOut).toBe(1);
  });

  it('tells the risk of every coming release, however many there are', async () => {
    const { trainId } = (await test.client.releases.get({ id: first })).release;
    for (let at = 3; at <= 12; at += 1) {
      const { id: releaseId } = await test.client.releases.add({
        trainId,
        name: `Cards ${at}`,
        day: addDays(TODAY, 20 + at),
      });
      await test.client.releases.board({ releaseId, workItemIds: [], written: 'One', reason: '' });
    }

    const { risks } = await test.client.branches.figures({ id, runs: 200, releases: 1, failurePerItem: 0.1 });

    expect(risks).toHaveLength(12);
    expect(risks.at(-1)?.risk.plan).toBeCloseTo(0.1, 10);
  });

  it('says that a branch is gone', async () => {
    await test.client.branches.discard({ id });

    await expect(test.client.branches.figures({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
