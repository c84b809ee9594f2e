import { EventEmitter } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import type { Frame, Page } from 'playwright-core';
import { type StandInPort, takeRaw } from './message-ports.ts';
import { originOf, toAppUrl, toPageUrl } from './network.ts';
import { type Carried, type FromPage, RECEIVER, type ToPage } from './page-script.ts';
import type { LaunchState, OpenHandlerResult } from './state.ts';
import { preventable, strict } from './strict.ts';

/** https://electronjs.org/docs/api/web-frame-main, the part of it that is stood in for. */
export interface StandInFrame {
  readonly origin: string;
  readonly url: string;
  readonly parent: StandInFrame | null;
  readonly postMessage: (channel: string, message: unknown, transfer?: readonly StandInPort[]) => void;
}

/** What the stand-in itself does with web contents; the application cannot see it. */
export interface WebContentsInside {
  readonly announce: (
    event: 'will-navigate' | 'will-redirect',
    url: string,
    isMainFrame: boolean,
    frame: Frame,
  ) => boolean;
  readonly askToOpen: (url: string) => OpenHandlerResult | null;
  readonly takeExpected: (pageUrl: string) => boolean;
  readonly receive: (frame: Frame, message: FromPage) => void;
  readonly attach: (page: Page) => void;
  readonly load: (url: string) => Promise<void>;
  readonly dropPorts: () => void;
}

export type StandInWebContents = EventEmitter & {
  readonly id: number;
  readonly mainFrame: StandInFrame;
  readonly setWindowOpenHandler: (handler: (details: { url: string }) => OpenHandlerResult) => void;
  readonly getLastWebPreferences: () => Readonly<Record<string, unknown>>;
  readonly getURL: () => string;
  readonly reload: () => void;
  readonly isDestroyed: () => boolean;
  readonly standIn: WebContentsInside;
};

let lastId = 0;
let lastPort = 0;

function carry(data: unknown): Carried {
  if (typeof data === 'string') return { text: data };
  if (data instanceof Uint8Array) return { bytes: Buffer.from(data).toString('base64') };
  throw new Error(`electron stand-in: a port message of type ${typeof data} is not stood in for`);
}

function uncarry(data: Carried): string | Uint8Array {
  return 'text' in data ? data.text : new Uint8Array(Buffer.from(data.bytes, 'base64'));
}

/**
 * Web contents over a page of Chromium. `page` answers the page once there is one: Electron makes windows at once,
 * Playwright makes pages in its own time.
 */
export function createWebContents(
  state: LaunchState,
  page: () => Promise<Page>,
  preferences: Readonly<Record<string, unknown>>,
): StandInWebContents {
  const ports = new Map<number, MessagePort>();
  const frames = new WeakMap<Frame, StandInFrame>();
  let openHandler: ((details: { url: string }) => OpenHandlerResult) | null = null;
  let attached: Page | null = null;
  let destroyed = false;
  let expected: string | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  lastId += 1;

  /** Messages arrive in the order in which they were sent; those for a page that has gone are lost, as in Electron. */
  function send(message: ToPage): void {
    queue = queue
      .then(async () => {
        const target = (await page()).mainFrame();
        const heard = await target.evaluate(
          ([name, said]) => {
            const receive = (window as unknown as Record<symbol, ((m: unknown) => boolean) | undefined>)[
              Symbol.for(name)
            ];
            return receive ? receive(said) : false;
          },
          [RECEIVER, message] as const,
        );
        if (!heard && message.type === 'ipc') state.problems.push(`the page has no listener for ${message.channel}`);
      })
      .catch(() => undefined);
  }

  function give(port: StandInPort): number {
    const raw = takeRaw(port);
    lastPort += 1;
    const id = lastPort;
    ports.set(id, raw);
    raw.on('message', (data: unknown) => send({ type: 'port-message', port: id, data: carry(data) }));
    raw.on('close', () => {
      if (ports.delete(id)) send({ type: 'port-close', port: id });
    });
    return id;
  }

  function frameFor(frame: Frame): StandInFrame {
    const known = frames.get(frame);
    if (known) return known;
    const made = strict<StandInFrame>('WebFrameMain', {
      get url() {
        return toAppUrl(frame.url());
      },
      get origin() {
        return originOf(toAppUrl(frame.url()));
      },
      get parent() {
        const parent = frame.parentFrame();
        return parent ? frameFor(parent) : null;
      },
      postMessage: (channel, message, transfer = []) => {
        send({ type: 'ipc', channel, args: [structuredClone(message)], ports: transfer.map(give) });
      },
    });
    frames.set(frame, made);
    return made;
  }

  function mainFrame(): StandInFrame {
    if (!attached) throw new Error('electron stand-in: the main frame of a window whose page is not there yet');
    return frameFor(attached.mainFrame());
  }

  function fromPort(message: Extract<FromPage, { port: number }>): void {
    const raw = ports.get(message.port);
    if (message.type === 'port-message') raw?.postMessage(uncarry(message.data));
    else {
      ports.delete(message.port);
      raw?.close();
    }
  }

  const inside: WebContentsInside = {
    announce: (name, url, isMainFrame, frame) => {
      const details = { url, isMainFrame, isSameDocument: false, frame: frameFor(frame) };
      const events = name === 'will-navigate' && !isMainFrame ? [] : [preventable(details)];
      for (const event of events) contents.emit(name, event, url);
      const framed = preventable(details);
      if (name === 'will-navigate') contents.emit('will-frame-navigate', framed);
      return ![...events, framed].some((event) => event.defaultPrevented);
    },
    askToOpen: (url) => openHandler?.({ url }) ?? null,
    takeExpected: (pageUrl) => {
      const isExpected = expected !== null && pageUrl.split('#')[0] === expected.split('#')[0];
      if (isExpected) expected = null;
      return isExpected;
    },
    receive: (frame, message) => {
      if (message.type === 'started') inside.dropPorts();
      else if (message.type === 'preload-failed') {
        state.problems.push(`the preload failed: ${message.message}`);
        contents.emit('preload-error', preventable({}), '', new Error(message.message));
      } else if (message.type === 'send') {
        contents.emit('stand-in-send', frameFor(frame), message.channel, message.args);
      } else fromPort(message);
    },
    attach: (made) => {
      attached = made;
      made.on('crash', () => contents.emit('render-process-gone', preventable({}), { reason: 'crashed', exitCode: 1 }));
      made.on('close', () => {
        destroyed = true;
        inside.dropPorts();
        contents.emit('destroyed');
      });
    },
    load: async (url) => {
      const target = await page();
      expected = toPageUrl(url);
      await target.goto(expected, { waitUntil: 'load' });
      contents.emit('did-finish-load');
    },
    // The page's ends of its ports go with its document; a change of the hash keeps the document.
    dropPorts: () => {
      for (const raw of ports.values()) raw.close();
      ports.clear();
    },
  };

  const contents: StandInWebContents = strict(
    'webContents',
    Object.defineProperties(new EventEmitter(), {
      id: { value: lastId },
      mainFrame: { get: mainFrame },
      setWindowOpenHandler: {
        value: (handler: typeof openHandler) => {
          openHandler = handler;
        },
      },
      getLastWebPreferences: { value: () => preferences },
      getURL: { value: () => toAppUrl(attached?.url() ?? '') },
      reload: {
        value: () => {
          expected = attached?.url() ?? null;
          void attached?.reload().catch(() => undefined);
        },
      },
      isDestroyed: { value: () => destroyed },
      standIn: { value: inside },
    }) as unknown as StandInWebContents,
  );
  return contents;
}
