/** What connectors read; anything else (cookies, sessions, hosts inside) is not kept. */
const KEPT: readonly string[] = [
  'content-type',
  'date',
  'etag',
  'last-modified',
  'link',
  // Which rights an answer needs.
  'x-accepted-github-permissions',
  'x-accepted-oauth-scopes',
];

/** The headers of an answer that connectors see and that may enter the workspace. */
export function keptHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => KEPT.includes(name)));
}
