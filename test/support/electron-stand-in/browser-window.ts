import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { BINDING, type FromPage, pageScript } from './page-script.ts';
import { type LaunchState, mustBeReady } from './state.ts';
import { preventable, strict } from './strict.ts';
import { createWebContents, type StandInWebContents } from './web-contents.ts';

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface WindowOptions extends Partial<Rectangle> {
  readonly webPreferences?: Readonly<Record<string, unknown>>;
}

export type StandInWindow = EventEmitter & {
  readonly id: number;
  readonly webContents: StandInWebContents;
  readonly loadURL: (url: string) => Promise<void>;
  readonly show: () => void;
  readonly isVisible: () => boolean;
  readonly focus: () => void;
  readonly restore: () => void;
  readonly maximize: () => void;
  readonly minimize: () => void;
  readonly isMaximized: () => boolean;
  readonly isMinimized: () => boolean;
  readonly isDestroyed: () => boolean;
  readonly getNormalBounds: () => Rectangle;
  readonly close: () => void;
  readonly destroy: () => void;
  /** What the stand-in itself uses; the application cannot see it. */
  readonly standIn: { readonly page: Page | null; readonly whenPage: Promise<Page> };
};

/** What Electron uses where a window does not say: https://electronjs.org/docs/api/structures/web-preferences */
const DEFAULT_PREFERENCES = { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true };

/** Preferences that would make a page of Chromium unlike a page of Electron; there is nothing here to stand in for them. */
function assertStandable(preferences: Readonly<Record<string, unknown>>): void {
  const wanted: readonly (readonly [string, boolean])[] = [
    ['contextIsolation', true],
    ['nodeIntegration', false],
    ['webSecurity', true],
  ];
  for (const [name, value] of wanted) {
    if (preferences[name] !== value) {
      throw new Error(`electron stand-in: a window with ${name} = ${preferences[name]} is not stood in for`);
    }
  }
}

async function openPage(
  state: LaunchState,
  contents: StandInWebContents,
  preload: string | null,
  size: Rectangle,
): Promise<Page> {
  const page = await state.context.newPage();
  await page.setViewportSize({ width: size.width, height: size.height });
  await page.exposeBinding(BINDING, ({ frame }, text: string) => {
    contents.standIn.receive(frame, JSON.parse(text) as FromPage);
  });
  await page.addInitScript({ content: pageScript(preload) });
  return page;
}

let lastId = 0;

/** https://electronjs.org/docs/api/browser-window, over a page of its own; may be made only once the app is ready. */
export function createBrowserWindow(state: LaunchState, app: EventEmitter, options: WindowOptions): StandInWindow {
  mustBeReady(state, 'Cannot create BrowserWindow');
  const asked: Readonly<Record<string, unknown>> = { ...DEFAULT_PREFERENCES, ...options.webPreferences };
  const preferences = { ...asked, sandbox: asked.sandbox || state.sandboxAll };
  assertStandable(preferences);
  const preload = typeof asked.preload === 'string' ? readFileSync(asked.preload, 'utf8') : null;
  const bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 };
  lastId += 1;

  const flags = { visible: true, maximized: false, minimized: false, destroyed: false };
  let page: Page | null = null;
  const whenPage = Promise.withResolvers<Page>();
  const contents = createWebContents(state, () => whenPage.promise, asked);

  function gone(): void {
    if (flags.destroyed) return;
    flags.destroyed = true;
    state.windows.delete(window);
    window.emit('closed');
    if (state.windows.size === 0) app.emit('stand-in-last-window-closed');
  }

  async function destroy(): Promise<void> {
    const made = await whenPage.promise.catch(() => null);
    await made?.close().catch(() => undefined);
    gone();
  }

  const window: StandInWindow = strict(
    'BrowserWindow',
    Object.defineProperties(
      Object.assign(new EventEmitter(), {
        id: lastId,
        webContents: contents,
        loadURL: async (url: string) => {
          await contents.standIn.load(url);
          window.emit('ready-to-show');
        },
        show: () => {
          flags.visible = true;
        },
        isVisible: () => flags.visible,
        focus: () => app.emit('browser-window-focus', preventable({}), window),
        restore: () => {
          flags.minimized = false;
        },
        maximize: () => {
          flags.maximized = true;
        },
        minimize: () => {
          flags.minimized = true;
        },
        isMaximized: () => flags.maximized,
        isMinimized: () => flags.minimized,
        isDestroyed: () => flags.destroyed,
        getNormalBounds: () => bounds,
        close: () => {
          const event = preventable({});
          window.emit('close', event);
          if (!event.defaultPrevented) void destroy();
        },
        destroy: () => void destroy(),
      }),
      {
        standIn: {
          value: {
            get page() {
              return page;
            },
            whenPage: whenPage.promise,
          },
        },
      },
    ) as unknown as StandInWindow,
  );

  flags.visible = (options as { show?: boolean }).show !== false;
  state.windows.add(window);
  openPage(state, contents, preload, bounds).then(
    (made) => {
      page = made;
      contents.standIn.attach(made);
      made.on('close', gone);
      whenPage.resolve(made);
    },
    (error: unknown) => whenPage.reject(error),
  );
  app.emit('web-contents-created', preventable({}), contents);
  app.emit('browser-window-created', preventable({}), window);
  return window;
}
