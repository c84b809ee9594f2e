import { expect, type Page } from '@playwright/test';
import type { LaunchedApp } from '../../support/electron-stand-in/launch.ts';
import { WORKSPACE_NAME } from './app.ts';

/** One thing that must hold of the started application; the planted faults must each break one of these. */
export type Check = (app: LaunchedApp, page: Page) => Promise<void>;

const SOON = { timeout: 15_000 };

/** Waits for the page's own document; a window begins with an empty one. */
async function isLoaded(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('script[src]') !== null && document.readyState === 'complete',
  );
}

/** The page gets its port, the port leads to the core, and the core has the workspace open. */
export const opensTheWorkspace: Check = async (app, page) => {
  const shown = page.getByText(WORKSPACE_NAME, { exact: true }).first();
  await expect.poll(async () => (await shown.isVisible()) || app.problems().length > 0, SOON).toBe(true);
  expect(app.problems(), 'what went wrong in silence').toEqual([]);
};

/** The page finds the bridge, and nothing else of Electron or Node. */
export const exposesTheBridgeOnly: Check = async (_app, page) => {
  await isLoaded(page);
  const found = await page.evaluate(() => {
    const world = window as unknown as Record<string, unknown>;
    const bridge = world.signalbox as Record<string, unknown>;
    const foreign = [
      'require',
      'module',
      'exports',
      'process',
      'global',
      'Buffer',
      'electron',
      'ipcRenderer',
      '__dirname',
    ];
    return {
      bridge: Object.fromEntries(Object.keys(bridge).map((key) => [key, typeof bridge[key]])),
      frozen: Object.isFrozen(bridge),
      foreign: foreign.filter((name) => name in world),
      own: Object.keys(world).filter((name) => /electron|ipc|node|bridge|signalbox/i.test(name)),
    };
  });

  expect(found).toEqual({
    bridge: { host: 'string', connect: 'function' },
    frozen: true,
    foreign: [],
    own: ['signalbox'],
  });
};

/** What Electron was told about the page, and made of it. */
export const isolatesThePage: Check = async (app, page) => {
  await isLoaded(page);
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    // Not in Electron's types, though in Electron: it answers the preferences that the window was made with.
    const contents = window?.webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity };
  }, null);

  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
};

/** Replaces the system's browser by a list. */
async function recordLinks(app: LaunchedApp): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { openedLinks: opened });
    shell.openExternal = async (url: string) => void opened.push(url);
  }, null);
  return () => app.evaluate(() => (globalThis as unknown as { openedLinks: string[] }).openedLinks, null);
}

/** Adds a link to the page and clicks it, as a person would. */
async function follow(page: Page, attributes: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((given) => {
    const link = document.createElement('a');
    for (const [name, value] of Object.entries(given)) link.setAttribute(name, value);
    link.textContent = 'a link';
    document.body.append(link);
    link.click();
    link.remove();
  }, attributes);
}

/** Links, forms, scripts and new windows leave the page where it is; web links go to the system's browser. */
export const keepsThePage: Check = async (app, page) => {
  await isLoaded(page);
  const links = await recordLinks(app);
  const before = app.urlOf(page).split('#')[0];
  const windowsBefore = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null);

  await follow(page, { href: 'https://example.org/linked' });
  await follow(page, { href: 'https://example.org/blank', target: '_blank' });
  await follow(page, { href: 'https://example.org/opener', target: '_blank', rel: 'opener' });
  await follow(page, { href: 'http://example.org/plain' });
  await follow(page, { href: 'ftp://example.org/file' });
  await page.evaluate(() => void window.open('https://example.org/opened'));
  await page.evaluate(() => void window.location.assign('https://example.org/assigned'));

  await expect
    .poll(async () => [...(await links())].sort())
    .toEqual([
      'http://example.org/plain',
      ...['assigned', 'blank', 'linked', 'opened', 'opener'].map((each) => `https://example.org/${each}`),
    ]);
  expect(app.urlOf(page).split('#')[0]).toBe(before);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)).toBe(windowsBefore);
  expect(app.problems()).toEqual([]);
};

/** The Content-Security-Policy holds: no inline or evaluated code, no frames, nothing from elsewhere. */
export const obeysItsPolicy: Check = async (_app, page) => {
  await isLoaded(page);
  const attempts = await page.evaluate(async () => {
    const world = window as unknown as { ran?: boolean };
    const violated: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    const image = document.createElement('img');
    image.src = 'https://example.org/pixel.png';
    const frame = document.createElement('iframe');
    frame.src = 'https://example.org/';
    const style = document.createElement('style');
    style.textContent = 'body { outline: 1px solid red }';
    document.body.append(script, image, frame, style);
    const fetched = await fetch('https://example.org/').catch(() => null);
    // Evaluated by a timer with a text, which is `eval` by another name.
    const evaluated = await new Promise((resolve) => {
      setTimeout('window.ran = true' as unknown as () => void);
      setTimeout(() => resolve(world.ran ?? false), 50);
    });
    // Some are told of later than others.
    for (let turn = 0; turn < 40 && new Set(violated).size < 6; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    for (const element of [script, image, frame, style]) element.remove();
    return { ran: world.ran ?? false, evaluated, fetched, violated: [...new Set(violated)].sort() };
  });

  expect(attempts).toEqual({
    ran: false,
    evaluated: false,
    fetched: null,
    violated: ['connect-src', 'frame-src', 'img-src', 'script-src', 'script-src-elem', 'style-src-elem'],
  });
};

/** The page is given no permission. */
export const deniesPermissions: Check = async (_app, page) => {
  await isLoaded(page);
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'clipboard-read'] as PermissionName[];
    const asked = await Promise.all(names.map((name) => navigator.permissions.query({ name })));
    return asked.map(({ state }) => state);
  });

  expect(states).toEqual(['denied', 'denied', 'denied']);
};

/** A message from anywhere but the window's own main frame gets no port. */
export const refusesStrangers: Check = async (app, page) => {
  await isLoaded(page);
  const given = await app.evaluate(({ BrowserWindow, ipcMain }) => {
    const got: string[] = [];
    const frame = (name: string, origin: string) => ({ origin, postMessage: () => got.push(name) });
    const own = BrowserWindow.getAllWindows()[0]?.webContents;
    const stranger = { id: 10_000, mainFrame: frame('another page', 'app://signalbox') };
    const ask = (sender: unknown, senderFrame: unknown) =>
      ipcMain.emit('signalbox:connect', { sender, senderFrame, ports: [] });
    ask(stranger, stranger.mainFrame);
    ask(own, frame('a frame inside', 'app://signalbox'));
    ask(own, frame('a foreign frame', 'https://evil.example'));
    ask(own, null);
    return got;
  }, null);

  expect(given).toEqual([]);
};

/** What a start hands over to the one that runs already; the stand-in remembers it. */
export function handedOver(app: LaunchedApp): Promise<unknown> {
  return app.evaluate(
    (electron) => (electron.app as unknown as { standInHanded: () => unknown }).standInHanded(),
    null,
  );
}

/** A second start hands over its words as they were typed, apart from those that Chromium reorders. */
export const handsOverItsWords: Check = async (app) => {
  const words = ['--workspace', expect.stringMatching(/\.signalbox$/)];
  expect(await handedOver(app)).toMatchObject({ words: expect.arrayContaining(words), folder: process.cwd() });
};
