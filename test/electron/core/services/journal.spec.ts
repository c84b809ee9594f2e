import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReleaseId, TrainId } from '../../../../shared/model/ids.ts';
import { day } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { biweeklyPlan, jiraPlan } from '../../../support/plans.ts';

const RANGE = { from: day('2026-01-01'), to: day('2028-12-31') };

describe('electron/core/services/journal', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore();
  });
  afterEach(() => test.end());

  const plan = async () => ({
    trains: await test.client.trains.list({}),
    calendar: await test.client.calendar.range({ ...RANGE, trainIds: null }),
  });

  it('takes back the latest command by a compensating entry and brings it back again', async () => {
    const { id } = await test.client.trains.create(biweeklyPlan());
    const created = await plan();
    await test.client.trains.archive({ id, archived: true });
    const archived = await plan();

    const undone = await test.client.journal.undo({ seq: null });
    const afterUndo = await plan();
    const redone = await test.client.journal.redo({});
    const afterRedo = await plan();
    const { rows } = await test.client.journal.list({});

    expect(undone).toEqual({ reverts: 3, seq: 4, summary: 'Undid: Archived train “Payments”' });
    expect(redone).toEqual({ reverts: 4, seq: 5, summary: 'Redid: Archived train “Payments”' });
    expect(afterUndo).toEqual(created);
    expect(afterRedo).toEqual(archived);
    expect(rows.map((row) => [row.seq, row.command, row.reverts, row.revertedBy])).toEqual([
      [5, 'journal.redo', 4, null],
      [4, 'journal.undo', 3, 5],
      [3, 'trains.archive', null, 4],
      [2, 'trains.create', null, null],
      [1, 'workspace.create', null, null],
    ]);
  });

  it('reads one entry with the one that took it back, and names one that is not there', async () => {
    await test.client.trains.create(biweeklyPlan());
    await test.client.journal.undo({ seq: null });

    const entry = await test.client.journal.get({ seq: 2 });
    const missing = await test.client.journal.get({ seq: 9 }).catch((error: unknown) => error);

    expect(entry).toMatchObject({ seq: 2, command: 'trains.create', revertedBy: 3 });
    expect(missing).toMatchObject({ code: 'NOT_FOUND', message: 'There is no journal entry 9.' });
  });

  it('lists lines without what was asked and what changed; one entry has both', async () => {
    const { id } = await test.client.trains.create(biweeklyPlan());
    const range = { from: day('2026-12-01'), to: day('2027-12-31') };
    const { created } = await test.client.trains.generate({ id, ...range });

    const [line] = (await test.client.journal.list({ limit: 1 })).rows;
    const history = await test.client.releases.history({ id: created[0] as ReleaseId });
    const entry = await test.client.journal.get({ seq: line?.seq ?? 0 });

    expect(Object.keys(line ?? {}).toSorted()).toEqual([
      'actor',
      'at',
      'changeCount',
      'command',
      'hash',
      'prevHash',
      'revertedBy',
      'reverts',
      'seq',
      'summary',
    ]);
    expect(line?.changeCount).toBe(created.length * 5);
    expect(history).toEqual([line]);
    expect(entry.changes).toHaveLength(created.length * 5);
    expect(entry.input).toEqual({ id, ...range });
    expect(JSON.stringify(line).length).toBeLessThan(500);
  });

  it('has nothing to undo in a new workspace and nothing to redo after a new decision', async () => {
    const atFirst = await test.client.journal.undo({ seq: null }).catch((error: unknown) => error);
    await test.client.trains.create(biweeklyPlan({ name: 'A' }));
    await test.client.journal.undo({ seq: null });
    await test.client.trains.create(biweeklyPlan({ name: 'B' }));
    const after = await test.client.journal.redo({}).catch((error: unknown) => error);

    expect(atFirst).toMatchObject({ code: 'CONFLICT', message: 'There is nothing to undo.' });
    expect(after).toMatchObject({ code: 'CONFLICT', message: 'There is nothing to redo.' });
  });

  it('refuses to take back what was changed again later, and names it', async () => {
    const { id } = await test.client.trains.create(biweeklyPlan());
    await test.client.trains.archive({ id, archived: true });

    const failure = await test.client.journal.undo({ seq: 2 }).catch((error: unknown) => error);

    expect(failure).toMatchObject({
      code: 'CONFLICT',
      message: 'The train “Payments” was changed again after entry 2.',
    });
    expect(await test.client.trains.list({})).toHaveLength(1);
  });

  it('refuses to take back the creation of the workspace', async () => {
    const failure = await test.client.journal.undo({ seq: 1 }).catch((error: unknown) => error);

    expect(failure).toMatchObject({ code: 'CONFLICT' });
  });

  const failureOf = (call: Promise<unknown>) =>
    call.then(
      () => 'it worked',
      (error: unknown) => error,
    );
  const generate = (id: TrainId) => test.client.trains.generate({ id, from: day('2026-12-01'), to: day('2026-12-01') });

  it('refuses to take back what later decisions hang on, and names them', async () => {
    const { id } = await test.client.trains.create(biweeklyPlan());
    await generate(id);

    expect(await failureOf(test.client.journal.undo({ seq: 2 }))).toMatchObject({
      code: 'CONFLICT',
      message: 'The train “Payments” cannot go: the release “Payments 2026.49” was added to it later.',
    });
    expect((await test.client.audit.verify({})).ok).toBe(true);
  });

  it('refuses to bring back what belongs to something that is gone', async () => {
    const { id } = await test.client.trains.create(biweeklyPlan());
    const { created } = await generate(id);
    await test.client.releases.remove({ id: created[0] as ReleaseId });
    await test.client.trains.remove({ id });

    expect(await failureOf(test.client.journal.undo({ seq: 4 }))).toMatchObject({
      code: 'CONFLICT',
      message: `The release “Payments 2026.49” cannot come back: the train ${id} it belongs to is gone.`,
    });
  });

  it.each([
    ['a connection whose name is taken again', 'connection “Jira”'],
    ['a release whose occurrence was generated again', 'release “Payments 2026.49”'],
  ])('refuses to bring back %s', async (what, name) => {
    const seq = what.includes('connection') ? await removeAndReplaceConnection() : await removeAndReplaceRelease();

    expect(await failureOf(test.client.journal.undo({ seq }))).toMatchObject({
      code: 'CONFLICT',
      message: `The ${name} cannot come back: another one has taken its place.`,
    });
  });

  async function removeAndReplaceConnection(): Promise<number> {
    const { id } = await test.client.connections.add(jiraPlan());
    await test.client.connections.remove({ id });
    await test.client.connections.add(jiraPlan());
    return 3;
  }

  async function removeAndReplaceRelease(): Promise<number> {
    const { id } = await test.client.trains.create(biweeklyPlan());
    const { created } = await generate(id);
    await test.client.releases.remove({ id: created[0] as ReleaseId });
    await generate(id);
    return 4;
  }

  it('does not take one entry back twice, so that undo never jams', async () => {
    const { id } = await test.client.trains.create(biweeklyPlan());
    await test.client.trains.archive({ id, archived: true });
    await test.client.journal.undo({ seq: null });
    await test.client.journal.redo({});

    const twice = await failureOf(test.client.journal.undo({ seq: 3 }));
    const { undo } = await test.client.journal.next({});
    await test.client.journal.undo({ seq: null });

    expect(twice).toMatchObject({ code: 'CONFLICT', message: 'Entry 3 was taken back already, by entry 4.' });
    expect(undo).toEqual({ seq: 5, summary: 'Archived train “Payments”' });
    expect((await test.client.trains.get({ id })).archived).toBe(false);
  });

  it('takes undoing an undo for what it is: a redo', async () => {
    const { id } = await test.client.trains.create(biweeklyPlan());
    await test.client.trains.archive({ id, archived: true });
    await test.client.journal.undo({ seq: null });

    await test.client.journal.undo({ seq: 4 });
    const { undo, redo } = await test.client.journal.next({});

    expect((await test.client.journal.get({ seq: 5 })).command).toBe('journal.redo');
    expect([undo?.summary, redo]).toEqual(['Archived train “Payments”', null]);
  });

  it('brings back exactly the undo that is named', async () => {
    const { id } = await test.client.trains.create(biweeklyPlan({ name: 'A' }));
    const other = await test.client.trains.create(biweeklyPlan({ name: 'B' }));
    const first = await test.client.trains.archive({ id, archived: true });
    const second = await test.client.trains.archive({ id: other.id, archived: true });
    const undoneSecond = await test.client.journal.undo({ seq: second.seq });
    await test.client.journal.undo({ seq: first.seq });

    const redone = await test.client.journal.redo({ seq: undoneSecond.seq });
    const archived = (await test.client.trains.list({})).filter(({ train }) => train.archived);

    expect(redone).toEqual({ reverts: undoneSecond.seq, seq: 8, summary: 'Redid: Archived train “B”' });
    expect(archived.map(({ train }) => train.name)).toEqual(['B']);
  });

  it('refuses to redo what is no undo, or was brought back already', async () => {
    const created = await test.client.trains.create(biweeklyPlan());
    const undone = await test.client.journal.undo({ seq: created.seq });
    await test.client.journal.redo({ seq: undone.seq });

    const noUndo = await failureOf(test.client.journal.redo({ seq: 4 }));
    const twice = await failureOf(test.client.journal.redo({ seq: undone.seq }));

    expect(noUndo).toMatchObject({
      code: 'CONFLICT',
      message: 'Entry 4 took nothing back: there is nothing in it to redo.',
    });
    expect(twice).toMatchObject({ code: 'CONFLICT', message: 'Entry 3 was taken back already, by entry 4.' });
  });

  it('finds entries by actor, command, kind, words and days, a page at a time', async () => {
    const { id } = await test.client.trains.create(biweeklyPlan());
    test.env.at('2026-11-30T23:30:00Z');
    await test.client.trains.generate({ id, from: day('2026-12-01'), to: day('2026-12-31') });
    const seqs = async (filter: Parameters<TestCore['client']['journal']['list']>[0]) =>
      (await test.client.journal.list(filter)).rows.map((row) => row.seq);

    expect(await seqs({ command: 'trains.create' })).toEqual([2]);
    expect(await seqs({ kind: 'milestone' })).toEqual([3]);
    expect(await seqs({ text: 'generated 3' })).toEqual([3]);
    expect(await seqs({ text: '%' })).toEqual([]);
    expect(await seqs({ actor: 'Eve' })).toEqual([]);
    // 23:30 UTC is 00:30 of the next day in Berlin, the workspace's zone.
    expect(await seqs({ from: day('2026-12-01') })).toEqual([3]);
    const first = await test.client.journal.list({ limit: 2 });
    const second = await test.client.journal.list({ limit: 2, after: first.next });
    expect([...first.rows, ...second.rows].map((row) => row.seq)).toEqual([3, 2, 1]);
    expect(second.next).toBeNull();
  });

  it('keeps undo and redo exact inverses over any sequence of commands, and the chain whole', async () => {
    const step = fc.constantFrom('create', 'generate', 'archive', 'move', 'undo', 'redo', 'removeTrain');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const run = await testCore();
        try {
          await walk(run, steps);
        } finally {
          await run.end();
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

/** Runs commands; whenever undo works, redo must restore what was there, and undo once more what was before. */
async function walk({ client }: TestCore, steps: readonly string[]): Promise<void> {
  const state = async () =>
    JSON.stringify([await client.trains.list({}), await client.calendar.range({ ...RANGE, trainIds: null })]);
  for (const step of steps) {
    const before = await state();
    const done = await perform(client, step).then(
      () => true,
      (error: { code?: string }) => {
        expect(['CONFLICT', 'NOT_FOUND']).toContain(error.code);
        return false;
      },
    );
    if (!done) {
      expect(await state()).toBe(before);
      continue;
    }
    if (step === 'undo' || step === 'redo') continue;
    const after = await state();
    await client.journal.undo({ seq: null });
    expect(await state()).toBe(before);
    await client.journal.redo({});
    expect(await state()).toBe(after);
  }
  expect((await client.audit.verify({})).ok).toBe(true);
}

async function perform(client: TestCore['client'], step: string): Promise<unknown> {
  const trains = await client.trains.list({});
  const id = trains.at(-1)?.train.id ?? ('train-none' as TrainId);
  const releases = await client.releases.ofTrain({ trainId: id });
  const releaseId = releases[0]?.id ?? ('release-none' as ReleaseId);
  switch (step) {
    case 'create':
      return client.trains.create(biweeklyPlan({ name: `Train ${trains.length + 1}` }));
    case 'generate':
      return client.trains.generate({ id, from: day('2026-12-01'), to: day('2027-03-31') }).then(({ created }) => {
        if (created.length === 0) throw Object.assign(new Error('nothing new'), { code: 'CONFLICT' });
      });
    case 'archive':
      return client.trains.archive({ id, archived: !trains.at(-1)?.train.archived });
    case 'move':
      return client.releases.move({
        id: releaseId,
        day: day(releases[0]?.day === '2027-06-01' ? '2027-06-02' : '2027-06-01'),
      });
    case 'undo':
      return client.journal.undo({ seq: null });
    case 'redo':
      return client.journal.redo({});
    default:
      return client.trains.remove({ id });
  }
}
