import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CliBench, openCliBench } from '../support/cli.ts';

let bench: CliBench;
const ON = ['--workspace', 'plan.signalbox'];

beforeAll(async () => {
  bench = openCliBench();
  const made = await bench.run(['workspace', 'create', ...ON, '--name', 'Plan', '--zone', 'Europe/Berlin']);
  expect(made).toMatchObject({ code: 0, err: '' });
});

afterAll(() => {
  bench.dispose();
});

describe('signalbox procedures', () => {
  it('lists every procedure with its kind and JSON Schemas', async () => {
    const procedures = (await bench.json(['procedures', '--json'])) as { name: string; kind: string; input: object }[];

    expect(procedures.length).toBeGreaterThan(30);
    expect(new Set(procedures.map((each) => each.kind))).toEqual(new Set(['query', 'command', 'action']));
    const move = procedures.find((each) => each.name === 'releases.move');
    expect(move).toMatchObject({ kind: 'command', input: { type: 'object', required: ['id', 'day'] } });
  });

  it('lists them for people, or one of them', async () => {
    const { code, out } = await bench.run(['procedures']);

    expect(code).toBe(0);
    expect(out).toMatch(/^PROCEDURE +KIND +WHAT IT DOES\n/);
    expect(await bench.json(['procedures', 'trains.list', '--json'])).toMatchObject({ name: 'trains.list' });
  });

  it('refuses a name that is none', async () => {
    const { code, out, err } = await bench.run(['procedures', 'trains.fly']);

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^UNKNOWN_PROCEDURE: There is no procedure named trains\.fly\.\n/);
  });
});

