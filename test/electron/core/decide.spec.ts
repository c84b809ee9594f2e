import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createChangeBus } from '../../../electron/core/change-bus.ts';
import { createCommandQueue } from '../../../electron/core/command-queue.ts';
import type { CoreContext } from '../../../electron/core/core-context.ts';
import { journalHead } from '../../../electron/core/db/journal.ts';
import { openWorkspace } from '../../../electron/core/db/open-workspace.ts';
import { sql } from '../../../electron/core/db/sql.ts';
import { type CommandTools, type Decision, decide } from '../../../electron/core/decide.ts';
import { createHolidaySource } from '../../../electron/core/holidays.ts';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import type { Zone } from '../../../shared/model/time.ts';
import { testFolder, testHost } from '../../support/core.ts';
import { testEnv } from '../../support/env.ts';
import { jiraPlan } from '../../support/plans.ts';

describe('electron/core/decide', () => {
  const folder = testFolder();
  let core: Pick<CoreContext, 'db' | 'env' | 'changes' | 'commands' | 'holidays' | 'host'> & {
    readonly sync: object;
    readonly conflicts: object;
  } & { readonly close: () => void };
  const call = { context: { principal: { actor: 'Ada', can: 'write' } }, path: ['connections', 'add'] } as const;
  const published: unknown[] = [];
  let n = 0;

  beforeEach(() => {
    n += 1;
    const env = testEnv();
    const create = { name: 'T', zone: 'UTC' as Zone };
    const { db, close } = openWorkspace({
      file: `${folder}/${n}.signalbox`,
      mode: 'write',
      create,
      env,
      actor: 'x',
      host: 'test',
    });
    const changes = { ...createChangeBus(), publish: (topics: readonly string[]) => void published.push(topics) };
    core = {
      db,
      env,
      changes,
      commands: createCommandQueue(),
      sync: { reschedule: () => {}, cancel: () => {} },
      conflicts: { follow: () => {} },
      holidays: createHolidaySource(),
      host: testHost(),
      close,
    };
    published.length = 0;
  });
  afterEach(() => core.close());

  // The parts of the core that a command uses are real; the rest is not reached.
  const run = (work: (input: object, tools: CommandTools) => Decision<{ id: string }>) =>
    decide(core as unknown as CoreContext, work)({ ...call, input: { b: 1, a: 2 } });

  const put = ({ tx }: CommandTools, id = 'c1') =>
    tx.put('connection', { ...jiraPlan({ name: id }), id: id as ConnectionId });

  it('keeps the change, its journal entry and the announcement together', async () => {
    const output = await run((_, tools) => {
      put(tools);
      return { output: { id: 'c1' }, summary: 'Added c1' };
    });

    expect(output).toEqual({ id: 'c1', seq: 2, summary: 'Added c1' });
    expect(core.db.get(sql`SELECT seq, actor, command, input, summary FROM journal WHERE seq = 2`)).toEqual({
      seq: 2,
      actor: 'Ada',
      command: 'connections.add',
      input: '{"a":2,"b":1}',
      summary: 'Added c1',
    });
    expect(published).toEqual([['connection', 'journal']]);
  });

  it('leaves nothing of a command that throws half-way', async () => {
    const failing = run((_, tools) => {
      put(tools);
      throw new Error('half-way');
    });

    await expect(failing).rejects.toThrow('half-way');
    expect(core.db.all(sql`SELECT id FROM connection`)).toEqual([]);
    expect(journalHead(core.db).seq).toBe(1);
    expect(published).toEqual([[]].slice(1));
  });

  it('writes no entry where nothing changed, and answers with none', async () => {
    const output = await run(() => ({ output: { id: 'c1' }, summary: 'Nothing' }));

    expect(output).toEqual({ id: 'c1', seq: null, summary: null });
    expect(journalHead(core.db).seq).toBe(1);
    expect(published).toEqual([[]]);
  });

  it('keeps an entry of what settles something, or takes an entry back, though nothing changes', async () => {
    const settled = await run(() => ({ output: { id: 'c1' }, summary: 'Settled', settles: true }));
    const back = await run(() => ({ output: { id: 'c1' }, summary: 'Undid: Settled', reverts: 2 }));

    expect([settled.seq, back.seq, journalHead(core.db).seq]).toEqual([2, 3, 3]);
    expect(published).toEqual([['journal'], ['journal']]);
  });

  it('runs commands that come together one after another', async () => {
    const ids = ['a', 'b', 'c', 'd'];

    const answers = await Promise.all(
      ids.map((id) => run((_, tools) => (put(tools, id), { output: { id }, summary: id }))),
    );

    expect(core.db.all(sql`SELECT summary FROM journal WHERE seq > 1 ORDER BY seq`)).toEqual(
      ids.map((summary) => ({ summary })),
    );
    expect(answers.map(({ seq }) => seq)).toEqual([2, 3, 4, 5]);
  });
});
