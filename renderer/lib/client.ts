import { type ClientContext, type ClientLink, createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { useSyncExternalStore } from 'react';
import { shapeLink } from '../../shared/contract/client-errors.ts';
import type { Contract } from '../../shared/contract/index.ts';
import type { ElectronBridge } from '../../shared/contract/transport.ts';
import { createBranchPlace } from './branch-place.ts';
import { type CallPlace, isOfPlan } from './call-place.ts';
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

/** Which branch this page is in. */
export const branchPlace = createBranchPlace(window.sessionStorage);

/** Calls that say where they are to be answered: the place is taken when a call is made, whenever it is sent. */
function placedLink(placeOf: (path: readonly string[]) => CallPlace): ClientLink<ClientContext> {
  return {
    call: (path, input, options) => wire.link.call(path, input, { ...options, context: { branch: placeOf(path) } }),
  };
}

/** Every procedure of the contract, typed, answered where this page is: in its branch or in the plan. */
export const client: Client = createORPCClient(
  shapeLink(placedLink((path) => (isOfPlan(path) ? null : branchPlace.now()))),
);

/** The same, answered in one place wherever this page is. */
export function clientIn(place: CallPlace): Client {
  return createORPCClient(shapeLink(placedLink(() => place)));
}

/** TanStack Query options and keys for every procedure of the contract. */
export const orpc = createTanstackQueryUtils(client);

/** Whether the core can be reached now. */
export function useWireState(): WireState {
  return useSyncExternalStore(wire.subscribe, wire.state);
}
