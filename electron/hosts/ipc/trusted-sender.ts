import type { IpcMainEvent, WebContents } from 'electron';

/** The pages that this application opened itself. */
export interface TrustedPages {
  readonly trust: (contents: WebContents) => void;
  readonly isTrusted: (contents: WebContents) => boolean;
  readonly all: () => readonly WebContents[];
}

/** Remembers which web contents are windows of ours; each is forgotten when it goes. */
export function createTrustedPages(): TrustedPages {
  const pages = new Map<number, WebContents>();
  return {
    trust: (contents) => {
      const { id } = contents;
      pages.set(id, contents);
      contents.once('destroyed', () => pages.delete(id));
    },
    isTrusted: (contents) => pages.get(contents.id) === contents,
    all: () => [...pages.values()],
  };
}

/**
 * Why a message from a renderer is refused; null where it may be answered. Its web contents must be a window of ours,
 * its frame that window's main frame (an embedded page has the same web contents), and that frame must show our page.
 */
export function refuseSender(
  event: Pick<IpcMainEvent, 'sender' | 'senderFrame'>,
  pages: TrustedPages,
  origin: string,
): string | null {
  if (!pages.isTrusted(event.sender)) return 'it comes from a page that Signalbox did not open';
  const frame = event.senderFrame;
  if (frame === null) return 'its frame has gone';
  if (frame !== event.sender.mainFrame) return 'it comes from a frame inside the page';
  if (frame.origin !== origin) return `it comes from ${frame.origin}`;
  return null;
}
