import { protocol } from 'electron';

const SCHEME = 'app';

/** Where the interface lives: an origin of its own, unlike `file://`, whose pages could read each other. */
export const APP_ORIGIN = `${SCHEME}://signalbox`;
export const APP_URL = `${APP_ORIGIN}/index.html`;

/** Makes `app:` a secure scheme with real origins. Electron takes this before it is ready, and once only. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: true } },
  ]);
}

/** Whether an address is a page or file of the interface. */
export function isAppUrl(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === `${SCHEME}:` && new URL(url).host === 'signalbox';
}

export { SCHEME as APP_SCHEME };
