import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyGithubRepo } from '../servers/github-data.ts';
import { type GithubServer, startGithubServer } from '../servers/github-server.ts';
import { type CliBench, openCliBench } from '../support/cli.ts';

const TOKEN = 'typed-by-hand-0123';
const hasTerminal = spawnSync('script', ['--version']).status === 0;

let bench: CliBench;
let server: GithubServer;

beforeAll(async () => {
  bench = openCliBench();
  server = await startGithubServer({
    data: { user: { login: 'release-bot' }, repos: [emptyGithubRepo('acme/shop')] },
    token: TOKEN,
  });
  await bench.run(['workspace', 'create', '-w', 'plan.signalbox']);
});

afterAll(async () => {
  await server.close();
  bench.dispose();
});

/** Runs the command line in a terminal of its own, types the answer once the question is there, tells what was seen. */
async function inTerminal(words: readonly string[], question: string, answer: string) {
  const bin = join(process.cwd(), 'bin', 'signalbox.mjs');
  const line = [process.execPath, bin, ...words].map((word) => `'${word}'`).join(' ');
  const child = spawn('script', ['-qfec', line, '/dev/null'], { cwd: bench.folder, env: bench.variables() });
  let seen = '';
  let answered = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    seen += text;
    if (answered || question === '' || !seen.includes(question)) return;
    answered = true;
    child.stdin.write(`${answer}\r`);
  });
  const [code] = await once(child, 'close');
  return { code, seen };
}

describe('signalbox in a terminal', () => {
  it('asks for the token without showing it, and shows how far a sync is', async (context) => {
    if (!hasTerminal) context.skip('no `script` on this machine, so no terminal to type into');
    const given = ['--kind', 'github', '--name', 'acme', '--url', server.baseUrl, '--scope', 'acme/shop'];

    const added = await inTerminal(['connect', 'add', ...given, '-w', 'plan.signalbox'], 'Token for acme', TOKEN);

    expect(added.code).toBe(0);
    expect(added.seen).toContain('Token for acme (not shown): ');
    expect(added.seen).not.toContain(TOKEN);
    const folder = join(bench.folder, 'home', 'secrets');
    const kept = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown);
    expect(kept).toEqual([{ origin: server.origin, secret: TOKEN }]);

    const synced = await inTerminal(['sync', '-w', 'plan.signalbox'], '', '');
    expect(synced.code).toBe(0);
    expect(synced.seen).toMatch(/acme: .+ pages, \d+ rows/);
  });
});
