import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.ts';
import { childExitCode } from './child-exit-code.ts';
import { findOrFetchElectron } from './electron-runtime.ts';
import { readStartOptions, START_HELP, type StartOptions } from './start-options.ts';

const ROOT = dirname(import.meta.dirname);
const FETCH_LIMIT_MS = 180_000;
/** A runtime that ends with an error this soon could not start at all (a missing system library, no sandbox). */
const START_FAILURE_MS = 10_000;

function tell(line: string): void {
  console.error(line);
}

type ElectronEnd =
  | { readonly started: true; readonly code: number }
  | { readonly started: false; readonly why: string };

function runElectron(file: string, options: StartOptions): Promise<ElectronEnd> {
  const words = options.workspace === null ? [] : ['--workspace', options.workspace];
  const { ELECTRON_RUN_AS_NODE: _asNode, ...variables } = process.env;
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(file, [ROOT, ...words], { stdio: 'inherit', env: variables });
    // Ctrl+C reaches Electron too, which closes the workspace first; a signal to this process alone is passed on.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.on('error', (error) => resolve({ started: false, why: error.message }));
    child.on('close', (code, signal) => {
      const soon = performance.now() - began < START_FAILURE_MS;
      if (soon && code !== 0 && signal !== 'SIGINT' && signal !== 'SIGTERM') {
        return resolve({ started: false, why: `its runtime stopped at once (${signal ?? `exit code ${code}`})` });
      }
      resolve({ started: true, code: childExitCode(code, signal) });
    });
  });
}

/** Answers whether Electron ran, and where it could not, says why in one line. */
async function tryElectron(options: StartOptions): Promise<boolean> {
  const runtime = await findOrFetchElectron({
    packageFolder: join(ROOT, 'node_modules', 'electron'),
    platform: process.platform,
    variables: process.env,
    uid: process.getuid?.(),
    limitMs: FETCH_LIMIT_MS,
    tell,
  });
  const end = runtime.had ? await runElectron(runtime.file, options) : { started: false as const, why: runtime.why };
  if (end.started) {
    process.exitCode = end.code;
    return true;
  }
  const instead = options.host === 'electron' ? '' : ' Signalbox opens in the browser instead.';
  tell(`Electron cannot be used: ${end.why}.${instead}`);
  return false;
}

/** Runs the built loopback host in this process: it reads its options from the command line, as when started alone. */
async function runLoopback(options: StartOptions): Promise<void> {
  const file = join(ROOT, 'dist', 'host', 'loopback.js');
  const workspace = options.workspace === null ? [] : ['--workspace', options.workspace];
  const port = options.port === null ? [] : ['--port', String(options.port)];
  process.argv = [process.execPath, file, ...workspace, ...port, ...(options.open ? [] : ['--no-open'])];
  await import(pathToFileURL(file).href);
}

async function start(): Promise<void> {
  const options = readStartOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  if (options.help) {
    console.log(START_HELP);
    return;
  }
  await build();
  if (options.host !== 'loopback' && (await tryElectron(options))) return;
  if (options.host === 'electron') {
    process.exitCode = 1;
    return;
  }
  await runLoopback(options);
}

try {
  await start();
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
