import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Verification } from '../../shared/contract/journal.ts';
import type { WorkspaceInfo } from '../../shared/contract/workspace.ts';
import { type CliBench, openCliBench } from '../support/cli.ts';

/** An account without rights, so that a read-only file is one even where the tests run as root. */
const NOBODY = 65_534;
/** Writes into a workspace and keeps it open for writing until it is killed. */
const HOLDER = join(process.cwd(), 'test', 'support', 'hold-workspace.ts');
const isRoot = process.getuid?.() === 0;

let bench: CliBench;

beforeAll(async () => {
  bench = openCliBench();
  const words = ['workspace', 'create', '-w', 'plan.signalbox', '--name', 'Plan', '--zone', 'Pacific/Auckland'];
  expect((await bench.run(words)).code).toBe(0);
});

afterAll(() => {
  bench.dispose();
});

describe('signalbox workspace create', () => {
  it('names a workspace after its file where nothing else is said, in the zone of this machine', async () => {
    const info = await bench.json(['workspace', 'create', '-w', 'payments 2027.signalbox', '--json']);

    expect(info).toMatchObject({ name: 'payments 2027', zone: 'UTC', counts: { journal: 1, train: 0 } });
  });

  it('leaves a file that is there as it is', async () => {
    writeFileSync(join(bench.folder, 'letter.txt'), 'dear anna');

    for (const file of ['plan.signalbox', 'letter.txt']) {
      const before = statSync(join(bench.folder, file)).mtimeMs;
      const { code, err } = await bench.run(['workspace', 'create', '-w', file]);

      expect(code).toBe(1);
      expect(err).toMatch(/^CONFLICT: /);
      expect(statSync(join(bench.folder, file)).mtimeMs).toBe(before);
    }
  });

  it.each([
    ['a zone that is none', ['-w', 'new.signalbox', '--zone', 'Mars/Olympus'], 'BAD_INPUT', 2],
    ['a folder that is not there', ['-w', 'no/such/folder/new.signalbox'], 'WORKSPACE_MISSING', 1],
    ['no file', [], 'BAD_INPUT', 2],
  ] as const)('refuses %s, and makes nothing', async (_what, words, code, exit) => {
    const before = readdirSync(bench.folder);

    const end = await bench.run(['workspace', 'create', ...words]);

    expect(end.code).toBe(exit);
    expect(end.err).toMatch(new RegExp(`^${code}: `));
    expect(readdirSync(bench.folder)).toEqual(before);
  });
});

describe('signalbox workspace info, of an empty file', () => {
  it('says of an empty file that it is empty', async () => {
    writeFileSync(join(bench.folder, 'empty.signalbox'), '');

    const { code, err } = await bench.run(['workspace', 'info', '-w', 'empty.signalbox']);

    expect(code).toBe(1);
    expect(err).toMatch(/^WORKSPACE_FOREIGN: empty\.signalbox is empty/);
  });
});

describe('signalbox workspace sample', () => {
  it('makes a workspace of six public trains, and says that some of its facts are simulated', async () => {
    const { code, out } = await bench.run(['workspace', 'sample', '-w', 'sample.signalbox']);
    const info = (await bench.json(['workspace', 'info', '-w', 'sample.signalbox', '--json'])) as WorkspaceInfo;

    expect(code).toBe(0);
    expect(out).toContain('some facts here are simulated');
    expect(info).toMatchObject({ name: 'Public release trains', hasSimulatedFacts: true, counts: { train: 6 } });
    expect(info.counts.release).toBeGreaterThan(20);
  });
});

describe('signalbox workspace info', () => {
  it('describes a workspace for people', async () => {
    const { code, out, err } = await bench.run(['workspace', 'info', '-w', 'plan.signalbox']);

    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^WORKSPACE\nname +Plan\nfile +plan\.signalbox\nzone +Pacific\/Auckland\n/);
  });
});

