import { join } from 'node:path';
import { BrowserWindow, nativeTheme, type Rectangle, screen, type WebPreferences } from 'electron';
import { APP_URL } from './app-scheme.ts';
import type { Bounds, ShellStore } from './shell-store.ts';

/** A page without Node, in Chromium's sandbox, in a world of its own beside its preload. */
export const WEB_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // Its dictionaries would be downloaded.
  spellcheck: false,
} as const satisfies WebPreferences;

const SMALLEST = { width: 1024, height: 640 };
const USUAL = { width: 1440, height: 900 };
/** The page's own background in each theme, so that opening and resizing do not flash. */
const BACKGROUND = { light: '#f7f8fa', dark: '#14171c' };

/** Bounds that lie on a display that is there now; none for a display that has been unplugged. */
export function visibleBounds(bounds: Bounds | undefined, areas: readonly Rectangle[]): Bounds | null {
  if (!bounds) return null;
  const titleBar = { x: bounds.x + 40, y: bounds.y + 10 };
  const shows = areas.some(
    (area) =>
      titleBar.x >= area.x &&
      titleBar.x < area.x + area.width &&
      titleBar.y >= area.y &&
      titleBar.y < area.y + area.height,
  );
  return shows ? bounds : null;
}

export interface WindowOptions {
  readonly store: ShellStore;
  readonly preload: string;
  readonly devTools: boolean;
  /** Called before the page is loaded. */
  readonly onCreated: (window: BrowserWindow) => void;
}

/** Opens the application's window where it was last, and shows it once it has something to show. */
export function openWindow({ store, preload, devTools, onCreated }: WindowOptions): BrowserWindow {
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...USUAL,
    ...visibleBounds(store.get('bounds'), areas),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Signalbox',
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: { ...WEB_PREFERENCES, preload, devTools },
  });
  if (store.get('maximized')) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    store.set('bounds', window.getNormalBounds());
    store.set('maximized', window.isMaximized());
  });
  window.webContents.on('render-process-gone', (_event, details) => {
    console.error(`The page stopped (${details.reason}) and is loaded again.`);
    if (!window.isDestroyed()) window.webContents.reload();
  });
  onCreated(window);
  window.loadURL(APP_URL).catch((error: unknown) => console.error('The page could not be loaded.', error));
  return window;
}

/** The preload beside the built main. */
export function preloadFile(folder: string): string {
  return join(folder, 'preload.cjs');
}
