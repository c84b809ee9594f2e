import { X509Certificate } from 'node:crypto';
import tls from 'node:tls';
import { describe, expect, it } from 'vitest';
import { trustSystemCertificates } from '../../../../../electron/core/connectors/_kit/system-trust.ts';

function fingerprints(kind: 'default' | 'system'): ReadonlySet<string> {
  return new Set(tls.getCACertificates(kind).map((pem) => new X509Certificate(pem).fingerprint256));
}

describe('electron/core/connectors/_kit/system-trust', () => {
  it('adds what the system trusts to what Node trusts', () => {
    const before = fingerprints('default');

    trustSystemCertificates();
    trustSystemCertificates();

    expect(fingerprints('default')).toEqual(new Set([...before, ...fingerprints('system')]));
    expect(before.size).toBeGreaterThan(0);
  });
});
