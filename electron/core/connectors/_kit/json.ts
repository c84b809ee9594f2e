import type { PageResponse } from './connector.ts';

const parsed = new WeakMap<PageResponse, unknown>();

/** NUL ends a text for much that handles it later (SQLite's functions, the clipboard), so it is left out. */
function withoutNul(_name: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '') : value;
}

/**
 * A page's body as JSON, without NUL characters. A page is parsed once, however often it is read. Throws SyntaxError on
 * anything else.
 */
export function jsonOf(response: PageResponse): unknown {
  if (parsed.has(response)) return parsed.get(response);
  const { body } = response;
  const value: unknown = body.includes('\\u0000') ? JSON.parse(body, withoutNul) : JSON.parse(body);
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
