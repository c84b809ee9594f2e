import { describe, expect, it } from 'vitest';
import { FailureError } from '../../../renderer/lib/failures.ts';
import { loopbackTransport, tokenOf } from '../../../renderer/lib/transport-loopback.ts';

const SOCKET = 'socket ws://127.0.0.1:4000/rpc signalbox';

type Answer = { readonly status: number; readonly body?: unknown } | 'no network';

/** A page with just what the transport touches; sockets open or close as told. */
function page(
  hash: string,
  options: {
    readonly opens: boolean;
    readonly answers?: Readonly<Record<string, Answer>>;
    readonly kept?: string;
  },
) {
  const asked: string[] = [];
  const kept = new Map(options.kept === undefined ? [] : [['signalbox-key', options.kept]]);
  const addresses: string[] = [];
  const listeners = new EventTarget();
  class Socket extends EventTarget {
    readonly readyState = 1;
    readonly url: string;
    constructor(url: string, protocols: readonly string[]) {
      super();
      this.url = url;
      asked.push(`socket ${url} ${protocols.join()}`);
      queueMicrotask(() => this.dispatchEvent(new Event(options.opens ? 'open' : 'close')));
    }
    send(): void {}
  }
  const location = {
    hash,
    host: '127.0.0.1:4000',
    protocol: 'http:',
    pathname: '/',
    reload: () => void asked.push('reload'),
  };
  function follow(next: string): void {
    location.hash = next;
    listeners.dispatchEvent(new Event('hashchange'));
  }
  const fake = {
    addEventListener: listeners.addEventListener.bind(listeners),
    location,
    history: {
      replaceState: (_state: unknown, _title: string, address: string) => {
        addresses.push(address);
      },
    },
    localStorage: {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
    },
    fetch: (path: string, init?: RequestInit) => {
      const name = `${init?.method ?? 'GET'} ${path}`;
      const said = init?.body ?? new Headers(init?.headers).get('signalbox-key');
      asked.push(said === null ? name : `${name} ${String(said)}`);
      const usual: Answer = init?.method === 'POST' ? { status: 200, body: { key: 'the-key' } } : { status: 204 };
      const answer = options.answers?.[name] ?? usual;
      if (answer === 'no network') return Promise.reject(new TypeError('fetch failed'));
      const empty = answer.body === undefined;
      return Promise.resolve(new Response(empty ? null : JSON.stringify(answer.body), { status: answer.status }));
    },
    WebSocket: Socket,
  };
  // The transport touches only these members of a page.
  return { page: fake as unknown as Parameters<typeof loopbackTransport>[0], asked, addresses, follow };
}

describe('renderer/lib/transport-loopback', () => {
  it('begins again when a new address is opened in the same tab, and only then', () => {
    const { page: fake, asked, follow } = page('', { opens: true });
    loopbackTransport(fake);

    follow('#/calendar');
    const atPlace = [...asked];
    follow('#token=fresh');

    expect(atPlace).toEqual([]);
    expect(asked).toEqual(['reload']);
  });

  it.each([
    ['#token=abc_DEF-1', 'abc_DEF-1'],
    ['#/token=abc', 'abc'],
    ['#/today', null],
    ['#token=', null],
    ['', null],
  ])('finds in %s the token %s', (hash, token) => {
    expect(tokenOf(hash)).toBe(token);
  });

  it('wipes the token from the address before anything is asked, and trades it for a cookie and a key', async () => {
    const world = page('#token=abc', { opens: true });
    const transport = loopbackTransport(world.page);
    const wipedAtOnce = [...world.addresses];

    await transport.open();

    expect(wipedAtOnce).toEqual(['/#/today']);
    expect(world.asked).toEqual(['POST /session {"token":"abc"}', `${SOCKET},the-key`]);
  });

  it('sends the token once', async () => {
    const world = page('#token=abc', { opens: true });
    const transport = loopbackTransport(world.page);

    await transport.open();
    await transport.open();

    expect(world.asked.filter((one) => one.startsWith('POST'))).toHaveLength(1);
  });

  it('leaves an address without a token as it is', async () => {
    const world = page('#/trains', { opens: true });

    await loopbackTransport(world.page).open();

    expect([world.addresses, world.asked]).toEqual([[], [SOCKET]]);
  });

  it('brings the key that another page of this browser was given', async () => {
    const world = page('#/trains', { opens: true, kept: 'abc_DEF-1' });

    await loopbackTransport(world.page).open();

    expect(world.asked).toEqual([`${SOCKET},abc_DEF-1`]);
  });

  it('brings nothing that no key can be', async () => {
    const world = page('#/trains', { opens: true, kept: 'no key, but a text' });

    await loopbackTransport(world.page).open();

    expect(world.asked).toEqual([SOCKET]);
  });

  it('goes on where the address was opened twice in a browser that is signed in', async () => {
    const used = { status: 401, body: { code: 'UNAUTHORIZED', message: 'Used already.', remedy: null } };
    const world = page('#token=abc', { opens: true, kept: 'the-key', answers: { 'POST /session': used } });

    await loopbackTransport(world.page).open();

    expect(world.asked).toEqual(['POST /session {"token":"abc"}', 'GET /session the-key', `${SOCKET},the-key`]);
  });

  it('brings the token again only where nobody answered', async () => {
    const answers: Record<string, Answer> = { 'POST /session': 'no network' };
    const world = page('#token=abc', { opens: true, answers });
    const transport = loopbackTransport(world.page);
    await expect(transport.open()).rejects.toThrow('fetch failed');

    answers['POST /session'] = { status: 401 };
    answers['GET /session'] = { status: 401 };
    await expect(transport.open()).rejects.toBeInstanceOf(FailureError);
    await transport.open();

    expect(world.asked.filter((one) => one.startsWith('POST'))).toHaveLength(2);
  });

  it('says why where the token is refused', async () => {
    const refused = {
      status: 401,
      body: { code: 'UNAUTHORIZED', message: 'Used already.', remedy: 'Open the newest.' },
    };
    const answers = { 'POST /session': refused, 'GET /session': { status: 401 } };
    const world = page('#token=abc', { opens: true, answers });

    const error = await loopbackTransport(world.page)
      .open()
      .catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(FailureError);
    expect((error as FailureError).failure).toMatchObject({ message: 'Used already.', remedy: 'Open the newest.' });
  });

  it('gives up where the socket stays shut and the session is over', async () => {
    const world = page('#/today', { opens: false, answers: { 'GET /session': { status: 401 } } });

    await expect(loopbackTransport(world.page).open()).rejects.toBeInstanceOf(FailureError);
  });

  it.each(['no network', { status: 204 }, { status: 500 }] as const)(
    'asks to be tried again after %j',
    async (answer) => {
      const world = page('#/today', { opens: false, answers: { 'GET /session': answer } });

      await expect(loopbackTransport(world.page).open()).rejects.not.toBeInstanceOf(FailureError);
    },
  );
});
