import { copyFileSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyGithubRepo, type GithubDataSet } from '../servers/github-data.ts';
import { type GithubServer, startGithubServer } from '../servers/github-server.ts';
import { type CliBench, type CliHow, openCliBench } from '../support/cli.ts';

const TOKEN = 'a-token-that-must-not-leak';
const ON = ['-w', 'plan.signalbox'];
const WITH_TOKEN: CliHow = { variables: { MY_TOKEN: TOKEN } };

const AT = '2026-10-01T10:00:00Z';

function issue(number: number) {
  return {
    id: 1000 + number,
    number,
    state: 'open' as const,
    title: `Issue ${number}`,
    html_url: `https://github.example/acme/shop/issues/${number}`,
    user: { login: 'anna' },
    labels: [],
    created_at: AT,
    updated_at: AT,
    closed_at: null,
  };
}

const DATA: GithubDataSet = {
  user: { login: 'release-bot' },
  repos: [{ ...emptyGithubRepo('acme/shop'), issues: [issue(1), issue(2), issue(3)] }],
};

let bench: CliBench;
let server: GithubServer;

beforeAll(async () => {
  server = await startGithubServer({ data: DATA, token: TOKEN });
});

afterAll(async () => {
  await server.close();
});

beforeEach(async () => {
  bench = openCliBench();
  expect((await bench.run(['workspace', 'create', ...ON])).code).toBe(0);
});

afterEach(() => {
  server.clearFaults();
  bench.dispose();
});

function add(...more: readonly string[]): readonly string[] {
  const given = ['--kind', 'github', '--name', 'acme', '--url', server.baseUrl, '--scope', 'acme/shop'];
  return ['connect', 'add', ...given, ...ON, ...more];
}

function secretFiles(): readonly string[] {
  const folder = join(bench.folder, 'home', 'secrets');
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

describe('signalbox connect add', () => {
  it('keeps the token outside the workspace in a file of mode 0600, says so, and never shows it', async () => {
    const { code, out, err } = await bench.run(add('--token-env', 'MY_TOKEN', '--every', '30'), WITH_TOKEN);

    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Added acme \(connection-.+\)\.\nIts secret is kept in a file .+0600, not encrypted/);
    expect(out).not.toContain(TOKEN);
    const [file = ''] = secretFiles();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ origin: server.origin, secret: TOKEN });
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    for (const name of readdirSync(bench.folder).filter((each) => each.startsWith('plan.'))) {
      expect(readFileSync(join(bench.folder, name)).includes(TOKEN)).toBe(false);
    }
    const journal = await bench.run(['call', 'journal.list', ...ON]);
    expect(journal.out).toContain('Added connection');
    expect(journal.out).not.toContain(TOKEN);
  });

  it('keeps nothing with --no-store, and says how to bring it', async () => {
    const { code, out } = await bench.run(add('--no-store'));

    expect(code).toBe(0);
    expect(out).toContain('SIGNALBOX_SECRET_ACME');
    expect(secretFiles()).toEqual([]);
  });

  it.each([
    ['a variable that holds nothing', ['--token-env', 'NO_SUCH'], 1, 'SECRET_MISSING'],
    ['no token where nobody can be asked', [], 1, 'SECRET_MISSING'],
    ['an interval that is no number', ['--token-env', 'MY_TOKEN', '--every', 'often'], 2, 'BAD_INPUT'],
    ['an interval too short', ['--token-env', 'MY_TOKEN', '--every', '1'], 1, 'BAD_INPUT'],
    ['an address that is none', ['--token-env', 'MY_TOKEN', '--url', 'ftp://x'], 1, 'BAD_INPUT'],
    ['an unknown provider', ['--token-env', 'MY_TOKEN', '--kind', 'svn'], 2, 'error'],
    ['a token on the command line', ['--token', TOKEN], 2, 'error'],
  ])('refuses %s, and adds nothing', async (_what, more, code, said) => {
    const end = await bench.run(add(...more), WITH_TOKEN);

    expect({ code: end.code, out: end.out }).toEqual({ code, out: '' });
    expect(end.err).toMatch(new RegExp(`^${said}: `));
    expect(secretFiles()).toEqual([]);
    expect(await bench.json(['connect', 'list', '--json', ...ON])).toEqual([]);
  });

  it('adds no second connection of the same name, and keeps the first one its token', async () => {
    await bench.run(add('--token-env', 'MY_TOKEN'), WITH_TOKEN);

    const { code, err } = await bench.run(add('--token-env', 'OTHER'), { variables: { OTHER: 'other' } });

    expect(code).toBe(1);
    expect(err).toMatch(/^CONFLICT: /);
    const kept = secretFiles().map((file) => JSON.parse(readFileSync(file, 'utf8')) as { secret: string });
    expect(kept.map(({ secret }) => secret)).toEqual([TOKEN]);
  });
});

