import type { PageResponse } from './connector.ts';

const parsed = new WeakMap<PageResponse, unknown>();

/** A page's body as JSON. A page is parsed once, however often it is read. Throws SyntaxError on anything else. */
export function jsonOf(response: PageResponse): unknown {
  if (parsed.has(response)) return parsed.get(response);
  const value: unknown = JSON.parse(response.body);
  parsed.set(response, value);
  return value;
}

/** Makes a reader that reads each page once, so that `map` and `next` share the work. */
export function oncePerPage<T>(read: (response: PageResponse) => T): (response: PageResponse) => T {
  const known = new WeakMap<PageResponse, { readonly value: T }>();
  return (response) => {
    const before = known.get(response);
    if (before !== undefined) return before.value;
    const value = read(response);
    known.set(response, { value });
    return value;
  };
}
