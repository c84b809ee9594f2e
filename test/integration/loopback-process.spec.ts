import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CoreClient } from '../../electron/core/core.ts';
import { shapeLink } from '../../shared/contract/client-errors.ts';
import { openPageSocket, signIn } from '../contract/transports.ts';
import { testFolder } from '../support/core.ts';
import { jiraPlan } from '../support/plans.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

interface Running {
  readonly child: ChildProcess;
  readonly printed: () => string;
  readonly client: CoreClient;
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

describe('electron/hosts/loopback as a process', () => {
  let home: string;
  let running: Running | null = null;
  beforeEach(() => {
    home = testFolder();
  });
  afterEach(async () => {
    running?.child.kill('SIGKILL');
    running = null;
    fs.rmSync(home, { recursive: true, force: true });
  });

  /** The sources as they stand; the page is the built one, which `npm test` has built before. */
  async function start(
    words: readonly string[],
    variables: Record<string, string> = {},
    account: { readonly uid?: number } = {},
  ): Promise<Running> {
    const child = spawn(process.execPath, ['electron/hosts/loopback/main.ts', '--no-open', ...words], {
      cwd: ROOT,
      env: { ...process.env, SIGNALBOX_HOME: home, ...variables },
      stdio: ['ignore', 'pipe', 'inherit'],
      ...account,
    });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    const ended = once(child, 'exit') as Promise<[number | null]>;
    await Promise.race([once(child.stdout, 'data'), ended]);
    const { origin } = new URL(printed.trim());
    const socket = await openPageSocket(origin, await signIn(printed.trim()));
    const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket });
    running = {
      child,
      printed: () => printed,
      client: createORPCClient<CoreClient>(shapeLink(link)),
      end: async (signal) => {
        child.kill(signal);
        const [code] = await ended;
        return code;
      },
    };
    return running;
  }

  it.each([
    [
      'a file of another kind',
      (file: string) => fs.writeFileSync(file, 'dear anna, '.repeat(100)),
      /is not a Signalbox workspace/,
    ],
    ['a folder', (file: string) => fs.mkdirSync(file), /is not a file/],
  ])('ends with 1 and prints no address for %s', async (_what, make, said) => {
    const file = path.join(home, 'other.signalbox');
    make(file);
    const child = spawn(process.execPath, ['electron/hosts/loopback/main.ts', '--no-open', '--workspace', file], {
      cwd: ROOT,
      env: { ...process.env, SIGNALBOX_HOME: home },
    });
    const [out, err, [code]] = await Promise.all([readText(child.stdout), readText(child.stderr), once(child, 'exit')]);

    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(said);
  });

  it('fills the account’s workspace with the sample at its first start, and finds it there at its second', async () => {
    const first = await start([]);
    const made = await first.client.workspace.info({});
    expect(await first.end('SIGTERM')).toBe(0);

    const second = await start([]);
    const found = await second.client.workspace.info({});

    expect(made).toMatchObject({ name: 'Public release trains', hasSimulatedFacts: true });
    expect(made.counts.train).toBe(6);
    expect(found).toMatchObject({ id: made.id, counts: { train: 6 } });
    expect(await second.end('SIGINT')).toBe(0);
    expect(second.printed()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+\n$/);
  });

  it('runs in a thread of its own, and says which host it is', async () => {
    const { client } = await start(['--workspace', path.join(home, 'q3.signalbox')]);

    expect(await client.system.versions({})).toMatchObject({ host: 'loopback', electron: null });
    expect(await client.workspace.info({})).toMatchObject({ name: 'q3', counts: { train: 0 } });
  });

  it('finds a secret in the environment by the connection’s name, as the command line does', async () => {
    const words = ['--workspace', path.join(home, 'q3.signalbox')];
    const { client } = await start(words, { SIGNALBOX_SECRET_ACME_JIRA: 's3cret' });

    await client.connections.add(jiraPlan({ name: 'Acme Jira' }));
    await client.connections.add(jiraPlan({ name: 'Other' }));

    await expect
      .poll(async () =>
        (await client.connections.list({})).map(({ connection, hasSecret }) => [connection.name, hasSecret]),
      )
      .toEqual([
        ['Acme Jira', true],
        ['Other', false],
      ]);
  });

  it('keeps a secret in a file that no other account can read', async () => {
    const { client } = await start(['--workspace', path.join(home, 'q3.signalbox')]);
    const { id } = await client.connections.add(jiraPlan({}));

    const { keptIn } = await client.connections.saveSecret({ id, secret: 's3cret' });
    const [file = ''] = fs.readdirSync(path.join(home, 'secrets'));

    expect(keptIn).toMatch(/mode 0600/);
    expect(fs.statSync(path.join(home, 'secrets', file)).mode & 0o777).toBe(0o600);
    expect(fs.readFileSync(path.join(home, 'q3.signalbox')).includes('s3cret')).toBe(false);
  });

  it.skipIf(process.getuid?.() !== 0)('runs under an account without a name (only root can become one)', async () => {
    const uid = 54_321;
    fs.chownSync(home, uid, uid);

    const words = ['--workspace', path.join(home, 'q3.signalbox')];
    const { client } = await start(words, { HOME: '/nonexistent' }, { uid });
    const { rows } = await client.journal.list({});

    expect(rows).toMatchObject([{ actor: `account ${uid}` }]);
  });

  it('remembers settings outside the workspace', async () => {
    const words = ['--workspace', path.join(home, 'q3.signalbox')];
    const first = await start(words);
    await first.client.workspace.saveSettings({ theme: 'dark' });
    await first.end('SIGTERM');

    const { client } = await start(words);

    expect((await client.workspace.settings({})).theme).toBe('dark');
  });
});
