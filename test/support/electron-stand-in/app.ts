import { EventEmitter } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { LaunchState } from './state.ts';
import { preventable, strict } from './strict.ts';

/** https://electronjs.org/docs/api/app, the part of it that is stood in for. */
export function createApp(state: LaunchState) {
  const manifest = JSON.parse(readFileSync(join(state.root, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  const ready = Promise.withResolvers<void>();
  let quitting = false;
  let handed: unknown = null;

  function beforeReady(method: string): void {
    if (state.isReady) throw new Error(`app.${method} can only be called before the app is ready`);
  }

  async function end(code: number): Promise<void> {
    if (state.exitCode !== null) return;
    state.exitCode = code;
    for (const stop of state.ends) await stop();
    for (const window of state.windows) window.destroy();
    app.emit('quit', preventable({}), code);
    state.ended.resolve(code);
  }

  /** `will-quit` comes once all windows are closed, and may be prevented: the app then goes on without windows. */
  function finishQuitting(): void {
    const event = preventable({});
    app.emit('will-quit', event);
    quitting = !event.defaultPrevented;
    if (quitting) void end(0);
  }

  const app = strict(
    'app',
    Object.assign(new EventEmitter(), {
      name: manifest.name,
      isPackaged: state.isPackaged,
      getVersion: () => manifest.version,
      getName: () => manifest.name,
      // Throws for a folder that is not there: https://electronjs.org/docs/api/app#appsetpathname-path
      setPath: (name: string, path: string) => {
        if (!isAbsolute(path)) throw new Error(`app.setPath: ${path} is not absolute`);
        if (!existsSync(path)) throw new Error(`app.setPath: the folder ${path} does not exist`);
        state.paths.set(name, path);
      },
      getPath: (name: string) => state.paths.get(name) ?? join(tmpdir(), 'electron-stand-in', name),
      enableSandbox: () => {
        beforeReady('enableSandbox');
        state.sandboxAll = true;
      },
      // The data reaches the first instance as JSON: https://electronjs.org/docs/api/app#event-second-instance
      requestSingleInstanceLock: (data: unknown) => {
        handed = JSON.parse(JSON.stringify(data ?? null));
        return !state.isSecondInstance;
      },
      /** For tests: what this start would hand over to the first one. */
      standInHanded: () => handed,
      isReady: () => state.isReady,
      whenReady: () => ready.promise,
      quit: () => {
        const event = preventable({});
        app.emit('before-quit', event);
        if (event.defaultPrevented || state.exitCode !== null) return;
        quitting = true;
        if (state.windows.size === 0) finishQuitting();
        for (const window of state.windows) window.close();
      },
      // Neither before-quit nor will-quit: https://electronjs.org/docs/api/app#appexitexitcode
      exit: (code = 0) => void end(code),
    }),
  );

  app.on('stand-in-last-window-closed', () => {
    if (state.exitCode !== null) return;
    if (quitting) return finishQuitting();
    // Without a listener the default is to quit: https://electronjs.org/docs/api/app#event-window-all-closed
    if (app.listenerCount('window-all-closed') === 0) app.quit();
    else app.emit('window-all-closed');
  });

  return {
    app,
    becomeReady: () => {
      state.isReady = true;
      app.emit('ready', preventable({}), {});
      ready.resolve();
    },
  };
}
