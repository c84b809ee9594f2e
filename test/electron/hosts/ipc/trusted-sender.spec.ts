import { EventEmitter } from 'node:events';
import type { IpcMainEvent, WebContents, WebFrameMain } from 'electron';
import { describe, expect, it } from 'vitest';
import { createTrustedPages, refuseSender } from '../../../../electron/hosts/ipc/trusted-sender.ts';

const ORIGIN = 'app://signalbox';

/** Web contents with a main frame, as much of them as the check looks at. */
function page(id: number, origin = ORIGIN): WebContents {
  return Object.assign(new EventEmitter(), { id, mainFrame: { origin } as WebFrameMain }) as unknown as WebContents;
}

function from(sender: WebContents, senderFrame: WebFrameMain | null = sender.mainFrame) {
  return { sender, senderFrame } satisfies Pick<IpcMainEvent, 'sender' | 'senderFrame'>;
}

describe('electron/hosts/ipc/trusted-sender', () => {
  it('answers the main frame of its own window, showing its own page', () => {
    const pages = createTrustedPages();
    const own = page(1);
    pages.trust(own);

    expect(refuseSender(from(own), pages, ORIGIN)).toBeNull();
  });

  it('refuses a page that it did not open, even one with the same number', () => {
    const pages = createTrustedPages();
    pages.trust(page(1));

    expect(refuseSender(from(page(2)), pages, ORIGIN)).toMatch(/did not open/);
    expect(refuseSender(from(page(1)), pages, ORIGIN)).toMatch(/did not open/);
  });

  it('refuses a frame inside its own page, even of the same origin', () => {
    const pages = createTrustedPages();
    const own = page(1);
    pages.trust(own);

    expect(refuseSender(from(own, { origin: ORIGIN } as WebFrameMain), pages, ORIGIN)).toMatch(/inside the page/);
  });

  it('refuses a frame that has gone', () => {
    const pages = createTrustedPages();
    const own = page(1);
    pages.trust(own);

    expect(refuseSender(from(own, null), pages, ORIGIN)).toMatch(/gone/);
  });

  it.each(['https://evil.example', 'app://other', 'app://signalbox.evil.example', 'file://', 'null', ''])(
    'refuses its own window when that shows %j',
    (origin) => {
      const pages = createTrustedPages();
      const own = page(1, origin);
      pages.trust(own);

      expect(refuseSender(from(own), pages, ORIGIN)).not.toBeNull();
    },
  );

  it('forgets a window that has gone', () => {
    const pages = createTrustedPages();
    const own = page(1);
    pages.trust(own);

    own.emit('destroyed');

    expect(pages.isTrusted(own)).toBe(false);
    expect(pages.all()).toEqual([]);
  });
});
