import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { strict } from './strict.ts';

const RAW = Symbol('the port that this one stands in front of');

/**
 * MessagePortMain over a Node port. It holds its messages back until it is started, and is of no use once it has been
 * transferred: https://electronjs.org/docs/api/message-port-main
 */
export type StandInPort = EventEmitter & {
  readonly postMessage: (message: unknown, transfer?: readonly StandInPort[]) => void;
  readonly start: () => void;
  readonly close: () => void;
  readonly [RAW]: () => MessagePort;
};

export function wrapPort(raw: MessagePort): StandInPort {
  let started = false;
  let transferred = false;

  function mustBeHere(): void {
    if (transferred) throw new Error('electron stand-in: this port has been transferred and can no longer be used');
  }

  const port = Object.assign(new EventEmitter(), {
    postMessage: (message: unknown, transfer: readonly StandInPort[] = []) => {
      mustBeHere();
      if (transfer.length > 0)
        throw new Error('electron stand-in: ports inside messages of ports are not stood in for');
      raw.postMessage(message);
    },
    start: () => {
      mustBeHere();
      if (started) return;
      started = true;
      raw.on('message', (data: unknown) => port.emit('message', { data, ports: [] }));
    },
    close: () => raw.close(),
    [RAW]: () => {
      mustBeHere();
      if (started) throw new Error('electron stand-in: transferring a port that was started is not stood in for');
      transferred = true;
      return raw;
    },
  });
  raw.on('close', () => port.emit('close'));
  return strict('MessagePortMain', port);
}

/** Takes a port away from this side, for a transfer. */
export function takeRaw(port: StandInPort): MessagePort {
  return port[RAW]();
}

/** https://electronjs.org/docs/api/message-channel-main */
export class MessageChannelMain {
  readonly port1: StandInPort;
  readonly port2: StandInPort;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = wrapPort(port1);
    this.port2 = wrapPort(port2);
  }
}
