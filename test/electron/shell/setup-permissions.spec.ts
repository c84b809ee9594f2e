import type { Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { mayLoad, setupPermissions } from '../../../electron/shell/setup-permissions.ts';

type Handlers = Record<string, (...args: never[]) => unknown>;

function sessionUnderTest(): Handlers {
  const handlers: Handlers = {};
  const keep = (name: string) => (handler: (...args: never[]) => unknown) => {
    handlers[name] = handler;
  };
  setupPermissions({
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    webRequest: { onBeforeRequest: keep('load') },
  } as unknown as Session);
  return handlers;
}

describe('electron/shell/setup-permissions', () => {
  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem', 'unknown'])(
    'denies %s',
    (permission) => {
      const handlers = sessionUnderTest();
      const answers: boolean[] = [];

      (handlers.request as (c: null, p: string, answer: (granted: boolean) => void) => void)(
        null,
        permission,
        (granted) => answers.push(granted),
      );
      const checked = (handlers.check as (c: null, p: string) => boolean)(null, permission);

      expect([answers, checked]).toEqual([[false], false]);
    },
  );

  it('denies every device', () => {
    expect((sessionUnderTest().device as () => boolean)()).toBe(false);
  });

  it('cancels what would leave the machine', () => {
    const { load } = sessionUnderTest();
    const cancelled = (url: string) => {
      let answer: unknown;
      (load as (details: { url: string }, answer: (given: unknown) => void) => void)({ url }, (given) => {
        answer = given;
      });
      return answer;
    };

    expect(cancelled('https://evil.example/pixel')).toEqual({ cancel: true });
    expect(cancelled('app://signalbox/index.html')).toEqual({ cancel: false });
  });

  it.each([
    ['app://signalbox/assets/a.js', true],
    ['blob:app://signalbox/1', true],
    ['data:image/svg+xml,x', true],
    ['devtools://devtools/bundled/inspector.html', true],
    ['app://other/', false],
    ['http://127.0.0.1:8080/', false],
    ['ws://127.0.0.1/', false],
    ['file:///etc/passwd', false],
    ['chrome://gpu', false],
    ['', false],
  ])('may load %j: %s', (url, may) => {
    expect(mayLoad(url)).toBe(may);
  });
});
