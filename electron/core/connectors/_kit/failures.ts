import { Failure, type FailureCode } from '../../../../shared/model/failure.ts';
import type { Place } from './place.ts';
import { redact } from './redact.ts';

/** What a provider answered, as far as failures are read from it. */
export interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const WORDS_LENGTH = 200;

/** A failure of a provider: what happened and where in the message, what to do in the remedy. */
export function providerFailure(
  code: FailureCode,
  place: Place,
  texts: { readonly message: string; readonly remedy: string; readonly cause?: unknown },
): Failure {
  return new Failure(
    code,
    redact(texts.message),
    { where: place.where, remedy: redact(texts.remedy) },
    { cause: texts.cause },
  );
}

/** Whether a body is a page for people instead of data for programs. */
export function isHtml(answer: Refusal): boolean {
  return /\bhtml\b/i.test(answer.headers['content-type'] ?? '') || /^\s*<(!doctype|html|\?xml)/i.test(answer.body);
}

/** The provider's own words about a refusal, short and without secrets; empty when it gave none. */
export function wordsOf(answer: Refusal): string {
  if (isHtml(answer)) return '';
  try {
    const body: unknown = JSON.parse(answer.body);
    if (typeof body !== 'object' || body === null) return '';
    const message = 'message' in body && typeof body.message === 'string' ? [body.message] : [];
    const list = 'errorMessages' in body && Array.isArray(body.errorMessages) ? body.errorMessages.map(String) : [];
    const words = [...message, ...list].join(' ').replace(/\s+/g, ' ').trim();
    return redact(words.slice(0, WORDS_LENGTH));
  } catch {
    return '';
  }
}

function quoted(answer: Refusal): string {
  const words = wordsOf(answer);
  return words === '' ? '' : ` It says: “${words}”${/[.!?…]$/.test(words) ? '' : '.'}`;
}

/** Whether an answer says that who asks may not know. */
export function isRefusal({ status }: Pick<Refusal, 'status'>): boolean {
  return status === 403 || status === 451;
}

/** The rights of which one is needed, where the provider names them; null where it does not. */
export function neededRights({ headers }: Pick<Refusal, 'headers'>): string | null {
  return headers['x-accepted-oauth-scopes'] || headers['x-accepted-github-permissions'] || null;
}

function unauthorized(answer: Refusal, place: Place): Failure {
  const captcha = /captcha/i.test(answer.headers['x-authentication-denied-reason'] ?? '');
  return providerFailure('PROVIDER_UNAUTHORIZED', place, {
    message: `${place.host} did not accept this connection's token (401) while reading ${place.what}.${quoted(answer)}`,
    remedy: captcha
      ? 'Sign in once in the browser and solve the CAPTCHA that the server asks for, then sync again.'
      : 'Make a new token and give it to this connection; check that it has not expired and that it was made for this address.',
  });
}

function forbidden(answer: Refusal, place: Place): Failure {
  const needed = neededRights(answer);
  if (/required/i.test(answer.headers['x-github-sso'] ?? '')) {
    return providerFailure('PROVIDER_FORBIDDEN', place, {
      message: `${place.host} refused ${place.what} (403): the organisation wants the token authorised for single sign-on.`,
      remedy:
        'Open the token in your account settings at the provider, choose “Configure SSO” and authorise the organisation.',
    });
  }
  return providerFailure('PROVIDER_FORBIDDEN', place, {
    message: `${place.host} does not let this token read ${place.what} (${answer.status}).${quoted(answer)}`,
    remedy: needed
      ? `Give the token one of these rights: ${needed}; or ask who owns ${place.what} for access.`
      : `Give the token the right to read ${place.what}, or ask its owner for access.`,
  });
}

