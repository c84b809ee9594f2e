import { useSyncExternalStore } from 'react';

/** Which layer lies over the page; at most one. */
export type Overlay = 'none' | 'palette' | 'shortcuts' | 'new-branch' | 'sheet';

let open: Overlay = 'none';
const listeners = new Set<() => void>();

/** Puts a layer over the page, or takes it away. */
export function showOverlay(overlay: Overlay): void {
  open = overlay;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Which layer lies over the page. */
export function useOverlay(): Overlay {
  return useSyncExternalStore(subscribe, () => open);
}