describe('signalbox call', () => {
  it('prints the result alone, as JSON', async () => {
    const { code, out, err } = await bench.run(['call', 'workspace.info', ...ON]);

    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({ name: 'Plan', zone: 'Europe/Berlin', file: 'plan.signalbox' });
  });

  it.each([
    ['an argument', (text: string) => ({ given: text })],
    ['standard input', (text: string) => ({ given: '-', input: text })],
    [
      'a file',
      (text: string) => {
        writeFileSync(join(bench.folder, 'input.json'), `\uFEFF${text}`);
        return { given: '@input.json' };
      },
    ],
  ])('takes its input from %s', async (_what, give) => {
    const { given, input } = { input: '', ...give('{"limit": 1, "text": "created"}') };

    const page = (await bench.json(['call', 'journal.list', '--input', given, ...ON], { input })) as { rows: object[] };

    expect(page.rows).toHaveLength(1);
  });

  it('decides under the name of who asks, and undoes it', async () => {
    await bench.json(['call', 'workspace.update', '-i', '{"name":"Renamed"}', '--actor', 'night shift', ...ON]);
    const { rows } = (await bench.json(['call', 'journal.list', '-i', '{"limit":1}', ...ON])) as { rows: object[] };
    expect(rows[0]).toMatchObject({ actor: 'night shift', command: 'workspace.update' });

    await bench.json(['call', 'journal.undo', '-i', '{"seq":null}', ...ON]);

    expect(await bench.json(['call', 'workspace.info', ...ON])).toMatchObject({ name: 'Plan' });
  });

  it('calls in a branch by its name, and leaves the plan alone', async () => {
    await bench.json(['call', 'branches.create', '-i', '{"name":"Try"}', ...ON]);

    await bench.json(['call', 'workspace.update', '-i', '{"name":"Tried"}', '--branch', 'Try', ...ON]);

    expect(await bench.json(['call', 'workspace.info', '--branch', 'Try', ...ON])).toMatchObject({ name: 'Tried' });
    expect(await bench.json(['call', 'workspace.info', ...ON])).toMatchObject({ name: 'Plan' });
    const { code, err } = await bench.run(['call', 'trains.list', '--branch', 'Nope', ...ON]);
    expect(code).not.toBe(0);
    expect(err).toContain('There is no branch called Nope.');
  });

  it('finds the workspace by its variable', async () => {
    const variables = { SIGNALBOX_WORKSPACE: join(bench.folder, 'plan.signalbox') };

    expect(await bench.json(['call', 'workspace.info'], { variables })).toMatchObject({ name: 'Plan' });
  });

  it.each([
    ['an option that is no JSON', ['call', 'trains.list', '-i', '{limit: 1}', ...ON]],
    ['no workspace', ['call', 'trains.list']],
  ])('ends with 2 where the command line makes no sense: %s', async (_what, words) => {
    const end = await bench.run(words);

    expect({ code: end.code, out: end.out }).toEqual({ code: 2, out: '' });
    expect(end.err).toMatch(/^BAD_INPUT: .+\n/);
  });

  it.each([
    ['input of the wrong type', ['call', 'journal.list', '-i', '{"limit":"ten"}', ...ON], 'BAD_INPUT'],
    ['input that is no object', ['call', 'journal.list', '-i', '[]', ...ON], 'BAD_INPUT'],
    ['a field that is not known', ['call', 'journal.list', '-i', '{"limti":1}', ...ON], 'BAD_INPUT'],
    ['a prototype smuggled in', ['call', 'journal.list', '-i', '{"__proto__":{"limit":1}}', ...ON], 'BAD_INPUT'],
    ['an input file that is not there', ['call', 'trains.list', '-i', '@gone.json', ...ON], 'BAD_INPUT'],
    ['an input file that is a folder', ['call', 'trains.list', '-i', '@.', ...ON], 'BAD_INPUT'],
    ['a procedure that is not there', ['call', 'trains.fly', ...ON], 'UNKNOWN_PROCEDURE'],
    ['a group', ['call', 'trains', ...ON], 'UNKNOWN_PROCEDURE'],
    ['a name too deep', ['call', 'trains.list.again', ...ON], 'UNKNOWN_PROCEDURE'],
    ['__proto__', ['call', '__proto__', ...ON], 'UNKNOWN_PROCEDURE'],
    ['trains.__proto__', ['call', 'trains.__proto__', ...ON], 'UNKNOWN_PROCEDURE'],
    ['constructor.prototype', ['call', 'constructor.prototype', ...ON], 'UNKNOWN_PROCEDURE'],
    ['trains.toString', ['call', 'trains.toString', ...ON], 'UNKNOWN_PROCEDURE'],
    ['an empty name', ['call', '', ...ON], 'UNKNOWN_PROCEDURE'],
    ['a thing that is not there', ['call', 'trains.get', '-i', '{"id":"train-none"}', ...ON], 'NOT_FOUND'],
    ['a workspace that is not there', ['call', 'trains.list', '-w', 'gone.signalbox'], 'WORKSPACE_MISSING'],
    ['a file that is no workspace', ['call', 'trains.list', '-w', 'input.json'], 'WORKSPACE_FOREIGN'],
    ['a folder', ['call', 'trains.list', '-w', '.'], 'WORKSPACE_FOREIGN'],
  ])('refuses %s with its code, and prints nothing else', async (_what, words, code) => {
    const end = await bench.run(words);

    expect({ code: end.code, out: end.out }).toEqual({ code: 1, out: '' });
    expect(end.err).toMatch(new RegExp(`^${code}: .+\n`));
    expect(end.err).not.toMatch(/\n\s+at |node_modules/);
  });

  it('refuses input that is too long, without a word of it', async () => {
    const input = JSON.stringify({ text: 'x'.repeat(2_000_000) });

    const { code, err } = await bench.run(['call', 'journal.list', '-i', '-', ...ON], { input });

    expect(code).toBe(1);
    expect(err).toMatch(/^TOO_LARGE: /);
    expect(err.length).toBeLessThan(500);
  });

  it('starts no sync that would end with it, and names what waits for the end', async () => {
    const end = await bench.run(['call', 'sync.start', '-i', '{"connectionId":"connection-1"}', ...ON]);

    expect({ code: end.code, out: end.out }).toEqual({ code: 1, out: '' });
    expect(end.err).toMatch(/^BAD_INPUT: .+\n.+\n {2}remedy: .*sync\.run.*signalbox sync/);
  });

  it('leaves a workspace that is missing missing', async () => {
    await bench.run(['call', 'workspace.update', '-i', '{"name":"x"}', '-w', 'gone.signalbox']);

    expect(existsSync(join(bench.folder, 'gone.signalbox'))).toBe(false);
  });
});

