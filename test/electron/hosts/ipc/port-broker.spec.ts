import { EventEmitter } from 'node:events';
import type { IpcMain, MessagePortMain, WebContents, WebFrameMain } from 'electron';
import { describe, expect, it } from 'vitest';
import { startPortBroker } from '../../../../electron/hosts/ipc/port-broker.ts';
import { createTrustedPages } from '../../../../electron/hosts/ipc/trusted-sender.ts';
import { CONNECT_CHANNEL, PORT_CHANNEL } from '../../../../shared/contract/transport.ts';

const ORIGIN = 'app://signalbox';

function broker() {
  const ipcMain = new EventEmitter();
  const pages = createTrustedPages();
  const connected: string[] = [];
  let made = 0;
  const { renew } = startPortBroker({
    ipcMain: ipcMain as unknown as IpcMain,
    newChannel: () => {
      made += 1;
      return { port1: `page ${made}`, port2: `core ${made}` } as unknown as Record<'port1' | 'port2', MessagePortMain>;
    },
    pages,
    origin: ORIGIN,
    connect: (port) => connected.push(port as unknown as string),
  });

  /** A window that keeps what its main frame was sent. */
  function openPage(id: number, origin = ORIGIN) {
    const got: unknown[] = [];
    const mainFrame = { origin, postMessage: (...sent: unknown[]) => got.push(sent) } as unknown as WebFrameMain;
    const contents = Object.assign(new EventEmitter(), { id, mainFrame }) as unknown as WebContents;
    return {
      contents,
      got,
      ask: (senderFrame = mainFrame) => ipcMain.emit(CONNECT_CHANNEL, { sender: contents, senderFrame }),
    };
  }
  return { pages, connected, renew, openPage };
}

describe('electron/hosts/ipc/port-broker', () => {
  it('gives a page one end of a channel and the core the other', () => {
    const { pages, connected, openPage } = broker();
    const page = openPage(1);
    pages.trust(page.contents);

    page.ask();

    expect(page.got).toEqual([[PORT_CHANNEL, null, ['page 1']]]);
    expect(connected).toEqual(['core 1']);
  });

  it('gives strangers nothing, and makes no channel for them', () => {
    const { pages, connected, openPage } = broker();
    const page = openPage(1);
    const stranger = openPage(2);
    const elsewhere = openPage(3, 'https://evil.example');
    pages.trust(page.contents);
    pages.trust(elsewhere.contents);

    stranger.ask();
    elsewhere.ask();
    page.ask({ origin: ORIGIN } as WebFrameMain);

    expect([page.got, stranger.got, elsewhere.got, connected]).toEqual([[], [], [], []]);
  });

  it('gives every page that had a port a new one, and no other', () => {
    const { pages, connected, renew, openPage } = broker();
    const page = openPage(1);
    const loading = openPage(2);
    for (const { contents } of [page, loading]) pages.trust(contents);
    page.ask();

    renew();

    expect(page.got).toHaveLength(2);
    expect(loading.got).toEqual([]);
    expect(connected).toEqual(['core 1', 'core 2']);
  });
});
