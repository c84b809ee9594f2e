import { RPCLink } from '@orpc/client/message-port';
import { type ElectronBridge, PORT_CHANNEL } from '../../shared/contract/transport.ts';
import { placeHeaders } from './call-place.ts';
import type { Line, Transport } from './wire.ts';

/** Takes the message ports that the preload script hands over; a new port replaces the old line. */
export function electronTransport(page: Window, bridge: ElectronBridge): Transport {
  let offered: MessagePort | null = null;
  let wake: () => void = () => {};
  let dropCurrent: () => void = () => {};

  page.addEventListener('message', (event) => {
    if (event.source !== page || event.origin !== page.location.origin) return;
    if (event.data?.type !== PORT_CHANNEL || event.ports[0] === undefined) return;
    offered = event.ports[0];
    dropCurrent();
    wake();
  });

  async function nextPort(): Promise<MessagePort> {
    if (offered === null) bridge.connect();
    while (offered === null) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const port = offered;
    offered = null;
    return port;
  }

  async function open(): Promise<Line> {
    const port = await nextPort();
    const gone = new Promise<void>((resolve) => port.addEventListener('close', () => resolve(), { once: true }));
    // Closing a port tells its other end alone, which a core that is gone will not answer: calls in flight must hear too.
    dropCurrent = () => {
      port.close();
      port.dispatchEvent(new Event('close'));
    };
    const link = new RPCLink({ port, headers: ({ context }) => placeHeaders(context) });
    port.start();
    return { link, gone };
  }

  return { host: 'electron', open };
}
