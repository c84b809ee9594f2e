import Store from 'electron-store';
import type { Settings } from '../../shared/contract/workspace.ts';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A workspace that was open lately; its path never reaches the page. */
export interface Recent {
  readonly file: string;
  readonly openedAt: number;
}

/** What the desktop application remembers on this machine; nothing that a workspace needs. */
export interface ShellState {
  readonly settings?: Settings;
  readonly bounds?: Bounds;
  readonly maximized?: boolean;
  readonly recents?: readonly Recent[];
}

export type ShellStore = Store<ShellState>;

/** `settings.json` of this account's Signalbox folder: the loopback host keeps its settings in the same file. */
export function openShellStore(folder: string): ShellStore {
  return new Store<ShellState>({ name: 'settings', cwd: folder, clearInvalidConfig: true });
}
