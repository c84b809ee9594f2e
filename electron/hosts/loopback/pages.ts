import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import { SESSION_PATH } from '../../../shared/contract/transport.ts';
import type { PageFiles } from '../page-files.ts';
import { COMMON_HEADERS } from '../page-policy.ts';
import { guardRequest } from './request-guard.ts';
import { readSession, type SignIn, sessionCookie } from './sign-in.ts';

const MAX_SIGN_IN_BYTES = 1024;
const Token = z.strictObject({ token: z.string().min(1).max(200) });

/** What the HTTP side serves: the interface for anyone on this machine (it holds no data), and the way to sign in. */
export interface PagesOptions {
  readonly files: PageFiles;
  readonly signIn: SignIn;
  /** The port that the host listens on; known only once it does. */
  readonly port: () => number;
}

function say(status: 400 | 401 | 403 | 404 | 405 | 413, text: string): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { ...COMMON_HEADERS, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}

function done(headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status: 204, headers: { ...COMMON_HEADERS, 'cache-control': 'no-store', ...headers } });
}

async function readToken(request: Request): Promise<string | null> {
  if (request.headers.get('content-type')?.split(';')[0] !== 'application/json') return null;
  const body: unknown = await request.json().catch(() => null);
  const token = Token.safeParse(body);
  return token.success ? token.data.token : null;
}

/** The loopback host's HTTP application, fetch-shaped: tests call it without a socket. */
export function createPages({ files, signIn, port }: PagesOptions): Hono {
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
    return refusal === null ? next() : say(403, refusal);
  });

  app.post(
    SESSION_PATH,
    bodyLimit({ maxSize: MAX_SIGN_IN_BYTES, onError: () => say(413, 'A token is shorter than that.') }),
    async (context) => {
      const token = await readToken(context.req.raw);
      if (token === null) return say(400, 'Send {"token": "…"} as JSON.');
      const session = signIn.exchange(token);
      if (session === null) {
        return say(401, 'This address has been used, or is too old. Start Signalbox again for a new one.');
      }
      return done({ 'set-cookie': sessionCookie(port(), session) });
    },
  );

  app.get(SESSION_PATH, (context) =>
    signIn.isSignedIn(readSession(context.req.header('cookie'), port()))
      ? done()
      : say(401, 'Not signed in: open Signalbox by the address that it printed.'),
  );

  app.get('*', (context) => {
    // The guard above has let only this machine's own names pass.
    const socket = `ws://${context.req.header('host')}`;
    return files.respond(context.req.path, socket) ?? say(404, 'There is no such page.');
  });

  app.all('*', () => say(405, 'Only GET is taken here.'));
  app.onError((error) => {
    console.error(error);
    return say(400, 'The request could not be read.');
  });
  return app;
}
