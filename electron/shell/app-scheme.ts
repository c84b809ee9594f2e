import type { Protocol } from 'electron';

/** The interface has a scheme of its own, and by it an origin of its own: pages of `file://` could read each other. */
export const APP_SCHEME = 'app';
const HOST = 'signalbox';
export const APP_ORIGIN = `${APP_SCHEME}://${HOST}`;
export const APP_URL = `${APP_ORIGIN}/index.html`;

/** Makes `app:` a secure scheme with real origins. Electron takes this before it is ready, and once only. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: true } },
  ]);
}

/** Whether an address is a page or file of the interface. */
export function isAppUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === `${APP_SCHEME}:` && host === HOST && username === '' && password === '';
}
