import { onMessagePortClose, type SupportedMessagePort } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';
import { StandardRPCHandler } from '@orpc/server/standard';
import { BRANCH_HEADER } from '../../shared/contract/transport.ts';
import { BranchId } from '../../shared/model/ids.ts';
import type { CallContext, CoreContext, Principal } from './core-context.ts';
import { type CoreRouter, createRouter } from './router.ts';
import { notFound } from './services/not-found.ts';

/** The calls of one core, as oRPC's messages carry them. */
type Calls = StandardRPCHandler<CallContext>;

/**
 * Serves the contract on message ports. A call whose header names a branch is answered by that branch's core, every
 * other by the plan's; a branch that cannot be opened is a failure of the call.
 */
export function createCallServer(
  plan: CoreRouter,
  openBranch: (id: BranchId) => CoreContext,
): (port: SupportedMessagePort, principal: Principal) => void {
  const known = new WeakMap<CoreContext, Calls>();

  function callsOf(name: string): Calls {
    const id = BranchId.safeParse(name);
    if (!id.success) throw notFound('branch', name.slice(0, 100));
    const core = openBranch(id.data);
    const calls = known.get(core) ?? new StandardRPCHandler(createRouter(core), {});
    known.set(core, calls);
    return calls;
  }

  const handler = new RPCHandler<CallContext>(plan, {
    rootInterceptors: [
      async ({ request, context, prefix, next, ...options }) => {
        const name = request.headers[BRANCH_HEADER];
        if (name === undefined) return next();
        try {
          return await callsOf(String(name)).handle(request, { context, ...(prefix && { prefix }) });
        } catch (refusal) {
          return next({ ...options, request, context: { ...context, refusal }, ...(prefix && { prefix }) });
        }
      },
    ],
  });
  return (port, principal) => {
    const line = new AbortController();
    onMessagePortClose(port, () => line.abort());
    handler.upgrade(port, { context: { principal, line: line.signal } });
  };
}
