import { RPCLink } from '@orpc/client/websocket';
import { KEY_HEADER, RPC_PATH, RPC_PROTOCOL, SESSION_PATH, TOKEN_FRAGMENT } from '../../shared/contract/transport.ts';
import { placeHeaders } from './call-place.ts';
import { FailureError, readFailure } from './failures.ts';
import type { Line, Transport } from './wire.ts';

/** What the page keeps beside the cookie, where only pages of its own origin and port can read it. */
const KEPT_KEY = 'signalbox-key';

const sessionOver = {
  code: 'UNAUTHORIZED',
  message: 'This address no longer opens the workspace.',
  where: null,
  remedy: 'Start Signalbox again, or open the newest address that it printed: each one works once, in one browser.',
} as const;

/** The one-time token out of a location hash such as `#token=abc`; null where there is none. */
export function tokenOf(hash: string): string | null {
  const [name, token = ''] = hash.replace(/^#\/?/, '').split('=');
  return name === TOKEN_FRAGMENT && token !== '' ? token : null;
}

async function refusal(response: Response): Promise<FailureError> {
  const body: unknown = await response.json().catch(() => null);
  return new FailureError(readFailure(body, sessionOver));
}

/** Takes the one-time token out of the address bar and the history, before anything else can read it. */
function takeToken(page: Window): string | null {
  const token = tokenOf(page.location.hash);
  if (token !== null) page.history.replaceState(null, '', `${page.location.pathname}#/today`);
  return token;
}

/** The kept key; empty where none is kept, or what is kept is none. */
function keyOf(page: Window): string {
  const kept = page.localStorage.getItem(KEPT_KEY) ?? '';
  return /^[\w-]+$/.test(kept) ? kept : '';
}

async function keepKey(page: Window, response: Response): Promise<void> {
  const { key } = (await response.json()) as { readonly key: string };
  page.localStorage.setItem(KEPT_KEY, key);
}

/** Asks whether this browser is signed in; null where the host cannot be reached. */
async function askSession(page: Window): Promise<Response | null> {
  return page.fetch(SESSION_PATH, { headers: { [KEY_HEADER]: keyOf(page) } }).catch(() => null);
}

async function throwIfRefused(page: Window): Promise<void> {
  const response = await askSession(page);
  if (response !== null && (response.status === 401 || response.status === 403 || response.status === 503)) {
    throw await refusal(response);
  }
}

/**
 * Reaches the core over a WebSocket of the page's own origin, after the token was exchanged for a cookie and a key. A token
 * that was used already is no obstacle to a browser that is signed in: its address was opened twice.
 */
export function loopbackTransport(page: Window & { readonly WebSocket: typeof WebSocket }): Transport {
  let token = takeToken(page);
  // A new address of the same port, opened in this tab, changes the fragment only: the page has to begin again by itself.
  page.addEventListener('hashchange', () => {
    if (tokenOf(page.location.hash) !== null) page.location.reload();
  });

  async function signIn(given: string): Promise<void> {
    const response = await page.fetch(SESSION_PATH, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: given }),
    });
    // Answered is used, whatever the answer: sent again, it would only be refused again.
    token = null;
    if (response.ok) return keepKey(page, response);
    const isUsed = response.status === 401;
    if (isUsed && (await askSession(page))?.ok) return;
    throw await refusal(response);
  }

  async function open(): Promise<Line> {
    if (token !== null) await signIn(token);
    const scheme = page.location.protocol === 'https:' ? 'wss' : 'ws';
    const key = keyOf(page);
    const socket = new page.WebSocket(
      `${scheme}://${page.location.host}${RPC_PATH}`,
      key === '' ? [RPC_PROTOCOL] : [RPC_PROTOCOL, key],
    );
    const opened = await new Promise<boolean>((resolve) => {
      socket.addEventListener('open', () => resolve(true), { once: true });
      socket.addEventListener('close', () => resolve(false), { once: true });
    });
    if (!opened) {
      await throwIfRefused(page);
      throw new Error('the socket did not open');
    }
    const gone = new Promise<void>((resolve) => socket.addEventListener('close', () => resolve(), { once: true }));
    return { link: new RPCLink({ websocket: socket, headers: ({ context }) => placeHeaders(context) }), gone };
  }

  return { host: 'loopback', open };
}
