import type { ClientLink } from '@orpc/client';
import { createProcedureClient, isProcedure } from '@orpc/server';
import { unknownProcedure } from '../../shared/contract/client-errors.ts';
import type { CallContext } from './core-context.ts';
import type { CoreRouter } from './router.ts';

/** A procedure's client; which input it takes, its own schema checks. */
type Call = (input: unknown, options: object) => Promise<unknown>;

/** A path as one text; names are coded, so that a slash inside one is no boundary. */
function keyOf(path: readonly string[]): string {
  return path.map(encodeURIComponent).join('/');
}

/** Every procedure of a router by its path: a name is found only if it was declared, as the other transports look it up. */
function collect(router: object, path: readonly string[], context: CallContext): [string, Call][] {
  return Object.entries(router).flatMap(([name, value]): [string, Call][] => {
    const here = [...path, name];
    if (isProcedure(value)) return [[keyOf(here), createProcedureClient(value, { context, path: here }) as Call]];
    return typeof value === 'object' && value !== null ? collect(value, here, context) : [];
  });
}

function isIterator(value: unknown): value is AsyncIterableIterator<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value;
}

/** Whoever stops reading ends the work behind it, which may be waiting for something that never comes. */
function endWith(iterator: AsyncIterableIterator<unknown>, ender: AbortController): AsyncIterableIterator<unknown> {
  return {
    next: () => iterator.next(),
    return: async (value?: unknown) => {
      ender.abort();
      await iterator.return?.();
      return { done: true, value };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/**
 * The contract called in this process, as a link like those of the other transports: so that unknown and prototype
 * names, cancellation and oversized inputs are answered alike by all of them.
 */
export function createDirectLink(router: CoreRouter, context: CallContext): ClientLink<Record<never, never>> {
  const procedures = new Map(collect(router, [], context));
  return {
    call: async (path, input, options) => {
      const procedure = procedures.get(keyOf(path));
      if (!procedure) throw unknownProcedure(path);
      const ender = new AbortController();
      const signal = options.signal ? AbortSignal.any([options.signal, ender.signal]) : ender.signal;
      const output = await procedure(input, { ...options, signal });
      return isIterator(output) ? endWith(output, ender) : output;
    },
  };
}