describe('signalbox connect list', () => {
  it('shows each connection, and whether its secret is at hand', async () => {
    await bench.run(add('--no-store'));

    const without = await bench.run(['connect', 'list', ...ON]);
    const brought = await bench.run(['connect', 'list', ...ON], { variables: { SIGNALBOX_SECRET_ACME: TOKEN } });

    expect(without.out).toMatch(/^NAME +KIND +STATE +SECRET .+\nacme +github +never +missing +never/);
    expect(brought.out).toMatch(/\nacme +github +never +yes +never/);
  });

  it('says of a connection without authentication that it needs no secret', async () => {
    const added = await bench.run(add('--auth', 'none'));
    const listed = await bench.run(['connect', 'list', ...ON]);

    expect(added.out).toMatch(/\nIt needs no secret\.\n$/);
    expect(listed.out).toMatch(/\nacme +github +never +not needed +never/);
  });

  it('teaches the first step where there is none', async () => {
    expect((await bench.run(['connect', 'list', ...ON])).out).toContain('signalbox connect add --help');
  });
});

describe('signalbox connect test', () => {
  it('says who we are and what can be read', async () => {
    await bench.run(add('--token-env', 'MY_TOKEN'), WITH_TOKEN);

    const { code, out } = await bench.run(['connect', 'test', 'ACME', ...ON]);

    expect(code).toBe(0);
    expect(out).toMatch(/^Signed in as release-bot\.\nSCOPE +RESULT +MESSAGE\nacme\/shop +can be read/);
  });

  it('fails where a scope cannot be read', async () => {
    await bench.run(add('--scope', 'acme/gone', '--token-env', 'MY_TOKEN'), WITH_TOKEN);

    const { code, out, err } = await bench.run(['connect', 'test', 'acme', ...ON]);

    expect(code).toBe(1);
    expect(out).toMatch(/\nacme\/gone +FAILED/);
    expect(err).toBe('PROVIDER_REFUSED: 1 of 2 scopes cannot be read: acme/gone.\n');
  });

  it('tells a wrong token from a missing one', async () => {
    await bench.run(add('--no-store'));

    const wrong = await bench.run(['connect', 'test', 'acme', ...ON], {
      variables: { SIGNALBOX_SECRET_ACME: 'wrong-token' },
    });
    const missing = await bench.run(['connect', 'test', 'acme', ...ON]);

    expect(wrong.code).toBe(1);
    expect(wrong.err).toMatch(/^PROVIDER_UNAUTHORIZED: /);
    expect(wrong.err).not.toContain('wrong-token');
    expect(missing.err).toMatch(/^SECRET_MISSING: /);
  });

  it('names the connections that there are', async () => {
    await bench.run(add('--no-store'));

    const { code, err } = await bench.run(['connect', 'test', 'acne', ...ON]);

    expect(code).toBe(1);
    expect(err).toMatch(/^NOT_FOUND: There is no connection called “acne”\.\n.+\n {2}remedy: There are “acme”\.\n/);
  });
});

describe('signalbox connect remove', () => {
  it('leaves the token to the copies of the workspace, and says so; undo brings the connection back', async () => {
    await bench.run(add('--token-env', 'MY_TOKEN'), WITH_TOKEN);
    copyFileSync(join(bench.folder, 'plan.signalbox'), join(bench.folder, 'copy.signalbox'));

    const removed = await bench.run(['connect', 'remove', 'acme', '-w', 'copy.signalbox']);
    await bench.run(['workspace', 'info', '-w', 'copy.signalbox']);

    expect({ code: removed.code, out: removed.out }).toEqual({
      code: 0,
      out: expect.stringMatching(/^Removed acme; its token is still kept .+ --forget-token/),
    });
    expect(secretFiles()).toHaveLength(1);
    expect((await bench.run(['sync', ...ON])).code).toBe(0);
    await bench.run(['call', 'journal.undo', '-i', '{"seq":null}', '-w', 'copy.signalbox']);
    expect(await bench.json(['connect', 'list', '--json', '-w', 'copy.signalbox'])).toMatchObject([
      { connection: { name: 'acme' }, hasSecret: true },
    ]);
  });

  it('forgets the token where that is asked for', async () => {
    await bench.run(add('--token-env', 'MY_TOKEN'), WITH_TOKEN);

    expect((await bench.run(['connect', 'remove', 'acme', '--forget-token', ...ON])).code).toBe(0);
    expect(secretFiles()).toEqual([]);
    expect(await bench.json(['connect', 'list', '--json', ...ON])).toEqual([]);

    await bench.run(['call', 'journal.undo', '-i', '{"seq":null}', ...ON]);
    expect(await bench.json(['connect', 'list', '--json', ...ON])).toMatchObject([
      { connection: { name: 'acme' }, hasSecret: false },
    ]);
  });
});

