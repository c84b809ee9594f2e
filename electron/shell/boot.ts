import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, dialog, ipcMain, Menu, MessageChannelMain, protocol, session, shell } from 'electron';
import { accountName } from '../hosts/account.ts';
import type { OpenWorkspace } from '../hosts/core-link/messages.ts';
import { defaultWorkspace, namedWorkspace, systemZone } from '../hosts/default-workspace.ts';
import { type PortBroker, startPortBroker } from '../hosts/ipc/port-broker.ts';
import { createTrustedPages } from '../hosts/ipc/trusted-sender.ts';
import { readPageFiles } from '../hosts/page-files.ts';
import { logFile } from '../hosts/user-folder.ts';
import { APP_ORIGIN } from './app-scheme.ts';
import { workspaceOnCommandLine } from './command-line.ts';
import { startCoreProcess } from './core-process.ts';
import { createDesktopHost } from './desktop-host.ts';
import { menuTemplate } from './menu-template.ts';
import { addRecent } from './recents.ts';
import { setupNavigation } from './setup-navigation.ts';
import { setupPages } from './setup-pages.ts';
import { setupPermissions } from './setup-permissions.ts';
import { openShellStore } from './shell-store.ts';
import { openWindow, showPage } from './window.ts';
import { createWorkspaceDesk, type WorkspaceDesk } from './workspace-desk.ts';
import { askForNew, askToOpen, showFailure } from './workspace-dialogs.ts';

/** The built files beside the built main. */
const BUILT = new URL('../', import.meta.url);

/** What main has learnt before Electron was ready. */
export interface BootOptions {
  readonly folder: string;
  /** Files that the system asked for (a double click on macOS, a second start); the latest wins. */
  readonly asked: { file: string | null; onAsked: (file: string) => void };
}

export async function boot({ folder, asked }: BootOptions): Promise<void> {
  setupPermissions(session.defaultSession);
  setupNavigation(app, shell);
  setupPages(protocol, await readPageFiles(fileURLToPath(new URL('renderer/', BUILT))));

  const store = openShellStore(folder);
  const host = await createDesktopHost(store, folder);
  const pages = createTrustedPages();
  let window: BrowserWindow | null = null;

  const desk: WorkspaceDesk = createWorkspaceDesk({
    start: () => startCoreProcess(fileURLToPath(new URL('core/core-entry.js', BUILT))),
    host,
    principal: { actor: accountName(), can: 'write' },
    logFile: logFile(folder),
    now: () => performance.now(),
    onOutcome: (workspace, outcome) => {
      if (!outcome.ok) return console.error(outcome.failure.message);
      store.set('recents', addRecent(store.get('recents') ?? [], workspace.file, Date.now()));
      showMenu();
    },
    onSwitched: () => {
      if (window !== null) showPage(window);
    },
    onRestarted: () => broker.renew(),
    onGaveUp: (failure) => showFailure(dialog, 'Signalbox', failure),
  });
  const broker: PortBroker = startPortBroker({
    ipcMain,
    newChannel: () => new MessageChannelMain(),
    pages,
    origin: APP_ORIGIN,
    connect: desk.connect,
  });

  function open(file: string): void {
    void desk.open(namedWorkspace(file, systemZone()));
  }

  async function askAndOpen(ask: typeof askToOpen): Promise<void> {
    const file = window === null ? null : await ask(dialog, window);
    if (file !== null) open(file);
  }

  function showMenu(): void {
    const template = menuTemplate({
      actions: {
        newWorkspace: () => void askAndOpen(askForNew),
        openWorkspace: () => void askAndOpen(askToOpen),
        openRecent: open,
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

  function showWindow(): void {
    if (window !== null) {
      if (window.isMinimized()) window.restore();
      window.focus();
      return;
    }
    window = openWindow({
      store,
      preload: fileURLToPath(new URL('electron/preload.cjs', BUILT)),
      devTools: !app.isPackaged,
      onCreated: (created) => pages.trust(created.webContents),
    });
    window.once('closed', () => {
      window = null;
    });
  }

  function firstWorkspace(): OpenWorkspace {
    const file = asked.file ?? workspaceOnCommandLine(process.argv, process.cwd());
    return file === null ? defaultWorkspace(folder, systemZone()) : namedWorkspace(file, systemZone());
  }

  asked.onAsked = (file) => {
    if (file !== '') open(file);
    showWindow();
  };
  closeCoreBeforeQuitting(desk);
  app.on('activate', showWindow);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  showMenu();
  await desk.open(firstWorkspace());
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
