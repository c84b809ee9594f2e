import type { Rectangle, WebPreferences } from 'electron';
import type { Bounds } from './shell-store.ts';

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
