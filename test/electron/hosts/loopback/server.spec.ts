import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { GOING_AWAY, type LoopbackServer, startLoopbackServer } from '../../../../electron/hosts/loopback/server.ts';
import { readPageFiles } from '../../../../electron/hosts/page-files.ts';
import { openPageSocket, signIn } from '../../../contract/transports.ts';
import { testFolder } from '../../../support/core.ts';

let folder: string;
let server: LoopbackServer;
let ports: MessagePort[];

beforeEach(async () => {
  folder = testFolder();
  fs.writeFileSync(path.join(folder, 'index.html'), '<title>page</title>');
  ports = [];
  server = await startLoopbackServer({
    port: 0,
    files: await readPageFiles(folder),
    connect: (port) => ports.push(port),
    now: () => performance.now(),
  });
});
afterEach(async () => {
  await server.close();
  for (const port of ports) port.close();
  fs.rmSync(folder, { recursive: true });
});

function portOf(): number {
  return Number(new URL(server.origin).port);
}

/** A request with exactly these headers; `fetch` would not send a foreign Host. */
function ask(requestPath: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port: portOf(), path: requestPath, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    request.on('error', reject).end();
  });
}

/** What came of an upgrade: `open`, or the status that refused it. */
function upgrade(requestPath: string, headers: Record<string, string>): Promise<number | 'open'> {
  const { 'sec-websocket-protocol': protocols, ...others } = headers;
  return new Promise((resolve) => {
    const url = `ws://127.0.0.1:${portOf()}${requestPath}`;
    const socket = new WebSocket(url, protocols?.split(', ') ?? [], { headers: others });
    socket.on('open', () => {
      socket.terminate();
      resolve('open');
    });
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => undefined);
  });
}

async function open(): Promise<WebSocket> {
  return openPageSocket(server.origin, await signIn(server.newAddress()));
}

/** The headers of a signed-in page's own upgrade. */
async function ownHeaders() {
  const { cookie, key } = await signIn(server.newAddress());
  const host = `127.0.0.1:${portOf()}`;
  return { host, origin: server.origin, cookie, 'sec-websocket-protocol': `signalbox, ${key}` };
}