describe('signalbox call of a subscription', () => {
  async function follow() {
    const child = bench.start(['call', 'system.changes', ...ON]);
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    while (!text.includes('\n')) await once(child.stdout ?? child, 'data');
    return { child, lines: () => text.trimEnd().split('\n') };
  }

  it.each(['SIGINT', 'SIGTERM'] as const)('prints a line for each element until %s, and ends well', async (signal) => {
    const { child, lines } = await follow();
    child.kill(signal);

    const [code] = await once(child, 'close');

    expect(code).toBe(0);
    expect(lines().map((line) => Object.keys(JSON.parse(line)))).toEqual([['seq', 'topics']]);
  });

  it('ends quietly when its reader goes away', async () => {
    const { child } = await follow();
    let errors = '';
    child.stderr?.on('data', (part) => {
      errors += part;
    });
    child.stdout?.destroy();
    child.kill('SIGINT');

    const [code] = await once(child, 'close');

    expect({ code, errors }).toEqual({ code: 0, errors: '' });
  });
});

describe('signalbox in a pipe', () => {
  it('says nothing when the reader stops early', async () => {
    const bin = join(process.cwd(), 'bin', 'signalbox.mjs');
    const script = `"${process.execPath}" "${bin}" procedures --json | head -c 20; echo "ended \${PIPESTATUS[0]}"`;
    const shell = spawn('bash', ['-c', script], { cwd: bench.folder, env: bench.variables() });
    let out = '';
    let err = '';
    shell.stdout.on('data', (part) => {
      out += part;
    });
    shell.stderr.on('data', (part) => {
      err += part;
    });

    await once(shell, 'close');

    expect(out).toMatch(/ended 0\n$/);
    expect(err).toBe('');
  });
});

describe('signalbox beside an open workspace', () => {
  it('reads while another process has it open, and refuses to decide', async () => {
    const holder = bench.start(['call', 'sync.setOnline', '-i', '-', ...ON]);
    holder.kill();
    await once(holder, 'close');
    const script = `
      const { openWorkspace } = await import(${JSON.stringify(join(process.cwd(), 'electron/core/db/open-workspace.ts'))});
      const { systemEnv } = await import(${JSON.stringify(join(process.cwd(), 'electron/core/env.ts'))});
      openWorkspace({ file: 'plan.signalbox', mode: 'write', create: undefined, env: systemEnv(), actor: 'a', host: 'test' });
      console.log('open');
      setInterval(() => {}, 1000);`;
    const other = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: bench.folder });
    await once(other.stdout, 'data');
    try {
      const read = await bench.run(['call', 'workspace.info', ...ON]);
      const decided = await bench.run(['call', 'workspace.update', '-i', '{"name":"x"}', ...ON]);

      expect(read.code).toBe(0);
      expect(decided).toMatchObject({ code: 1, out: '' });
      expect(decided.err).toMatch(/^WORKSPACE_IN_USE: /);
    } finally {
      other.kill('SIGKILL');
      await once(other, 'close');
    }
    expect((await bench.run(['call', 'workspace.update', '-i', '{"name":"Plan"}', ...ON])).code).toBe(0);
  });
});

describe('the words on the command line', () => {
  it.each([
    ['nothing', [], 2],
    ['a command that is none', ['fly'], 2],
    ['an option that is none', ['procedures', '--fly'], 2],
    ['a missing argument', ['call'], 2],
    ['a group alone', ['workspace'], 2],
    ['a value missing', ['call', 'trains.list', '--workspace'], 2],
    ['--help', ['--help'], 0],
    ['--version', ['--version'], 0],
  ])('%s ends with %s', async (_what, words, code) => {
    const end = await bench.run(words);

    expect(end.code).toBe(code);
    expect(code === 0 ? end.err : end.out).toBe('');
  });

  it('says its version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

    expect((await bench.run(['--version'])).out).toBe(`${version}\n`);
  });

  it.each([
    [['--help']],
    [['procedures', '--help']],
    [['call', '--help']],
    [['workspace', 'create', '--help']],
    [['workspace', 'sample', '--help']],
    [['workspace', 'info', '--help']],
    [['workspace', 'backup', '--help']],
    [['connect', 'add', '--help']],
    [['connect', 'list', '--help']],
    [['connect', 'remove', '--help']],
    [['connect', 'test', '--help']],
    [['sync', '--help']],
    [['audit', 'verify', '--help']],
    [['doctor', '--help']],
  ])('%s shows its use and examples', async (words) => {
    const { code, out } = await bench.run(words);

    expect(code).toBe(0);
    expect(out).toMatch(/^Usage: signalbox/);
    expect(out).toMatch(/Examples:\n {2}\$ signalbox/);
  });
});
