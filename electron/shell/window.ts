import { BrowserWindow, nativeTheme, screen } from 'electron';
import { APP_URL } from './app-scheme.ts';
import type { ShellStore } from './shell-store.ts';
import { visibleBounds, WEB_PREFERENCES } from './window-options.ts';

const SMALLEST = { width: 1024, height: 640 };
const USUAL = { width: 1440, height: 900 };
/** The page's own background in each theme, so that opening and resizing do not flash. */
const BACKGROUND = { light: '#f7f8fa', dark: '#14171c' };

/** Loads the page from its beginning: nothing of what it showed before stays. */
export function showPage(window: BrowserWindow): void {
  window.loadURL(APP_URL).catch((error: unknown) => console.error(`The page could not be loaded: ${String(error)}`));
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
  onCreated(window);
  showPage(window);
  return window;
}
