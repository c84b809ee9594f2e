import { describe, expect, it } from 'vitest';
import { failureReach } from '../../../../electron/core/sync/failure-reach.ts';

describe('electron/core/sync/failure-reach', () => {
  it.each([
    ['PROVIDER_UNAUTHORIZED', 'run'],
    ['PROVIDER_RATE_LIMITED', 'run'],
    ['PROVIDER_TLS', 'run'],
    ['PROVIDER_DNS', 'run'],
    ['PROVIDER_UNREACHABLE', 'run'],
    ['PROVIDER_CLOCK_SKEW', 'run'],
    ['PROVIDER_NOT_JSON', 'run'],
    ['DISK_FULL', 'run'],
    ['PROVIDER_NOT_FOUND', 'scope-anew'],
    ['PROVIDER_FORBIDDEN', 'scope-anew'],
    ['PROVIDER_REFUSED', 'scope-anew'],
    ['PROVIDER_LOOP', 'scope-anew'],
    ['TOO_LARGE', 'scope-anew'],
    ['INTERNAL', 'scope-anew'],
    ['PROVIDER_BROKEN', 'scope'],
    ['PROVIDER_TIMEOUT', 'scope'],
    ['PROVIDER_TRUNCATED', 'scope'],
  ] as const)('%s reaches the %s', (code, reach) => {
    expect(failureReach(code, 0)).toBe(reach);
  });

  it('takes three troubled scopes for a troubled server', () => {
    expect([2, 3].map((scopes) => failureReach('PROVIDER_BROKEN', scopes))).toEqual(['scope', 'run']);
    expect(failureReach('PROVIDER_NOT_FOUND', 9)).toBe('scope-anew');
  });
});
