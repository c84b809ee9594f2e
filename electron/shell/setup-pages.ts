import type { Protocol } from 'electron';
import type { PageFiles } from '../hosts/page-files.ts';
import { COMMON_HEADERS } from '../hosts/page-policy.ts';
import { APP_SCHEME, isAppUrl } from './app-scheme.ts';

function refuse(status: 403 | 404 | 405): Response {
  return new Response(null, { status, headers: COMMON_HEADERS });
}

/** Answers one request for the interface: GET and HEAD of its own files, and nothing else. */
export function answerPageRequest(request: Pick<Request, 'url' | 'method'>, files: PageFiles): Response {
  if (!isAppUrl(request.url)) return refuse(403);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  return files.respond(new URL(request.url).pathname, null) ?? refuse(404);
}

/** Serves the interface under `app://signalbox/` with its Content-Security-Policy. */
export function setupPages(protocol: Pick<Protocol, 'handle'>, files: PageFiles): void {
  protocol.handle(APP_SCHEME, (request) => answerPageRequest(request, files));
}
