import { createHash } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { createFaultBoard, type Fault } from './faults.ts';

/** One request as a provider's server sees it. */
export interface ReplayRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The server's own address, for links in answers. */
  readonly origin: string;
  /** The fault `loop` is on: answer so that paging never ends. */
  readonly looping: boolean;
}

export interface ReplayAnswer {
  /** 200 when absent. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, or as it stands when it is a text. */
  readonly body: unknown;
}

/** What a test may ask about: each request in the order of its answer. */
export interface AskedRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly status: number;
  readonly authorization: string | null;
  readonly ifNoneMatch: string | null;
}

export interface ReplayOptions {
  /** The provider: reads a request, answers it. It sees only requests that no fault keeps from it. */
  readonly answer: (request: ReplayRequest) => ReplayAnswer;
  /** The provider's shape of an error. */
  readonly refusal: (status: number, message: string) => unknown;
  /** The server's clock, for its `Date` header and its limits; the system's when absent. */
  readonly now?: () => number;
  /** Requests an hour, told in `X-RateLimit-…` headers; no limit when absent. Answers 304 are free. */
  readonly requestsPerHour?: number;
  /** Serve https with a certificate that nobody trusts. */
  readonly selfSigned?: boolean;
  /** Called after each answer has been sent. */
  readonly onAnswered?: (asked: AskedRequest) => void;
}

export interface ReplayServer {
  /** `http://127.0.0.1:port`. */
  readonly origin: string;
  readonly requests: () => readonly AskedRequest[];
  readonly forgetRequests: () => void;
  readonly fault: (fault: Fault) => void;
  readonly clearFaults: () => void;
  readonly close: () => Promise<void>;
}

const SIGN_IN_PAGE = '<!DOCTYPE html><html><head><title>Sign in</title></head><body><form></form></body></html>';
const HOUR_MS = 3_600_000;

