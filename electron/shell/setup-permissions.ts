import type { Session } from 'electron';
import { isAppUrl } from './app-scheme.ts';

/** Schemes that the developer tools and the page's own blobs and images load from; none of them leaves the machine. */
const LOCAL_SCHEMES = ['devtools:', 'blob:', 'data:'];

/** Whether the page may load this address: its own files, and what never leaves the machine. */
export function mayLoad(url: string): boolean {
  return isAppUrl(url) || (URL.canParse(url) && LOCAL_SCHEMES.includes(new URL(url).protocol));
}

/** Denies every device and permission, and every request that would leave the machine: the core alone has a network. */
export function setupPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url) }));
}
