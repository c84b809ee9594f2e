import { redact } from './redact.ts';

/** Where something was asked, for messages: never with a query, a user or a secret. */
export interface Place {
  /** `api.github.com/repos/acme/shop/pulls`. */
  readonly where: string;
  /** `api.github.com`, with its port when it has one. */
  readonly host: string;
  /** What was being read, for people: `acme/shop pulls`. */
  readonly what: string;
}

/** Names a URL for people; a text that is no URL is named as it stands, redacted. */
export function placeOf(url: string, what: string): Place {
  const parsed = URL.parse(url);
  if (parsed === null) return { where: redact(url), host: redact(url), what };
  return { where: redact(`${parsed.host}${parsed.pathname}`), host: parsed.host, what };
}
