import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReleaseId } from '../../../../shared/model/ids.ts';
import { day, type LocalTime } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { biweeklyPlan } from '../../../support/plans.ts';

describe('electron/core/services/releases', () => {
  let test: TestCore;
  let id: ReleaseId;
  beforeEach(async () => {
    test = await testCore();
    const train = await test.client.trains.create(biweeklyPlan());
    const { created } = await test.client.trains.generate({
      id: train.id,
      from: day('2026-12-15'),
      to: day('2026-12-15'),
    });
    id = created[0] ?? fail();
  });
  afterEach(() => test.end());

  const local = (text: string) => text as LocalTime;
  const milestones = async () => (await test.client.releases.get({ id })).milestones;
  const named = async (name: string) => (await milestones()).find((one) => one.name === name) ?? fail();

  it('takes its milestones along when it moves, but not those moved by hand', async () => {
    const freeze = await named('freeze');
    await test.client.releases.moveMilestone({
      id: freeze.id,
      startLocal: local('2026-12-11T12:00'),
      endLocal: local('2026-12-12T12:00'),
    });

    const { milestonesMoved } = await test.client.releases.move({ id, day: day('2026-12-17') });

    expect(milestonesMoved).toBe(3);
    expect((await milestones()).map((one) => [one.name, one.startLocal, one.pinned])).toEqual([
      ['cut-off', '2026-12-10T09:00', false],
      ['freeze', '2026-12-11T12:00', true],
      ['uat', '2026-12-14T09:00', false],
      ['go', '2026-12-16T09:00', false],
    ]);
  });

  it.each([
    ['2026-12-17', 'Thu 17 Dec 2026'],
    ['2026-12-25', 'Fri 25 Dec 2026, a day off (Christmas Day)'],
    ['2026-12-19', 'Sat 19 Dec 2026, not a working day'],
  ])('remarks in its sentence where it moves onto a day that is not worked: %s', async (to, words) => {
    const { summary } = await test.client.releases.move({ id, day: day(to) });

    expect(summary).toBe(`Moved release “Payments 2026.51” from Tue 15 Dec 2026 to ${words}`);
  });

  it('says the times where only they change, and its train where its name does not', async () => {
    await test.client.releases.update({ id, name: '51' });

    const { summary } = await test.client.releases.move({
      id,
      day: day('2026-12-15'),
      departureTime: '22:00' as never,
    });

    expect(summary).toBe('Moved release “Payments 51” on Tue 15 Dec 2026 from 20:00 to 22:00');
  });

  it('departs at its local time across the change of clocks', async () => {
    await test.client.releases.move({ id, day: day('2027-03-28') });

    const { release } = await test.client.releases.get({ id });

    // 20:00 in Berlin is 18:00 UTC once summer time has begun that morning.
    expect(new Date(release.departsAt).toISOString()).toBe('2027-03-28T18:00:00.000Z');
  });

  it('says where a milestone came to lie, not a time that clocks skip', async () => {
    const go = await named('go');

    await test.client.releases.moveMilestone({ id: go.id, startLocal: local('2027-03-28T02:30'), endLocal: null });
    const [entry] = await test.client.releases.history({ id });

    expect(entry?.summary).toBe('Moved milestone “go” of “Payments 2026.51” to Sun 28 Mar 2027, 03:30');
  });

  it('lets a milestone follow its train again', async () => {
    const go = await named('go');
    await test.client.releases.moveMilestone({ id: go.id, startLocal: local('2026-12-01T09:00'), endLocal: null });

    await test.client.releases.unpinMilestone({ id: go.id });

    expect(await named('go')).toEqual(go);
  });

  it('does not bring a removed milestone back when the release moves', async () => {
    await test.client.releases.removeMilestone({ id: (await named('uat')).id });

    await test.client.releases.move({ id, day: day('2026-12-16') });

    expect((await milestones()).map((one) => one.name)).toEqual(['cut-off', 'freeze', 'go']);
  });

  it('takes a span that only the change of clocks turns round, and keeps its length', async () => {
    const span = { startLocal: local('2027-03-28T02:30'), endLocal: local('2027-03-28T03:15') };

    await test.client.releases.addMilestone({ releaseId: id, kind: 'custom', name: 'night', ...span });
    const night = await named('night');

    expect(night).toMatchObject(span);
    expect((night.endAt ?? 0) - night.startAt).toBe(45 * 60_000);
  });

  it.each([
    ['ends before it starts', '2026-12-10T09:00', '2026-12-10T08:59', 'endLocal'],
    ['lasts for years', '2026-12-10T09:00', '2030-12-10T09:00', 'endLocal'],
  ])('refuses a milestone that %s', async (_, startLocal, endLocal, where) => {
    const failure = await test.client.releases
      .addMilestone({
        releaseId: id,
        kind: 'custom',
        name: 'x',
        startLocal: local(startLocal),
        endLocal: local(endLocal),
      })
      .catch((error: unknown) => error);

    expect(failure).toMatchObject({ code: 'BAD_INPUT', data: { where } });
  });

  it.each([
    ['a day that does not exist', { day: '2026-02-30' }, 'day'],
    ['a day that is no day', { day: 'tomorrow' }, 'day'],
    ['a number', { day: 20261215 }, 'day'],
    ['an unknown field', { day: '2026-12-16', minute: 1 }, 'input'],
  ])('refuses to move to %s', async (_, input, where) => {
    const failure = await test.client.releases.move({ id, ...input } as never).catch((error: unknown) => error);

    expect(failure).toMatchObject({ code: 'BAD_INPUT', data: { where } });
  });

  it('lists in its history what touched it, its milestones and its scope', async () => {
    await test.client.releases.moveMilestone({
      id: (await named('go')).id,
      startLocal: local('2026-12-01T09:00'),
      endLocal: null,
    });
    await test.client.releases.board({ releaseId: id, workItemIds: [], written: 'Refunds', reason: '' });
    await test.client.trains.create(biweeklyPlan({ name: 'Other' }));

    const history = await test.client.releases.history({ id });

    expect(history.map((entry) => entry.summary)).toEqual([
      'Boarded “Refunds” on “Payments 2026.51”',
      'Moved milestone “go” of “Payments 2026.51” to Tue 1 Dec 2026, 09:00',
      'Generated 1 release of “Payments”, Tue 15 Dec 2026',
    ]);
  });

  it('says that a release is gone, and what to do', async () => {
    await test.client.releases.remove({ id });

    const failure = await test.client.releases.get({ id }).catch((error: unknown) => error);

    expect(failure).toMatchObject({
      code: 'NOT_FOUND',
      data: { remedy: 'It may have been removed; undo brings it back.' },
    });
  });

  const refusalOf = (call: Promise<unknown>) =>
    call.then(
      () => 'it worked',
      (error: unknown) => error,
    );

  it('refuses notes that were typed over older ones, and takes those typed over what stands there', async () => {
    await test.client.releases.update({ id, notes: 'Ask Ada first', base: { notes: '' } });

    const refused = await refusalOf(test.client.releases.update({ id, notes: 'Ask Ben', base: { notes: '' } }));
    const kept = (await test.client.releases.get({ id })).release.notes;
    await test.client.releases.update({ id, notes: 'Ask both', base: { notes: 'Ask Ada first' } });

    expect(refused).toMatchObject({
      code: 'CONFLICT',
      data: { where: 'notes' },
      message: 'The notes of release “Payments 2026.51” were changed meanwhile, by somebody else or in another window.',
    });
    expect(kept).toBe('Ask Ada first');
    expect((await test.client.releases.get({ id })).release.notes).toBe('Ask both');
  });

  it('refuses to move a release that was moved since it was looked at', async () => {
    const { departsAt } = (await test.client.releases.get({ id })).release;
    await test.client.releases.move({ id, day: day('2026-12-16'), base: { departsAt } });

    const refused = await refusalOf(test.client.releases.move({ id, day: day('2026-12-18'), base: { departsAt } }));

    expect(refused).toMatchObject({
      code: 'CONFLICT',
      message: 'Release “Payments 2026.51” was moved meanwhile: it is at Wed 16 Dec 2026, 20:00 now.',
    });
  });

  it('refuses to move a milestone that was moved since it was looked at', async () => {
    const { id: milestone, startAt, endAt } = await named('freeze');
    const base = { startAt, endAt };
    const endLocal = local('2026-12-12T12:00');
    await test.client.releases.moveMilestone({ id: milestone, startLocal: local('2026-12-11T12:00'), endLocal, base });

    const startLocal = local('2026-12-11T13:00');
    const refused = await refusalOf(test.client.releases.moveMilestone({ id: milestone, startLocal, endLocal, base }));

    expect(refused).toMatchObject({
      code: 'CONFLICT',
      message: 'Milestone “freeze” was moved meanwhile: it is at Fri 11 Dec 2026, 12:00 to Sat 12 Dec 2026, 12:00 now.',
    });
  });
});

function fail(): never {
  throw new Error('it is not there');
}
