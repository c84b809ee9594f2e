import type { IpcMain, IpcMainEvent, MessagePortMain, WebFrameMain } from 'electron';
import { CONNECT_CHANNEL, PORT_CHANNEL } from '../../../shared/contract/transport.ts';
import { refuseSender, type TrustedPages } from './trusted-sender.ts';

export interface PortBrokerOptions {
  readonly ipcMain: Pick<IpcMain, 'on'>;
  readonly newChannel: () => { readonly port1: MessagePortMain; readonly port2: MessagePortMain };
  readonly pages: TrustedPages;
  /** The only origin whose main frame gets a port. */
  readonly origin: string;
  /** Hands the other end of a page's channel to the core. */
  readonly connect: (port: MessagePortMain) => void;
}

export interface PortBroker {
  /** Gives every open page a new port, because the core that its old one led to has gone. */
  readonly renew: () => void;
}

/**
 * Gives a page its way to the core when it asks: a fresh channel, one end to the page's main frame, the other to the
 * core. Main keeps none of it and reads none of it.
 */
export function startPortBroker({ ipcMain, newChannel, pages, origin, connect }: PortBrokerOptions): PortBroker {
  /** Pages that have asked: one that has not loaded yet must not be sent a port that it cannot take. */
  const served = new WeakSet<WebFrameMain>();

  function give(frame: WebFrameMain): void {
    const { port1, port2 } = newChannel();
    frame.postMessage(PORT_CHANNEL, null, [port1]);
    connect(port2);
  }

  ipcMain.on(CONNECT_CHANNEL, (event: IpcMainEvent) => {
    const refusal = refuseSender(event, pages, origin);
    if (refusal !== null || event.senderFrame === null) {
      console.error(`A request for a port was refused: ${refusal}.`);
      return;
    }
    served.add(event.senderFrame);
    give(event.senderFrame);
  });

  return {
    renew: () => {
      for (const page of pages.all()) {
        const frame = page.mainFrame;
        if (served.has(frame) && frame.origin === origin) give(frame);
      }
    },
  };
}
