import type { Frame, Page, Request as PageRequest, Route } from 'playwright-core';
import type { LaunchState } from './state.ts';
import { windowOf } from './state.ts';

/** Chromium knows no schemes but its own, so `app://x/` is an origin of this domain, which nothing else answers. */
const DOMAIN = 'electron-stand-in.test';

/** The address that Chromium is sent to for an address of the application. */
export function toPageUrl(url: string): string {
  const found = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url);
  if (!found || ['http', 'https', 'about'].includes(found[1] ?? '')) return url;
  return `https://${found[2]}.${found[1]}.${DOMAIN}${found[3]}`;
}

/** The address that the application knows, for one that Chromium reports. */
export function toAppUrl(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname, search, hash } = new URL(url);
  if (!host.endsWith(`.${DOMAIN}`)) return url;
  const labels = host.slice(0, -DOMAIN.length - 1).split('.');
  return `${labels.at(-1)}://${labels.slice(0, -1).join('.')}${pathname}${search}${hash}`;
}

/** The origin of such an address, as Electron says it for a standard scheme. */
export function originOf(url: string): string {
  if (!URL.canParse(url)) return 'null';
  const { protocol, host, origin } = new URL(url);
  return origin === 'null' && host !== '' ? `${protocol}//${host}` : origin;
}

function frameOf(request: PageRequest): Frame | null {
  try {
    return request.frame();
  } catch {
    // A new window's first request has no frame yet.
    return null;
  }
}

/** Asks the application whether a navigation that it did not start itself may go on. */
function mayNavigate(state: LaunchState, frame: Frame, url: string, event: 'will-navigate' | 'will-redirect'): boolean {
  const contents = windowOf(state, frame.page())?.webContents;
  if (!contents) return false;
  const isMainFrame = frame.parentFrame() === null;
  return contents.standIn.announce(event, url, isMainFrame, frame);
}

async function isCancelled(state: LaunchState, url: string): Promise<boolean> {
  const { beforeRequest } = state.session;
  if (!beforeRequest) return false;
  return new Promise((resolve) => beforeRequest({ url }, (answer) => resolve(answer.cancel ?? false)));
}

async function answerFromApp(state: LaunchState, route: Route, url: string, frame: Frame): Promise<void> {
  const request = route.request();
  const scheme = new URL(url).protocol.slice(0, -1);
  const handler = state.session.handlers.get(scheme);
  if (!handler) {
    state.problems.push(`no protocol handler answers ${url}`);
    return route.abort('addressunreachable');
  }
  const body = request.postDataBuffer();
  const response = await handler(
    new Request(url, { method: request.method(), ...(body ? { body: new Uint8Array(body) } : {}) }),
  );
  const headers = Object.fromEntries(response.headers);
  const { location } = headers;
  if (response.status >= 300 && response.status < 400 && location !== undefined && request.isNavigationRequest()) {
    const target = new URL(location, url).href;
    if (mayNavigate(state, frame, target, 'will-redirect'))
      state.problems.push(`a redirect to ${target} was let through`);
    return route.abort('aborted');
  }
  await route.fulfill({ status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) });
}

/** A page that Chromium opened by itself: only `window.open`, `target=_blank` and the like do that. */
function refuseNewWindow(state: LaunchState, url: string): void {
  const opener = [...state.windows][0]?.webContents;
  const answer = opener?.standIn.askToOpen(url);
  if (answer?.action !== 'deny') state.problems.push(`a new window for ${url} was not denied`);
}

async function answer(state: LaunchState, route: Route): Promise<void> {
  const request = route.request();
  const url = toAppUrl(request.url());
  const frame = frameOf(request);
  const window = frame ? windowOf(state, frame.page()) : undefined;
  if (!frame || !window) {
    refuseNewWindow(state, url);
    return route.abort('aborted');
  }
  // https://electronjs.org/docs/api/web-contents#event-will-navigate: not for what loadURL and reload started.
  const started = window.webContents.standIn.takeExpected(request.url());
  if (request.isNavigationRequest() && !started) {
    if (!mayNavigate(state, frame, url, 'will-navigate')) return route.abort('aborted');
    if (!state.session.handlers.has(new URL(url).protocol.slice(0, -1))) {
      state.problems.push(`the page was led away to ${url}`);
    }
  }
  if (await isCancelled(state, url)) return route.abort('blockedbyclient');
  if (new URL(url).protocol === 'https:' || new URL(url).protocol === 'http:') {
    state.problems.push(`a request left the application: ${request.method()} ${url}`);
    return route.abort('internetdisconnected');
  }
  return answerFromApp(state, route, url, frame);
}

/** Puts the application's protocol handlers in front of Chromium's network; every other request is refused and noted. */
export async function routeNetwork(state: LaunchState): Promise<void> {
  await state.context.route('**/*', async (route) => {
    try {
      await answer(state, route);
    } catch (error) {
      if (state.exitCode === null) state.problems.push(`a request could not be answered: ${String(error)}`);
      await route.abort('failed').catch(() => undefined);
    }
  });
  state.context.on('page', (page: Page) => {
    // A page that a BrowserWindow asked for is known to it only after this event.
    const isAwaited = [...state.windows].some((window) => window.standIn.page === null);
    if (!isAwaited && !windowOf(state, page)) void page.close().catch(() => undefined);
  });
}
