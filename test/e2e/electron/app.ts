import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, type Page } from '@playwright/test';
import type { LaunchedApp, LaunchOptions } from '../../support/electron-stand-in/launch.ts';
import { chooseRuntime, launchApp } from '../../support/electron-stand-in/launch-app.ts';
import { noteForTier } from '../../support/tier-note.ts';

export const ROOT = path.join(import.meta.dirname, '..', '..', '..');
/** The folder of the account, which the application makes for itself. */
export const SETTINGS = 'settings';
export const WORKSPACE_NAME = 'Third quarter';

/** A folder for one start: settings, secrets and workspaces of nobody else. */
export function newHome(): string {
  return fs.mkdtempSync(path.join(tmpdir(), 'signalbox-e2e-'));
}

/** How a test starts the application: on a new workspace, in a home of its own. */
export function launchOptions(home: string, changes: Partial<LaunchOptions> = {}): LaunchOptions {
  const workspace = path.join(home, `${WORKSPACE_NAME}.signalbox`);
  return {
    root: ROOT,
    args: ['--workspace', workspace],
    env: { SIGNALBOX_HOME: path.join(home, SETTINGS) },
    ...changes,
  };
}

export interface Started {
  readonly app: LaunchedApp;
  readonly page: Page;
  readonly home: string;
  /** What the page's console and its own errors said. */
  readonly complaints: readonly string[];
}

/** Keeps what the page complains of; whoever reads the list decides whether it may be empty. */
export function listen(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

noteForTier('browser', 'electron', chooseRuntime(process.env).note);

/** A started application with its first window. */
export const test = base.extend<{ started: Started }>({
  started: async ({ browser }, use) => {
    const home = newHome();
    const app = await launchApp(browser, launchOptions(home));
    const page = await app.firstWindow();
    await use({ app, page, home, complaints: listen(page) });
    await app.close();
    fs.rmSync(home, { recursive: true, force: true });
  },
});
