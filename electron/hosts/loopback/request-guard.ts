/** Why a request is refused, in words for whoever reads the answer; null where it may go on. */
export type Refusal = string | null;

/** The headers that are looked at; a list is what Node makes of a header that came twice. */
interface GuardedHeaders {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
  readonly 'sec-fetch-site'?: string | string[] | undefined;
}

/**
 * The two names under which this machine reaches the host, as browsers write them: port 80 goes without saying. Any other
 * name was made to point here by someone else.
 */
function isOwnHost(host: string | undefined, port: number): host is string {
  return ['127.0.0.1', 'localhost'].some((name) => host === new URL(`http://${name}:${port}`).host);
}

/**
 * Refuses what did not come from Signalbox's own page. The `Host` is checked against DNS rebinding (a foreign name that
 * resolves to 127.0.0.1 keeps its name in this header); the `Origin` against other sites, which may send requests and
 * open WebSockets to any address. Requests that change something or speak to the core (`mustSayOrigin`) are refused
 * without one: browsers always send it with them.
 */
export function guardRequest(headers: GuardedHeaders, port: number, mustSayOrigin: boolean): Refusal {
  const { host, origin } = headers;
  if (!isOwnHost(host, port)) return 'This address is served under 127.0.0.1 only.';
  if (origin === undefined && mustSayOrigin) return 'The request does not say which page it comes from.';
  if (origin !== undefined && origin !== `http://${host}`) return 'The request comes from another site.';
  const site = headers['sec-fetch-site'];
  if (mustSayOrigin && site !== undefined && site !== 'same-origin') return 'The request comes from another site.';
  return null;
}
