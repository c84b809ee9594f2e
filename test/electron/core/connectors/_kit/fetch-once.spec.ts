import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchOnce, TryFailed } from '../../../../../electron/core/connectors/_kit/fetch-once.ts';
import { placeOf } from '../../../../../electron/core/connectors/_kit/place.ts';
import { type ReplayRequest, type ReplayServer, startReplayServer } from '../../../../servers/replay-server.ts';

const options = { fetch, timeoutMs: 2_000, maxBytes: 10_000 };
const place = placeOf('http://127.0.0.1/x', 'things');

describe('electron/core/connectors/_kit/fetch-once', () => {
  let server: ReplayServer;
  let seen: ReplayRequest[] = [];
  beforeEach(async () => {
    seen = [];
    const answer = (request: ReplayRequest) => {
      seen.push(request);
      return { body: { path: request.path, method: request.method } };
    };
    server = await startReplayServer({ answer, refusal: (_status, message) => ({ message }) });
  });
  afterEach(() => server.close());

  function ask(path: string, changes: Record<string, unknown> = {}, signal = new AbortController().signal) {
    const headers = { authorization: 'Bearer x', 'x-keep': '1' };
    const request = { url: server.origin + path, method: 'GET', headers, body: null, ...changes };
    return fetchOnce(request, options, { place, signal });
  }

  async function failureOf(promise: Promise<unknown>): Promise<TryFailed> {
    const error = await promise.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(TryFailed);
    return error as TryFailed;
  }

  it('gives any status as an answer, with its headers in lower case', async () => {
    server.fault({ kind: 'status', status: 418, headers: { 'X-Tea': 'yes' }, times: 1 });

    const answer = await ask('/tea');

    expect(answer).toMatchObject({ status: 418, body: '{"message":"status 418"}' });
    expect(answer.headers['x-tea']).toBe('yes');
  });

  it.each([
    [301, 'POST', 'GET'],
    [303, 'PUT', 'GET'],
    [307, 'POST', 'POST'],
    [308, 'POST', 'POST'],
  ])('follows a %i of a %s by a %s', async (status, method, followed) => {
    server.fault({ kind: 'redirect', to: '/new', status, path: /old/ });

    await ask('/old', { method, body: '{"a":1}' });

    expect(seen).toMatchObject([{ path: '/new', method: followed, body: followed === 'GET' ? '' : '{"a":1}' }]);
    expect(seen[0]?.headers.authorization).toBe('Bearer x');
  });

  it('leaves credentials behind when a redirect leads to another origin', async () => {
    const other = await startReplayServer({ answer: () => ({ body: 1 }), refusal: () => 1 });
    server.fault({ kind: 'redirect', to: `${other.origin}/there` });

    const answer = await ask('/here', { headers: { Authorization: 'Bearer x', cookie: 'c=1', 'x-keep': '1' } });

    await other.close();
    expect(answer.body).toBe('1');
    expect(other.requests()).toMatchObject([{ path: '/there', authorization: null }]);
  });

  it.each(['ftp://127.0.0.1/x', 'javascript:alert(1)', 'data:,x', 'http://'])('does not follow %s', async (to) => {
    server.fault({ kind: 'redirect', to });

    const { failure, passing } = await failureOf(ask('/x'));

    expect([failure.code, passing]).toEqual(['PROVIDER_REFUSED', false]);
  });

  it('does not leave https for http', async () => {
    const hops = [Response.redirect('http://ghe.example/x', 302)];
    const fake = { ...options, fetch: () => Promise.resolve(hops.shift() as Response) };
    const request = { url: 'https://ghe.example/x', method: 'GET', headers: {}, body: null };

    const { failure } = await failureOf(fetchOnce(request, fake, { place, signal: new AbortController().signal }));

    expect(failure.code).toBe('PROVIDER_REFUSED');
    expect(failure.message).toContain('http://ghe.example');
  });

  it('stops after five redirects', async () => {
    server.fault({ kind: 'redirect', to: '/again' });

    const { failure } = await failureOf(ask('/again'));

    expect(failure.code).toBe('PROVIDER_LOOP');
    expect(server.requests()).toHaveLength(6);
  });

  it.each([
    [{ kind: 'huge', bytes: 20_000 } as const, 'TOO_LARGE', false],
    [{ kind: 'cut' } as const, 'PROVIDER_TRUNCATED', true],
    [{ kind: 'reset' } as const, 'PROVIDER_UNREACHABLE', true],
  ])('tells what kept the answer away: %o', async (fault, code, mayPass) => {
    server.fault(fault);

    const { failure, passing } = await failureOf(ask('/x'));

    expect([failure.code, passing]).toEqual([code, mayPass]);
  });

  it('gives up after its time, and at once when it is called off', async () => {
    server.fault({ kind: 'hang' });
    const stop = new AbortController();
    const request = { url: `${server.origin}/x`, method: 'GET', headers: {}, body: null };

    const late = fetchOnce(request, { ...options, timeoutMs: 30 }, { place, signal: stop.signal });
    const { failure: timeout, passing } = await failureOf(late);
    const called = ask('/x', {}, stop.signal);
    stop.abort();

    expect([timeout.code, passing]).toEqual(['PROVIDER_TIMEOUT', true]);
    expect((await failureOf(called)).failure.code).toBe('CANCELLED');
  });

  it('reads text whose characters are split between chunks', async () => {
    const bytes = new TextEncoder().encode('"Zürich"');
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
        controller.close();
      },
    });
    const fake = { ...options, fetch: () => Promise.resolve(new Response(stream)) };

    const answer = await fetchOnce({ url: 'https://x/', method: 'GET', headers: {}, body: null }, fake, {
      place,
      signal: new AbortController().signal,
    });

    expect(answer.body).toBe('"Zürich"');
  });
});
