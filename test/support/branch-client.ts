import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { Core, CoreClient } from '../../electron/core/core.ts';
import { shapeLink } from '../../shared/contract/client-errors.ts';
import { BRANCH_HEADER } from '../../shared/contract/transport.ts';

/** A client whose calls are about a branch, on a port of its own. */
export function branchClient(core: Core, id: string): { readonly client: CoreClient; readonly close: () => void } {
  const { port1, port2 } = new MessageChannel();
  core.serve(port1, { actor: 'Ada', can: 'write' });
  const link = new RPCLink({ port: port2, headers: { [BRANCH_HEADER]: id } });
  return {
    client: createORPCClient<CoreClient>(shapeLink(link)),
    close: () => {
      port1.close();
      port2.close();
    },
  };
}
