import { join } from 'node:path';
import type * as Electron from 'electron';
import type { Browser, Page } from 'playwright-core';
import { createElectron } from './electron-module.ts';
import { runMain } from './module-hooks.ts';
import { routeNetwork, toAppUrl } from './network.ts';
import { applyPermissions } from './session.ts';
import { type LaunchState, newSessionState } from './state.ts';

/** How the application is started, whichever runtime runs it. */
export interface LaunchOptions {
  /** The folder that holds package.json and dist. */
  readonly root: string;
  /** The words after the program's name. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly isPackaged?: boolean;
  readonly isSecondInstance?: boolean;
}

/** A started application, like Playwright's ElectronApplication; the same for the real runtime and the stand-in. */
export interface LaunchedApp {
  readonly runtime: 'stand-in' | 'electron';
  readonly firstWindow: () => Promise<Page>;
  /** Runs a function in main, with the `electron` module. */
  readonly evaluate: <R, A>(
    work: (electron: typeof Electron, argument: A) => R | Promise<R>,
    argument: A,
  ) => Promise<R>;
  /** The address of a page as the application knows it. */
  readonly urlOf: (page: Page) => string;
  /** What went wrong without an error; the real runtime keeps silent about it. */
  readonly problems: () => readonly string[];
  /** Resolves with the exit code when the application ends. */
  readonly ended: Promise<number>;
  readonly close: () => Promise<void>;
}

/** Main that is not evaluated within this time waits for something that comes only afterwards. */
const EVALUATED_WITHIN_MS = 5_000;
const WINDOW_WITHIN_MS = 15_000;
const ENDED_WITHIN_MS = 15_000;

let lastLaunch = 0;

function within<T>(work: Promise<T>, milliseconds: number, message: () => string): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(message())), milliseconds);
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
}

/** Every listener of this process, by its event. */
function listenersOfProcess(): Map<string | symbol, readonly unknown[]> {
  return new Map(process.eventNames().map((name) => [name, process.rawListeners(name as 'exit')]));
}

/** Puts the words and variables of this start into the process that main shares; answers how to take all out again. */
function enter(options: LaunchOptions): () => void {
  const { argv, env } = process;
  const before = listenersOfProcess();
  process.argv = [process.execPath, ...(options.isPackaged ? [] : [options.root]), ...options.args];
  process.env = { ...env, ...options.env };
  return () => {
    process.argv = argv;
    process.env = env;
    for (const [name, listeners] of listenersOfProcess()) {
      const added = listeners.filter((listener) => !before.get(name)?.includes(listener));
      for (const listener of added) process.removeListener(name, listener as () => void);
    }
  };
}

async function firstPage(state: LaunchState): Promise<Page> {
  const until = performance.now() + WINDOW_WITHIN_MS;
  while (performance.now() < until) {
    const [window] = state.windows;
    if (window) return window.standIn.whenPage;
    if (state.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`electron stand-in: no window was opened. ${state.problems.join('. ')}`);
}

/**
 * Starts the application's built main, unchanged, against the stand-in: each of its windows is a page of `browser`. Main
 * shares this process, so one application at a time.
 */
export async function launchStandIn(browser: Browser, options: LaunchOptions): Promise<LaunchedApp> {
  lastLaunch += 1;
  const state: LaunchState = {
    id: `${process.pid}-${lastLaunch}`,
    browser,
    context: await browser.newContext({ viewport: null }),
    root: options.root,
    isPackaged: options.isPackaged ?? false,
    isSecondInstance: options.isSecondInstance ?? false,
    session: newSessionState(),
    windows: new Set(),
    paths: new Map(),
    ends: new Set(),
    problems: [],
    permissions: Promise.resolve(),
    isReady: false,
    sandboxAll: false,
    exitCode: null,
    ended: Promise.withResolvers(),
  };
  await routeNetwork(state);
  const { electron, becomeReady } = createElectron(state);
  const leave = enter(options);

  async function stop(): Promise<void> {
    for (const end of state.ends) await end();
    await state.context.close();
    leave();
  }

  try {
    // `ready` comes only once main has been evaluated: https://electronjs.org/docs/latest/tutorial/esm, and what happens
    // to a main that waits for it at its top level: https://github.com/electron/electron/issues/40719
    await within(
      runMain(join(options.root, 'dist', 'electron', 'main.js'), state.id, electron),
      EVALUATED_WITHIN_MS,
      () =>
        [
          `electron stand-in: main.js was not evaluated within ${EVALUATED_WITHIN_MS / 1000} s.`,
          'Does it await app.whenReady() at its top level? Electron gets ready only after main has been evaluated.',
        ].join(' '),
    );
    await applyPermissions(state);
    if (state.exitCode === null) becomeReady();
  } catch (error) {
    await stop();
    throw error;
  }

  return {
    runtime: 'stand-in',
    firstWindow: () => firstPage(state),
    evaluate: async (work, argument) => work(electron as unknown as typeof Electron, argument),
    urlOf: (page) => toAppUrl(page.url()),
    problems: () => state.problems,
    ended: state.ended.promise,
    close: async () => {
      electron.app.quit();
      const late = () => `electron stand-in: the application did not quit. ${state.problems.join('. ')}`;
      await within(state.ended.promise, ENDED_WITHIN_MS, late).finally(stop);
    },
  };
}
