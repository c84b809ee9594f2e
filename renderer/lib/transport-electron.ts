import { RPCLink } from '@orpc/client/message-port';
import { FailureError, readFailure } from './failures.ts';
import type { Line, Transport } from './wire.ts';

const noAnswer = {
  code: 'UNAVAILABLE',
  message: 'The part of Signalbox that holds your workspace could not be started.',
  where: null,
  remedy: 'Quit Signalbox and start it again. Your workspace file is not changed by this.',
} as const;

/** Takes the message port that the preload script hands over; a new port replaces the old line. */
export function electronTransport(page: Window): Transport {
  let offered: MessagePort | null = null;
  let failure: unknown = null;
  let wake: () => void = () => {};
  let dropCurrent: () => void = () => {};

  page.addEventListener('message', (event) => {
    if (event.source !== page || event.origin !== page.location.origin) return;
    if (event.data?.type === 'signalbox:port' && event.ports[0] !== undefined) {
      offered = event.ports[0];
      failure = null;
      dropCurrent();
      wake();
    } else if (event.data?.type === 'signalbox:failure') {
      failure = event.data.failure ?? {};
      wake();
    }
  });

  async function open(): Promise<Line> {
    page.postMessage({ type: 'signalbox:ready' }, page.location.origin);
    while (offered === null) {
      if (failure !== null) throw new FailureError(readFailure(failure, noAnswer));
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const port = offered;
    offered = null;
    const gone = new Promise<void>((resolve) => {
      dropCurrent = resolve;
      port.addEventListener('close', () => resolve());
    });
    const link = new RPCLink({ port });
    port.start();
    return { link, gone };
  }

  return { host: 'electron', open };
}
