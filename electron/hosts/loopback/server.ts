import { STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { type WebSocket, WebSocketServer } from 'ws';
import { MAX_INPUT_CHARACTERS, RPC_PATH, TOKEN_FRAGMENT } from '../../../shared/contract/transport.ts';
import type { PageFiles } from '../page-files.ts';
import { createPages } from './pages.ts';
import { guardRequest } from './request-guard.ts';
import { createSignIn, readCookie, readKey } from './sign-in.ts';
import { bridgeSocket } from './socket-bridge.ts';

const ADDRESS = '127.0.0.1';
/** Four bytes are the most that UTF-8 takes for a character of an input at its limit; the rest is its envelope. */
const MAX_FRAME_BYTES = MAX_INPUT_CHARACTERS * 4 + 64 * 1024;
const MAX_SOCKETS = 64;
const PING_EVERY_MS = 30_000;
export const SERVICE_RESTART = 1012;
export const GOING_AWAY = 1001;

export interface LoopbackServerOptions {
  /** 0 for a free one. */
  readonly port: number;
  readonly files: PageFiles;
  /** Hands a signed-in page's port to the core. */
  readonly connect: (port: MessagePort) => void;
  /** Serves the calendar of an address; without it, there are none. */
  readonly feed?: ((request: Request, name: string) => Promise<Response>) | undefined;
  /** Milliseconds of a steady clock. */
  readonly now: () => number;
}

export interface LoopbackServer {
  /** `http://127.0.0.1:<port>`, without port 80. */
  readonly origin: string;
  /** The origin with a fresh one-time token in its fragment, where no server, proxy or referrer sees it. */
  readonly newAddress: () => string;
  /** Resolves when a browser has been let in for the first time. */
  readonly signedIn: Promise<void>;
  /** Closes every page's line; pages come back by themselves unless the host goes away. */
  readonly dropSockets: (code: number, reason: string) => void;
  readonly close: () => Promise<void>;
}

function refuseUpgrade(socket: Duplex, status: number, text: string): void {
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, 'Connection: close', 'Content-Type: text/plain'];
  socket.end(`${head.join('\r\n')}\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
}

function listen(server: ServerType, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, ADDRESS, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Asks each page now and then whether it is still there, and lets go of those that have not answered since. */
function keepAlive(sockets: WebSocketServer): NodeJS.Timeout {
  const answered = new WeakSet<WebSocket>();
  sockets.on('connection', (socket: WebSocket) => {
    answered.add(socket);
    socket.on('pong', () => answered.add(socket));
  });
  return setInterval(() => {
    for (const socket of sockets.clients) {
      if (!answered.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, PING_EVERY_MS).unref();
}

/**
 * Serves the interface and the way to the core on 127.0.0.1, to this machine's browsers only: every request and every
 * WebSocket upgrade is checked for its `Host` and `Origin`, and the way to the core needs a session.
 */
export async function startLoopbackServer(options: LoopbackServerOptions): Promise<LoopbackServer> {
  let port = options.port;
  const signIn = createSignIn(options.now);
  const signedIn = Promise.withResolvers<void>();
  const { files, feed } = options;
  const pages = createPages({ files, feed, signIn, port: () => port, onSignedIn: signedIn.resolve });
  const server = createAdaptorServer({ fetch: pages.fetch, overrideGlobalObjects: false });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false });

  server.on('upgrade', (request, socket: Duplex, head) => {
    socket.on('error', () => socket.destroy());
    const refusal = guardRequest(request.headers, port, true);
    if (refusal !== null) return refuseUpgrade(socket, 403, refusal);
    if (request.url !== RPC_PATH) return refuseUpgrade(socket, 404, 'There is no such page.');
    const key = readKey(request.headers['sec-websocket-protocol']);
    if (!signIn.isSignedIn(readCookie(request.headers.cookie, port), key))
      return refuseUpgrade(socket, 401, 'Not signed in.');
    if (sockets.clients.size >= MAX_SOCKETS) return refuseUpgrade(socket, 503, 'Too many pages are open.');
    sockets.handleUpgrade(request, socket, head, (page) => {
      sockets.emit('connection', page, request);
      const { port1, port2 } = new MessageChannel();
      bridgeSocket(page, port1);
      options.connect(port2);
    });
  });

  const ping = keepAlive(sockets);
  port = await listen(server, options.port);
  const { origin } = new URL(`http://${ADDRESS}:${port}`);

  function dropSockets(code: number, reason: string): void {
    for (const socket of sockets.clients) socket.close(code, reason);
  }

  return {
    origin,
    newAddress: () => `${origin}/#${TOKEN_FRAGMENT}=${signIn.issueToken()}`,
    signedIn: signedIn.promise,
    dropSockets,
    close: async () => {
      clearInterval(ping);
      dropSockets(GOING_AWAY, 'Signalbox has ended');
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeAllConnections' in server) server.closeAllConnections();
      for (const socket of sockets.clients) socket.terminate();
      await closed;
    },
  };
}
