import fs from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { type Browser, expect, test } from '@playwright/test';
import { type LaunchedApp, launchStandIn } from '../../support/electron-stand-in/launch.ts';
import { launchOptions, newHome } from './app.ts';
import {
  type Check,
  deniesPermissions,
  exposesTheBridgeOnly,
  handsOverItsWords,
  isolatesThePage,
  keepsThePage,
  obeysItsPolicy,
  opensTheWorkspace,
  refusesStrangers,
} from './checks.ts';
import { buildWithFault, type Plant } from './planted.ts';

interface Fault extends Plant {
  readonly title: string;
  readonly check: Check;
  /** What the failure must say: the fault must be caught for what it is. */
  readonly says: RegExp;
}

const BOOT = 'electron/shell/boot.ts';
const PRELOAD = 'electron/preload/preload.ts';
const MAIN = 'electron/shell/main.ts';
const WINDOW = 'electron/shell/window-options.ts';

const FAULTS: readonly Fault[] = [
  {
    title: 'the preload leaks a way to send anything to main',
    file: PRELOAD,
    find: "host: 'electron',",
    replace: "host: 'electron', send: (channel) => ipcRenderer.send(channel),",
    check: exposesTheBridgeOnly,
    says: /"send": "function"/,
  },
  {
    title: 'the preload leaves something in the page by itself',
    file: PRELOAD,
    find: "contextBridge.exposeInMainWorld('signalbox', bridge);",
    replace: "contextBridge.exposeInMainWorld('signalbox', bridge); window.electron = { require };",
    check: exposesTheBridgeOnly,
    says: /\+ +"electron"/,
  },
  {
    title: 'the preload asks for a module that a sandbox has not',
    file: PRELOAD,
    find: 'contextBridge.exposeInMainWorld(',
    replace: "require('node:fs'); contextBridge.exposeInMainWorld(",
    check: opensTheWorkspace,
    says: /the preload failed: Error: module not found: node:fs/,
  },
  {
    title: 'the preload asks on a channel that main does not know',
    file: PRELOAD,
    find: 'ipcRenderer.send(CONNECT_CHANNEL)',
    replace: "ipcRenderer.send('signalbox:conect')",
    check: opensTheWorkspace,
    says: /main has no listener for signalbox:conect/,
  },
  {
    title: 'main answers on a channel that the preload does not know',
    file: 'electron/hosts/ipc/port-broker.ts',
    find: 'frame.postMessage(PORT_CHANNEL,',
    replace: "frame.postMessage('signalbox:prot',",
    check: opensTheWorkspace,
    says: /the page has no listener for signalbox:prot/,
  },
  {
    title: 'the sandbox is off',
    file: WINDOW,
    find: 'sandbox: true',
    replace: 'sandbox: false',
    check: isolatesThePage,
    says: /"sandbox": false/,
  },
  {
    title: 'the page shares its world with its preload',
    file: WINDOW,
    find: 'contextIsolation: true',
    replace: 'contextIsolation: false',
    check: isolatesThePage,
    says: /a window with contextIsolation = false is not stood in for/,
  },
  {
    title: 'the navigation guard is gone',
    file: BOOT,
    find: 'setupNavigation(app, shell);',
    replace: '',
    check: keepsThePage,
    says: /the page was led away to https:\/\/example\.org\/linked/,
  },
  {
    title: 'new windows are let through',
    file: 'electron/shell/setup-navigation.ts',
    find: "return { action: 'deny' };",
    replace: "return { action: 'allow' };",
    check: keepsThePage,
    says: /a new window for https:\/\/example\.org\/\w+ was not denied/,
  },
  {
    title: 'the check of senders is upside down',
    file: 'electron/hosts/ipc/trusted-sender.ts',
    find: 'if (!pages.isTrusted(event.sender))',
    replace: 'if (pages.isTrusted(event.sender))',
    check: refusesStrangers,
    says: /\+ +"another page"/,
  },
  {
    title: 'frames inside the page are taken for the page',
    file: 'electron/hosts/ipc/trusted-sender.ts',
    find: 'if (frame !== event.sender.mainFrame)',
    replace: 'if (false)',
    check: refusesStrangers,
    says: /\+ +"a frame inside"/,
  },
  {
    title: 'the page is served under another scheme than it is asked for',
    file: 'electron/shell/setup-pages.ts',
    find: 'protocol.handle(APP_SCHEME,',
    replace: "protocol.handle('signalbox',",
    check: opensTheWorkspace,
    says: /no protocol handler answers app:\/\/signalbox\/index\.html/,
  },
  {
    title: 'permissions are nobody’s business',
    file: BOOT,
    find: 'setupPermissions(session.defaultSession);',
    replace: '',
    check: deniesPermissions,
    says: /"granted"/,
  },
  {
    title: 'the page has no Content-Security-Policy',
    file: 'electron/hosts/page-files.ts',
    find: "'content-security-policy': contentSecurityPolicy({ nonce, socket }),",
    replace: '',
    check: obeysItsPolicy,
    says: /"ran": true/,
  },
  {
    title: 'the Content-Security-Policy takes inline scripts',
    file: 'electron/hosts/page-policy.ts',
    find: '"script-src \'self\'"',
    replace: "\"script-src 'self' 'unsafe-inline'\"",
    check: obeysItsPolicy,
    says: /"ran": true/,
  },
  {
    title: 'main waits for ready before it is evaluated, which never comes',
    file: MAIN,
    find: 'app.enableSandbox();',
    replace: 'app.enableSandbox(); await app.whenReady();',
    check: opensTheWorkspace,
    says: /main\.js was not evaluated within 5 s\. Does it await app\.whenReady\(\) at its top level\?/,
  },
  {
    title: 'main opens a window before Electron is ready',
    file: MAIN,
    find: 'app.enableSandbox();',
    replace: "app.enableSandbox(); new (await import('electron')).BrowserWindow();",
    check: opensTheWorkspace,
    says: /Cannot create BrowserWindow before the app is ready/,
  },
  {
    title: 'main asks for a folder that is not there',
    file: MAIN,
    find: 'mkdirSync(folder, { recursive: true });',
    replace: '',
    check: opensTheWorkspace,
    says: /app\.setPath: the folder .* does not exist/,
  },
  {
    title: 'main hands nothing over to the instance that runs already',
    file: 'electron/shell/setup-single-instance.ts',
    find: 'app.requestSingleInstanceLock(own)',
    replace: 'app.requestSingleInstanceLock()',
    check: handsOverItsWords,
    says: /Received has value: null/,
  },
  {
    title: 'main uses more of Electron than is stood in for',
    file: BOOT,
    find: 'closeCoreBeforeQuitting(desk);',
    replace: 'closeCoreBeforeQuitting(desk); app.setBadgeCount(3);',
    check: opensTheWorkspace,
    says: /electron stand-in: app\.setBadgeCount is not stood in for/,
  },
];

/** Starts the faulty application, runs the check, and answers what it said against it. */
async function complaintOf(browser: Browser, fault: Fault, home: string): Promise<string> {
  const root = await buildWithFault(path.join(home, 'application'), fault);
  let app: LaunchedApp | null = null;
  try {
    app = await launchStandIn(browser, launchOptions(home, { root }));
    await fault.check(app, await app.firstWindow());
    return 'nothing was wrong';
  } catch (error) {
    const problems = app?.problems() ?? [];
    return [error instanceof Error ? error.message : String(error), ...problems].join('\n');
  } finally {
    await app?.close().catch(() => undefined);
  }
}

for (const fault of FAULTS) {
  test(`it is noticed when ${fault.title}`, async ({ browser }) => {
    const home = newHome();

    const complaint = await complaintOf(browser, fault, home);
    fs.rmSync(home, { recursive: true, force: true });

    // Colours of the terminal are no part of what is said.
    expect(stripVTControlCharacters(complaint)).toMatch(fault.says);
  });
}
