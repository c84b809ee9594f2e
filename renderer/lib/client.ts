import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { useSyncExternalStore } from 'react';
import type { Contract } from '../../shared/contract/index.ts';
import { electronTransport } from './transport-electron.ts';
import { loopbackTransport } from './transport-loopback.ts';
import { createWire, type WireState } from './wire.ts';

export type Client = ContractRouterClient<Contract>;

/** The loopback host serves from this machine's own address; every other origin is the desktop shell's. */
function chooseTransport() {
  const { hostname } = window.location;
  return hostname === '127.0.0.1' || hostname === 'localhost' ? loopbackTransport(window) : electronTransport(window);
}

/** The one line of this page to the core. */
export const wire = createWire(chooseTransport(), {
  wait: (milliseconds) => new Promise((resolve) => window.setTimeout(resolve, milliseconds)),
  random: Math.random,
});

/** Every procedure of the contract, typed. */
export const client: Client = createORPCClient(wire.link);

/** TanStack Query options and keys for every procedure of the contract. */
export const orpc = createTanstackQueryUtils(client);

/** Whether the core can be reached now. */
export function useWireState(): WireState {
  return useSyncExternalStore(wire.subscribe, wire.state);
}
