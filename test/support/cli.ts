import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BIN = join(process.cwd(), 'bin', 'signalbox.mjs');

export interface CliEnd {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface CliHow {
  readonly input?: string;
  readonly variables?: Readonly<Record<string, string>>;
  /** Runs it under another account; only root can. */
  readonly uid?: number;
}

/** A folder of its own for a suite: the workspaces, and the settings and secrets of its account. */
export interface CliBench {
  readonly folder: string;
  /** The environment that the command line runs in. */
  readonly variables: (more?: Readonly<Record<string, string>>) => NodeJS.ProcessEnv;
  /** Runs the real command line in a process of its own until it ends. */
  readonly run: (words: readonly string[], how?: CliHow) => Promise<CliEnd>;
  /** Starts it and leaves it running. */
  readonly start: (words: readonly string[], how?: CliHow) => ChildProcess;
  /** Runs it, expects it to end well and reads its output as JSON. */
  readonly json: (words: readonly string[], how?: CliHow) => Promise<unknown>;
  readonly dispose: () => void;
}

function collect(child: ChildProcess): Promise<CliEnd> {
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

/** Makes a bench; `dispose` removes everything that was written. */
export function openCliBench(): CliBench {
  const folder = mkdtempSync(join(tmpdir(), 'signalbox-cli-'));
  const variables = (more: Readonly<Record<string, string>> = {}) => {
    const { PATH, HOME } = process.env;
    return { PATH, HOME, TZ: 'UTC', SIGNALBOX_HOME: join(folder, 'home'), ...more };
  };
  const start = (words: readonly string[], how: CliHow = {}) => {
    const account = how.uid === undefined ? {} : { uid: how.uid, gid: how.uid };
    const options = { cwd: folder, env: variables(how.variables), ...account };
    const child = spawn(process.execPath, [BIN, ...words], options);
    // A program that ends without reading closes the pipe; that is its right.
    child.stdin.on('error', () => {});
    child.stdin.end(how.input ?? '');
    return child;
  };
  const run = (words: readonly string[], how?: CliHow) => collect(start(words, how));
  return {
    folder,
    variables,
    run,
    start,
    json: async (words, how) => {
      const { code, out, err } = await run(words, how);
      if (code !== 0) throw new Error(`signalbox ${words.join(' ')} ended with ${code}: ${err}`);
      return JSON.parse(out);
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}
