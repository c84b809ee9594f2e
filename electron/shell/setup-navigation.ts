import type { App, Event, Shell, WebContents } from 'electron';
import { isAppUrl } from './app-scheme.ts';

/**
 * Whether an address may be handed to the system's browser: web addresses only, without a name or password inside them.
 * Plain http too, since trackers of many companies have nothing else; no other scheme, which would start a program.
 */
export function mayOpenOutside(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}

function guard(contents: WebContents, shell: Pick<Shell, 'openExternal'>): void {
  function openOutside(url: string): void {
    if (!mayOpenOutside(url)) return;
    shell.openExternal(url).catch((error: unknown) => console.error('The link could not be opened.', error));
  }

  function stay(event: Event<{ readonly url: string }>): void {
    if (!isAppUrl(event.url)) event.preventDefault();
  }

  contents.on('will-navigate', (event) => {
    stay(event);
    if (event.isMainFrame) openOutside(event.url);
  });
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
}

/** Keeps every page of this application where it is: links lead to the system's browser, new windows to nothing. */
export function setupNavigation(app: App, shell: Pick<Shell, 'openExternal'>): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, shell));
}
