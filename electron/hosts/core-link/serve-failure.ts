import type { SupportedMessagePort } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';
import { wireFailure } from '../../../shared/contract/client-errors.ts';
import type { FailureData } from '../../core/failure-data.ts';

/**
 * Answers every call of a client by the one failure that kept its workspace from opening (or its core from living),
 * so that the interface shows what happened and what to do rather than waiting for ever.
 */
export function serveFailure(port: SupportedMessagePort, failure: FailureData): void {
  const handler = new RPCHandler(
    {},
    {
      interceptors: [
        () => {
          throw wireFailure(failure.code, failure.message, failure);
        },
      ],
    },
  );
  handler.upgrade(port);
}
