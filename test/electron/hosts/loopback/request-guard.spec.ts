import { describe, expect, it } from 'vitest';
import { guardRequest } from '../../../../electron/hosts/loopback/request-guard.ts';

const PORT = 4321;
const OWN = { host: '127.0.0.1:4321', origin: 'http://127.0.0.1:4321' };

describe('electron/hosts/loopback/request-guard', () => {
  it.each([
    ['its own page', OWN],
    ['its own page under its other name', { host: 'localhost:4321', origin: 'http://localhost:4321' }],
    ['a browser that says it is the same origin', { ...OWN, 'sec-fetch-site': 'same-origin' }],
  ])('lets %s ask and change', (_title, headers) => {
    expect(guardRequest(headers, PORT, false)).toBeNull();
    expect(guardRequest(headers, PORT, true)).toBeNull();
  });

  it('lets a typed address load the page, and change nothing', () => {
    const headers = { host: OWN.host, 'sec-fetch-site': 'none' };

    expect(guardRequest(headers, PORT, false)).toBeNull();
    expect(guardRequest(headers, PORT, true)).toMatch(/does not say which page/);
  });

  it.each([
    ['a name made to point here (DNS rebinding)', 'evil.example:4321'],
    ['a name that ends like ours', 'evil.127.0.0.1:4321'],
    ['a name that begins like ours', '127.0.0.1:4321.evil.example'],
    ['another port', '127.0.0.1:4322'],
    ['no port', '127.0.0.1'],
    ['all addresses', '0.0.0.0:4321'],
    ['the other loopback address', '[::1]:4321'],
    ['a name inside a name', 'ada@127.0.0.1:4321'],
    ['upper case', 'LOCALHOST:4321'],
    ['no name at all', undefined],
  ])('refuses %s', (_title, host) => {
    expect(guardRequest({ host }, PORT, false)).toMatch(/127\.0\.0\.1 only/);
    expect(guardRequest({ host, origin: `http://${host}` }, PORT, true)).not.toBeNull();
  });

  it.each([
    ['another site', 'https://evil.example'],
    ['the same machine on another port', 'http://127.0.0.1:4322'],
    ['the same address over TLS', 'https://127.0.0.1:4321'],
    ['its other name', 'http://localhost:4321'],
    ['a page without an origin', 'null'],
    ['a file', 'file://'],
    ['an empty origin', ''],
  ])('refuses a request from %s', (_title, origin) => {
    expect(guardRequest({ host: OWN.host, origin }, PORT, false)).toMatch(/another site/);
    expect(guardRequest({ host: OWN.host, origin }, PORT, true)).toMatch(/another site/);
  });

  it.each(['cross-site', 'same-site', 'none', ['same-origin', 'cross-site']])(
    'refuses a change that the browser calls %j',
    (site) => {
      expect(guardRequest({ ...OWN, 'sec-fetch-site': site }, PORT, true)).toMatch(/another site/);
    },
  );

  it('knows that browsers leave out port 80', () => {
    const own = { host: '127.0.0.1', origin: 'http://127.0.0.1' };

    expect(guardRequest(own, 80, true)).toBeNull();
    expect(guardRequest({ host: 'localhost', origin: 'http://localhost' }, 80, true)).toBeNull();
    expect(guardRequest({ host: 'evil.example', origin: 'http://evil.example' }, 80, true)).not.toBeNull();
    expect(guardRequest({ ...own, origin: 'http://127.0.0.1:4321' }, 80, true)).not.toBeNull();
  });
});
