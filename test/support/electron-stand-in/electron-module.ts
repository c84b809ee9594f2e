import { EventEmitter } from 'node:events';
import { createApp } from './app.ts';
import { createBrowserWindow, type StandInWindow } from './browser-window.ts';
import { createMenu } from './menu.ts';
import { MessageChannelMain } from './message-ports.ts';
import { createProtocol, createSession } from './session.ts';
import type { LaunchState } from './state.ts';
import { strict } from './strict.ts';
import { createDialog, createNativeTheme, createSafeStorage, createScreen, createShell } from './system.ts';
import { createUtilityProcess } from './utility-process.ts';
import type { StandInFrame, StandInWebContents } from './web-contents.ts';

/** Sends what a page's preload sent to the listeners of main, with the event that Electron gives them. */
function deliver(state: LaunchState, ipcMain: EventEmitter, sender: StandInWebContents): void {
  sender.on('stand-in-send', (senderFrame: StandInFrame, channel: string, args: readonly unknown[]) => {
    const event = { sender, senderFrame, ports: [], type: 'frame' };
    const heard = ipcMain.emit(channel, event, ...args);
    if (!heard) state.problems.push(`main has no listener for ${channel}`);
  });
}

/** The whole `electron` module of one start, as main sees it; what is missing here is refused by name. */
export function createElectron(state: LaunchState) {
  const { app, becomeReady } = createApp(state);
  const ipcMain = strict('ipcMain', new EventEmitter());
  app.on('web-contents-created', (_event: unknown, contents: StandInWebContents) => deliver(state, ipcMain, contents));
  class BrowserWindow {
    static getAllWindows(): readonly StandInWindow[] {
      return [...state.windows];
    }

    static getFocusedWindow(): StandInWindow | null {
      return [...state.windows][0] ?? null;
    }

    constructor(options: object = {}) {
      // Electron's built-in classes cannot be subclassed, so the object may as well be another one.
      return createBrowserWindow(state, app, options) as unknown as BrowserWindow;
    }
  }

  const electron = strict('electron', {
    app,
    BrowserWindow: strict('BrowserWindow', BrowserWindow),
    dialog: createDialog(state),
    ipcMain,
    Menu: createMenu(),
    MessageChannelMain,
    nativeTheme: createNativeTheme(state),
    protocol: createProtocol(state),
    safeStorage: createSafeStorage(state),
    screen: createScreen(state),
    session: createSession(state),
    shell: createShell(state),
    utilityProcess: createUtilityProcess(state),
  });
  return { electron, becomeReady };
}

export type StandInElectron = ReturnType<typeof createElectron>['electron'];

/** Every name that main may import from `electron`. */
export const STOOD_IN = [
  'app',
  'BrowserWindow',
  'dialog',
  'ipcMain',
  'Menu',
  'MessageChannelMain',
  'nativeTheme',
  'protocol',
  'safeStorage',
  'screen',
  'session',
  'shell',
  'utilityProcess',
] as const satisfies readonly (keyof StandInElectron)[];
