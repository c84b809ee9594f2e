import tls from 'node:tls';

let done = false;

/**
 * Trusts, in this thread, the certificates that the operating system trusts besides Node's own: companies put
 * the root of their proxies and servers there. Where the runtime cannot do it, Node's own stay.
 */
export function trustSystemCertificates(): void {
  if (done || typeof tls.setDefaultCACertificates !== 'function') return;
  done = true;
  const all = [...tls.getCACertificates('default'), ...tls.getCACertificates('system')];
  tls.setDefaultCACertificates([...new Set(all)]);
}
