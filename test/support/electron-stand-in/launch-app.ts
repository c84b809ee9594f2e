import { join } from 'node:path';
import { _electron, type Browser } from 'playwright-core';
import { installedElectron, whyNoWindows } from '../../../scripts/electron-runtime.ts';
import { type LaunchedApp, type LaunchOptions, launchStandIn } from './launch.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Which runtime the Electron specs drive on this machine, and why. */
export interface RuntimeChoice {
  /** The real runtime's program; null for the stand-in. */
  readonly program: string | null;
  readonly note: string;
}

/**
 * The real runtime where it is installed and can show windows, else the stand-in. `REAL_ELECTRON=1` insists on the real
 * one, `REAL_ELECTRON=0` on the stand-in.
 */
export function chooseRuntime(variables: Readonly<Record<string, string | undefined>>): RuntimeChoice {
  const wanted = variables.REAL_ELECTRON;
  const program = installedElectron({ packageFolder: join(ROOT, 'node_modules', 'electron'), variables });
  const obstacle = whyNoWindows({ platform: process.platform, variables, uid: process.getuid?.() });
  if (wanted === '0') return { program: null, note: 'the stand-in for Electron ran, as REAL_ELECTRON=0 asks' };
  if (program && (wanted === '1' || !obstacle)) return { program, note: "Electron's real runtime ran" };
  if (wanted === '1')
    throw new Error("REAL_ELECTRON=1, but Electron's runtime is not installed: run `npx install-electron`.");
  const why = program ? `no window can be shown: ${obstacle}` : "Electron's runtime is not installed";
  return { program: null, note: `the stand-in for Electron ran (${why})` };
}

async function launchReal(program: string, options: LaunchOptions): Promise<LaunchedApp> {
  const app = await _electron.launch({
    executablePath: program,
    args: [options.root, ...options.args],
    env: { ...(process.env as Record<string, string>), ...options.env },
  });
  const ended = new Promise<number>((resolve) => app.process().once('exit', (code) => resolve(code ?? 0)));
  return {
    runtime: 'electron',
    firstWindow: () => app.firstWindow(),
    // Playwright types the argument by its own unwrapping of handles; no handles are passed here.
    evaluate: (work, argument) => app.evaluate(work as never, argument as never),
    urlOf: (page) => page.url(),
    problems: () => [],
    ended,
    close: () => app.close(),
  };
}

/** Starts the application on the runtime that this machine has. */
export function launchApp(browser: Browser, options: LaunchOptions): Promise<LaunchedApp> {
  const { program } = chooseRuntime(process.env);
  return program ? launchReal(program, options) : launchStandIn(browser, options);
}