describe.skipIf(!isRoot)('signalbox under an account without a name or a home (only root can become one)', () => {
  const NAMELESS = 54_321;
  const ON = ['-w', 'nameless/plan.signalbox'];
  const how = (HOME: string) => ({ uid: NAMELESS, variables: { SIGNALBOX_HOME: '', HOME } });
  beforeAll(() => {
    const folder = join(bench.folder, 'nameless');
    chmodSync(bench.folder, 0o777);
    mkdirSync(folder);
    copyFileSync(join(bench.folder, 'plan.signalbox'), join(folder, 'plan.signalbox'));
    for (const each of [folder, join(folder, 'plan.signalbox')]) chownSync(each, NAMELESS, NAMELESS);
  });
  afterAll(() => chmodSync(bench.folder, 0o755));

  it.each([
    ['workspace', 'info'],
    ['audit', 'verify'],
    ['call', 'workspace.update', '-i', '{"name":"Renamed"}'],
    ['call', 'workspace.settings'],
  ])('works where the home cannot be made: %s %s', async (...words) => {
    const { code, err } = await bench.run([...words, ...ON], how('/nonexistent'));

    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it.each([
    ['/nonexistent', '/ cannot be written'],
    ['', 'It is not known where'],
  ])('has the doctor find what is wrong with the home “%s”, and look at the rest', async (home, found) => {
    const { code, out } = await bench.run(['doctor', ...ON], how(home));

    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`FAILED +Settings folder +${found}`));
    if (home) expect(out).toMatch(/ok +Workspace file +whole/);
  });

  it('writes under a name that says which account it is', async () => {
    const journal = await bench.json(['call', 'journal.list', ...ON], how('/nonexistent'));

    expect(journal).toMatchObject({ rows: [{ actor: `account ${NAMELESS}` }, {}] });
  });

  it('refuses to keep a token in the folder where it happens to run', async () => {
    const before = readdirSync(bench.folder);
    const given = ['--kind', 'github', '--name', 'acme', '--url', 'https://api.github.com', '--scope', 'acme/shop'];
    const { uid, variables } = how('');

    const end = await bench.run(['connect', 'add', ...given, '--token-env', 'MY_TOKEN', ...ON], {
      uid,
      variables: { ...variables, MY_TOKEN: 'a-token' },
    });

    expect(end.code).toBe(1);
    expect(end.err).toMatch(/^BAD_INPUT: .+\n.+HOME\n {2}remedy: .*SIGNALBOX_HOME/);
    expect(readdirSync(bench.folder)).toEqual(before);
  });
});

describe('signalbox workspace backup', () => {
  it('writes a whole copy beside the workspace, while that is open, and prints its path alone', async () => {
    copyFileSync(join(bench.folder, 'plan.signalbox'), join(bench.folder, 'held.signalbox'));
    const holder = spawn(process.execPath, [HOLDER, join(bench.folder, 'held.signalbox')]);
    await once(holder.stdout, 'data');

    const { code, out } = await bench.run(['workspace', 'backup', '-w', 'held.signalbox']);
    holder.kill('SIGKILL');
    const [copy = ''] = out.split('\n');

    expect(code).toBe(0);
    expect(copy).toMatch(/held\.backup-\d{4}-.+\.signalbox$/);
    expect(dirname(copy)).toBe(realpathSync(bench.folder));
    const info = await bench.json(['workspace', 'info', '-w', copy, '--json']);
    expect(info).toMatchObject({ name: 'Plan', file: basename(copy), counts: { train: 1 } });
  });
});

