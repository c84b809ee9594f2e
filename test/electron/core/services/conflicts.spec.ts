import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCore } from '../../../../electron/core/core.ts';
import { addDays } from '../../../../shared/domain/calendar/days.ts';
import type { Booking } from '../../../../shared/model/environment.ts';
import type { BookingId, EnvironmentId, ReleaseId } from '../../../../shared/model/ids.ts';
import { day, instant, type LocalTime } from '../../../../shared/model/time.ts';
import { type TestCore, testCore, testHost } from '../../../support/core.ts';
import {
  biweeklyPlan,
  bookingPlan,
  environmentPlan,
  freezePlan,
  personPlan,
  servicePlan,
} from '../../../support/plans.ts';

describe('electron/core/services/conflicts', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore();
  });
  afterEach(() => test.end());

  async function release(
    name: string,
    on: string,
    changes: Parameters<typeof biweeklyPlan>[0] = {},
  ): Promise<ReleaseId> {
    const { id: trainId } = await test.client.trains.create(
      biweeklyPlan({ name, cadence: null, stages: [], ...changes }),
    );
    return (await test.client.releases.add({ trainId, name: `${name} 1`, day: day(on) })).id;
  }

  async function booking(id: string): Promise<Booking> {
    const [found] = await test.client.environments.some({ ids: [id as BookingId] });
    return found ?? expect.fail('no booking');
  }

  async function kinds(): Promise<string[]> {
    return (await test.client.conflicts.list({})).conflicts.map(({ conflict }) => conflict.kind);
  }

  async function bookedTwice(): Promise<{ readonly bookings: string[]; readonly spare: EnvironmentId }> {
    const { id } = await test.client.environments.add(environmentPlan());
    const { id: spare } = await test.client.environments.add(environmentPlan({ name: 'spare' }));
    const releases = [await release('Cards', '2027-03-02'), await release('Search', '2027-03-16')];
    const bookings: string[] = [];
    for (const releaseId of releases) {
      const { ids } = await test.client.environments.book({
        plan: bookingPlan(id, { releaseId }),
        withDependants: false,
      });
      bookings.push(ids[0] ?? expect.fail('nothing was booked'));
    }
    return { bookings, spare };
  }

  it('finds two exclusive bookings of one environment, with both spans and what they share', async () => {
    const { bookings } = await bookedTwice();

    const { conflicts, counts, leftOut } = await test.client.conflicts.list({});

    expect(conflicts.map(({ conflict }) => [conflict.kind, conflict.resource.name])).toEqual([
      ['environment-clash', 'staging'],
    ]);
    expect(conflicts[0]?.conflict.sides.map(({ thing }) => thing.id).toSorted()).toEqual(bookings.toSorted());
    expect(counts).toEqual([{ kind: 'environment-clash', count: 1, waived: 0 }]);
    expect(leftOut).toBe(0);
  });

  it('says what lies beyond the time whose freezes are known', async () => {
    const { id } = await test.client.environments.add(environmentPlan());
    const far = { startLocal: '2029-12-21T09:00', endLocal: '2029-12-21T17:00' };
    await test.client.environments.book({ plan: bookingPlan(id, far), withDependants: false });
    await test.client.environments.book({ plan: bookingPlan(id), withDependants: false });
    await release('Ledger', '2029-12-20');
    await release('Cards', '2027-03-02');

    const { conflicts, unjudged, at } = await test.client.conflicts.list({});

    const day = 86_400_000;
    expect(conflicts).toEqual([]);
    expect(unjudged).toEqual({ deployments: 1, bookings: 1, from: at - 60 * day, until: at + 550 * day });
  });

  it('follows the plan as it is decided, undone and redone, and always says what a fresh scan says', async () => {
    const { bookings } = await bookedTwice();
    await kinds();
    const first = bookings[0] ?? expect.fail('nothing was booked');

    await test.client.environments.moveBooking({
      id: first as never,
      startLocal: '2026-12-09T09:00' as LocalTime,
      endLocal: '2026-12-09T17:00' as LocalTime,
    });
    const apart = await kinds();
    const { seq } = await test.client.journal.undo({ seq: null });
    const again = await kinds();
    const freeze = await test.client.scheduleRules.add(freezePlan());
    await release('Ledger', '2026-12-22');
    const frozen = await kinds();
    await test.client.scheduleRules.remove({ id: freeze.id });
    const thawed = await kinds();

    expect(seq).not.toBeNull();
    expect([apart, again, frozen, thawed]).toEqual([
      [],
      ['environment-clash'],
      expect.arrayContaining(['environment-clash', 'release-in-freeze']),
      ['environment-clash'],
    ]);
  });

  it('says before a drop what a move would make and resolve, and moves nothing', async () => {
    await test.client.scheduleRules.add(freezePlan());
    const id = await release('Ledger', '2026-12-08');
    const frozen = await test.client.conflicts.preview({ move: { kind: 'release', id, day: day('2026-12-22') } });
    await test.client.releases.move({ id, day: day('2026-12-22') });
    const out = await test.client.conflicts.preview({ move: { kind: 'release', id, day: day('2027-01-12') } });

    expect([frozen.added, frozen.removed].map((all) => all.map(({ kind }) => kind))).toEqual([
      ['release-in-freeze'],
      [],
    ]);
    expect([out.added, out.removed].map((all) => all.map(({ kind }) => kind))).toEqual([[], ['release-in-freeze']]);
    expect(await kinds()).toEqual(['release-in-freeze']);
  });

  it('takes the milestones along that would follow a release', async () => {
    await test.client.scheduleRules.add(freezePlan());
    const stages = biweeklyPlan().stages.map((stage) => ({ ...stage, kind: 'deployment', end: null, endTime: null }));
    const id = await release('Ledger', '2027-01-12', { stages: stages.slice(0, 1) });

    // Five working days before Monday the 11th lies in the freeze: it ends on Monday the 4th, 8:00.
    const { added } = await test.client.conflicts.preview({ move: { kind: 'release', id, day: day('2027-01-08') } });

    expect(added.map(({ kind }) => kind)).toEqual(['release-in-freeze']);
  });

  it('keeps a waived conflict in sight until the waiver ends', async () => {
    await bookedTwice();
    const conflictKey = (await test.client.conflicts.list({})).conflicts[0]?.conflict.key ?? expect.fail('no conflict');
    const until = instant(test.env.now() + 3_600_000);

    const { id } = await test.client.conflicts.waive({ conflictKey, reason: 'They share it by hand.', until });
    const waived = await test.client.conflicts.list({});
    test.env.pass(3_600_000);
    const ended = await test.client.conflicts.list({});
    await test.client.conflicts.endWaiver({ id });
    const taken = await test.client.conflicts.list({});

    expect(waived.conflicts[0]?.waiver).toMatchObject({ reason: 'They share it by hand.', waivedBy: 'Ada' });
    expect(waived.counts).toEqual([{ kind: 'environment-clash', count: 1, waived: 1 }]);
    expect([ended.conflicts[0]?.waiver, ended.conflicts[0]?.lapsed?.id]).toEqual([null, id]);
    expect(taken.conflicts[0]).toMatchObject({ waiver: null, lapsed: null });
    await expect(test.client.conflicts.waive({ conflictKey, reason: 'x', until })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
  });

  it('counts a waived conflict again once it has grown, and refuses to waive one that is not there', async () => {
    const { bookings } = await bookedTwice();
    const conflictKey = (await test.client.conflicts.list({})).conflicts[0]?.conflict.key ?? expect.fail('no conflict');
    const until = instant(test.env.now() + 3_600_000);
    const { id } = await test.client.conflicts.waive({ conflictKey, reason: 'An hour is nothing.', until });

    for (const each of bookings) {
      const { id: bookingId, startLocal } = await booking(each);
      const endLocal = `${addDays(day(startLocal.slice(0, 10)), 9)}T18:00` as LocalTime;
      await test.client.environments.moveBooking({ id: bookingId, startLocal, endLocal });
    }
    const { conflicts } = await test.client.conflicts.list({});

    expect([conflicts[0]?.waiver, conflicts[0]?.lapsed?.id]).toEqual([null, id]);
    await expect(
      test.client.conflicts.waive({ conflictKey: 'environment-clash nobody knows', reason: 'x', until }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('says how many bookings a release would take along, and which conflicts it makes with them and without', async () => {
    const { id: environmentId } = await test.client.environments.add(environmentPlan({ kind: 'production' }));
    const id = await release('Ledger', '2026-12-08');
    const times = { startLocal: '2026-12-08T08:00', endLocal: '2026-12-08T23:00' };
    const later = { startLocal: '2026-12-10T08:00', endLocal: '2026-12-10T23:00' };
    await test.client.environments.book({
      plan: bookingPlan(environmentId, { ...times, releaseId: id }),
      withDependants: false,
    });
    await test.client.environments.book({ plan: bookingPlan(environmentId, later), withDependants: false });
    const move = { kind: 'release' as const, id, day: day('2026-12-10') };

    const along = await test.client.conflicts.preview({ move });
    const alone = await test.client.conflicts.preview({ move: { ...move, withBookings: false } });
    const sooner = await test.client.conflicts.preview({ move: { ...move, day: day('2026-12-09') } });

    expect([along.bookings, along.added.map(({ kind }) => kind)]).toEqual([
      { possible: 1, moved: 1 },
      ['environment-clash'],
    ]);
    expect([alone.bookings, alone.added]).toEqual([{ possible: 1, moved: 0 }, []]);
    expect([sooner.bookings, sooner.added]).toEqual([{ possible: 1, moved: 1 }, []]);
  });

  it('refuses a way out where what comes along with a booking would clash', async () => {
    const place = async (name: string, changes: object = {}) =>
      (await test.client.environments.add(environmentPlan({ name, ...changes }))).id;
    const book = async (on: EnvironmentId, withDependants: boolean) => {
      const plan = bookingPlan(on, { mode: 'shared' });
      return (
        (await test.client.environments.book({ plan, withDependants })).ids[0] ?? expect.fail('nothing was booked')
      );
    };
    const host = await place('host');
    await place('on host', { parents: [host] });
    const spare = await place('spare', { sharing: 'shared', capacity: 5 });
    const demo = await place('on spare', { parents: [spare] });
    const both = [await book(host, true), await book(host, false)];
    await book(demo, false);
    const found = (await test.client.conflicts.list({})).conflicts.map(({ conflict }) => conflict);
    const isBoth = (ids: readonly string[]) => both.every((id) => ids.includes(id));
    const key = found.find(({ sides }) => isBoth(sides.map(({ thing }) => thing.id)))?.key ?? expect.fail('no clash');
    const { id, startAt, endAt, startLocal, endLocal } = await booking(both[0] ?? '');
    const base = { startAt, endAt, environmentId: host };

    // Alone it would share the spare environment with nobody; what stands on that is taken.
    const steps = [{ kind: 'booking' as const, bookingId: id, environmentId: spare, startLocal, endLocal, base }];
    await expect(test.client.conflicts.resolve({ key, steps })).rejects.toMatchObject({
      message: 'The plan has changed since: this way out would make another conflict.',
    });
  });

  it('carries out a way out as one command, which one undo takes back', async () => {
    const { bookings, spare } = await bookedTwice();
    const { id: personId } = await test.client.catalogue.addPerson(personPlan());
    const releaseId = await release('Ledger', '2027-04-06');
    const { id: assignmentId } = await test.client.assignments.add({ releaseId, personId, role: 'Approver' });
    const bookingId = (bookings[0] ?? expect.fail('nothing was booked')) as never;

    const before = await test.client.releases.get({ id: releaseId });
    const { startAt, endAt, environmentId } = await booking(bookingId);

    await test.client.conflicts.resolve({
      key: null,
      steps: [
        {
          kind: 'booking',
          bookingId,
          environmentId: spare,
          startLocal: '2026-12-07T09:00' as LocalTime,
          endLocal: '2026-12-07T17:00' as LocalTime,
          base: { startAt, endAt, environmentId },
        },
        {
          kind: 'release',
          releaseId,
          day: day('2027-04-13'),
          departureTime: '21:00' as never,
          base: { departsAt: before.release.departsAt },
        },
        { kind: 'unassign', assignmentId, base: { personId } },
      ],
    });
    const resolved = await kinds();
    const moved = await test.client.releases.get({ id: releaseId });
    const parts = await test.client.assignments.list({ releaseId });
    await test.client.journal.undo({ seq: null });

    expect([resolved, moved.release.day, parts]).toEqual([[], '2027-04-13', []]);
    expect(await kinds()).toEqual(['environment-clash']);
    expect(await test.client.assignments.list({ releaseId })).toHaveLength(1);
  });

  it('refuses a move for something else that would make a conflict by now: its place is taken, or what stands on that', async () => {
    const { bookings, spare } = await bookedTwice();
    const { id: demo } = await test.client.environments.add(environmentPlan({ name: 'demo', parents: [spare] }));
    const { id, startAt, endAt, startLocal, endLocal, environmentId } = await booking(bookings[0] ?? '');
    const base = { startAt, endAt, environmentId };
    const steps = [{ kind: 'booking' as const, bookingId: id, environmentId: spare, startLocal, endLocal, base }];

    // Somebody takes what the move would take, or what stands on that.
    for (const taken of [spare, demo]) {
      await test.client.environments.book({ plan: bookingPlan(taken), withDependants: false });
      await expect(test.client.conflicts.resolve({ key: null, steps })).rejects.toMatchObject({
        code: 'CONFLICT',
        message: 'The plan has changed since: this would make another conflict.',
        data: { remedy: 'Find the ways out again.' },
      });
      expect((await booking(id)).environmentId).toBe(environmentId);
      await test.client.journal.undo({ seq: null });
    }

    await test.client.conflicts.resolve({ key: null, steps });
    expect(await kinds()).toEqual([]);
  });

  it('proposes ways out, the cheapest first, and each of them resolves the conflict without making another', async () => {
    const { spare } = await bookedTwice();
    const key = (await test.client.conflicts.list({})).conflicts[0]?.conflict.key ?? expect.fail('no conflict');

    const { moves } = await test.client.conflicts.waysOut({ key });
    const first = moves[0] ?? expect.fail('no way out');
    await test.client.conflicts.resolve({ key, steps: first.steps });
    const left = await kinds();
    const { rows } = await test.client.journal.list({});

    // To the spare environment at the same time: nothing moves in time.
    expect(first).toMatchObject({ cost: { days: 0 }, steps: [{ kind: 'booking', environmentId: spare }] });
    expect(moves.map(({ cost }) => cost.days)).toEqual(moves.map(({ cost }) => cost.days).toSorted((a, b) => a - b));
    expect(left).toEqual([]);
    expect(rows[0]?.summary).toBe(`Resolved a conflict: ${first.sentence}`);
    await expect(test.client.conflicts.waysOut({ key })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('refuses a way out of what somebody moved since, and says who moved what', async () => {
    const { bookings } = await bookedTwice();
    const { id: spare } = await test.client.environments.add(environmentPlan({ name: 'another' }));
    const key = (await test.client.conflicts.list({})).conflicts[0]?.conflict.key ?? expect.fail('no conflict');
    const { moves } = await test.client.conflicts.waysOut({ key, most: 20 });
    const steps = moves[0]?.steps ?? expect.fail('no way out');
    const moved = steps[0]?.kind === 'booking' ? steps[0].bookingId : expect.fail('another way out');
    const other = bookings.find((id) => id !== moved) ?? expect.fail('no other booking');
    const january = { startLocal: '2027-01-11T09:00' as LocalTime, endLocal: '2027-01-11T17:00' as LocalTime };

    await test.client.environments.moveBooking({ id: moved, ...january });
    const meanwhile = test.client.conflicts.resolve({ key, steps });
    await expect(meanwhile).rejects.toMatchObject({
      code: 'CONFLICT',
      message:
        'The plan was changed meanwhile, by Ada: booking “Payments UAT” is in “staging” now, Mon 11 Jan 2027, 09:00 to 17:00.',
      data: { remedy: 'Find the ways out again.' },
    });
    expect(await booking(moved)).toMatchObject(january);

    await test.client.journal.undo({ seq: null });
    // The other one takes the place that the way out leads to: nothing that it moves was changed.
    const place = steps[0]?.kind === 'booking' ? steps[0].environmentId : spare;
    await test.client.environments.book({ plan: bookingPlan(place), withDependants: false });
    await expect(test.client.conflicts.resolve({ key, steps })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'The plan has changed since: this way out would make another conflict.',
    });

    await test.client.environments.moveBooking({ id: other as BookingId, ...january });
    await expect(test.client.conflicts.resolve({ key, steps })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('narrows to one release or some kinds, and says how many the limit left out', async () => {
    const { id: service } = await test.client.catalogue.addService(servicePlan());
    await bookedTwice();
    const one = await release('A', '2027-05-04', { services: [service] });
    await release('B', '2027-05-04', { services: [service] });

    const of = await test.client.conflicts.list({ releaseId: one });
    const limited = await test.client.conflicts.list({ limit: 1 });
    const chosen = await test.client.conflicts.list({ kinds: ['environment-clash'] });

    expect(of.conflicts.map(({ conflict }) => conflict.kind)).toEqual(['service-clash']);
    expect([limited.conflicts.length, limited.leftOut]).toEqual([1, 1]);
    expect(chosen.counts).toEqual([{ kind: 'environment-clash', count: 1, waived: 0 }]);
  });

  it('says the same as a fresh scan after many decisions', async () => {
    const { id: service } = await test.client.catalogue.addService(servicePlan());
    await kinds();
    await bookedTwice();
    await release('A', '2026-12-22', { services: [service] });
    await kinds();
    await test.client.scheduleRules.add(freezePlan());
    await release('B', '2026-12-22', { services: [service], bufferDays: 3 });
    test.env.pass(40 * 86_400_000);

    const kept = await test.client.conflicts.list({});
    const { file, env } = test;
    const fresh = await openCore({ file, env, mode: 'read', host: testHost(), schedule: false, actor: 'Ada' });
    const scanned = await fresh.client.conflicts.list({});
    await fresh.close();

    expect(kept.conflicts.length).toBeGreaterThan(2);
    expect(kept).toEqual(scanned);
  });
});
