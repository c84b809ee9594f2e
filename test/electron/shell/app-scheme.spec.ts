import { describe, expect, it } from 'vitest';
import { APP_ORIGIN, APP_URL, isAppUrl, registerAppScheme } from '../../../electron/shell/app-scheme.ts';

describe('electron/shell/app-scheme', () => {
  it('asks for a standard and secure scheme, and for no more', () => {
    const asked: unknown[] = [];

    registerAppScheme({ registerSchemesAsPrivileged: (schemes) => asked.push(...schemes) });

    expect(asked).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: true } },
    ]);
  });

  it.each([APP_URL, `${APP_ORIGIN}/`, `${APP_ORIGIN}/assets/index.js`, `${APP_URL}#/today`])('knows %s', (url) => {
    expect(isAppUrl(url)).toBe(true);
  });

  it.each([
    'app://other/index.html',
    'app://signalbox.evil.example/',
    'app://signalbox:80/',
    'app://ada@signalbox/',
    'app:signalbox',
    'apps://signalbox/',
    'https://signalbox/',
    'file:///signalbox/index.html',
    'javascript:alert(1)',
    'data:text/html,app://signalbox/',
    'about:blank',
    'not an address',
    '',
  ])('does not know %j', (url) => {
    expect(isAppUrl(url)).toBe(false);
  });
});