describe('signalbox audit verify', () => {
  const tampered = (change: string) => {
    const file = join(bench.folder, 'tampered.signalbox');
    copyFileSync(join(bench.folder, 'sample.signalbox'), file);
    const db = new BetterSqlite(file);
    db.exec('DROP TRIGGER journal_is_append_only_update; DROP TRIGGER journal_is_append_only_delete');
    db.exec(change);
    db.close();
    return 'tampered.signalbox';
  };

  it('says that an untouched journal holds', async () => {
    const { code, out } = await bench.run(['audit', 'verify', '-w', 'sample.signalbox']);

    expect(code).toBe(0);
    expect(out).toMatch(/^The journal holds: \d+ entr(y|ies), head [0-9a-f]+\.\n$/);
  });

  it('fails and says where, when an entry was edited by hand', async () => {
    const file = tampered("UPDATE journal SET actor = 'someone else' WHERE seq = 2");

    const { code, out } = await bench.run(['audit', 'verify', '-w', file]);
    const verdict = await bench.run(['audit', 'verify', '-w', file, '--json']);

    expect(code).toBe(1);
    expect(out).toMatch(/^The journal does NOT hold: /);
    expect(verdict.code).toBe(1);
    expect(JSON.parse(verdict.out) as Verification).toMatchObject({ ok: false, faults: [{ seq: 2, kind: 'edited' }] });
  });

  it('fails and names the row, when a table was edited by hand', async () => {
    const file = tampered("UPDATE train SET owner = 'someone else' WHERE rowid = 1");

    const { code, out } = await bench.run(['audit', 'verify', '-w', file]);

    expect(code).toBe(1);
    expect(out).toMatch(/TABLE +ROW +ENTRY +WHAT WAS FOUND\ntrain +train-/);
  });
});

describe('signalbox doctor', () => {
  it('looks at this machine alone where no workspace is named', async () => {
    const { code, out } = await bench.run(['doctor']);

    expect(code).toBe(0);
    expect(out).toContain('none named');
  });

  it('looks at a workspace too', async () => {
    const { ok, checks } = (await bench.json(['doctor', '-w', 'plan.signalbox', '--json'])) as {
      ok: boolean;
      checks: { name: string }[];
    };

    expect(ok).toBe(true);
    expect(checks.map((check) => check.name)).toEqual(expect.arrayContaining(['Node', 'Workspace file', 'Secrets']));
  });

  it('fails with the remedy where the workspace cannot be opened', async () => {
    const { code, out } = await bench.run(['doctor', '-w', 'gone.signalbox']);

    expect(code).toBe(1);
    expect(out).toMatch(/FAILED +Workspace +WORKSPACE_MISSING: /);
  });
});

describe.skipIf(process.platform === 'win32')('signalbox on a file that may only be read', () => {
  const decide = (folder: string) => [
    'call',
    'workspace.update',
    '-i',
    '{"name":"x"}',
    '-w',
    `${folder}/plan.signalbox`,
  ];
  const read = (folder: string) => ['workspace', 'info', '-w', `${folder}/plan.signalbox`];
  let how = {};

  beforeAll(() => {
    chmodSync(bench.folder, 0o755);
    mkdirSync(join(bench.folder, 'nobody'));
    for (const folder of ['read-only', 'sealed']) {
      mkdirSync(join(bench.folder, folder));
      const file = join(bench.folder, folder, 'plan.signalbox');
      copyFileSync(join(bench.folder, 'plan.signalbox'), file);
      chmodSync(file, 0o444);
    }
    chmodSync(join(bench.folder, 'sealed'), 0o555);
    if (isRoot) for (const each of ['nobody', 'read-only']) chownSync(join(bench.folder, each), NOBODY, NOBODY);
    how = { variables: { SIGNALBOX_HOME: join(bench.folder, 'nobody') }, ...(isRoot ? { uid: NOBODY } : {}) };
  });

  it('reads it, and refuses to decide', async () => {
    expect(await bench.run(read('read-only'), how)).toMatchObject({ code: 0, err: '' });

    const decided = await bench.run(decide('read-only'), how);
    expect(decided).toMatchObject({ code: 1, out: '' });
    expect(decided.err).toMatch(/^WORKSPACE_READ_ONLY: /);
  });

  it('does so too where the folder may not be written either', async () => {
    const looked = await bench.run(read('sealed'), how);
    const decided = await bench.run(decide('sealed'), how);
    chmodSync(join(bench.folder, 'sealed'), 0o755);

    expect(looked).toMatchObject({ code: 0, err: '' });
    expect(decided).toMatchObject({ code: 1, out: '' });
    expect(decided.err).toMatch(/^WORKSPACE_READ_ONLY: .+\n.+\n {2}remedy: /);
  });
});
