import { describe, expect, it } from 'vitest';
import { linkOf, nextPath } from '../../../../../electron/core/connectors/_kit/link-header.ts';

describe('electron/core/connectors/_kit/link-header linkOf', () => {
  it.each([
    ['<https://a/x?page=2>; rel="next", <https://a/x?page=9>; rel="last"', 'next', 'https://a/x?page=2'],
    ['<https://a/x?page=1>; rel="prev", <https://a/x?page=3>; rel="next"', 'next', 'https://a/x?page=3'],
    ['<https://a/x?q=a,b;c>; rel="next"', 'next', 'https://a/x?q=a,b;c'],
    ['<https://a/x>;title="rel";rel=next', 'next', 'https://a/x'],
    ['<https://a/x>; rel="start NEXT"', 'next', 'https://a/x'],
    ['<https://a/x>; rel="last"', 'next', null],
    ['garbage', 'next', null],
    ['', 'next', null],
    [undefined, 'next', null],
  ])('of %j', (header, relation, url) => {
    expect(linkOf(header, relation)).toBe(url);
  });
});

describe('electron/core/connectors/_kit/link-header nextPath', () => {
  it.each([
    [
      'takes the query of the link',
      '<https://a/repositories/7/pulls?page=2&x=1>; rel="next"',
      '/repos/a/b/pulls?page=2&x=1',
    ],
    ['never goes to another host', '<https://evil.example/steal?page=2>; rel="next"', '/repos/a/b/pulls?page=2'],
    ['leaves a fragment out', '<?page=2#frag>; rel="next"', '/repos/a/b/pulls?page=2'],
    ['ends without a link', '<https://a/x?page=1>; rel="first"', null],
    ['ends with a link without a query', '<https://a/x>; rel="next"', null],
  ])('%s', (_what, link, path) => {
    expect(nextPath('/repos/a/b/pulls?state=all', { link })).toBe(path);
  });
});
