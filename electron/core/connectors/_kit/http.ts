import PQueue from 'p-queue';
import type { Logger } from 'pino';
import type { Env } from '../../../../shared/model/env.ts';
import { Failure } from '../../../../shared/model/failure.ts';
import type { Instant } from '../../../../shared/model/time.ts';
import { instant } from '../../../../shared/model/time.ts';
import { askedRetry, askedWait, untilReset } from './asked-wait.ts';
import type { PageResponse } from './connector.ts';
import {
  cancelledFailure,
  clockSkewFailure,
  failureOfStatus,
  isHtml,
  notJsonFailure,
  type Refusal,
  rateLimitFailure,
  truncatedFailure,
} from './failures.ts';
import { fetchOnce, TryFailed } from './fetch-once.ts';
import { jsonOf } from './json.ts';
import { keptHeaders } from './kept-headers.ts';
import { type Place, placeOf } from './place.ts';
import { providerClock } from './provider-clock.ts';
import { createRedactor } from './redact.ts';
import type { Wait } from './wait.ts';

/** Clocks that are further apart are worth a line in the log. */
const SKEW_WARNED_MS = 5 * 60_000;

export interface HttpLimits {
  /** For one try, redirects and body included. */
  readonly timeoutMs: number;
  /** Tries of one request after network errors and 5xx, the first included. */
  readonly attempts: number;
  /** The n-th retry waits a random part of `firstDelayMs` x 2^n, at most `longestDelayMs`. */
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** The longest that a rate limit is waited for; beyond it the request fails. */
  readonly longestLimitWaitMs: number;
  /** How often in a row one request may be told to wait. */
  readonly limitWaits: number;
  readonly maxBytes: number;
  readonly concurrency: number;
  /** How far this clock and the provider's may be apart; beyond it nothing that it says of times is of use. */
  readonly maxSkewMs: number;
}

export const defaultLimits: HttpLimits = {
  timeoutMs: 30_000,
  attempts: 5,
  firstDelayMs: 500,
  longestDelayMs: 30_000,
  longestLimitWaitMs: 65 * 60_000,
  limitWaits: 8,
  maxBytes: 32 * 1_048_576,
  concurrency: 4,
  maxSkewMs: 2 * 60 * 60_000,
};

export interface HttpOptions {
  readonly baseUrl: string;
  /** Sent with every request to the base URL's origin, credentials included. */
  readonly headers: Readonly<Record<string, string>>;
  /** What must never be told or kept, even when the provider says it. */
  readonly secret?: string | null;
  readonly fetch: typeof fetch;
  readonly env: Env;
  readonly wait: Wait;
  readonly log: Logger;
  readonly limits: HttpLimits;
  /** Hears until when a rate limit is waited for, and null when it goes on. */
  readonly onWaiting?: (until: Instant | null) => void;
}

export interface HttpRequest {
  readonly path: string;
  /** What is read, for people: `acme/shop pulls`. */
  readonly what: string;
  readonly method?: 'GET' | 'POST';
  readonly body?: string;
  /** The validator of the page that is kept, when there is one. */
  readonly etag?: string | null;
  /** Statuses that are an answer of their own, whatever their body. */
  readonly accepts?: readonly number[];
}

export type HttpAnswer =
  | { readonly kind: 'page'; readonly response: PageResponse }
  | { readonly kind: 'unchanged'; readonly headers: Readonly<Record<string, string>> };

export interface Http {
  /** Asks until there is an answer, or throws the Failure that says why there is none. */
  readonly ask: (request: HttpRequest, signal: AbortSignal) => Promise<HttpAnswer>;
  /** This clock less the provider's, as last seen; null before the first answer. */
  readonly skewMs: () => number | null;
}

/** One try: an answer, a limit to wait for, or a failure after at least whose wait another try may succeed. */
type Attempt =
  | { readonly kind: 'answer'; readonly answer: HttpAnswer }
  | { readonly kind: 'limited'; readonly ms: number }
  | { readonly kind: 'again'; readonly failure: Failure; readonly ms: number };

