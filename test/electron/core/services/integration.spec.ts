import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IntegrationInput } from '../../../../shared/contract/integration.ts';
import type { ReleaseId, ServiceId, TeamId, TrainId } from '../../../../shared/model/ids.ts';
import type { TrainPlan } from '../../../../shared/model/train.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import {
  biweeklyPlan,
  bookingPlan,
  environmentPlan,
  freezePlan,
  personPlan,
  servicePlan,
  teamPlan,
} from '../../../support/plans.ts';
import { aDay, aLocal, anInstant, isoOf } from '../../../support/times.ts';

/** 2026-12-01 09:00 in Berlin, a Tuesday; the releases depart two weeks on. */
const DAY = aDay('2026-12-17');

describe('electron/core/services/integration', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore();
  });
  afterEach(() => test.end());

  async function team(name: string, zone: string): Promise<TeamId> {
    const calendar = { workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff: [] };
    return (await test.client.catalogue.addTeam(teamPlan({ name, zone, calendar }))).id;
  }

  async function service(
    name: string,
    teamId: TeamId | null,
    dependsOn: readonly ServiceId[] = [],
  ): Promise<ServiceId> {
    return (await test.client.catalogue.addService(servicePlan({ name, teamId, dependsOn }))).id;
  }

  async function release(name: string, changes: Partial<TrainPlan>): Promise<{ id: ReleaseId; train: TrainId }> {
    const plain = {
      cadence: null,
      stages: [],
      calendar: { workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff: [] },
    };
    const train = await test.client.trains.create(biweeklyPlan({ ...plain, name, ...changes }));
    const { id } = await test.client.releases.add({ trainId: train.id, name: '1.0', day: DAY });
    return { id, train: train.id };
  }

  async function freezeAt(releaseId: ReleaseId, endLocal: string): Promise<void> {
    const at = { startLocal: aLocal(endLocal), endLocal: null };
    await test.client.releases.addMilestone({ releaseId, kind: 'code-freeze', name: 'Code freeze', ...at });
  }

  /** Web (New York) stands on Ledger (Berlin). */
  async function webOnLedger() {
    const [berlin, york] = [await team('Berlin', 'Europe/Berlin'), await team('York', 'America/New_York')];
    const core = await service('core', berlin);
    const web = await service('web', york, [core]);
    const ledger = await release('Ledger', { services: [core] });
    const shop = await release('Shop', { services: [web] });
    await freezeAt(ledger.id, '2026-12-08T10:30');
    return { berlin, york, ledger: ledger.id, shop: shop.id };
  }

  function asked(releaseIds: readonly ReleaseId[], changes: Partial<IntegrationInput> = {}): IntegrationInput {
    const days = { from: aDay('2026-12-07'), until: aDay('2026-12-18') };
    return IntegrationInput.parse({ releaseIds, ...days, minutes: 60, ...changes });
  }

  async function startsOf(input: IntegrationInput): Promise<readonly string[]> {
    const { windows } = await test.client.integration.propose(input);
    return windows.map(({ span, lack }) => (span === null ? `none: ${lack?.by}` : isoOf(span.start).slice(5, 16)));
  }

  it('brings a release in after what its services need, in the hours of both teams', async () => {
    const { berlin, york, ledger, shop } = await webOnLedger();

    const { releases, crews, windows } = await test.client.integration.propose(asked([shop, ledger]));

    // Berlin is an hour ahead of UTC, New York five behind: they share 14:00 to 16:00 UTC.
    expect(windows.map(({ span }) => span && isoOf(span.start))).toEqual([
      '2026-12-08T09:30:00.000Z',
      '2026-12-08T14:00:00.000Z',
      '2026-12-08T15:00:00.000Z',
    ]);
    expect(windows.map(({ crews: ids, together }) => [ids, together])).toEqual([
      [[berlin], false],
      [[berlin, york].sort(), false],
      [[berlin, york].sort(), true],
    ]);
    expect(releases).toMatchObject([
      { title: 'Ledger 1.0', step: 1, ready: { by: 'milestone', milestone: 'Code freeze' } },
      { title: 'Shop 1.0', step: 2, needs: [{ releaseId: ledger }], ready: { by: 'start', milestone: null } },
    ]);
    expect(crews.map(({ name, kind }) => [name, kind])).toEqual([
      ['Berlin', 'team'],
      ['York', 'team'],
    ]);
  });

  it('waits for the day on which somebody of each team is there', async () => {
    const { york, ledger, shop } = await webOnLedger();
    const { id } = await test.client.catalogue.addPerson(personPlan({ name: 'Ada', teamId: york }));
    const away = { firstDay: aDay('2026-12-07'), lastDay: aDay('2026-12-08'), reason: '' };
    await test.client.catalogue.addAbsence({ personId: id, ...away });

    const alone = await test.client.integration.propose(asked([shop, ledger]));
    await test.client.catalogue.addPerson(personPlan({ name: 'Grace', teamId: york }));
    const two = await test.client.integration.propose(asked([shop, ledger]));

    const second = ({ windows }: typeof alone) => windows[1]?.span && isoOf(windows[1].span.start);
    expect([second(alone), second(two)]).toEqual(['2026-12-09T14:00:00.000Z', '2026-12-08T14:00:00.000Z']);
  });

  it('lets the train stand for the teams that nobody named, on its own clock and days', async () => {
    const { id, train } = await release('Alone', { zone: 'America/New_York' as TrainPlan['zone'] });

    const { crews, windows } = await test.client.integration.propose(asked([id]));

    expect(crews).toMatchObject([{ id: train, kind: 'train', name: 'Alone', zone: 'America/New_York' }]);
    expect(windows.map(({ span }) => span && isoOf(span.start))).toEqual(['2026-12-07T14:00:00.000Z']);
  });

  it('keeps out of freezes and of the bookings of others in the environment, not of its own', async () => {
    const { ledger } = await webOnLedger();
    const { id: environmentId } = await test.client.environments.add(environmentPlan());
    const where = { environmentId };
    const book = (start: string, end: string, releaseId: ReleaseId | null) => {
      const times = { startLocal: `2026-12-${start}`, endLocal: `2026-12-${end}` };
      const plan = bookingPlan(environmentId, { ...times, releaseId });
      return test.client.environments.book({ plan, withDependants: false });
    };
    await book('08T09:00', '08T12:00', ledger);
    expect(await startsOf(asked([ledger], where))).toEqual(['12-08T09:30']);

    await book('08T12:00', '09T11:00', null);
    expect(await startsOf(asked([ledger], { ...where, minutes: 120 }))).toEqual(['12-09T10:00']);

    const clock = { by: 'zone', zone: 'Europe/Berlin' };
    const holds = {
      by: 'once',
      start: { local: '2026-12-09T00:00', clock },
      end: { local: '2026-12-31T00:00', clock },
    };
    await test.client.scheduleRules.add(freezePlan({ holds }));
    const { windows } = await test.client.integration.propose(asked([ledger], { ...where, minutes: 120 }));
    expect(windows[0]?.lack).toMatchObject({ by: 'bookings', bookings: [{ title: 'Payments UAT' }] });
    expect(await startsOf(asked([ledger], { minutes: 120 }))).toEqual(['12-08T09:30']);
  });

  it('names the two whose hours never meet', async () => {
    const [south, york] = [await team('South', 'Pacific/Auckland'), await team('York', 'America/New_York')];
    const { id } = await release('Far', { teams: [south, york] });

    // In December Auckland is 18 hours ahead of New York: 09:00 to 17:00 there is 15:00 to 23:00 of the day before.
    const input = asked([id], { minutes: 180 });
    const { windows } = await test.client.integration.propose(input);

    expect(windows[0]?.lack).toEqual({ by: 'hours', crews: [south, york].sort(), longest: 120 });
  });

  it.each([
    ['nothing chosen', { releaseIds: [] }, 'BAD_INPUT', 'releaseIds'],
    ['a range too long', { until: aDay('2027-08-01') }, 'TOO_LARGE', 'until'],
    ['days turned round', { until: aDay('2026-12-06') }, 'BAD_INPUT', 'until'],
    ['a window longer than a day of work', { minutes: 481 }, 'BAD_INPUT', 'minutes'],
    [
      'too many releases',
      { releaseIds: Array.from({ length: 61 }, (_, at) => `release-x${at}`) },
      'TOO_LARGE',
      'releaseIds',
    ],
    ['a release that is gone', { releaseIds: ['release-404'] }, 'NOT_FOUND', 'release release-404'],
  ])('refuses %s', async (_, changes, code, where) => {
    const { ledger } = await webOnLedger();
    const input = { ...asked([ledger]), ...changes } as IntegrationInput;

    await expect(test.client.integration.propose(input)).rejects.toMatchObject({ code, data: { where } });
  });

  it('refuses a release that has departed', async () => {
    const { ledger } = await webOnLedger();
    await test.client.releases.update({ id: ledger, state: 'departed' });

    await expect(test.client.integration.propose(asked([ledger]))).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'Release “Ledger 1.0” has departed: there is nothing to bring together.',
    });
  });

  it('plans a milestone for each release and window in one entry, which is taken back as one', async () => {
    const { ledger, shop } = await webOnLedger();
    const { windows } = await test.client.integration.propose(asked([shop, ledger]));
    const milestones = windows.flatMap(({ span, releases, step }) =>
      span === null ? [] : releases.map((releaseId) => ({ releaseId, name: `Step ${step}`, span, move: null })),
    );

    const planned = await test.client.integration.plan({ milestones });

    expect(planned).toMatchObject({
      added: 4,
      moved: 0,
      summary: 'Planned integration windows of 2 releases: 4 milestones added',
    });
    const { milestones: own } = await test.client.releases.get({ id: shop });
    expect(own).toMatchObject([
      {
        kind: 'integration',
        name: 'Step 2',
        startLocal: '2026-12-08T15:00',
        endLocal: '2026-12-08T16:00',
        pinned: true,
      },
      { kind: 'integration', name: 'Step 3', startLocal: '2026-12-08T16:00', endLocal: '2026-12-08T17:00' },
    ]);
    const days = { from: aDay('2026-12-07'), to: aDay('2026-12-18'), trainIds: null };
    const { text } = await test.client.exchange.calendar({ ...days, milestones: true, rules: false, name: null });
    expect(text).toContain('SUMMARY:Shop 1.0: Step 3');

    await test.client.journal.undo({ seq: planned.seq });
    expect((await test.client.releases.get({ id: shop })).milestones).toEqual([]);
    expect((await test.client.releases.get({ id: ledger })).milestones).toHaveLength(1);
  });

  it('moves the milestone that a release has, unless it was moved meanwhile or is not for this', async () => {
    const { ledger, shop } = await webOnLedger();
    const at = { startLocal: aLocal('2026-12-10T09:00'), endLocal: aLocal('2026-12-10T10:00') };
    const { id } = await test.client.releases.addMilestone({
      releaseId: shop,
      kind: 'integration',
      name: 'Try it',
      ...at,
    });
    const base = { startAt: anInstant('2026-12-10T08:00Z'), endAt: anInstant('2026-12-10T09:00Z') };
    const span = { start: anInstant('2026-12-08T14:00Z'), end: anInstant('2026-12-08T15:00Z') };
    const move = (releaseId: ReleaseId, from = base) =>
      test.client.integration.plan({
        milestones: [{ releaseId, name: 'Integration', span, move: { id, base: from } }],
      });

    await expect(move(ledger)).rejects.toMatchObject({ code: 'CONFLICT' });
    const one = { releaseId: shop, name: 'Integration', span, move: { id } };
    await expect(test.client.integration.plan({ milestones: [one, one] })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    const far = { start: anInstant('9000-12-08T14:00Z'), end: anInstant('9000-12-08T15:00Z') };
    await expect(test.client.integration.plan({ milestones: [{ ...one, span: far }] })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: 'The window cannot be planned: the year is not one from 1970 to 2199.',
    });
    await expect(move(shop, { ...base, startAt: span.start })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'Milestone “Try it” was moved meanwhile: it is at Thu 10 Dec 2026, 09:00 now.',
    });
    expect(await move(shop)).toMatchObject({
      added: 0,
      moved: 1,
      summary: 'Planned integration windows of “Shop 1.0”: 1 moved',
    });
    expect((await test.client.releases.get({ id: shop })).milestones).toMatchObject([
      { id, name: 'Try it', startLocal: '2026-12-08T15:00', endLocal: '2026-12-08T16:00', pinned: true },
    ]);
    await expect(test.client.integration.plan({ milestones: [] })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('writes the proposal as a calendar before anybody plans it', async () => {
    const { ledger, shop } = await webOnLedger();

    const { text, entries } = await test.client.integration.calendar(asked([shop, ledger]));

    const unfolded = text.replaceAll('\r\n ', '');
    expect(entries).toBe(3);
    expect(unfolded).toContain('DTSTART:20261208T140000Z');
    expect(unfolded).toContain('SUMMARY:Integration: step 2');
    expect(unfolded).toContain('York: Tue 8 Dec 2026\\, 09:00 to 10:00 (America/New_York)');
    expect((await test.client.releases.get({ id: shop })).milestones).toEqual([]);
  });
});
