/** A message between the stand-in and the script that it puts into each page, as JSON. */
export type ToPage =
  | {
      readonly type: 'ipc';
      readonly channel: string;
      readonly args: readonly unknown[];
      readonly ports: readonly number[];
    }
  | { readonly type: 'port-message'; readonly port: number; readonly data: Carried }
  | { readonly type: 'port-close'; readonly port: number };

export type FromPage =
  | { readonly type: 'started' }
  | { readonly type: 'send'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly type: 'port-message'; readonly port: number; readonly data: Carried }
  | { readonly type: 'port-close'; readonly port: number }
  | { readonly type: 'preload-failed'; readonly message: string };

/** What a port may carry here: text, or bytes in base64. Anything else is refused by name. */
export type Carried = { readonly text: string } | { readonly bytes: string };

/** The name of the binding by which a page speaks; the page's script takes it away before the page can see it. */
export const BINDING = '__electronStandIn';
/** The symbol under which a page listens. */
export const RECEIVER = 'electron-stand-in';

/**
 * Runs in the page before any script of its own. Kept free of everything outside itself, because it travels as text.
 * A sandboxed preload gets a `require` that knows `electron` (contextBridge and ipcRenderer of it) and nothing else:
 * https://electronjs.org/docs/latest/tutorial/sandbox#preload-scripts
 */
function runInPage(
  names: { readonly binding: string; readonly receiver: string },
  preload: (require: (name: string) => unknown, module: object, exports: object) => void,
): void {
  const world = window as unknown as Record<string | symbol, unknown>;
  const send = world[names.binding] as (text: string) => Promise<void>;
  delete world[names.binding];
  // Preloads run in the main frame only, unless nodeIntegrationInSubFrames is set.
  if (window !== window.top) return;

  const listeners = new Map<string, ((event: object, ...args: unknown[]) => void)[]>();
  const ports = new Map<number, MessagePort>();
  const say = (message: FromPage) => void send(JSON.stringify(message));
  say({ type: 'started' });

  function carry(data: unknown): Carried {
    if (typeof data === 'string') return { text: data };
    if (data instanceof Uint8Array) return { bytes: btoa(String.fromCharCode(...data)) };
    throw new Error(`electron stand-in: a port message of type ${typeof data} is not stood in for`);
  }

  function uncarry(data: Carried): unknown {
    if ('text' in data) return data.text;
    return Uint8Array.from(atob(data.bytes), (letter) => letter.charCodeAt(0));
  }

  function openPort(id: number): MessagePort {
    const { port1, port2 } = new MessageChannel();
    ports.set(id, port1);
    port1.onmessage = (event) => say({ type: 'port-message', port: id, data: carry(event.data) });
    // Electron's `close` event, which Chromium has too since 122: https://electronjs.org/docs/latest/tutorial/message-ports
    port1.addEventListener('close', () => say({ type: 'port-close', port: id }));
    return port2;
  }

  function receive(message: ToPage): boolean {
    if (message.type === 'port-message') ports.get(message.port)?.postMessage(uncarry(message.data));
    if (message.type === 'port-close') ports.get(message.port)?.close();
    if (message.type !== 'ipc') return true;
    const heard = listeners.get(message.channel) ?? [];
    const event = { ports: message.ports.map(openPort) };
    for (const listener of heard) listener(event, ...message.args);
    return heard.length > 0;
  }
  Object.defineProperty(world, Symbol.for(names.receiver), { value: receive });

  function strict(name: string, object: object): object {
    return new Proxy(object, {
      get: (target, key) => {
        if (typeof key === 'symbol' || key in target) return Reflect.get(target, key);
        throw new Error(`electron stand-in: ${name}.${key} is not stood in for`);
      },
    });
  }

  /** Frozen, without prototypes, functions as proxies that copy: https://electronjs.org/docs/api/context-bridge */
  function bridged(value: unknown): unknown {
    if (typeof value === 'function') return (...args: unknown[]) => structuredClone(value(...structuredClone(args)));
    if (typeof value !== 'object' || value === null) return value;
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, bridged(part)])));
  }

  const electron = strict('electron', {
    contextBridge: strict('contextBridge', {
      exposeInMainWorld: (key: string, api: unknown) => {
        if (key in world)
          throw new Error(`Cannot bind an API on top of an existing property on the window object: ${key}`);
        Object.defineProperty(world, key, { value: bridged(api), enumerable: true });
      },
    }),
    ipcRenderer: strict('ipcRenderer', {
      on: (channel: string, listener: () => void) =>
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
      send: (channel: string, ...args: unknown[]) => say({ type: 'send', channel, args: structuredClone(args) }),
    }),
  });

  try {
    const module = { exports: {} };
    const require = (name: string) => {
      if (name === 'electron') return electron;
      throw new Error(`module not found: ${name}`);
    };
    preload(require, module, module.exports);
  } catch (error) {
    say({ type: 'preload-failed', message: String(error) });
    throw error;
  }
}

/** The script for a window's pages, with its preload inside. */
export function pageScript(preloadSource: string | null): string {
  const names = JSON.stringify({ binding: BINDING, receiver: RECEIVER });
  return `(${runInPage.toString()})(${names}, function (require, module, exports) {\n${preloadSource ?? ''}\n});`;
}