/** The failure that a refusing status means; rate limits are told apart before. */
export function failureOfStatus(answer: Refusal, place: Place): Failure {
  const { status } = answer;
  if (status === 401) return unauthorized(answer, place);
  if (isRefusal(answer)) return forbidden(answer, place);
  if (status === 404 || status === 410) {
    return providerFailure('PROVIDER_NOT_FOUND', place, {
      message: `${place.host} has nothing at ${place.where} (${status}) while reading ${place.what}.${quoted(answer)}`,
      remedy:
        'Check how the repository or project is written and the address; a private one is also hidden from a token that may not see it.',
    });
  }
  if (status >= 500) {
    return providerFailure('PROVIDER_BROKEN', place, {
      message: `${place.host} keeps answering with an error of its own (${status}) while reading ${place.what}.${quoted(answer)}`,
      remedy: "Look at the provider's status page and sync again later; what was read so far is kept.",
    });
  }
  return providerFailure('PROVIDER_REFUSED', place, {
    message: `${place.host} refused the request for ${place.what} (${status}).${quoted(answer)}`,
    remedy: 'Check the address and how the repository or project is written; a proxy in between may also refuse it.',
  });
}

/** An answer that should be JSON and is a page for people. */
export function notJsonFailure(place: Place): Failure {
  return providerFailure('PROVIDER_NOT_JSON', place, {
    message: `${place.where} answered with a web page instead of data, most likely a sign-in page, while reading ${place.what}.`,
    remedy:
      "Check that the connection's address is that of the API, and that no single sign-on or proxy page stands before it: sign in to the VPN or ask for an address that takes tokens.",
  });
}

/** An answer that breaks off or is no JSON. */
export function truncatedFailure(place: Place, cause: unknown): Failure {
  return providerFailure('PROVIDER_TRUNCATED', place, {
    message: `The answer of ${place.host} for ${place.what} broke off or is damaged, several times.`,
    remedy: 'Sync again; when it stays, a proxy or VPN in between may be cutting long answers: ask its owner.',
    cause,
  });
}

/** The provider's limit on requests is used up for longer than this sync may wait. */
export function rateLimitFailure(place: Place, waitMs: number): Failure {
  const minutes = Math.max(1, Math.ceil(waitMs / 60_000));
  return providerFailure('PROVIDER_RATE_LIMITED', place, {
    message: `${place.host} limits how often it may be asked, and the limit is used up for ${minutes} more ${minutes === 1 ? 'minute' : 'minutes'} (reading ${place.what}).`,
    remedy:
      'Nothing is lost: the next sync goes on from here. Sync less often, or use a token of its own for Signalbox.',
  });
}

/** The same page or request comes round again. */
export function loopFailure(place: Place): Failure {
  return providerFailure('PROVIDER_LOOP', place, {
    message: `${place.host} gives the same page of ${place.what} again and again, so the list never ends.`,
    remedy:
      'Report it to the owner of the server; a proxy that drops the query of a URL does this too. Other repositories and projects are still synced.',
  });
}

/** An answer larger than anything that a page should be. */
export function tooLargeFailure(place: Place, limitBytes: number): Failure {
  return providerFailure('TOO_LARGE', place, {
    message: `${place.where} sent more than ${Math.round(limitBytes / 1_048_576)} MB for one page of ${place.what}.`,
    remedy: "Check that the connection's address is that of the API.",
  });
}

/** This computer's clock and the provider's are hours apart; positive is ahead of the provider. */
export function clockSkewFailure(place: Place, skewMs: number): Failure {
  const hours = Math.round((Math.abs(skewMs) / 3_600_000) * 10) / 10;
  return providerFailure('PROVIDER_CLOCK_SKEW', place, {
    message: `This computer's clock is ${hours} hours ${skewMs > 0 ? 'ahead of' : 'behind'} the clock of ${place.host}.`,
    remedy: 'Set the date, time and time zone of this computer (best: automatically), then sync again.',
  });
}

/** A redirect that must not be followed. */
export function redirectFailure(place: Place, target: string): Failure {
  return providerFailure('PROVIDER_REFUSED', place, {
    message: `${place.where} redirects to ${target}, which is not followed: it is not the web, or less safe than before.`,
    remedy: "Check the address: use https and the API's own address.",
  });
}

/** The user or the application stopped the sync. */
export function cancelledFailure(place: Place): Failure {
  return new Failure('CANCELLED', `The sync was stopped while reading ${place.what}.`, {
    where: place.where,
    remedy: 'Start it again when you like; it goes on from here.',
  });
}
