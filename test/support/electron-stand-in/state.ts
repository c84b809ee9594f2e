import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { StandInWindow } from './browser-window.ts';

type Handler<A extends readonly unknown[], R> = (...args: A) => R;

export interface OpenHandlerResult {
  readonly action: 'allow' | 'deny';
}

/** What the application has set up on its session and its schemes. */
export interface SessionState {
  requestPermission: Handler<[unknown, string, (granted: boolean) => void], void> | null;
  checkPermission: Handler<[unknown, string], boolean> | null;
  checkDevice: Handler<[unknown], boolean> | null;
  beforeRequest: Handler<[{ url: string }, (answer: { cancel?: boolean }) => void], void> | null;
  readonly schemes: Map<string, { readonly standard: boolean; readonly secure: boolean }>;
  readonly handlers: Map<string, (request: Request) => Response | Promise<Response>>;
}

/** One start of the application under the stand-in. */
export interface LaunchState {
  readonly id: string;
  readonly browser: Browser;
  readonly context: BrowserContext;
  /** The folder that holds package.json and dist. */
  readonly root: string;
  readonly isPackaged: boolean;
  /** Whether another instance of the application runs already. */
  readonly isSecondInstance: boolean;
  readonly session: SessionState;
  readonly windows: Set<StandInWindow>;
  readonly paths: Map<string, string>;
  /** Ends the processes that the application forked. */
  readonly ends: Set<() => Promise<void>>;
  /** What would fail in silence under Electron: unheard channels, network requests, pages that left. */
  readonly problems: string[];
  /** Settled once Chromium knows which permissions are granted. */
  permissions: Promise<unknown>;
  isReady: boolean;
  sandboxAll: boolean;
  exitCode: number | null;
  /** Resolved when the application has ended. */
  readonly ended: PromiseWithResolvers<number>;
}

export function newSessionState(): SessionState {
  return {
    requestPermission: null,
    checkPermission: null,
    checkDevice: null,
    beforeRequest: null,
    schemes: new Map(),
    handlers: new Map(),
  };
}

/** Throws as Electron does where something is used before `ready`. */
export function mustBeReady(state: LaunchState, what: string): void {
  if (!state.isReady) throw new Error(`${what} before the app is ready`);
}

/** The window whose page this is; none for a page that the application did not open. */
export function windowOf(state: LaunchState, page: Page): StandInWindow | undefined {
  return [...state.windows].find((window) => window.standIn.page === page);
}
