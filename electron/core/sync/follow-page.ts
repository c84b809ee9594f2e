import type { Connection } from '../../../shared/model/connection.ts';
import type { Connector, Continuation, PageRequest, PageResponse } from '../connectors/_kit/connector.ts';
import { loopFailure } from '../connectors/_kit/failures.ts';
import { placeOf } from '../connectors/_kit/place.ts';
import { readingOf } from './ask-page.ts';
import type { RequestStack } from './request-stack.ts';

/** A body so short says nothing; an empty list may well be followed by another. */
const SHORT_BODY = 100;

function pathname(path: string): string {
  return path.split('?', 1)[0] ?? path;
}

function isSameAsk(a: PageRequest, b: PageRequest): boolean {
  return a.path === b.path && a.body === b.body;
}

/**
 * Decides what to ask after a page and notices lists that never end: a list that goes on with the very request that
 * was just answered, with a key that this run has had already, or with the very page that came before under another
 * cursor. Throws PROVIDER_LOOP for each. A detail that is known already is no loop: rows move while a list is read.
 */
export function createPageFollower(connector: Connector, connection: Connection, stack: RequestStack) {
  const before = new Map<string, { readonly path: string; readonly body: string }>();

  function assertNew(request: PageRequest, response: PageResponse): void {
    const previous = before.get(request.key);
    before.delete(request.key);
    if (previous === undefined || response.body.length < SHORT_BODY) return;
    const sameList = request.method !== 'POST' && pathname(previous.path) === pathname(request.path);
    if (sameList && previous.body === response.body) throw loop(request);
  }

  function loop(request: PageRequest) {
    return loopFailure(placeOf(connection.baseUrl, readingOf(request)));
  }

  return (request: PageRequest, response: PageResponse): Continuation => {
    assertNew(request, response);
    const continuation = connector.next(response, request, connection);
    for (const next of continuation.next) {
      if (next.stream !== request.stream || next.scope !== request.scope) continue;
      if (stack.knows(next.key) || isSameAsk(next, request)) throw loop(request);
      if (next.begins !== true) before.set(next.key, { path: request.path, body: response.body });
    }
    return continuation;
  };
}
