import { describe, expect, it } from 'vitest';
import { WebUrl } from '../../../../../electron/core/connectors/_kit/web-url.ts';

describe('electron/core/connectors/_kit/web-url', () => {
  it.each([
    ['https://github.com/acme', 'https://github.com/acme'],
    ['HTTP://ghe.example', 'HTTP://ghe.example'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['https://a b', null],
    ['', null],
    [null, null],
    [undefined, null],
    [7, null],
    [`https://a/${'x'.repeat(2_000)}`, null],
  ])('reads %j', (value, url) => {
    expect(WebUrl.parse(value)).toBe(url);
  });
});
