import { RPCLink } from '@orpc/client/websocket';
import { RPC_PATH, SESSION_PATH, TOKEN_FRAGMENT } from '../../shared/contract/transport.ts';
import { FailureError, readFailure } from './failures.ts';
import type { Line, Transport } from './wire.ts';

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

async function exchange(page: Window, token: string): Promise<void> {
  const response = await page.fetch(SESSION_PATH, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  if (!response.ok) throw await refusal(response);
}

async function throwIfRefused(page: Window): Promise<void> {
  const response = await page.fetch(SESSION_PATH).catch(() => null);
  if (response !== null && (response.status === 401 || response.status === 403 || response.status === 503)) {
    throw await refusal(response);
  }
}

/** Reaches the core over a WebSocket of the page's own origin, after the token was exchanged for a cookie. */
export function loopbackTransport(page: Window & { readonly WebSocket: typeof WebSocket }): Transport {
  let token = takeToken(page);

  async function open(): Promise<Line> {
    if (token !== null) await exchange(page, token);
    token = null;
    const scheme = page.location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new page.WebSocket(`${scheme}://${page.location.host}${RPC_PATH}`);
    const opened = await new Promise<boolean>((resolve) => {
      socket.addEventListener('open', () => resolve(true), { once: true });
      socket.addEventListener('close', () => resolve(false), { once: true });
    });
    if (!opened) {
      await throwIfRefused(page);
      throw new Error('the socket did not open');
    }
    const gone = new Promise<void>((resolve) => socket.addEventListener('close', () => resolve(), { once: true }));
    return { link: new RPCLink({ websocket: socket }), gone };
  }

  return { host: 'loopback', open };
}
