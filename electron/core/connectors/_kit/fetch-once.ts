import type { Failure } from '../../../../shared/model/failure.ts';
import {
  cancelledFailure,
  loopFailure,
  type Refusal,
  redirectFailure,
  tooLargeFailure,
  truncatedFailure,
} from './failures.ts';
import { failureOfNetwork, mayPass, timeoutFailure } from './network-failure.ts';
import type { Place } from './place.ts';

const MOST_REDIRECTS = 5;
/** Headers that tell who we are: they stay with the origin that they were meant for. */
const CREDENTIALS = ['authorization', 'cookie', 'private-token', 'proxy-authorization'];

export interface OneRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface OnceOptions {
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

/** A failure of one try, with whether another may help. */
export class TryFailed extends Error {
  readonly failure: Failure;
  readonly passing: boolean;

  constructor(failure: Failure, passing: boolean) {
    super(failure.message, { cause: failure });
    this.failure = failure;
    this.passing = passing;
  }
}

function withoutCredentials(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !CREDENTIALS.includes(name.toLowerCase())));
}

/** The request that a redirect asks for; credentials are never carried to another origin, https never left. */
function redirected(request: OneRequest, response: Response, place: Place): OneRequest {
  const from = new URL(request.url);
  const target = URL.parse(response.headers.get('location') ?? '', from.href);
  const safe = target?.protocol === 'https:' || (target?.protocol === 'http:' && from.protocol === 'http:');
  if (target === null || !safe) {
    throw new TryFailed(
      redirectFailure(place, target === null ? 'nowhere' : `${target.protocol}//${target.host}`),
      false,
    );
  }
  const asGet = response.status === 303 || (request.method === 'POST' && response.status < 303);
  return {
    url: target.href,
    method: asGet ? 'GET' : request.method,
    headers: target.origin === from.origin ? request.headers : withoutCredentials(request.headers),
    body: asGet ? null : request.body,
  };
}

async function readBody(response: Response, maxBytes: number, place: Place): Promise<string> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks).toString('utf8');
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw new TryFailed(tooLargeFailure(place, maxBytes), false);
    }
    chunks.push(value);
  }
}

async function follow(request: OneRequest, options: OnceOptions, context: { place: Place; signal: AbortSignal }) {
  let current = request;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    const response = await options.fetch(current.url, {
      method: current.method,
      headers: { ...current.headers },
      body: current.body,
      redirect: 'manual',
      signal: context.signal,
    });
    if (response.status < 300 || response.status > 399 || response.status === 304) return response;
    await response.body?.cancel();
    current = redirected(current, response, context.place);
  }
  throw new TryFailed(loopFailure(context.place), false);
}

/**
 * Asks once: follows up to 5 redirects, reads at most `maxBytes`, gives up after `timeoutMs`.
 * Throws TryFailed for whatever keeps an answer from coming; any status is an answer.
 */
export async function fetchOnce(
  request: OneRequest,
  options: OnceOptions,
  context: { readonly place: Place; readonly signal: AbortSignal },
): Promise<Refusal> {
  const { place } = context;
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const signal = AbortSignal.any([context.signal, timeout]);
  let begun = false;
  try {
    const response = await follow(request, options, { place, signal });
    begun = true;
    const body = await readBody(response, options.maxBytes, place);
    return { status: response.status, headers: Object.fromEntries(response.headers), body };
  } catch (error) {
    if (error instanceof TryFailed) throw error;
    if (context.signal.aborted) throw new TryFailed(cancelledFailure(place), false);
    if (timeout.aborted) throw new TryFailed(timeoutFailure(place, error), true);
    if (begun) throw new TryFailed(truncatedFailure(place, error), true);
    throw new TryFailed(failureOfNetwork(error, place), mayPass(error));
  }
}
