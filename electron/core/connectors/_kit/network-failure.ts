import type { Failure } from '../../../../shared/model/failure.ts';
import { providerFailure } from './failures.ts';
import type { Place } from './place.ts';

/** Codes of a certificate that this machine does not trust, or of a connection that is not TLS at all. */
const TLS = /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|^ERR_(SSL|TLS)|^EPROTO$|HOSTNAME_MISMATCH/;
const DNS = /^(ENOTFOUND|EAI_\w+|ENODATA|ESERVFAIL)$/;
const TIMEOUT = /TIMEOUT$|^ETIMEDOUT$/;

/** Every `code` in an error, its causes and its parts, outermost first. */
export function codesOf(error: unknown): readonly string[] {
  const codes: string[] = [];
  const seen = new Set<unknown>();
  const waiting: unknown[] = [error];
  while (waiting.length > 0) {
    const current = waiting.shift();
    if (!(current instanceof Error) || seen.has(current)) continue;
    seen.add(current);
    if ('code' in current && typeof current.code === 'string') codes.push(current.code);
    waiting.push(current.cause, ...(current instanceof AggregateError ? current.errors : []));
  }
  return codes;
}

/** Whether asking again may help: an untrusted certificate or an unknown name stays what it is. */
export function mayPass(error: unknown): boolean {
  return !codesOf(error).some((code) => TLS.test(code) || code === 'ENOTFOUND');
}

/** The failure that an error of the network means. */
export function failureOfNetwork(error: unknown, place: Place): Failure {
  const codes = codesOf(error);
  const code = (pattern: RegExp) => codes.find((candidate) => pattern.test(candidate));
  const tls = code(TLS);
  if (tls !== undefined) {
    return providerFailure('PROVIDER_TLS', place, {
      message: `The certificate of ${place.host} is not trusted on this computer (${tls}).`,
      remedy:
        "Install your company's root certificate, or name its file in the environment variable NODE_EXTRA_CA_CERTS and start Signalbox again; check that the address begins with the right http or https.",
      cause: error,
    });
  }
  const dns = code(DNS);
  if (dns !== undefined) {
    return providerFailure('PROVIDER_DNS', place, {
      message: `The name ${place.host} cannot be found (${dns}).`,
      remedy: 'Check the address for a typing error, and that you are online or signed in to the VPN.',
      cause: error,
    });
  }
  if (code(TIMEOUT) !== undefined) return timeoutFailure(place, error);
  return providerFailure('PROVIDER_UNREACHABLE', place, {
    message: `${place.host} cannot be reached${codes[0] === undefined ? '' : ` (${codes[0]})`}.`,
    remedy: 'Check the address and its port, that you are online or signed in to the VPN, and that the server runs.',
    cause: error,
  });
}

/** No answer within the time allowed. */
export function timeoutFailure(place: Place, cause: unknown): Failure {
  return providerFailure('PROVIDER_TIMEOUT', place, {
    message: `${place.host} did not answer in time for ${place.what}.`,
    remedy:
      'Sync again later; what was read so far is kept. When it stays, ask the owner of the server or of the proxy.',
    cause,
  });
}
