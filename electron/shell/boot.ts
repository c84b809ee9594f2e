import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, dialog, ipcMain, Menu, MessageChannelMain, protocol, session, shell } from 'electron';
import type { FailureData } from '../core/failure-data.ts';
import { accountName } from '../hosts/account.ts';
import type { OpenWorkspace } from '../hosts/core-link/messages.ts';
import { defaultWorkspace, existingWorkspace, namedWorkspace, systemZone } from '../hosts/default-workspace.ts';
import { type PortBroker, startPortBroker } from '../hosts/ipc/port-broker.ts';
import { createTrustedPages } from '../hosts/ipc/trusted-sender.ts';
import { readPageFiles } from '../hosts/page-files.ts';
import { logFile } from '../hosts/user-folder.ts';
import { APP_ORIGIN } from './app-scheme.ts';
import { startCoreProcess } from './core-process.ts';
import { createDesktopHost } from './desktop-host.ts';
import { menuTemplate } from './menu-template.ts';
import { addRecent } from './recents.ts';
import { reloadCrashed } from './reload-crashed.ts';
import { setupNavigation } from './setup-navigation.ts';
import { setupPages } from './setup-pages.ts';
import { setupPermissions } from './setup-permissions.ts';
import { openShellStore } from './shell-store.ts';
import { openWindow, showPage } from './window.ts';
import { createWorkspaceDesk, type WorkspaceDesk } from './workspace-desk.ts';
import { askForNew, askToOpen, showFailure } from './workspace-dialogs.ts';

/** The built files beside the built main. */
const BUILT = new URL('../', import.meta.url);

/** What was asked for, by the command line, a double click or a second start; the latest wins. */
export interface Asked {
  workspace: OpenWorkspace | null;
  onAsked: (workspace: OpenWorkspace | null) => void;
}

/** What main has learnt before Electron was ready. */
export interface BootOptions {
  readonly folder: string;
  readonly asked: Asked;
}

export async function boot({ folder, asked }: BootOptions): Promise<void> {
  setupPermissions(session.defaultSession);
  setupNavigation(app, shell);
  setupPages(protocol, await readPageFiles(fileURLToPath(new URL('renderer/', BUILT))));

  const store = openShellStore(folder);
  const host = await createDesktopHost(store, folder);
  const pages = createTrustedPages();
  const now = () => performance.now();
  const tellFailure = (failure: FailureData) => showFailure(dialog, 'Signalbox', failure);
  let window: BrowserWindow | null = null;

  const desk: WorkspaceDesk = createWorkspaceDesk({
    start: () => startCoreProcess(fileURLToPath(new URL('core/core-entry.js', BUILT))),
    host,
    principal: { actor: accountName(), can: 'write' },
    logFile: logFile(folder),
    now,
    onOutcome: (workspace, outcome) => {
      if (!outcome.ok) return console.error(outcome.failure.message);
      store.set('recents', addRecent(store.get('recents') ?? [], workspace.file, Date.now()));
      showMenu();
    },
    onSwitched: () => {
      if (window !== null) showPage(window);
    },
    onRestarted: () => broker.renew(),
    onGaveUp: tellFailure,
  });
  const broker: PortBroker = startPortBroker({
    ipcMain,
    newChannel: () => new MessageChannelMain(),
    pages,
    origin: APP_ORIGIN,
    connect: desk.connect,
  });

  /** On macOS the menu is there without any window. */
  function open(workspace: OpenWorkspace): void {
    showWindow();
    void desk.open(workspace);
  }

  async function makeNew(): Promise<void> {
    const file = await askForNew(dialog, showWindow());
    if (file !== null) open(namedWorkspace(file, systemZone()));
  }

  async function openOther(): Promise<void> {
    const file = await askToOpen(dialog, showWindow());
    if (file !== null) open(existingWorkspace(file));
  }

  function showMenu(): void {
    const template = menuTemplate({
      actions: {
        newWorkspace: () => void makeNew(),
        openWorkspace: () => void openOther(),
        openRecent: (file) => open(existingWorkspace(file)),
        clearRecents: () => {
          store.set('recents', []);
          showMenu();
        },
      },
      recents: store.get('recents') ?? [],
      mac: process.platform === 'darwin',
      devTools: !app.isPackaged,
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  function showWindow(): BrowserWindow {
    if (window !== null) {
      if (window.isMinimized()) window.restore();
      window.focus();
      return window;
    }
    const made = openWindow({
      store,
      preload: fileURLToPath(new URL('electron/preload.cjs', BUILT)),
      devTools: !app.isPackaged,
      onCreated: ({ webContents }) => {
        pages.trust(webContents);
        reloadCrashed(webContents, { now, onGaveUp: tellFailure });
      },
    });
    made.once('closed', () => {
      window = null;
    });
    window = made;
    return made;
  }

  asked.onAsked = (workspace) => {
    if (workspace === null) showWindow();
    else open(workspace);
  };
  closeCoreBeforeQuitting(desk);
  app.on('activate', showWindow);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  showMenu();
  await desk.open(asked.workspace ?? defaultWorkspace(folder, systemZone()));
  showWindow();
}

/** Lets the core write what it is at and release its lock, then quits. */
function closeCoreBeforeQuitting(desk: WorkspaceDesk): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void desk.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}
