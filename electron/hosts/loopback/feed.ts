import { createHash } from 'node:crypto';
import type { Feed } from '../../../shared/model/feed.ts';
import { COMMON_HEADERS } from '../page-policy.ts';

/** The plan is written anew for each request: only so many at once. */
const MOST_AT_ONCE = 4;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export interface FeedServerOptions {
  /** The feed of a token, compared in a time that says nothing; null where there is none. */
  readonly find: (token: string) => Promise<{ readonly workspaceId: string; readonly feed: Feed } | null>;
  /** The calendar of a feed; null where its workspace is not the one that is open. */
  readonly render: (workspaceId: string, feed: Feed) => Promise<string | null>;
}

function answer(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(text, {
    status,
    headers: {
      ...COMMON_HEADERS,
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
  });
}

function notFound(): Response {
  return answer(404, 'There is no such calendar: its address was revoked, or another workspace is open.');
}

/** The same for as long as the calendar says the same; when it was written is left out. */
function tagOf(text: string): string {
  const lasting = text.replaceAll(/^DTSTAMP:.*\r?\n/gm, '');
  return `"${createHash('sha256').update(lasting).digest('base64url')}"`;
}

function knows(request: Request, tag: string): boolean {
  const tags = (request.headers.get('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return tags.includes(tag) || tags.includes('*');
}

/**
 * Serves calendars (RFC 5545) by their unguessable addresses. The token is all that is asked for and all that it opens: no cookie is
 * read or set, and nothing else can be reached with it.
 */
export function createFeedServer({
  find,
  render,
}: FeedServerOptions): (request: Request, name: string) => Promise<Response> {
  let under = 0;

  async function serve(request: Request, token: string): Promise<Response> {
    const found = await find(token);
    const text = found === null ? null : await render(found.workspaceId, found.feed);
    if (text === null) return notFound();
    const tag = tagOf(text);
    const headers = { etag: tag, 'cache-control': 'private, no-cache' };
    if (knows(request, tag)) return new Response(null, { status: 304, headers: { ...COMMON_HEADERS, ...headers } });
    return answer(200, text, { ...headers, 'content-type': 'text/calendar; charset=utf-8' });
  }

  return async (request, name) => {
    const token = name.endsWith('.ics') ? name.slice(0, -4) : '';
    if (!TOKEN.test(token)) return notFound();
    if (under >= MOST_AT_ONCE) return answer(503, 'Too many calendars are asked for at once.', { 'retry-after': '30' });
    under += 1;
    try {
      return await serve(request, token);
    } catch {
      return answer(503, 'The calendar cannot be read now.', { 'retry-after': '60' });
    } finally {
      under -= 1;
    }
  };
}
