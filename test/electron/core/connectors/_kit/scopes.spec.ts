import { describe, expect, it } from 'vitest';
import { doubledScope, scopesOf } from '../../../../../electron/core/connectors/_kit/scopes.ts';

const connector = { scopeOf: (typed: string) => typed.trim().toLowerCase() };

describe('electron/core/connectors/_kit/scopes', () => {
  it('gives each scope once, in the connector’s spelling and in the order in which they were typed', () => {
    expect(scopesOf(connector, { scopes: ['B', 'a', ' b ', 'C'] })).toEqual(['b', 'a', 'c']);
  });

  it.each([
    [['a', 'b'], null],
    [['Acme', 'x', 'aCME'], { first: 'Acme', again: 'aCME' }],
    [['a', 'a'], { first: 'a', again: 'a' }],
    [[], null],
  ])('finds what names the same twice in %j', (scopes, doubled) => {
    expect(doubledScope(connector, { scopes })).toEqual(doubled);
  });
});
