import type { ClientLink } from '@orpc/client';
import { createProcedureClient, isProcedure } from '@orpc/server';
import { unknownProcedure } from '../../shared/contract/client-errors.ts';
import type { CallContext } from './core-context.ts';
import type { CoreRouter } from './router.ts';

/** A procedure's client; which input it takes, its own schema checks. */
type Call = (input: unknown, options: object) => Promise<unknown>;

/** Every procedure of a router by its path, looked up as the transports do: a name is found only if it was declared. */
function collect(router: object, path: readonly string[], found: Map<string, Call>, context: CallContext): void {
  for (const [name, value] of Object.entries(router)) {
    const here = [...path, name];
    if (isProcedure(value)) {
      found.set(here.join('/'), createProcedureClient(value, { context, path: here }) as Call);
    } else if (typeof value === 'object' && value !== null) {
      collect(value, here, found, context);
    }
  }
}

/**
 * The contract called in this process, as a link like those of the other transports: so that unknown and prototype
 * names, cancellation and oversized inputs are answered alike by all of them.
 */
export function createDirectLink(router: CoreRouter, context: CallContext): ClientLink<Record<never, never>> {
  const procedures = new Map<string, Call>();
  collect(router, [], procedures, context);
  return {
    call: async (path, input, options) => {
      const procedure = procedures.get(path.join('/'));
      if (!procedure) throw unknownProcedure(path);
      return procedure(input, options);
    },
  };
}
