import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, type Page } from '@playwright/test';

const ROOT = path.join(import.meta.dirname, '..', '..', '..');
export const WORKSPACE_NAME = 'Third quarter';

/** A running host, started as people start it. */
export interface Host {
  readonly address: string;
  readonly origin: string;
  readonly home: string;
  readonly workspace: string;
  /** Everything it printed on standard output. */
  readonly printed: () => string;
  readonly complained: () => string;
  /** Ends it by a signal and answers its exit code. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number | null>;
}

export interface HostOptions {
  readonly home: string;
  readonly words?: readonly string[];
  /** Which host is asked for; the loopback host unless a test says otherwise. */
  readonly choose?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  /** Lets it open a browser. */
  readonly open?: boolean;
}

async function firstLine(child: ChildProcess, printed: () => string, complained: () => string): Promise<string> {
  const ended = once(child, 'exit').then(() => {
    throw new Error(`the host ended: ${complained()}`);
  });
  while (!printed().includes('\n')) {
    if (child.stdout === null) throw new Error('the host has no standard output');
    await Promise.race([once(child.stdout, 'data'), ended]);
  }
  ended.catch(() => undefined);
  return printed().split('\n')[0] ?? '';
}

/** Starts the loopback host by `npm start`'s own script, with settings and a workspace of nobody else. */
export async function startHost(options: HostOptions): Promise<Host> {
  const { home, words = [], choose = ['--host', 'loopback'], open = false } = options;
  const workspace = path.join(home, `${WORKSPACE_NAME}.signalbox`);
  const quietly = open ? [] : ['--no-open'];
  const all = ['scripts/run.mjs', 'start', ...choose, ...quietly, '--workspace', workspace, ...words];
  const child = spawn(process.execPath, all, {
    cwd: ROOT,
    env: { ...process.env, SIGNALBOX_HOME: path.join(home, 'settings'), ...options.variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const address = await firstLine(
    child,
    () => said.out,
    () => said.err,
  );
  return {
    address,
    origin: new URL(address).origin,
    home,
    workspace,
    printed: () => said.out,
    complained: () => said.err,
    end: async (signal = 'SIGTERM') => {
      child.kill(signal);
      const [code] = await ended;
      return code;
    },
  };
}

export function newHome(): string {
  return fs.mkdtempSync(path.join(tmpdir(), 'signalbox-e2e-'));
}

/** Keeps what the page complains of; whoever reads the list decides whether it may be empty. */
export function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/** A host of this test's own, ended with it. */
export const test = base.extend<{ host: Host }>({
  // Playwright wants other fixtures named here, needed or not.
  host: async ({ browserName: _browserName }, use) => {
    const home = newHome();
    const host = await startHost({ home });
    await use(host);
    await host.end();
    fs.rmSync(home, { recursive: true, force: true });
  },
});
