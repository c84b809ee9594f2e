import { basename, dirname } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import type { Recent } from './shell-store.ts';

export interface MenuActions {
  readonly newWorkspace: () => void;
  readonly openWorkspace: () => void;
  readonly openRecent: (file: string) => void;
  readonly clearRecents: () => void;
}

export interface MenuOptions {
  readonly actions: MenuActions;
  readonly recents: readonly Recent[];
  readonly mac: boolean;
  /** Developer tools are for people who run the sources, not for a packaged application. */
  readonly devTools: boolean;
}

function recentItems({ actions, recents }: MenuOptions): MenuItemConstructorOptions[] {
  if (recents.length === 0) return [{ id: 'no-recents', label: 'None yet', enabled: false }];
  return [
    ...recents.map(({ file }) => ({
      // A lone `&` would mark the next letter as a mnemonic.
      label: `${basename(file, '.signalbox')} — ${dirname(file)}`.replaceAll('&', '&&'),
      id: `recent:${file}`,
      click: () => actions.openRecent(file),
    })),
    { type: 'separator' },
    { id: 'clear-recents', label: 'Clear this list', click: actions.clearRecents },
  ];
}

function fileMenu(options: MenuOptions): MenuItemConstructorOptions {
  const { actions, mac } = options;
  return {
    label: '&File',
    submenu: [
      { id: 'new-workspace', label: 'New workspace…', accelerator: 'CmdOrCtrl+Shift+N', click: actions.newWorkspace },
      { id: 'open-workspace', label: 'Open workspace…', accelerator: 'CmdOrCtrl+O', click: actions.openWorkspace },
      { id: 'recents', label: 'Open recent', submenu: recentItems(options) },
      { type: 'separator' },
      mac ? { role: 'close' } : { role: 'quit' },
    ],
  };
}

/**
 * The application's menu: what concerns the application and its windows. What concerns the plan (undo, zoom of the
 * calendar, the palette) is in the page, which has its own registry of actions and shortcuts; the roles here take none
 * of those keys.
 */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const view: MenuItemConstructorOptions[] = [
    { role: 'reload' },
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
    ...(options.devTools ? [{ type: 'separator' } as const, { role: 'toggleDevTools' } as const] : []),
  ];
  return [
    ...(options.mac ? [{ role: 'appMenu' } as const] : []),
    fileMenu(options),
    {
      label: '&Edit',
      submenu: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
    },
    { label: '&View', submenu: view },
    { role: 'windowMenu' },
  ];
}
