import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../electron/hosts/page-policy.ts';

function directives(policy: string): Record<string, readonly string[]> {
  return Object.fromEntries(
    policy.split(';').map((each) => {
      const [name = '', ...sources] = each.trim().split(' ');
      return [name, sources];
    }),
  );
}

describe('electron/hosts/page-policy', () => {
  it('allows nothing but what is needed', () => {
    const policy = directives(contentSecurityPolicy({ nonce: 'abc', socket: 'ws://127.0.0.1:1' }));

    expect(policy).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'", "'nonce-abc'"],
      'img-src': ["'self'", 'data:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'", 'ws://127.0.0.1:1'],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
    });
  });

  it('gives a page with a port of its own no network at all', () => {
    const policy = directives(contentSecurityPolicy({ nonce: 'abc', socket: null }));

    expect(policy['connect-src']).toEqual(["'none'"]);
  });

  it('never allows inline or evaluated code', () => {
    const policy = contentSecurityPolicy({ nonce: 'abc', socket: null });

    expect(policy).not.toMatch(/unsafe-|\*|https?:/);
  });
});
