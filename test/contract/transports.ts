import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import type { ClientLink } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { WebSocket } from 'ws';
import type { Core, Principal } from '../../electron/core/core.ts';
import type { HostServices } from '../../electron/core/host-services.ts';
import { startLoopbackServer } from '../../electron/hosts/loopback/server.ts';
import { readPageFiles } from '../../electron/hosts/page-files.ts';
import { shapeLink } from '../../shared/contract/client-errors.ts';
import { RPC_PATH, RPC_PROTOCOL, SESSION_PATH, TOKEN_FRAGMENT } from '../../shared/contract/transport.ts';
import { testCore, testFolder, testHost } from '../support/core.ts';

type Link = ClientLink<Record<never, never>>;

/** A way to a core, and what its core can be told to do. */
export interface Transport {
  /** As a client uses it. */
  readonly link: Link;
  /** As it is below: what a client that checks nothing itself would use. */
  readonly bare: Link;
  /** Calls by the contract's name, such as `workspace.info`. */
  readonly call: (name: string, input: unknown, signal?: AbortSignal) => Promise<unknown>;
  /** Takes the line away, as a crash does; the direct caller has none. */
  readonly cut: (() => void) | null;
  readonly host: ScriptedHost;
  readonly end: () => Promise<void>;
}

/** A host whose settings answer as a test says: the way to make a real handler throw, or wait. */
export interface ScriptedHost extends HostServices {
  onRead: (() => Promise<never>) | null;
}

function scriptedHost(): ScriptedHost {
  const host = testHost();
  const scripted: ScriptedHost = {
    ...host,
    onRead: null,
    settings: { ...host.settings, read: () => (scripted.onRead ? scripted.onRead() : host.settings.read()) },
  };
  return scripted;
}

interface Line {
  readonly bare: Link;
  readonly cut: (() => void) | null;
  readonly end: () => Promise<void>;
}

type Open = (core: Core, principal: Principal) => Promise<Line>;

async function openDirect(core: Core): Promise<Line> {
  return { bare: core.link, cut: null, end: async () => undefined };
}

async function openPort(core: Core, principal: Principal): Promise<Line> {
  const { port1, port2 } = new MessageChannel();
  core.serve(port2, principal);
  const bare = new PortLink({ port: port1 });
  return {
    bare,
    cut: () => port1.close(),
    end: async () => {
      port1.close();
      port2.close();
    },
  };
}

async function openSocket(core: Core, principal: Principal): Promise<Line> {
  const folder = testFolder();
  fs.writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>test</title>');
  const server = await startLoopbackServer({
    port: 0,
    files: await readPageFiles(folder),
    now: () => performance.now(),
    connect: (port) => core.serve(port, principal),
  });
  const socket = await openPageSocket(server.origin, await signIn(server.newAddress()));
  return {
    bare: new SocketLink({ websocket: socket as unknown as globalThis.WebSocket }),
    cut: () => socket.terminate(),
    end: async () => {
      await server.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a signed-in page has. */
export interface SignedIn {
  readonly cookie: string;
  readonly key: string;
}

/** Opens the line as a signed-in page does. */
export async function openPageSocket(origin: string, { cookie, key }: SignedIn): Promise<WebSocket> {
  const url = `${origin.replace('http', 'ws')}${RPC_PATH}`;
  const socket = new WebSocket(url, [RPC_PROTOCOL, key], { origin, headers: { cookie } });
  await once(socket, 'open');
  return socket;
}

/** Exchanges an address for a session, as a page does. */
export async function signIn(address: string): Promise<SignedIn> {
  const { origin, hash } = new URL(address);
  const token = new URLSearchParams(hash.slice(1)).get(TOKEN_FRAGMENT);
  const answer = await fetch(`${origin}${SESSION_PATH}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ token }),
  });
  if (!answer.ok) throw new Error(`signing in was answered by ${answer.status}: ${await answer.text()}`);
  const { key } = (await answer.json()) as { key: string };
  return { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '', key };
}

const OPEN = { 'direct caller': openDirect, 'message port': openPort, WebSocket: openSocket } as const satisfies Record<
  string,
  Open
>;
export type TransportName = keyof typeof OPEN;
export const TRANSPORTS = Object.keys(OPEN) as readonly TransportName[];

/** A real core of its own behind a transport; the same clock, ids and host behind each. */
export async function openTransport(name: TransportName, can: Principal['can'] = 'write'): Promise<Transport> {
  const host = scriptedHost();
  const { core, end } = await testCore({ host });
  const line = await OPEN[name](core, { actor: 'Ada', can });
  const link = name === 'direct caller' ? line.bare : shapeLink(line.bare);
  return {
    link,
    bare: line.bare,
    host,
    cut: line.cut,
    call: (procedure, input, signal) =>
      link.call(procedure.split('.'), input, { context: {}, ...(signal ? { signal } : {}) }),
    end: async () => {
      await line.end();
      await end();
    },
  };
}
