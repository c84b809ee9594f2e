import { type ClientContext, type ClientLink, ORPCError } from '@orpc/client';
import { FailureCode, FailureDetail } from '../model/failure.ts';
import { MAX_INPUT_CHARACTERS } from './transport.ts';

/** A failure as every client meets it, whichever transport carried it. */
export type WireFailure = ORPCError<FailureCode, FailureDetail>;

/** The part of the platform's AbortSignal that is used here, since this layer knows no platform. */
interface Abortable {
  readonly aborted: boolean;
  readonly addEventListener: (type: 'abort', listener: () => void, options: { once: true }) => void;
  readonly removeEventListener: (type: 'abort', listener: () => void) => void;
}

/** Makes the error that a client throws for a failure. */
export function wireFailure(code: FailureCode, message: string, detail: Partial<FailureDetail> = {}): WireFailure {
  const data = { where: detail.where ?? null, remedy: detail.remedy ?? null };
  return new ORPCError(code, { message, data, defined: true, status: 500 });
}

export function isWireFailure(error: unknown): error is WireFailure {
  return (
    error instanceof ORPCError &&
    FailureCode.safeParse(error.code).success &&
    FailureDetail.safeParse(error.data).success
  );
}

/** What a client says of a path that the contract does not hold; the direct caller uses it too. */
export function unknownProcedure(path: readonly string[]): WireFailure {
  return wireFailure('UNKNOWN_PROCEDURE', `There is no procedure named ${path.join('.')}.`, {
    where: path.join('.'),
    remedy: 'Ask system.procedures for the names that there are.',
  });
}

/** The answer to a call whose caller no longer wants it. */
function cancelled(path: readonly string[]): WireFailure {
  return wireFailure('CANCELLED', 'The call was cancelled.', { where: path.join('.') });
}

/** The answer to a call whose core has gone: the socket closed, the process died, the port was replaced. */
function connectionLost(path: readonly string[]): WireFailure {
  return wireFailure('UNAVAILABLE', 'The connection to the workspace was lost.', {
    where: path.join('.'),
    remedy: 'It is tried again by itself; if it stays away, start Signalbox again.',
  });
}

/** Refuses an input that no core would take, or that a transport would change on the way, before it is sent. */
export function checkInput(path: readonly string[], input: unknown): void {
  const text = toJson(path, input);
  if (text.length > MAX_INPUT_CHARACTERS) throw tooLarge(path, text.length);
  // In JSON this can only be a key: inside a text its quotes would be escaped. A transport would lose it.
  if (!text.includes('"__proto__":')) return;
  throw wireFailure('BAD_INPUT', 'The input has a field named __proto__, which no input has.', {
    where: path.join('.'),
    remedy: 'Leave the field out.',
  });
}

/** The answer to an input longer than `MAX_INPUT_CHARACTERS`; the core gives the same, to clients that do not ask first. */
export function tooLarge(path: readonly string[], size: number): WireFailure {
  return wireFailure(
    'TOO_LARGE',
    `The input has ${size} characters; at most ${MAX_INPUT_CHARACTERS} are taken in one call.`,
    { where: path.join('.'), remedy: 'Send it in several calls.' },
  );
}

function toJson(path: readonly string[], input: unknown): string {
  try {
    return JSON.stringify(input) ?? '';
  } catch {
    throw wireFailure('BAD_INPUT', 'The input cannot be written as JSON.', { where: path.join('.') });
  }
}

/**
 * Gives every error the one shape: what the core said stays as it is; what a transport said of itself (an unmatched
 * path, a frame it could not read, a closed peer) becomes the failure that it means. Nothing internal passes.
 */
export function shapeError(error: unknown, path: readonly string[]): WireFailure {
  if (isWireFailure(error)) return error;
  if (error instanceof ORPCError) {
    if (error.code === 'NOT_FOUND' && error.status === 404) return unknownProcedure(path);
    if (error.code === 'BAD_REQUEST')
      return wireFailure('BAD_INPUT', 'The call could not be read.', { where: path.join('.') });
    return wireFailure('INTERNAL', 'Something went wrong inside Signalbox.', { where: path.join('.') });
  }
  if (error instanceof Error && (error.name === 'AbortError' || error.message.includes('WebSocket is not open'))) {
    return connectionLost(path);
  }
  return wireFailure('INTERNAL', 'Something went wrong inside Signalbox.', { where: path.join('.') });
}

/** Answers as `work` does, or as cancelled the moment the signal says so, whether or not the work heeds it. */
async function untilAborted<T>(work: Promise<T>, signal: Abortable | undefined, path: readonly string[]): Promise<T> {
  let stop: (() => void) | undefined;
  // What comes of it once nobody waits any more is nobody's business.
  work.catch(() => undefined);
  try {
    if (!signal) return await work;
    if (signal.aborted) throw cancelled(path);
    const aborted = new Promise<never>((_resolve, reject) => {
      stop = () => reject(cancelled(path));
      signal.addEventListener('abort', stop, { once: true });
    });
    return await Promise.race([work, aborted]);
  } catch (error) {
    throw signal?.aborted ? cancelled(path) : shapeError(error, path);
  } finally {
    if (stop) signal?.removeEventListener('abort', stop);
  }
}

function isIterator(value: unknown): value is AsyncIterableIterator<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value;
}

function shapeIterator(
  iterator: AsyncIterableIterator<unknown>,
  signal: Abortable | undefined,
  path: readonly string[],
): AsyncIterableIterator<unknown> {
  return {
    next: () => untilAborted(iterator.next(), signal, path),
    return: async (value?: unknown) => {
      await untilAborted(Promise.resolve(iterator.return?.(value)), undefined, path);
      return { done: true, value };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** Names become parts of a URL on the way; parts that a URL gives a meaning of its own are names of nothing. */
function isName(path: readonly string[]): boolean {
  return path.length > 0 && path.every((part) => part !== '' && part !== '.' && part !== '..');
}

/**
 * Wraps a transport's link, so that the same call gets the same answer on every transport: equal codes, messages,
 * places and remedies for unknown names, oversized inputs, cancellation and lost connections.
 */
export function shapeLink<C extends ClientContext>(link: ClientLink<C>): ClientLink<C> {
  return {
    call: async (path, input, options) => {
      if (!isName(path)) throw unknownProcedure(path);
      checkInput(path, input);
      const signal = options.signal as Abortable | undefined;
      if (signal?.aborted) throw cancelled(path);
      const output = await untilAborted(link.call(path, input, options), signal, path);
      return isIterator(output) ? shapeIterator(output, signal, path) : output;
    },
  };
}
