import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { useSyncExternalStore } from 'react';
import { shapeLink } from '../../shared/contract/client-errors.ts';
import type { Contract } from '../../shared/contract/index.ts';
import type { ElectronBridge } from '../../shared/contract/transport.ts';
import { electronTransport } from './transport-electron.ts';
import { loopbackTransport } from './transport-loopback.ts';
import { createWire, type WireState } from './wire.ts';

declare global {
  interface Window {
    readonly signalbox?: ElectronBridge;
  }
}

export type Client = ContractRouterClient<Contract>;

/** Electron's preload leaves its bridge in the page; without one, the page came from the loopback host. */
function chooseTransport() {
  return window.signalbox === undefined ? loopbackTransport(window) : electronTransport(window, window.signalbox);
}

/** The one line of this page to the core. */
export const wire = createWire(chooseTransport(), {
  wait: (milliseconds) => new Promise((resolve) => window.setTimeout(resolve, milliseconds)),
  random: Math.random,
});

/** Every procedure of the contract, typed. */
export const client: Client = createORPCClient(shapeLink(wire.link));

/** TanStack Query options and keys for every procedure of the contract. */
export const orpc = createTanstackQueryUtils(client);

/** Whether the core can be reached now. */
export function useWireState(): WireState {
  return useSyncExternalStore(wire.subscribe, wire.state);
}
