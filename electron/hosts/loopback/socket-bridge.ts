import type { MessagePort } from 'node:worker_threads';
import type { WebSocket } from 'ws';

/** A page that has stopped reading is let go before what it has not read fills the memory. */
const MAX_UNREAD_BYTES = 64 * 1024 * 1024;
const TOO_SLOW = 1013;

function toFrame(data: unknown): string | Uint8Array | null {
  if (typeof data === 'string') return data;
  return data instanceof Uint8Array ? data : null;
}

/**
 * Joins a page's WebSocket to the core's message port. Frames pass unread: oRPC writes the same frames on both, text as
 * strings and files as bytes. Either end's closing closes the other.
 */
export function bridgeSocket(socket: WebSocket, port: MessagePort): void {
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    port.postMessage(isBinary ? new Uint8Array(data) : data.toString('utf8'));
  });
  socket.on('close', () => port.close());
  // `close` follows every `error`; what went wrong with a page's line is of no use to anyone here.
  socket.on('error', () => undefined);

  port.on('message', (data: unknown) => {
    const frame = toFrame(data);
    if (frame === null || socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > MAX_UNREAD_BYTES) socket.close(TOO_SLOW, 'the page does not keep up');
    else socket.send(frame);
  });
  port.on('close', () => socket.close());
}
