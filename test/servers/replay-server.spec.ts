import { afterEach, describe, expect, it } from 'vitest';
import { type ReplayOptions, type ReplayServer, startReplayServer } from './replay-server.ts';

describe('test/servers/replay-server', () => {
  let server: ReplayServer;
  afterEach(() => server.close());

  async function start(changes: Partial<ReplayOptions> = {}): Promise<ReplayServer> {
    server = await startReplayServer({
      answer: ({ path, query }) => ({ body: { path, q: query.get('q') } }),
      refusal: (_status, message) => ({ error: message }),
      ...changes,
    });
    return server;
  }
  const get = (path: string, headers: Record<string, string> = {}) => fetch(server.origin + path, { headers });

  it('answers conditionally, and says what it was asked', async () => {
    await start();
    const first = await get('/a?q=1', { authorization: 'x' });
    const etag = first.headers.get('etag') ?? '';
    const again = await get('/a?q=1', { 'if-none-match': etag });
    const other = await get('/b', { 'if-none-match': etag });

    expect(await first.json()).toEqual({ path: '/a', q: '1' });
    expect([again.status, other.status]).toEqual([304, 200]);
    expect(server.requests()).toEqual([
      { method: 'GET', path: '/a?q=1', status: 200, authorization: 'x', ifNoneMatch: null },
      { method: 'GET', path: '/a?q=1', status: 304, authorization: null, ifNoneMatch: etag },
      { method: 'GET', path: '/b', status: 200, authorization: null, ifNoneMatch: etag },
    ]);
  });

  it('keeps a limit: counts down, leaves 304 out, refuses, begins anew', async () => {
    let now = Date.parse('2026-01-01T00:00:00Z');
    await start({ requestsPerHour: 2, now: () => now });
    const first = await get('/a');
    await get('/a', { 'if-none-match': first.headers.get('etag') ?? '' });
    const second = await get('/b');
    const refused = await get('/c');
    now += 3_600_000;
    const anew = await get('/c');

    expect([first, second, refused, anew].map((one) => [one.status, one.headers.get('x-ratelimit-remaining')])).toEqual(
      [
        [200, '1'],
        [200, '0'],
        [403, '0'],
        [200, '1'],
      ],
    );
    expect(refused.headers.get('x-ratelimit-reset')).toBe(String(Date.parse('2026-01-01T01:00:00Z') / 1_000));
  });

  it('lets faults meet the requests that they are for, so many times', async () => {
    await start();
    server.fault({ kind: 'status', status: 500, times: 1, path: /bad/ });

    expect([(await get('/good')).status, (await get('/bad')).status, (await get('/bad')).status]).toEqual([
      200, 500, 200,
    ]);
    server.fault({ kind: 'throttled', retryAfter: '3' });
    const throttled = await get('/good');
    server.clearFaults();

    expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '3']);
    expect((await get('/good')).status).toBe(200);
  });

  it('tells its own mistakes from those that it plays', async () => {
    await start({
      answer: () => {
        throw new Error('oops');
      },
    });

    expect(await (await get('/a')).text()).toContain('the replay server itself failed: Error: oops');
  });
});