describe('electron/hosts/loopback/server', () => {
  it('listens on 127.0.0.1 and nowhere else', async () => {
    const others = Object.values((await import('node:os')).networkInterfaces())
      .flatMap((each) => each ?? [])
      .filter(({ address, internal }) => !internal && !address.startsWith('fe80'));

    const reached = await Promise.all(
      others.map(
        ({ address }) =>
          new Promise((resolve) => {
            const socket = net.connect(portOf(), address, () => resolve(address));
            socket.on('error', () => resolve(null));
          }),
      ),
    );

    expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(reached.filter((each) => each !== null)).toEqual([]);
  });

  it('gives each address a token of its own, in the fragment', () => {
    const addresses = [server.newAddress(), server.newAddress()].map((each) => new URL(each));

    expect(addresses[0]?.hash).toMatch(/^#token=[\w-]{43}$/);
    expect(addresses[0]?.hash).not.toBe(addresses[1]?.hash);
    expect(addresses[0]?.search).toBe('');
  });

  it('serves the page by its own name only', async () => {
    expect((await ask('/', { host: `127.0.0.1:${portOf()}` })).body).toBe('<title>page</title>');
    expect((await ask('/', { host: `rebound.example:${portOf()}` })).status).toBe(403);
    expect((await ask('/', { host: `127.0.0.1:${portOf()}`, origin: 'https://evil.example' })).status).toBe(403);
  });

  it.each(['/../package.json', '/%2e%2e/%2e%2e/etc/passwd', '/..%5c..%5cetc', '/assets/%00', '/%', '/%ff'])(
    'has nothing behind %s',
    async (requestPath) => {
      const answer = await ask(requestPath, { host: `127.0.0.1:${portOf()}` });

      expect([400, 404]).toContain(answer.status);
    },
  );

  it('upgrades for its own page with a session', async () => {
    const own = await ownHeaders();

    expect(await upgrade('/rpc', own)).toBe('open');
    expect(ports).toHaveLength(1);
  });

  it('refuses every other upgrade, and reaches for no core', async () => {
    const own = await ownHeaders();
    const { origin: _origin, ...withoutOrigin } = own;
    const { cookie: _cookie, ...withoutCookie } = own;
    const { 'sec-websocket-protocol': _key, ...withoutKey } = own;
    const other = await ownHeaders();

    const answers = {
      foreignPage: await upgrade('/rpc', { ...own, origin: 'https://evil.example' }),
      otherPort: await upgrade('/rpc', { ...own, origin: `http://127.0.0.1:${portOf() + 1}` }),
      rebound: await upgrade('/rpc', {
        ...own,
        host: `evil.example:${portOf()}`,
        origin: `http://evil.example:${portOf()}`,
      }),
      withoutOrigin: await upgrade('/rpc', withoutOrigin),
      withoutCookie: await upgrade('/rpc', withoutCookie),
      foreignCookie: await upgrade('/rpc', { ...own, cookie: `signalbox-${portOf()}=guess` }),
      withoutKey: await upgrade('/rpc', withoutKey),
      foreignKey: await upgrade('/rpc', { ...own, 'sec-websocket-protocol': 'signalbox, guess' }),
      keyOfAnother: await upgrade('/rpc', { ...own, 'sec-websocket-protocol': other['sec-websocket-protocol'] }),
      otherPath: await upgrade('/rpc/more', own),
      otherQuery: await upgrade('/rpc?x', own),
    };

    expect(answers).toEqual({
      foreignPage: 403,
      otherPort: 403,
      rebound: 403,
      withoutOrigin: 403,
      withoutCookie: 401,
      foreignCookie: 401,
      withoutKey: 401,
      foreignKey: 401,
      keyOfAnother: 401,
      otherPath: 404,
      otherQuery: 404,
    });
    expect(ports).toEqual([]);
  });

  it('says when the first browser is let in', async () => {
    const order: string[] = [];
    void server.signedIn.then(() => order.push('let in'));
    await ask('/', { host: `127.0.0.1:${portOf()}` });
    await new Promise((resolve) => setImmediate(resolve));
    order.push('asked');

    await signIn(server.newAddress());
    await server.signedIn;

    expect(order).toEqual(['asked', 'let in']);
  });

  it('passes frames unread both ways, text as text and bytes as bytes', async () => {
    const socket = await open();
    const [port] = ports;
    const heard: unknown[] = [];
    const answered: unknown[] = [];

    const done = new Promise<void>((resolve) => {
      port?.on('message', (data) => {
        heard.push(data);
        port.postMessage(data);
      });
      socket.on('message', (data: Buffer, isBinary) => {
        answered.push(isBinary ? [...data] : data.toString());
        if (answered.length === 2) resolve();
      });
    });
    socket.send('{"i":"1"}');
    socket.send(new Uint8Array([1, 255, 3]));
    await done;
    socket.terminate();

    expect(heard).toEqual(['{"i":"1"}', new Uint8Array([1, 255, 3])]);
    expect(answered).toEqual(['{"i":"1"}', [1, 255, 3]]);
  });

  it('cuts off a frame that no call can need', async () => {
    const socket = await open();

    const closed = new Promise((resolve) => socket.on('close', (code) => resolve(code)));
    socket.on('error', () => undefined);
    socket.send('x'.repeat(5_000_000));

    expect(await closed).toBe(1009);
  });

  it('closes the page’s line when the core’s end closes, and the other way round', async () => {
    const first = await open();
    const second = await open();

    const socketClosed = new Promise((resolve) => first.on('close', resolve));
    ports[0]?.close();
    const portClosed = new Promise((resolve) => ports[1]?.on('close', () => resolve('closed')));
    second.close();

    await socketClosed;
    expect(await portClosed).toBe('closed');
  });

  it('tells its pages when it goes away', async () => {
    const socket = await open();

    const closed = new Promise((resolve) => socket.on('close', (code) => resolve(code)));
    await server.close();

    expect([GOING_AWAY, 1006]).toContain(await closed);
    await expect(fetch(server.origin)).rejects.toThrow();
  });

  it('says when its port is taken', async () => {
    const second = startLoopbackServer({
      port: portOf(),
      files: { respond: () => null },
      connect: () => undefined,
      now: () => 0,
    });

    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
