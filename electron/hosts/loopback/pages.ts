import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import { FEED_PATH, KEY_HEADER, SESSION_PATH } from '../../../shared/contract/transport.ts';
import type { FailureCode } from '../../../shared/model/failure.ts';
import type { FailureData } from '../../core/failure-data.ts';
import type { PageFiles } from '../page-files.ts';
import { COMMON_HEADERS } from '../page-policy.ts';
import { guardRequest } from './request-guard.ts';
import { readCookie, type SignIn, sessionCookie } from './sign-in.ts';

const MAX_SIGN_IN_BYTES = 1024;
const Token = z.strictObject({ token: z.string().min(1).max(200) });

const ANOTHER = 'Press Enter in the terminal where Signalbox runs for another address, or start it again.';

/** What the HTTP side serves: the interface for anyone on this machine (it holds no data), and the way to sign in. */
export interface PagesOptions {
  readonly files: PageFiles;
  readonly signIn: SignIn;
  /** The port that the host listens on; known only once it does. */
  readonly port: () => number;
  readonly onSignedIn: () => void;
  /** Serves the calendar of an address; without it, there are none. */
  readonly feed?: ((request: Request, name: string) => Promise<Response>) | undefined;
}

const HEADERS = { ...COMMON_HEADERS, 'cache-control': 'no-store' };

const CODES = {
  400: 'BAD_INPUT',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'BAD_INPUT',
  413: 'TOO_LARGE',
} as const satisfies Record<number, FailureCode>;

/** Refuses as the contract does: what happened and what to do now, for the page to show. */
function refuse(status: keyof typeof CODES, message: string, remedy: string | null = null): Response {
  const failure: FailureData = { code: CODES[status], message, where: null, remedy };
  return Response.json(failure, { status, headers: HEADERS });
}

async function readToken(request: Request): Promise<string | null> {
  if (request.headers.get('content-type')?.split(';')[0] !== 'application/json') return null;
  const body: unknown = await request.json().catch(() => null);
  const token = Token.safeParse(body);
  return token.success ? token.data.token : null;
}

/** The loopback host's HTTP application, fetch-shaped: tests call it without a socket. */
export function createPages({ files, signIn, port, onSignedIn, feed }: PagesOptions): Hono {
  const app = new Hono();

  app.use(async (context, next) => {
    const request = context.req;
    const changes = request.method !== 'GET' && request.method !== 'HEAD';
    const refusal = guardRequest(
      {
        host: request.header('host'),
        origin: request.header('origin'),
        'sec-fetch-site': request.header('sec-fetch-site'),
      },
      port(),
      changes,
    );
    return refusal === null ? next() : refuse(403, refusal);
  });

  app.post(
    SESSION_PATH,
    bodyLimit({ maxSize: MAX_SIGN_IN_BYTES, onError: () => refuse(413, 'A token is shorter than that.') }),
    async (context) => {
      const token = await readToken(context.req.raw);
      if (token === null) return refuse(400, 'Send {"token": "…"} as JSON.');
      const session = signIn.exchange(token);
      if (session === null) {
        return refuse(401, 'This address has been used, or is too old: each one lets one browser in, once.', ANOTHER);
      }
      onSignedIn();
      const { key, cookie } = session;
      return Response.json({ key }, { headers: { ...HEADERS, 'set-cookie': sessionCookie(port(), cookie) } });
    },
  );

  app.get(SESSION_PATH, (context) =>
    signIn.isSignedIn(readCookie(context.req.header('cookie'), port()), context.req.header(KEY_HEADER))
      ? new Response(null, { status: 204, headers: HEADERS })
      : refuse(401, 'This browser is not signed in, or not any more.', ANOTHER),
  );

  app.get(
    `${FEED_PATH}/:name`,
    (context) => feed?.(context.req.raw, context.req.param('name')) ?? refuse(404, 'There is no such page.'),
  );

  app.get('*', (context) => {
    // The guard above has let only this machine's own names pass.
    const socket = `ws://${context.req.header('host')}`;
    return files.respond(context.req.path, socket) ?? refuse(404, 'There is no such page.');
  });

  app.all('*', () => refuse(405, 'Only GET is taken here.'));
  app.onError((error) => {
    console.error(error);
    return refuse(400, 'The request could not be read.');
  });
  return app;
}
