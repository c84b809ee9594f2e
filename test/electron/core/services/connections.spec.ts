import fs from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../electron/core/db/open.ts';
import { writeSyncRun } from '../../../../electron/core/db/repositories/sync-run-log.ts';
import { createRunTally } from '../../../../electron/core/sync/run-tally.ts';
import { instant } from '../../../../shared/model/time.ts';
import { type TestCore, testCore, testHost } from '../../../support/core.ts';
import { workItem, writeFacts } from '../../../support/facts.ts';
import { jiraPlan } from '../../../support/plans.ts';

describe('electron/core/services/connections', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore();
  });
  afterEach(() => test.end());

  it('describes every provider so that a form can be drawn from it', async () => {
    const kinds = await test.client.connections.kinds({});

    expect(kinds.map((kind) => kind.kind).toSorted()).toEqual(['github', 'jira']);
    expect(kinds.every((kind) => kind.tokenHelp.length > 40 && kind.auth.length > 0)).toBe(true);
  });

  it('keeps the secret out of the workspace file and of the journal', async () => {
    const secret = 'ghp_very-secret-token-4711';
    const { id } = await test.client.connections.add(jiraPlan());
    const { keptIn } = await test.client.connections.saveSecret({ id, secret });
    const [health] = await test.client.connections.list({});

    await test.core.close();
    const bytes = fs.readdirSync(test.folder).map((name) => fs.readFileSync(`${test.folder}/${name}`, 'latin1'));

    expect(keptIn).toBe('memory');
    expect(health?.hasSecret).toBe(true);
    expect(bytes.some((content) => content.includes(secret))).toBe(false);
  });

  it('keeps the token that the original needs when its copy removes the connection', async () => {
    const host = testHost();
    const original = await testCore({ host });
    const { id } = await original.client.connections.add(jiraPlan());
    await original.client.connections.saveSecret({ id, secret: 't0ken' });
    await original.core.close();
    const file = `${test.folder}/copy.signalbox`;
    fs.copyFileSync(original.file, file);

    for (const work of ['remove', 'open again'] as const) {
      const copy = await testCore({ file, create: undefined, host });
      if (work === 'remove') await copy.client.connections.remove({ id });
      await copy.end();
    }

    const again = await testCore({ file: original.file, create: undefined, host });
    expect(await again.client.connections.list({})).toMatchObject([{ connection: { id }, hasSecret: true }]);
    await again.end();
    await original.end();
  });

  it('forgets a token when it is told to, also that of a removed connection', async () => {
    const kept = async () => (await test.client.connections.list({}))[0]?.hasSecret;
    const { id } = await test.client.connections.add(jiraPlan());
    await test.client.connections.saveSecret({ id, secret: 't0ken' });
    await test.client.connections.remove({ id });

    await test.client.connections.forgetSecret({ id });
    await test.client.journal.undo({ seq: null });

    expect(await kept()).toBe(false);
    await test.client.connections.saveSecret({ id, secret: 't0ken' });
    expect(await kept()).toBe(true);
    await test.client.connections.forgetSecret({ id });
    await test.client.connections.forgetSecret({ id });
    expect(await kept()).toBe(false);
  });

  it('counts the facts it holds, by kind', async () => {
    const { id } = await test.client.connections.add(jiraPlan());
    writeFacts(test.file, [workItem(id, 'PAY-1'), workItem(id, 'PAY-2')]);

    const [health] = await test.client.connections.list({});

    expect(health?.rows).toEqual({ 'work-item': 2 });
  });

  it.each([
    [[], 'never'],
    [['cancelled'], 'never'],
    [['interrupted', 'cancelled'], 'never'],
    [['succeeded'], 'ok'],
    [['succeeded', 'cancelled'], 'ok'],
    [['failed', 'interrupted'], 'failing'],
    [['failed', 'succeeded'], 'ok'],
    [['succeeded', 'failed'], 'failing'],
  ] as const)('is, after runs that were %j, %s', async (states, state) => {
    const plan = jiraPlan();
    const { id } = await test.client.connections.add(plan);
    const db = openDatabase({ file: test.file, readOnly: false, create: false });
    for (const [index, ended] of states.entries()) {
      const start = {
        id: `run-${index}`,
        trigger: 'hand',
        startedAt: instant(index),
        connection: { ...plan, id },
      } as const;
      writeSyncRun(db, { ...createRunTally(start).ended(instant(index), []), state: ended });
    }
    db.close();

    const [health] = await test.client.connections.list({});

    expect([health?.state, health?.lastRun?.state]).toEqual([state, states.at(-1)]);
  });

  it('lists the connections although their secrets cannot be read', async () => {
    const host = testHost();
    const get = () => Promise.reject(new Error('the keychain is locked'));
    const locked = await testCore({ host: { ...host, secrets: { ...host.secrets, get } } });
    await locked.client.connections.add(jiraPlan());

    expect(await locked.client.connections.list({})).toMatchObject([{ hasSecret: false, state: 'never' }]);
    await locked.end();
  });

  it.each(['notarepo', 'acme/', '/shop', 'acme/a b'])(
    'refuses %j as a repository, and says how one is written',
    async (scope) => {
      const plan = jiraPlan({ kind: 'github', baseUrl: 'https://api.github.com', auth: 'token', scopes: [scope] });

      await expect(test.client.connections.add(plan)).rejects.toMatchObject({
        code: 'BAD_INPUT',
        message: `“${scope}” is no repository: it is written owner/name.`,
      });
    },
  );

  it.each(['acme/shop', 'https://github.com/acme/shop', 'git@github.com:acme/shop.git', 'a-b/c.d_e'])(
    'takes %j',
    async (scope) => {
      const plan = jiraPlan({ kind: 'github', baseUrl: 'https://api.github.com', auth: 'token', scopes: [scope] });

      await expect(test.client.connections.add(plan)).resolves.toMatchObject({ seq: 2 });
    },
  );

  it('refuses a second connection of the same name, and a change of provider', async () => {
    const { id } = await test.client.connections.add(jiraPlan());

    const twice = await test.client.connections.add(jiraPlan()).catch((error: unknown) => error);
    const other = await test.client.connections
      .update({ id, plan: jiraPlan({ kind: 'github' }) })
      .catch((error: unknown) => error);

    expect(twice).toMatchObject({ code: 'CONFLICT', data: { where: 'name' } });
    expect(other).toMatchObject({ code: 'BAD_INPUT', data: { where: 'kind' } });
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'not a url',
    'ftp://example.com',
    'https://bob:hunter2@example.com',
    'https://example.com/?token=s3cr3t',
    'https://example.com/#x',
  ])('refuses the base URL %s', async (baseUrl) => {
    const failure = await test.client.connections.add({ ...jiraPlan(), baseUrl }).catch((error: unknown) => error);

    expect(failure).toMatchObject({ code: 'BAD_INPUT', data: { where: 'baseUrl' } });
  });

  it('refuses a scope that is there already, however it is typed, when added and when changed', async () => {
    const plan = jiraPlan({ scopes: ['PAY'] });
    const { id } = await test.client.connections.add(plan);
    const scopes = ['PAY', 'OPS', 'ops'];

    const added = await test.client.connections
      .add({ ...plan, name: 'Other', scopes })
      .catch((error: unknown) => error);
    const changed = await test.client.connections
      .update({ id, plan: { ...plan, scopes } })
      .catch((error: unknown) => error);

    const refused = { code: 'BAD_INPUT', message: '“ops” is the same as “OPS”.', data: { where: 'scopes' } };
    expect([added, changed]).toMatchObject([refused, refused]);
    expect(await test.client.connections.list({})).toMatchObject([{ connection: { scopes: ['PAY'] } }]);
  });

  it('cannot sync simulated facts', async () => {
    const failure = await test.client.connections.add(jiraPlan({ kind: 'simulated' })).catch((error: unknown) => error);

    expect(failure).toMatchObject({ code: 'CONFLICT' });
  });

  it('keeps what others changed of a connection that is edited, and refuses where both changed the same', async () => {
    const base = jiraPlan();
    const { id } = await test.client.connections.add(base);
    await test.client.connections.update({ id, plan: { ...base, everyMinutes: 30 }, base });

    await test.client.connections.update({ id, plan: { ...base, scopes: ['PAY', 'CARD'] }, base });
    const refused = await test.client.connections
      .update({ id, plan: { ...base, everyMinutes: 45 }, base })
      .catch((error: unknown) => error);

    expect(refused).toMatchObject({ code: 'CONFLICT', data: { where: 'everyMinutes' } });
    const [health] = await test.client.connections.list({});
    expect(health?.connection).toMatchObject({ everyMinutes: 30, scopes: ['PAY', 'CARD'] });
  });
});
