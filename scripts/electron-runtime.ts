import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Electron's runtime on this machine: the file to start, or in plain words why there is none. */
export type ElectronRuntime =
  | { readonly had: true; readonly file: string }
  | { readonly had: false; readonly why: string };

/** What is looked at to find or fetch the runtime; tests name their own folder and variables. */
export interface RuntimeSurroundings {
  /** The installed npm package `electron`, which holds the runtime or the script that fetches it. */
  readonly packageFolder: string;
  readonly platform: NodeJS.Platform;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The account's number, where the system has such. */
  readonly uid: number | undefined;
  /** A download that takes longer is given up. */
  readonly limitMs: number;
  /** Told what goes on, for people. */
  readonly tell: (line: string) => void;
}

const HEARTBEAT_MS = 10_000;

/** The runtime's program where it is there already; null where it must be fetched. */
export function installedElectron(
  surroundings: Pick<RuntimeSurroundings, 'packageFolder' | 'variables'>,
): string | null {
  const named = join(surroundings.packageFolder, 'path.txt');
  if (!existsSync(named)) return null;
  const folder = surroundings.variables.ELECTRON_OVERRIDE_DIST_PATH ?? join(surroundings.packageFolder, 'dist');
  const file = join(folder, readFileSync(named, 'utf8').trim());
  return existsSync(file) ? file : null;
}

/** Why no window could be shown even with the runtime; null where nothing speaks against it. */
export function whyNoWindows(surroundings: Pick<RuntimeSurroundings, 'platform' | 'variables' | 'uid'>): string | null {
  if (surroundings.platform !== 'linux') return null;
  const { DISPLAY, WAYLAND_DISPLAY } = surroundings.variables;
  if (!DISPLAY && !WAYLAND_DISPLAY) return 'this session has no display (neither DISPLAY nor WAYLAND_DISPLAY is set)';
  if (surroundings.uid === 0)
    return "Chromium's sandbox does not work for the root account, and Signalbox never runs without it";
  return null;
}

function sayFetchError(text: string): string {
  const line = text.split('\n').find((each) => /\w*Error: /.test(each)) ?? text.split('\n')[0] ?? '';
  const plain = line.replace(/^\w*Error: /, '').trim();
  return plain === 'fetch failed' || plain === ''
    ? 'its download server could not be reached: offline, or blocked by this network'
    : plain;
}

/**
 * Runs the package's own install script, which downloads the runtime (from `ELECTRON_MIRROR` where that is set) or takes
 * it from its cache. Offline it fails at once; a download that does not end within the limit is stopped.
 */
function fetchElectron(surroundings: RuntimeSurroundings): Promise<ElectronRuntime> {
  const { packageFolder, limitMs, tell } = surroundings;
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 1000);
  return new Promise((resolve) => {
    tell(`fetching Electron's runtime (about 115 MB, once; \`--host loopback\` does without) …`);
    const child = spawn(process.execPath, [join(packageFolder, 'install.js')], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...surroundings.variables } as NodeJS.ProcessEnv,
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const heartbeat = setInterval(() => {
      tell(`still fetching Electron's runtime: ${seconds()} s of at most ${Math.round(limitMs / 1000)} s`);
    }, HEARTBEAT_MS);
    const limit = setTimeout(() => child.kill('SIGKILL'), limitMs);
    const settle = (answer: ElectronRuntime) => {
      clearInterval(heartbeat);
      clearTimeout(limit);
      resolve(answer);
    };
    child.on('error', (error) => settle({ had: false, why: error.message }));
    child.on('close', (code, signal) => {
      const file = code === 0 ? installedElectron(surroundings) : null;
      if (file) return settle({ had: true, file });
      const why =
        signal === 'SIGKILL' ? `its download took more than ${Math.round(limitMs / 1000)} s` : sayFetchError(said);
      settle({ had: false, why });
    });
  });
}

/** Finds Electron's runtime, or fetches it where windows can be shown at all. */
export async function findOrFetchElectron(surroundings: RuntimeSurroundings): Promise<ElectronRuntime> {
  const obstacle = whyNoWindows(surroundings);
  if (obstacle) return { had: false, why: obstacle };
  const installed = installedElectron(surroundings);
  return installed ? { had: true, file: installed } : fetchElectron(surroundings);
}