describe('signalbox sync', () => {
  it('syncs every connection and says what came of it', async () => {
    await bench.run(add('--token-env', 'MY_TOKEN'), WITH_TOKEN);

    const { code, out, err } = await bench.run(['sync', ...ON]);

    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^CONNECTION +ENDED +PAGES +ROWS +DROPPED +TIME\nacme +succeeded/);
    const found = (await bench.json(['call', 'workItems.search', ...ON])) as { rows: { key: string }[] };
    expect(found.rows.map((row) => row.key).sort()).toEqual(['acme/shop#1', 'acme/shop#2', 'acme/shop#3']);
  });

  it('prints its summary alone as JSON', async () => {
    await bench.run(add('--no-store'));

    const summary = await bench.json(['sync', '--connection', 'acme', '--json', ...ON], {
      variables: { SIGNALBOX_SECRET_ACME: TOKEN },
    });

    expect(summary).toMatchObject({ ok: true, runs: [{ connection: 'acme', state: 'succeeded', trigger: 'cli' }] });
  });

  it('reads every row again with --from-scratch', async () => {
    await bench.run(add('--token-env', 'MY_TOKEN'), WITH_TOKEN);
    await bench.run(['sync', ...ON]);
    server.forgetRequests();

    const { code } = await bench.run(['sync', '--from-scratch', ...ON]);

    expect(code).toBe(0);
    expect(server.requests().every(({ status, ifNoneMatch }) => status === 200 && ifNoneMatch === null)).toBe(true);
  });

  it('fails with the code and the remedy on standard error', async () => {
    await bench.run(add('--no-store'));
    const variables = { SIGNALBOX_SECRET_ACME: 'wrong-token' };

    const { code, out, err } = await bench.run(['sync', '--json', ...ON], { variables });

    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      runs: [{ state: 'failed', errorCode: 'PROVIDER_UNAUTHORIZED' }],
    });
    expect(err).toMatch(/^PROVIDER_UNAUTHORIZED: acme: .+\n {2}remedy: .+\n$/);
    expect(`${out}${err}`).not.toContain('wrong-token');
  });

  it('counts and shows what it had to drop', async () => {
    const broken = { ...issue(4), title: 4 as unknown as string };
    server.setData({ ...DATA, repos: [{ ...emptyGithubRepo('acme/shop'), issues: [issue(1), broken] }] });
    await bench.run(add('--token-env', 'MY_TOKEN'), WITH_TOKEN);

    const { code, out } = await bench.run(['sync', ...ON]);
    server.setData(DATA);

    expect(code).toBe(0);
    expect(out).toMatch(/acme: dropped from .+: /);
  });

  it('says what to do where there is nothing to sync', async () => {
    const { code, err } = await bench.run(['sync', ...ON]);

    expect(code).toBe(1);
    expect(err).toMatch(/^NOT_FOUND: There is no connection to sync\.\n {2}remedy: Add one/);
  });

  it('stops on Ctrl+C, and goes on from there the next time', async () => {
    await bench.run(add('--token-env', 'MY_TOKEN'), WITH_TOKEN);
    server.fault({ kind: 'slow', ms: 300 });
    const before = server.requests().length;
    const child = bench.start(['sync', ...ON]);
    while (server.requests().length < before + 2) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.on('close', resolve));
    server.clearFaults();

    expect(code).toBe(130);
    expect((await bench.run(['sync', ...ON])).code).toBe(0);
    const found = (await bench.json(['call', 'workItems.search', ...ON])) as { rows: object[] };
    expect(found.rows).toHaveLength(3);
  });
});
