import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../../../electron/core/connectors/_kit/place.ts';

describe('electron/core/connectors/_kit/place', () => {
  it.each([
    ['https://api.github.com/repos/acme/shop?token=abc', 'api.github.com/repos/acme/shop', 'api.github.com'],
    ['https://ada:pw@ghe.example:8443/api/v3', 'ghe.example:8443/api/v3', 'ghe.example:8443'],
    ['not a url?token=abc', 'not a url?token=[secret]', 'not a url?token=[secret]'],
  ])('of %s', (url, where, host) => {
    expect(placeOf(url, 'acme/shop pulls')).toEqual({ where, host, what: 'acme/shop pulls' });
  });
});
