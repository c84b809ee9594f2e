import { describe, expect, it } from 'vitest';
import { codesOf, failureOfNetwork, mayPass } from '../../../../../electron/core/connectors/_kit/network-failure.ts';
import { placeOf } from '../../../../../electron/core/connectors/_kit/place.ts';

const place = placeOf('https://ghe.example/api/v3/user', 'the account');

function failed(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}

describe('electron/core/connectors/_kit/network-failure', () => {
  it.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'PROVIDER_TLS', false],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'PROVIDER_TLS', false],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'PROVIDER_TLS', false],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'PROVIDER_TLS', false],
    ['CERT_HAS_EXPIRED', 'PROVIDER_TLS', false],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'PROVIDER_TLS', false],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'PROVIDER_TLS', false],
    ['EPROTO', 'PROVIDER_TLS', false],
    ['ENOTFOUND', 'PROVIDER_DNS', false],
    ['EAI_AGAIN', 'PROVIDER_DNS', true],
    ['UND_ERR_CONNECT_TIMEOUT', 'PROVIDER_TIMEOUT', true],
    ['UND_ERR_HEADERS_TIMEOUT', 'PROVIDER_TIMEOUT', true],
    ['ETIMEDOUT', 'PROVIDER_TIMEOUT', true],
    ['ECONNREFUSED', 'PROVIDER_UNREACHABLE', true],
    ['ECONNRESET', 'PROVIDER_UNREACHABLE', true],
    ['EHOSTUNREACH', 'PROVIDER_UNREACHABLE', true],
    ['ENETUNREACH', 'PROVIDER_UNREACHABLE', true],
    ['UND_ERR_SOCKET', 'PROVIDER_UNREACHABLE', true],
    ['SOMETHING_NEW', 'PROVIDER_UNREACHABLE', true],
  ])('%s is %s', (code, expected, passing) => {
    const failure = failureOfNetwork(failed(code), place);

    expect(failure.code).toBe(expected);
    expect(failure.message).toContain('ghe.example');
    expect(failure.remedy).not.toBeNull();
    expect(mayPass(failed(code))).toBe(passing);
  });

  it('finds codes in causes and parts, and is not caught in a circle', () => {
    const inner = Object.assign(new Error('a'), { code: 'ECONNREFUSED' });
    const both = new AggregateError([Object.assign(new Error('b'), { code: 'ENETUNREACH' })], 'all failed', {
      cause: inner,
    });
    inner.cause = both;

    expect(codesOf(new TypeError('fetch failed', { cause: both }))).toEqual(['ECONNREFUSED', 'ENETUNREACH']);
    expect(codesOf('no error')).toEqual([]);
    expect(failureOfNetwork('no error', place).message).toBe('ghe.example cannot be reached.');
  });
});