function joinUrl(baseUrl: string, path: string): string {
  return `${baseUrl.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
}

/** A client for one connection: timeout, retry, rate limits, conditional requests, size and concurrency limits. */
export function createHttp(options: HttpOptions): Http {
  const { env, limits, log } = options;
  const queue = new PQueue({ concurrency: limits.concurrency });
  const redact = createRedactor([options.secret ?? null]);
  let notBefore = 0;
  let skew: number | null = null;
  let waiting = 0;

  async function waitUntil(until: number, place: Place, signal: AbortSignal): Promise<void> {
    const ms = until - env.now();
    if (ms <= 0) return;
    if (ms > limits.longestLimitWaitMs) throw rateLimitFailure(place, ms);
    log.info({ where: place.where, ms }, 'waiting for the rate limit');
    waiting += 1;
    options.onWaiting?.(instant(until));
    await options.wait(ms, signal);
    waiting -= 1;
    if (waiting === 0) options.onWaiting?.(null);
  }

  function checkClock(answer: Refusal, place: Place): void {
    const shown = providerClock(answer.headers);
    if (shown === null) return;
    const known = Math.abs(skew ?? 0);
    skew = env.now() - shown;
    if (Math.abs(skew) > limits.maxSkewMs) throw clockSkewFailure(place, skew);
    if (Math.abs(skew) > SKEW_WARNED_MS && known <= SKEW_WARNED_MS) {
      log.warn({ where: place.where, ms: skew }, 'the clocks are apart');
    }
  }

  async function tryOnce(request: HttpRequest, place: Place, signal: AbortSignal): Promise<Refusal> {
    const url = joinUrl(options.baseUrl, request.path);
    const started = env.now();
    const conditional = request.etag ? { 'if-none-match': request.etag } : {};
    const content = request.body === undefined ? {} : { 'content-type': 'application/json' };
    const headers = { ...options.headers, ...content, ...conditional };
    const one = { url, method: request.method ?? 'GET', headers, body: request.body ?? null };
    const answer = await fetchOnce(one, { ...options, ...limits }, { place, signal });
    log.debug({ url, status: answer.status, ms: env.now() - started }, 'asked');
    checkClock(answer, place);
    return answer;
  }

  function pageOf(answer: Refusal): PageResponse {
    const { status, body } = answer;
    const tells = options.secret ? body.includes(options.secret) : false;
    return { status, headers: keptHeaders(answer.headers), body: tells ? redact(body) : body };
  }

  /** A failure as it may be told. */
  function discreet(failure: Failure): Failure {
    const remedy = failure.remedy === null ? null : redact(failure.remedy);
    return new Failure(
      failure.code,
      redact(failure.message),
      { where: failure.where, remedy },
      { cause: failure.cause },
    );
  }

  /** A good answer as a page of JSON; anything else is a failure that may pass or not. */
  function goodPage(answer: Refusal, place: Place): PageResponse {
    if (isHtml(answer)) throw new TryFailed(notJsonFailure(place), false);
    const response = pageOf(answer);
    try {
      jsonOf(response);
      return response;
    } catch (error) {
      throw new TryFailed(truncatedFailure(place, error), true);
    }
  }

  function read(answer: Refusal, request: HttpRequest, place: Place): Attempt {
    const limitMs = askedWait(answer, env.now());
    if (limitMs !== null) return { kind: 'limited', ms: limitMs };
    const resetMs = untilReset(answer.headers, env.now());
    if (resetMs !== null) notBefore = Math.max(notBefore, env.now() + resetMs);
    if (answer.status < 300) return { kind: 'answer', answer: { kind: 'page', response: goodPage(answer, place) } };
    if (answer.status === 304 && request.etag) {
      return { kind: 'answer', answer: { kind: 'unchanged', headers: keptHeaders(answer.headers) } };
    }
    if (request.accepts?.includes(answer.status)) {
      return { kind: 'answer', answer: { kind: 'page', response: pageOf(answer) } };
    }
    const failure = failureOfStatus(answer, place);
    if (answer.status < 500 && answer.status !== 408) throw failure;
    return { kind: 'again', failure, ms: askedRetry(answer, env.now()) ?? 0 };
  }

  async function attempt(request: HttpRequest, place: Place, signal: AbortSignal): Promise<Attempt> {
    try {
      return read(await tryOnce(request, place, signal), request, place);
    } catch (error) {
      if (!(error instanceof TryFailed)) throw error;
      if (!error.passing) throw error.failure;
      return { kind: 'again', failure: error.failure, ms: 0 };
    }
  }

  async function askWithRetry(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    const place = placeOf(joinUrl(options.baseUrl, request.path), request.what);
    let tries = 0;
    let limitWaits = 0;
    for (;;) {
      await waitUntil(notBefore, place, signal);
      if (signal.aborted) throw cancelledFailure(place);
      const result = await attempt(request, place, signal);
      if (result.kind === 'answer') return result.answer;
      if (result.kind === 'limited') {
        limitWaits += 1;
        // A limit that names no time is backed off from like a failure.
        const ms = result.ms > 0 ? result.ms : backoff(limitWaits);
        if (limitWaits > limits.limitWaits) throw rateLimitFailure(place, ms);
        notBefore = Math.max(notBefore, env.now() + ms);
        continue;
      }
      tries += 1;
      if (tries >= limits.attempts) throw result.failure;
      const ms = Math.max(result.ms, backoff(tries));
      if (ms > limits.longestLimitWaitMs) throw result.failure;
      log.warn({ where: place.where, code: result.failure.code, ms, tries }, 'trying again');
      await options.wait(ms, signal);
    }
  }

  /** Full jitter: anywhere between nothing and the doubled delay, so that many clients spread out. */
  function backoff(tries: number): number {
    return env.random() * Math.min(limits.longestDelayMs, limits.firstDelayMs * 2 ** tries);
  }

  return {
    ask: async (request, signal) => {
      try {
        return await queue.add(() => askWithRetry(request, signal), { signal });
      } catch (error) {
        if (error instanceof Failure) throw discreet(error);
        if (!signal.aborted) throw error;
        throw cancelledFailure(placeOf(joinUrl(options.baseUrl, request.path), request.what));
      }
    },
    skewMs: () => skew,
  };
}
