import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EnvironmentId } from '../../../../shared/model/ids.ts';
import { day, type LocalTime } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { biweeklyPlan, bookingPlan, environmentPlan } from '../../../support/plans.ts';

const DECEMBER = { from: day('2026-12-01'), to: day('2026-12-31') };

function at(text: string): LocalTime {
  return text as LocalTime;
}

describe('electron/core/services/environments', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore();
  });
  afterEach(() => test.end());

  async function add(name: string, parents: readonly EnvironmentId[] = []): Promise<EnvironmentId> {
    return (await test.client.environments.add(environmentPlan({ name, parents }))).id;
  }

  it('books an environment together with those that stand on it, and moves them together', async () => {
    const host = await add('host');
    const uat = await add('uat', [host]);
    const demo = await add('demo', [uat]);

    const { ids } = await test.client.environments.book({ plan: bookingPlan(host), withDependants: true });
    const [id = expect.fail('nothing was booked')] = ids;
    const times = { startLocal: at('2026-12-08T09:00'), endLocal: at('2026-12-09T12:00') };
    await test.client.environments.moveBooking({ id, ...times });
    const { bookings } = await test.client.environments.bookings(DECEMBER);

    expect(bookings.map(({ environmentId, causedBy }) => [environmentId, causedBy]).toSorted()).toEqual(
      [
        [host, null],
        [uat, id],
        [demo, id],
      ].toSorted(),
    );
    expect(new Set(bookings.map(({ startLocal, endLocal }) => `${startLocal} ${endLocal}`))).toEqual(
      new Set(['2026-12-08T09:00 2026-12-09T12:00']),
    );
    // Berlin is an hour ahead of UTC in December.
    expect(bookings[0]).toMatchObject({ startAt: Date.UTC(2026, 11, 8, 8), endAt: Date.UTC(2026, 11, 9, 11) });
  });

  it('refuses to move a booking that was moved since it was looked at, and says where it is', async () => {
    const host = await add('host');
    const uat = await add('uat');
    const { ids } = await test.client.environments.book({ plan: bookingPlan(host), withDependants: false });
    const [id = expect.fail('nothing was booked')] = ids;
    const { bookings } = await test.client.environments.bookings(DECEMBER);
    const { startAt, endAt, environmentId } = bookings[0] ?? expect.fail('nothing was booked');
    const times = { startLocal: at('2026-12-08T09:00'), endLocal: at('2026-12-09T12:00') };
    const base = { startAt, endAt, environmentId };

    await test.client.environments.moveBooking({ id, ...times, environmentId: uat, base });

    await expect(test.client.environments.moveBooking({ id, ...times, base })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('“uat”, Tue 8 Dec 2026, 09:00 to Wed 9 Dec 2026, 12:00'),
    });
  });

  it('removes a booking with those it brought along; undo brings back all', async () => {
    const host = await add('host');
    await add('uat', [host]);
    const { ids } = await test.client.environments.book({ plan: bookingPlan(host), withDependants: true });

    await test.client.environments.removeBooking({ id: ids[0] ?? expect.fail('nothing was booked') });
    const gone = await test.client.environments.bookings(DECEMBER);
    await test.client.journal.undo({ seq: null });

    expect(gone.bookings).toEqual([]);
    expect((await test.client.environments.bookings(DECEMBER)).bookings).toHaveLength(2);
  });

  it('reads what touches the days asked for, in the zone of the workspace', async () => {
    const host = await add('host');
    const spans = [
      ['2026-11-29T09:00', '2026-12-01T00:30'],
      ['2026-11-29T09:00', '2026-12-01T00:00'],
      ['2026-12-31T23:30', '2027-01-02T09:00'],
      ['2027-01-01T00:00', '2027-01-02T09:00'],
    ];
    for (const [startLocal, endLocal] of spans) {
      const plan = bookingPlan(host, { startLocal, endLocal, title: `${startLocal} ${endLocal}` });
      await test.client.environments.book({ plan, withDependants: false });
    }

    const { bookings, leftOut } = await test.client.environments.bookings(DECEMBER);

    expect(bookings.map(({ title }) => title)).toEqual([spans[0]?.join(' '), spans[2]?.join(' ')]);
    expect(leftOut).toBe(0);
  });

  it.each([
    ['2026-12-07T09:00', 'The booking would have no length.'],
    ['2026-12-06T09:00', 'It would end (Sun 6 Dec 2026, 09:00) before it starts (Mon 7 Dec 2026, 09:00).'],
    ['2029-12-07T09:00', 'It would last longer than 800 days.'],
  ])('refuses a booking to %s', async (endLocal, message) => {
    const plan = bookingPlan(await add('host'), { endLocal });

    await expect(test.client.environments.book({ plan, withDependants: false })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message,
    });
  });

  it('refuses a booking of what is not there', async () => {
    const plan = bookingPlan('environment-9');

    await expect(test.client.environments.book({ plan, withDependants: false })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: 'There is no environment environment-9 any more.',
    });
  });

  it('refuses environments that stand on each other in a ring', async () => {
    const host = await add('host');
    const uat = await add('uat', [host]);
    const demo = await add('demo', [uat]);

    await expect(
      test.client.environments.update({ id: host, plan: environmentPlan({ name: 'host', parents: [demo] }) }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT', message: '“host” would stand on itself.' });
  });

  it('removes an environment that nothing names, and archives one that is booked', async () => {
    const host = await add('host');
    const spare = await add('spare');
    await test.client.environments.book({ plan: bookingPlan(host), withDependants: false });

    await test.client.environments.remove({ id: spare });
    await expect(test.client.environments.remove({ id: host })).rejects.toMatchObject({
      message: 'The environment “host” cannot be removed: the booking “Payments UAT” needs it.',
    });
    await test.client.environments.archive({ id: host, archived: true });

    expect(await test.client.environments.list({})).toMatchObject([{ id: host, archived: true }]);
  });

  it('changes a booking, and those it brought along keep their own environment', async () => {
    const host = await add('host');
    const uat = await add('uat', [host]);
    const { ids } = await test.client.environments.book({ plan: bookingPlan(host), withDependants: true });

    const id = ids[0] ?? expect.fail('nothing was booked');
    await test.client.environments.updateBooking({ id, plan: bookingPlan(host, { title: 'Drill', priority: 1 }) });
    const { bookings } = await test.client.environments.bookings(DECEMBER);

    expect(bookings.map(({ environmentId, title }) => [environmentId, title]).toSorted()).toEqual(
      [
        [host, 'Drill'],
        [uat, 'Drill'],
      ].toSorted(),
    );
  });

  it('keeps what was changed by hand on a booking that was brought along', async () => {
    const host = await add('host');
    await add('uat', [host]);
    const plan = bookingPlan(host);
    const { ids } = await test.client.environments.book({ plan, withDependants: true });
    const [id, along] = [ids[0] ?? expect.fail('nothing was booked'), ids[1] ?? expect.fail('nothing came along')];
    const [before] = await test.client.environments.some({ ids: [along] });
    const own = { units: 5, startLocal: '2026-12-07T12:00' as LocalTime };
    const { environmentId } = before ?? expect.fail('no booking');
    await test.client.environments.updateBooking({ id: along, plan: { ...plan, environmentId, ...own } });

    await test.client.environments.updateBooking({ id, plan: { ...plan, title: 'Drill', units: 2 }, base: plan });

    expect(await test.client.environments.some({ ids: [along] })).toMatchObject([
      { ...own, environmentId, title: 'Drill', causedBy: id, endLocal: plan.endLocal },
    ]);
  });

  it('takes along what has times of its own by as much, as was told before', async () => {
    const host = await add('host');
    await add('uat', [host]);
    const plan = bookingPlan(host);
    const { ids } = await test.client.environments.book({ plan, withDependants: true });
    const [id, along] = [ids[0] ?? expect.fail('nothing was booked'), ids[1] ?? expect.fail('nothing came along')];
    const [before] = await test.client.environments.some({ ids: [along] });
    const { environmentId } = before ?? expect.fail('no booking');
    const own = { endLocal: at('2026-12-07T18:00'), environmentId };
    await test.client.environments.updateBooking({ id: along, plan: { ...plan, ...own } });
    const drill = { title: 'Drill', startLocal: '2026-12-14T17:30', endLocal: '2026-12-14T18:00' };
    await test.client.environments.book({ plan: bookingPlan(environmentId, drill), withDependants: false });
    const times = { startLocal: at('2026-12-14T09:00'), endLocal: at('2026-12-14T17:00') };

    const { added } = await test.client.conflicts.preview({ move: { kind: 'booking', id, ...times } });
    await test.client.environments.moveBooking({ id, ...times });

    expect(added.map(({ sides }) => sides.map(({ thing }) => thing.id))).toMatchObject([
      expect.arrayContaining([along]),
    ]);
    expect(await test.client.environments.some({ ids: [along] })).toMatchObject([
      { startLocal: times.startLocal, endLocal: '2026-12-14T18:00' },
    ]);
  });

  it('books what stands on the new environment when a booking that brought others along goes there', async () => {
    const host = await add('host');
    await add('uat', [host]);
    const spare = await add('spare');
    const demo = await add('demo', [spare]);
    const { ids } = await test.client.environments.book({ plan: bookingPlan(host), withDependants: true });
    const id = ids[0] ?? expect.fail('nothing was booked');
    const { startLocal, endLocal } = bookingPlan(host);

    // Somebody has what stands on the one where it goes.
    await test.client.environments.book({ plan: bookingPlan(demo, { title: 'Drill' }), withDependants: false });
    const move = { kind: 'booking' as const, id, startLocal, endLocal, environmentId: spare };
    const { added } = await test.client.conflicts.preview({ move });
    const onDemo = added.filter((one) => one.kind === 'environment-clash' && one.environmentId === demo);
    expect(
      onDemo.map(({ relation, sides }) => [relation, ...sides.map(({ thing }) => thing.name).toSorted()]),
    ).toContainEqual(['same', 'Drill', 'Payments UAT']);
    await test.client.journal.undo({ seq: null });

    await test.client.environments.moveBooking({ id, startLocal, endLocal, environmentId: spare });
    const { bookings } = await test.client.environments.bookings(DECEMBER);

    expect(bookings.map(({ environmentId, causedBy }) => [environmentId, causedBy]).toSorted()).toEqual(
      [
        [spare, null],
        [demo, id],
      ].toSorted(),
    );
  });

  it('keeps what others changed of an environment meanwhile, and refuses the same field', async () => {
    const base = environmentPlan({ name: 'host' });
    const { id } = await test.client.environments.add(base);
    await test.client.environments.update({ id, plan: { ...base, notes: 'Ask Grace.' }, base });

    await test.client.environments.update({ id, plan: { ...base, capacity: 4 }, base });
    const refused = test.client.environments.update({ id, plan: { ...base, notes: 'Ask Ada.' }, base });

    await expect(refused).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'The notes of environment “host” were changed meanwhile, by somebody else or in another window.',
    });
    expect(await test.client.environments.list({})).toMatchObject([{ capacity: 4, notes: 'Ask Grace.' }]);
  });

  it('keeps what others changed of a booking meanwhile, and refuses the same field and a second move', async () => {
    const host = await add('host');
    const base = bookingPlan(host);
    const { ids } = await test.client.environments.book({ plan: base, withDependants: false });
    const id = ids[0] ?? expect.fail('nothing was booked');
    const [before = expect.fail('it is not there')] = await test.client.environments.some({ ids: [id] });
    await test.client.environments.updateBooking({ id, plan: { ...base, priority: 1 }, base });

    await test.client.environments.updateBooking({ id, plan: { ...base, title: 'Drill' }, base });
    const refused = test.client.environments.updateBooking({ id, plan: { ...base, priority: 5 }, base });
    await expect(refused).rejects.toMatchObject({ code: 'CONFLICT' });
    const { environmentId, startAt, endAt } = before;
    const move = { id, startLocal: at('2026-12-08T09:00'), endLocal: at('2026-12-08T17:00') };
    await test.client.environments.moveBooking({ ...move, base: { environmentId, startAt, endAt } });
    const second = test.client.environments.moveBooking({ ...move, base: { environmentId, startAt, endAt } });

    await expect(second).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'Booking “Drill” was moved meanwhile: it is at “host”, Tue 8 Dec 2026, 09:00 to 17:00 now.',
    });
    expect(await test.client.environments.some({ ids: [id] })).toMatchObject([{ title: 'Drill', priority: 1 }]);
  });

  it('lists the bookings of a release, and those that are named', async () => {
    const host = await add('host');
    const { id: trainId } = await test.client.trains.create(biweeklyPlan({ cadence: null, stages: [] }));
    const { id: releaseId } = await test.client.releases.add({ trainId, name: 'R', day: day('2026-12-08') });
    await test.client.environments.book({ plan: bookingPlan(host), withDependants: false });
    const { ids } = await test.client.environments.book({
      plan: bookingPlan(host, { releaseId, title: 'Regression' }),
      withDependants: false,
    });

    expect(await test.client.environments.ofRelease({ releaseId })).toMatchObject([
      { id: ids[0], title: 'Regression' },
    ]);
    expect(await test.client.environments.some({ ids })).toMatchObject([{ title: 'Regression' }]);
  });

  it('says when the next booking after some days is', async () => {
    const host = await add('host');
    const next = async () => (await test.client.environments.bookings({ from: DECEMBER.from, to: DECEMBER.from })).next;
    expect(await next()).toBeNull();

    await test.client.environments.book({ plan: bookingPlan(host), withDependants: false });

    // 09:00 in Berlin on the 7th.
    expect(await next()).toBe(Date.UTC(2026, 11, 7, 8));
    expect((await test.client.environments.bookings(DECEMBER)).next).toBeNull();
  });

  it('removes the bookings of a release with it', async () => {
    const host = await add('host');
    const { id: trainId } = await test.client.trains.create(biweeklyPlan({ cadence: null, stages: [] }));
    const { id: releaseId } = await test.client.releases.add({ trainId, name: 'R', day: day('2026-12-08') });
    await test.client.environments.book({ plan: bookingPlan(host, { releaseId }), withDependants: false });

    await test.client.releases.remove({ id: releaseId });

    expect((await test.client.environments.bookings(DECEMBER)).bookings).toEqual([]);
  });
});
