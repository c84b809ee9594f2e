import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { biweeklyPlan } from '../../../support/plans.ts';

const YEAR = { from: day('2026-12-01'), to: day('2027-02-28') };

describe('electron/core/services/trains', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore();
  });
  afterEach(() => test.end());

  it('generates the releases of a cadence with milestones placed backwards over working days', async () => {
    const { id } = await test.client.trains.create(biweeklyPlan());

    const { created } = await test.client.trains.generate({ id, from: day('2026-12-01'), to: day('2026-12-31') });
    const releases = await test.client.releases.ofTrain({ trainId: id });
    const second = await test.client.releases.get({ id: created[1] ?? fail('no second release') });

    // Tuesdays 1, 15 and 29 December 2026; ISO weeks 49, 51 and 53.
    expect(releases.map((release) => [release.day, release.name])).toEqual([
      ['2026-12-01', 'Payments 2026.49'],
      ['2026-12-15', 'Payments 2026.51'],
      ['2026-12-29', 'Payments 2026.53'],
    ]);
    // Five working days before Tuesday the 15th is Tuesday the 8th.
    expect(second.milestones.map((one) => [one.name, one.startLocal, one.endLocal])).toEqual([
      ['cut-off', '2026-12-08T09:00', null],
      ['freeze', '2026-12-10T09:00', '2026-12-15T17:00'],
      ['uat', '2026-12-10T09:00', '2026-12-11T17:00'],
      ['go', '2026-12-14T09:00', null],
    ]);
  });

  it('counts public holidays as days off: five working days before 29 December reach back over Christmas', async () => {
    const { id } = await test.client.trains.create(biweeklyPlan());
    const { created } = await test.client.trains.generate({ id, from: day('2026-12-29'), to: day('2026-12-29') });

    const { milestones } = await test.client.releases.get({ id: created[0] ?? fail('no release') });

    // 28 (Mo), 24 (Th; 25 and 26 are holidays), 23, 22, 21.
    expect(milestones[0]?.startLocal).toBe('2026-12-21T09:00');
  });

  it('generates nothing twice, and previews what exists', async () => {
    const { id } = await test.client.trains.create(biweeklyPlan());
    await test.client.trains.generate({ id, from: day('2026-12-01'), to: day('2026-12-15') });

    const again = await test.client.trains.generate({ id, ...YEAR });
    const preview = await test.client.trains.preview({ id, ...YEAR });

    expect(again.created).toHaveLength(5);
    expect(preview.every((release) => release.exists)).toBe(true);
    expect(preview).toHaveLength(7);
  });

  it.each(['preview', 'generate'] as const)('refuses to %s more than ten years at once, and says so', async (what) => {
    const plan = biweeklyPlan();
    const { id } = await test.client.trains.create({
      ...plan,
      cadence: { ...plan.cadence, rrule: 'FREQ=YEARLY' },
    } as never);
    const ask = (to: string) => test.client.trains[what]({ id, from: day('2026-12-01'), to: day(to) });

    const failure = await ask('2037-01-01').catch((error: unknown) => error);
    const tenYears = await ask('2036-11-30');

    expect(failure).toMatchObject({
      code: 'BAD_INPUT',
      message: 'From Tue 1 Dec 2026 to Thu 1 Jan 2037 is longer than 10 years.',
      data: { where: 'to', remedy: expect.stringContaining('shorter') },
    });
    expect('created' in tenYears ? tenYears.created : tenYears).toHaveLength(10);
  });

  it('moves the milestones of open releases when stages change, except those moved by hand', async () => {
    const plan = biweeklyPlan();
    const { id } = await test.client.trains.create(plan);
    const { created } = await test.client.trains.generate({ id, from: day('2026-12-15'), to: day('2026-12-15') });
    const releaseId = created[0] ?? fail('no release');
    const before = await test.client.releases.get({ id: releaseId });
    const goNoGo = before.milestones.find((one) => one.stageKey === 'go') ?? fail('no go/no-go');
    const startLocal = '2026-12-14T15:00' as typeof goNoGo.startLocal;
    await test.client.releases.moveMilestone({ id: goNoGo.id, startLocal, endLocal: null });

    const stages = plan.stages.map((stage) => ({
      ...stage,
      start: { ...stage.start, amount: stage.start.amount - 1 },
    }));
    await test.client.trains.update({ id, plan: { ...plan, stages } });
    const after = await test.client.releases.get({ id: releaseId });

    expect(after.milestones.map((one) => [one.name, one.startLocal])).toEqual([
      ['cut-off', '2026-12-07T09:00'],
      ['freeze', '2026-12-09T09:00'],
      ['uat', '2026-12-09T09:00'],
      ['go', '2026-12-14T15:00'],
    ]);
  });

  it('tells in the journal which parts of a train were changed', async () => {
    const plan = biweeklyPlan();
    const { id } = await test.client.trains.create(plan);
    const stages = plan.stages.slice(1);

    await test.client.trains.update({ id, plan: { ...plan, owner: 'Ada', stages } });
    const { rows } = await test.client.journal.list({ limit: 1 });

    expect(rows[0]?.summary).toBe('Changed train “Payments”: owner, stages');
  });

  it('removes a train with everything on it, and undo brings all of it back', async () => {
    const { id } = await test.client.trains.create(biweeklyPlan());
    await test.client.trains.generate({ id, ...YEAR });
    const before = await test.client.calendar.range({ ...YEAR, trainIds: null });

    await test.client.trains.remove({ id });
    const removed = await test.client.calendar.range({ ...YEAR, trainIds: null });
    await test.client.journal.undo({ seq: null });

    expect(removed.lanes).toEqual([]);
    expect(await test.client.calendar.range({ ...YEAR, trainIds: null })).toEqual(before);
    expect((await test.client.audit.verify({})).ok).toBe(true);
  });

  it('keeps what others changed of a train that is being edited, and refuses where both changed the same', async () => {
    const base = biweeklyPlan();
    const { id } = await test.client.trains.create(base);
    await test.client.trains.update({ id, plan: { ...base, notes: 'Ask Ada first' }, base });

    await test.client.trains.update({ id, plan: { ...base, owner: 'Ben' }, base });
    const refused = await test.client.trains
      .update({ id, plan: { ...base, notes: 'Ask Ben first' }, base })
      .catch((error: unknown) => error);

    expect(refused).toMatchObject({
      code: 'CONFLICT',
      message: 'The notes of train “Payments” were changed meanwhile, by somebody else or in another window.',
    });
    expect(await test.client.trains.get({ id })).toMatchObject({ notes: 'Ask Ada first', owner: 'Ben' });
  });

  it('answers a save that changed nothing without an entry', async () => {
    const base = biweeklyPlan();
    const { id } = await test.client.trains.create(base);

    expect(await test.client.trains.update({ id, plan: base, base })).toEqual({
      milestonesMoved: 0,
      seq: null,
      summary: null,
    });
  });

  it('lists in its history what touched the train, newest first, and what took that back', async () => {
    const { id } = await test.client.trains.create(biweeklyPlan());
    const other = await test.client.trains.create(biweeklyPlan({ name: 'Cards' }));
    await test.client.trains.archive({ id, archived: true });
    await test.client.trains.archive({ id: other.id, archived: true });
    await test.client.journal.undo({ seq: 4 });

    const history = await test.client.trains.history({ id });

    expect(history.map((line) => [line.seq, line.command, line.revertedBy])).toEqual([
      [6, 'journal.undo', null],
      [4, 'trains.archive', 6],
      [2, 'trains.create', null],
    ]);
  });

  it('lists in its history which releases it got, what took those back, and none of another train', async () => {
    const { id } = await test.client.trains.create(biweeklyPlan());
    const other = await test.client.trains.create(biweeklyPlan({ name: 'Cards' }));
    const days = { from: day('2026-12-15'), to: day('2026-12-29') };
    const { seq } = await test.client.trains.generate({ id, ...days });
    await test.client.trains.generate({ id: other.id, ...days });
    await test.client.releases.add({ trainId: id, name: 'Fix', day: day('2026-12-20') });
    const undone = await test.client.journal.undo({ seq });

    const history = await test.client.trains.history({ id });

    expect(history.map(({ summary }) => summary)).toEqual([
      undone.summary,
      'Added release “Payments Fix” on Sun 20 Dec 2026',
      'Generated 2 releases of “Payments”, Tue 15 Dec 2026 to Tue 29 Dec 2026',
      'Created train “Payments”',
    ]);
  });
});

function fail(message: string): never {
  throw new Error(message);
}
