/** The names that the two ends of a transport share; a transport carries oRPC's frames and nothing of its own. */

/** Electron: the page asks its preload for a port; the preload asks main on this channel. */
export const CONNECT_CHANNEL = 'signalbox:connect';

/** Electron: main hands a port to the preload on this channel, and the preload posts it to the page as `{ type }`. */
export const PORT_CHANNEL = 'signalbox:port';

/** What the preload leaves in the page, under `window.signalbox`. */
export interface ElectronBridge {
  readonly host: 'electron';
  /** Asks for a port; it comes as a `message` event whose data is `{ type: PORT_CHANNEL }` and whose first port it is. */
  readonly connect: () => void;
}

/**
 * Loopback: where the one-time token of the URL's fragment (`#token=…`) is exchanged, by POST, for a cookie and a key
 * (`{ key }`); by GET, with both, whether one is still signed in.
 */
export const SESSION_PATH = '/session';

/** Loopback: the header that carries the key. */
export const KEY_HEADER = 'signalbox-key';

/** Loopback: the WebSocket's subprotocol. A page asks for it and, as if it were another, for its key. */
export const RPC_PROTOCOL = 'signalbox';

/** Loopback: where the WebSocket is. */
export const RPC_PATH = '/rpc';

/** Loopback: where calendar feeds are, each under its token. */
export const FEED_PATH = '/feed';

/** The path of a calendar feed. */
export function feedPath(token: string): string {
  return `${FEED_PATH}/${token}.ics`;
}

/** Loopback: the name of the token in the fragment. */
export const TOKEN_FRAGMENT = 'token';

/** What a host replaces in the page by a fresh nonce, which the page gives to the styles that it adds. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/** The longest input of a call, in characters of JSON. */
export const MAX_INPUT_CHARACTERS = 1_000_000;

/** The header that names the branch which a call is about; without it, a call is about the plan. */
export const BRANCH_HEADER = 'signalbox-branch';
