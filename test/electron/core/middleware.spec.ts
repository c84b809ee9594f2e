import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCore } from '../../../electron/core/core.ts';
import { MAX_INPUT_CHARACTERS } from '../../../shared/contract/transport.ts';
import { type TestCore, testCore, testHost } from '../../support/core.ts';
import { biweeklyPlan } from '../../support/plans.ts';

describe('electron/core/middleware', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore();
  });
  afterEach(() => test.end());

  const failureOf = (call: Promise<unknown>) =>
    call.then(
      () => 'no failure',
      (error: unknown) => error,
    );

  it('refuses an input that is too long before looking at it', async () => {
    const failure = await failureOf(
      test.client.trains.create({ ...biweeklyPlan(), notes: 'x'.repeat(MAX_INPUT_CHARACTERS) }),
    );

    expect(failure).toMatchObject({ code: 'TOO_LARGE', data: { where: 'trains.create' } });
  });

  it('names the field that is wrong, however deep', async () => {
    const plan = biweeklyPlan();
    const stages = plan.stages.map((stage, index) => (index === 2 ? { ...stage, startTime: '25:00' } : stage));

    const failure = await failureOf(test.client.trains.create({ ...plan, stages } as never));

    expect(failure).toMatchObject({
      code: 'BAD_INPUT',
      message: 'stages.2.startTime is not right: a time is written HH:MM.',
      data: { where: 'stages.2.startTime' },
    });
  });

  it('says what is too much in words, not as the validator does', async () => {
    const failure = await failureOf(test.client.trains.create({ ...biweeklyPlan(), name: 'x'.repeat(81) }));

    expect(failure).toMatchObject({ message: 'name is not right: it takes at most 80 characters.' });
  });

  it('says nothing of what went wrong inside', async () => {
    const db = new BetterSqlite(test.file);
    db.exec('DROP TABLE journal_subject');
    db.close();

    const failure = await failureOf(test.client.trains.create(biweeklyPlan()));

    expect(failure).toMatchObject({ code: 'INTERNAL', data: { where: 'trains.create' } });
    expect(JSON.stringify(failure)).not.toMatch(/journal_subject|sqlite|\.ts/i);
    expect(await test.client.trains.list({})).toEqual([]);
  });

  it('refuses half a character, which no text can keep', async () => {
    const half = '🙂'.slice(0, 1);

    expect(await failureOf(test.client.trains.create(biweeklyPlan({ name: `a${half}` })))).toMatchObject({
      code: 'BAD_INPUT',
    });
    // The same signs as plain text are no half character.
    expect(await failureOf(test.client.trains.create(biweeklyPlan({ name: '\\ud83d' })))).toBe('no failure');
    expect((await test.client.audit.verify({})).ok).toBe(true);
  });

  it('does not take trouble with another file for trouble with the workspace', async () => {
    const host = testHost();
    const denied = Object.assign(new Error('EACCES: permission denied'), {
      code: 'EACCES',
      path: `${test.folder}/settings.json`,
    });
    const settings = { ...host.settings, read: () => Promise.reject(denied) };
    await test.core.close();
    const core = await openCore({
      file: test.file,
      mode: 'write',
      env: test.env,
      host: { ...host, settings },
      schedule: false,
      actor: 'Ada',
    });

    expect(await failureOf(core.client.workspace.settings({}))).toMatchObject({ code: 'INTERNAL' });
    await core.close();
  });
});