interface Sending {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

function sendingOf(answer: ReplayAnswer): Sending {
  const body = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  const headers = { 'content-type': 'application/json; charset=utf-8', ...answer.headers };
  return { status: answer.status ?? 200, headers, body };
}

/** Adds a validator to a good answer, and leaves its body out when the client has it already. */
function conditional(sending: Sending, ifNoneMatch: string | undefined): Sending {
  if (sending.status !== 200) return sending;
  const etag = `W/"${createHash('sha1').update(sending.body).digest('hex')}"`;
  const headers = { ...sending.headers, etag };
  return ifNoneMatch === etag ? { status: 304, headers, body: '' } : { ...sending, headers };
}

/** The answer that a fault gives in the provider's place; null when it does not answer itself. */
function faultyAnswer(fault: Fault, options: ReplayOptions, now: number): ReplayAnswer | null {
  const { refusal } = options;
  switch (fault.kind) {
    case 'status':
      return {
        status: fault.status,
        headers: fault.headers ?? {},
        body: refusal(fault.status, fault.message ?? `status ${fault.status}`),
      };
    case 'sign-in-page':
      return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: SIGN_IN_PAGE };
    case 'throttled': {
      const headers: Record<string, string> = fault.retryAfter === null ? {} : { 'retry-after': fault.retryAfter };
      return { status: 429, headers, body: refusal(429, 'Too many requests') };
    }
    case 'rate-limit': {
      const reset = String(Math.ceil(now / 1_000) + fault.resetInSeconds);
      const headers = { 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
      return { status: 403, headers, body: refusal(403, 'API rate limit exceeded for user ID 1.') };
    }
    case 'secondary-limit': {
      const headers: Record<string, string> = fault.retryAfter === null ? {} : { 'retry-after': fault.retryAfter };
      return { status: 403, headers, body: refusal(403, 'You have exceeded a secondary rate limit. Please wait.') };
    }
    case 'redirect':
      return { status: fault.status ?? 302, headers: { location: fault.to }, body: '' };
    case 'huge':
      return { body: `["${'x'.repeat(Math.max(0, fault.bytes - 4))}"]` };
    default:
      return null;
  }
}

function createLimit(perHour: number | undefined, now: () => number) {
  let remaining = perHour ?? 0;
  let resetAt = now() + HOUR_MS;
  return {
    headers: (): Record<string, string> => {
      if (perHour === undefined) return {};
      return {
        'x-ratelimit-limit': String(perHour),
        'x-ratelimit-remaining': String(remaining),
        'x-ratelimit-reset': String(Math.ceil(resetAt / 1_000)),
      };
    },
    /** Whether the request may be answered; counts it. */
    take: (): boolean => {
      if (perHour === undefined) return true;
      if (now() >= resetAt) {
        remaining = perHour;
        resetAt = now() + HOUR_MS;
      }
      if (remaining === 0) return false;
      remaining -= 1;
      return true;
    },
    giveBack: () => {
      if (perHour !== undefined) remaining += 1;
    },
  };
}

async function readAll(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function listen(server: http.Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  // A server that listens on a TCP port has an address with a port.
  return (server.address() as AddressInfo).port;
}

async function createServer(selfSigned: boolean, handler: http.RequestListener): Promise<http.Server> {
  if (!selfSigned) return http.createServer(handler);
  const pems = await generate([{ name: 'commonName', value: 'replay.example' }], { keySize: 2048 });
  return https.createServer({ key: pems.private, cert: pems.cert }, handler);
}

/**
 * Starts a server on 127.0.0.1 that answers like a provider: validators and 304, rate limits, and faults
 * that a test switches on and off. What it answers is the provider's own affair.
 */
export async function startReplayServer(options: ReplayOptions): Promise<ReplayServer> {
  const now = options.now ?? Date.now;
  const faults = createFaultBoard();
  const limit = createLimit(options.requestsPerHour, now);
  let asked: AskedRequest[] = [];

  function answerOf(request: ReplayRequest, met: readonly Fault[]): Sending {
    const faulty = met.map((fault) => faultyAnswer(fault, options, now())).find((answer) => answer !== null);
    if (faulty) return sendingOf(faulty);
    if (!limit.take()) {
      const refused = options.refusal(403, 'API rate limit exceeded for user ID 1.');
      return sendingOf({ status: 403, headers: limit.headers(), body: refused });
    }
    const sending = conditional(sendingOf(options.answer(request)), request.headers['if-none-match']);
    if (sending.status === 304) limit.giveBack();
    return { ...sending, headers: { ...limit.headers(), ...sending.headers } };
  }

  async function handle(incoming: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '/', origin);
    const path = url.pathname + url.search;
    const met = faults.meet(path);
    const has = (kind: Fault['kind']) => met.find((fault) => fault.kind === kind);
    const request: ReplayRequest = {
      method: incoming.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])),
      body: await readAll(incoming),
      origin,
      looping: has('loop') !== undefined,
    };
    const note = (status: number) => {
      const { authorization = null, 'if-none-match': ifNoneMatch = null } = request.headers;
      const entry = { method: request.method, path, status, authorization, ifNoneMatch };
      asked.push(entry);
      options.onAnswered?.(entry);
    };
    if (has('hang')) return note(0);
    if (has('reset')) {
      incoming.socket.resetAndDestroy();
      return note(0);
    }
    const sending = answerOf(request, met);
    const skew = met.find((fault) => fault.kind === 'skewed-clock');
    const date = new Date(now() + (skew?.ms ?? 0)).toUTCString();
    const slow = met.find((fault) => fault.kind === 'slow');
    if (slow) await new Promise((resolve) => setTimeout(resolve, slow.ms));
    const body = Buffer.from(sending.body, 'utf8');
    const half = body.subarray(0, Math.floor(body.length / 2));
    if (has('cut')) {
      response.writeHead(sending.status, { ...sending.headers, date, 'content-length': body.length });
      response.write(half, () => incoming.socket.destroy());
      return note(sending.status);
    }
    const sent = has('truncated') ? half : body;
    const length = sending.status === 304 ? {} : { 'content-length': sent.length };
    response.writeHead(sending.status, { ...sending.headers, date, ...length });
    response.end(sending.status === 304 ? undefined : sent, () => note(sending.status));
  }

  const server = await createServer(options.selfSigned ?? false, (incoming, response) => {
    handle(incoming, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(`the replay server itself failed: ${String(error)}`);
    });
  });
  server.keepAliveTimeout = 30_000;
  const origin = `${options.selfSigned ? 'https' : 'http'}://127.0.0.1:${await listen(server)}`;
  return {
    origin,
    requests: () => asked,
    forgetRequests: () => {
      asked = [];
    },
    fault: faults.add,
    clearFaults: faults.clear,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
