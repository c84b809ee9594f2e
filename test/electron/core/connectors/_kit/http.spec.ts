import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttp, defaultLimits, type HttpOptions } from '../../../../../electron/core/connectors/_kit/http.ts';
import { Failure } from '../../../../../shared/model/failure.ts';
import { type ReplayServer, startReplayServer } from '../../../../servers/replay-server.ts';
import { type TestEnv, testEnv } from '../../../../support/env.ts';
import { silentLog } from '../../../../support/sync-run.ts';
import { type NotedWaits, notedWaits } from '../../../../support/waits.ts';

describe('electron/core/connectors/_kit/http', () => {
  const never = new AbortController().signal;
  let env: TestEnv;
  let server: ReplayServer;
  let noted: NotedWaits;
  let underWay = 0;
  let most = 0;
  beforeEach(async () => {
    env = testEnv();
    noted = notedWaits(env);
    most = 0;
    server = await startReplayServer({
      answer: ({ path, method, body }) => ({ body: { path, method, body } }),
      refusal: (_status, message) => ({ message }),
      now: env.now,
    });
  });
  afterEach(() => server.close());

  /** A client whose clock moves only while it waits, and whose chance is always one half. */
  function http(changes: Partial<HttpOptions> = {}) {
    return createHttp({
      baseUrl: `${server.origin}/api/`,
      headers: { authorization: 'Bearer t' },
      fetch: async (...args) => {
        underWay += 1;
        most = Math.max(most, underWay);
        return fetch(...args).finally(() => {
          underWay -= 1;
        });
      },
      env: { ...env, random: () => 0.5 },
      wait: noted.wait,
      log: silentLog,
      limits: { ...defaultLimits, timeoutMs: 2_000, concurrency: 2 },
      ...changes,
    });
  }

  function ask(path: string, changes: Partial<HttpOptions> = {}) {
    return http(changes).ask({ path, what: 'things' }, never);
  }

  async function failureOf(promise: Promise<unknown>): Promise<Failure> {
    const error = await promise.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Failure);
    return error as Failure;
  }

  it('joins base and path, and sends the connection’s headers', async () => {
    const answer = await ask('/x?y=1');

    expect(answer).toMatchObject({ kind: 'page', response: { status: 200 } });
    expect(server.requests()).toMatchObject([{ path: '/api/x?y=1', authorization: 'Bearer t' }]);
  });

  it('posts a body as JSON', async () => {
    const answer = await http().ask({ path: 'search', what: 'things', method: 'POST', body: '{"q":1}' }, never);

    expect(answer.kind === 'page' && JSON.parse(answer.response.body)).toEqual({
      path: '/api/search',
      method: 'POST',
      body: '{"q":1}',
    });
  });

  it('backs off by full jitter: half of 1, 2, 4, 8 seconds at a chance of one half', async () => {
    server.fault({ kind: 'status', status: 502 });

    const failure = await failureOf(ask('x'));

    expect(failure.code).toBe('PROVIDER_BROKEN');
    expect(server.requests()).toHaveLength(5);
    expect(noted.waits).toEqual([500, 1_000, 2_000, 4_000]);
  });

  it('waits no longer than the longest delay', async () => {
    server.fault({ kind: 'reset' });
    const limits = { ...defaultLimits, attempts: 9, longestDelayMs: 3_000 };

    await failureOf(ask('x', { limits }));

    expect(noted.waits).toEqual([500, 1_000, 1_500, 1_500, 1_500, 1_500, 1_500, 1_500]);
  });

  it.each([
    ['seconds', '17', 17_000],
    ['a date', 'Mon, 23 Nov 2026 09:00:20 GMT', 20_000],
  ])('waits as long as a 429 says by %s', async (_how, retryAfter, ms) => {
    server.fault({ kind: 'throttled', retryAfter, times: 1 });

    await ask('x');

    expect(noted.waits).toEqual([ms]);
  });

  it('waits at least as long as a 503 says', async () => {
    server.fault({ kind: 'status', status: 503, headers: { 'retry-after': '90' }, times: 1 });

    await ask('x');

    expect(noted.waits).toEqual([90_000]);
  });

  it('does not ask before a used-up limit begins anew, whoever used it up, and tells who waits until when', async () => {
    const told: (number | null)[] = [];
    const one = http({ onWaiting: (until) => told.push(until) });
    const reset = env.now() + 120_000;
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset / 1_000) };
    const answers = [new Response('{}', { headers })];
    const two = http({
      onWaiting: (until) => told.push(until),
      fetch: async (...args) => answers.shift() ?? fetch(...args),
    });

    await one.ask({ path: 'x', what: 'things' }, never);
    await two.ask({ path: 'x', what: 'things' }, never);
    await two.ask({ path: 'x', what: 'things' }, never);

    expect(noted.waits).toEqual([120_000]);
    expect(told).toEqual([reset, null]);
  });

  it('backs off from a limit that names no time, and gives up in the end', async () => {
    server.fault({ kind: 'throttled', retryAfter: null });

    const failure = await failureOf(ask('x', { limits: { ...defaultLimits, limitWaits: 3 } }));

    expect(failure.code).toBe('PROVIDER_RATE_LIMITED');
    expect(noted.waits).toEqual([500, 1_000, 2_000]);
  });

  it('fails at once when a limit lasts longer than it may wait', async () => {
    server.fault({ kind: 'rate-limit', resetInSeconds: 7_200 });

    const failure = await failureOf(ask('x'));

    expect([failure.code, noted.waits]).toEqual(['PROVIDER_RATE_LIMITED', []]);
  });

  it('asks conditionally, and says that nothing has changed', async () => {
    const client = http();
    const first = await client.ask({ path: 'x', what: 'things' }, never);
    const etag = first.kind === 'page' ? (first.response.headers.etag ?? '') : '';

    const second = await client.ask({ path: 'x', what: 'things', etag }, never);
    const other = await client.ask({ path: 'y', what: 'things', etag }, never);

    expect([second.kind, other.kind]).toEqual(['unchanged', 'page']);
    expect(server.requests().map(({ status, ifNoneMatch }) => [status, ifNoneMatch])).toEqual([
      [200, null],
      [304, etag],
      [200, etag],
    ]);
  });

  it('takes a 304 that nobody asked for as a refusal', async () => {
    server.fault({ kind: 'status', status: 304 });

    expect((await failureOf(ask('x'))).code).toBe('PROVIDER_REFUSED');
  });

  it('gives the statuses that a request accepts as pages, whatever their body', async () => {
    server.fault({ kind: 'status', status: 410, message: 'Issues are disabled' });

    const answer = await http().ask({ path: 'x', what: 'things', accepts: [410] }, never);

    expect(answer).toMatchObject({
      kind: 'page',
      response: { status: 410, body: '{"message":"Issues are disabled"}' },
    });
    expect((await failureOf(ask('x'))).code).toBe('PROVIDER_NOT_FOUND');
  });

  it('keeps to its concurrency', async () => {
    const client = http();
    server.fault({ kind: 'slow', ms: 5 });

    await Promise.all(Array.from({ length: 8 }, (_, index) => client.ask({ path: `${index}`, what: 'things' }, never)));

    expect(most).toBe(2);
    expect(server.requests()).toHaveLength(8);
  });

  it('is called off while it asks, while it waits and while it queues', async () => {
    const stop = new AbortController();
    server.fault({ kind: 'hang' });
    const limits = { ...defaultLimits, concurrency: 1 };
    const client = http({ limits });

    const both = [
      client.ask({ path: 'a', what: 'things' }, stop.signal),
      client.ask({ path: 'b', what: 'things' }, stop.signal),
    ];
    stop.abort();

    for (const one of both) expect((await failureOf(one)).code).toBe('CANCELLED');
    server.clearFaults();
    server.fault({ kind: 'throttled', retryAfter: '60' });
    const later = new AbortController();
    const waiting = http({ wait: async () => later.abort() }).ask({ path: 'c', what: 'things' }, later.signal);
    expect((await failureOf(waiting)).code).toBe('CANCELLED');
  });

  it('knows how far the clocks are apart', async () => {
    const client = http();
    expect(client.skewMs()).toBeNull();
    server.fault({ kind: 'skewed-clock', ms: -30_000 });

    await client.ask({ path: 'x', what: 'things' }, never);

    expect(client.skewMs()).toBe(30_000);
  });

  it('does not take an old answer out of a cache for a wrong clock', async () => {
    const client = http({
      fetch: async () =>
        new Response('[]', {
          headers: {
            'content-type': 'application/json',
            date: new Date(env.now() - 30 * 3_600_000).toUTCString(),
            age: String(30 * 3_600),
          },
        }),
    });

    await client.ask({ path: 'x', what: 'things' }, never);

    expect(Math.abs(client.skewMs() ?? 9_999)).toBeLessThan(1_000);
  });

  it('goes on with clocks that are some minutes apart, and says so once', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line) => lines.push(line) });
    const client = http({ log });
    server.fault({ kind: 'skewed-clock', ms: 90 * 60_000 });

    await client.ask({ path: 'x', what: 'things' }, never);
    await client.ask({ path: 'y', what: 'things' }, never);

    expect(lines.filter((line) => line.includes('clocks are apart'))).toHaveLength(1);
  });

  it('ends where the clocks are hours apart', async () => {
    server.fault({ kind: 'skewed-clock', ms: 3 * 3_600_000 });

    expect((await failureOf(http().ask({ path: 'x', what: 'things' }, never))).code).toBe('PROVIDER_CLOCK_SKEW');
  });
});
