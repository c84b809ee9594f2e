import type { PageResponse } from './connector.ts';

const parsed = new WeakMap<PageResponse, unknown>();

/** A page's body as JSON. A page is parsed once, however often it is read. Throws SyntaxError on anything else. */
export function jsonOf(response: PageResponse): unknown {
  if (parsed.has(response)) return parsed.get(response);
  const value: unknown = JSON.parse(response.body);
  parsed.set(response, value);
  return value;
}
