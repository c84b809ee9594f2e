import { EventEmitter } from 'node:events';
import type { App, Shell } from 'electron';
import { describe, expect, it } from 'vitest';
import { mayOpenOutside, setupNavigation } from '../../../electron/shell/setup-navigation.ts';

type OpenHandler = (details: { url: string }) => { action: string };

/** A page under guard, and what was opened outside. */
function guarded() {
  const app = new EventEmitter();
  const opened: string[] = [];
  let openHandler: OpenHandler = () => ({ action: 'allow' });
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: OpenHandler) => {
      openHandler = handler;
    },
  });
  const shell = { openExternal: async (url: string) => void opened.push(url) } as unknown as Shell;
  setupNavigation(app as unknown as App, shell);
  app.emit('web-contents-created', {}, contents);

  return {
    opened,
    openWindow: (url: string) => openHandler({ url }).action,
    /** Whether the page was kept where it is. */
    isKept: (name: string, details: object = {}) => {
      let kept = false;
      contents.emit(name, {
        ...details,
        preventDefault: () => {
          kept = true;
        },
      });
      return kept;
    },
  };
}

describe('electron/shell/setup-navigation', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('keeps the page on %s', (event) => {
    const { isKept } = guarded();
    const to = (url: string) => isKept(event, { url, isMainFrame: true });

    expect(to('https://evil.example/')).toBe(true);
    expect(to('app://other/')).toBe(true);
    expect(to('file:///etc/passwd')).toBe(true);
    expect(to('javascript:alert(1)')).toBe(true);
    expect(to('app://signalbox/index.html')).toBe(false);
  });

  it('lets no webview be attached', () => {
    expect(guarded().isKept('will-attach-webview')).toBe(true);
  });

  it('opens no window, and web links in the system’s browser', () => {
    const { openWindow, opened } = guarded();

    const actions = [
      'https://example.org/a',
      'http://example.org/',
      'app://signalbox/',
      'file:///x',
      'about:blank',
    ].map(openWindow);

    expect(actions).toEqual(['deny', 'deny', 'deny', 'deny', 'deny']);
    expect(opened).toEqual(['https://example.org/a', 'http://example.org/']);
  });

  it('opens a link that was clicked once, and none that a frame inside followed', () => {
    const { isKept, opened } = guarded();

    isKept('will-navigate', { url: 'https://example.org/', isMainFrame: true });
    isKept('will-frame-navigate', { url: 'https://example.org/', isMainFrame: true });
    isKept('will-frame-navigate', { url: 'https://frame.example/', isMainFrame: false });

    expect(opened).toEqual(['https://example.org/']);
  });

  it.each([
    ['https://example.org/', true],
    ['https://example.org:8443/a?b#c', true],
    ['http://jira.intranet:8080/browse/PAY-1', true],
    ['http://ada:pw@jira.intranet/', false],
    ['https://ada:pw@example.org/', false],
    ['https://ada@example.org/', false],
    ['smb://share/x', false],
    ['vscode://file/etc/passwd', false],
    ['ms-settings:', false],
    ['mailto:ada@example.org', false],
    ['https:/', false],
    ['', false],
  ])('may open %j outside: %s', (url, may) => {
    expect(mayOpenOutside(url)).toBe(may);
  });
});
