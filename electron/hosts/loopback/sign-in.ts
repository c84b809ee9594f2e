import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A token that is not used within this time is worth nothing. */
const TOKEN_LIFE_MS = 10 * 60_000;
/** A browser that is left open asks again with every reload, so a working week is enough. */
const SESSION_LIFE_MS = 7 * 24 * 60 * 60_000;
const MAX_TOKENS = 20;
const MAX_SESSIONS = 50;

/** Who has been let in: one-time tokens, and the sessions that they were exchanged for. */
export interface SignIn {
  /** A new one-time token, for the fragment of an address. */
  readonly issueToken: () => string;
  /** Takes a token back, once, within its life; answers a session's secret, or null. */
  readonly exchange: (token: string) => string | null;
  readonly isSignedIn: (session: string | undefined) => boolean;
}

/** Secrets are kept as hashes; equal length makes the comparison take the same time wherever they differ. */
function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

interface Kept {
  readonly hash: Buffer;
  readonly until: number;
}

/** Compares with every entry, found or not, so that time says nothing of where the first difference lies. */
function find(entries: readonly Kept[], secret: string, now: number): Kept | null {
  const hash = digest(secret);
  let found: Kept | null = null;
  for (const entry of entries) {
    if (timingSafeEqual(entry.hash, hash) && now < entry.until) found = entry;
  }
  return found;
}

/** Lets in whoever holds a token that was issued here. `now` is in milliseconds of a steady clock. */
export function createSignIn(now: () => number): SignIn {
  let tokens: Kept[] = [];
  let sessions: Kept[] = [];

  function isLive(entry: Kept): boolean {
    return now() < entry.until;
  }

  return {
    issueToken: () => {
      const token = randomBytes(32).toString('base64url');
      const kept = { hash: digest(token), until: now() + TOKEN_LIFE_MS };
      tokens = [...tokens.filter(isLive), kept].slice(-MAX_TOKENS);
      return token;
    },
    exchange: (token) => {
      const found = find(tokens, token, now());
      if (!found) return null;
      tokens = tokens.filter((entry) => entry !== found);
      const session = randomBytes(32).toString('base64url');
      const kept = { hash: digest(session), until: now() + SESSION_LIFE_MS };
      sessions = [...sessions.filter(isLive), kept].slice(-MAX_SESSIONS);
      return session;
    },
    isSignedIn: (session) => session !== undefined && find(sessions, session, now()) !== null,
  };
}

/** Cookies know no ports: each host on this machine has a name of its own. */
export function cookieName(port: number): string {
  return `signalbox-${port}`;
}

/** The cookie for a session: out of reach of scripts, never sent along by another site's request. */
export function sessionCookie(port: number, session: string): string {
  return `${cookieName(port)}=${session}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${SESSION_LIFE_MS / 1000}`;
}

/** Reads the session out of a `Cookie` header. */
export function readSession(cookies: string | undefined, port: number): string | undefined {
  const prefix = `${cookieName(port)}=`;
  return cookies
    ?.split(';')
    .map((each) => each.trim())
    .find((each) => each.startsWith(prefix))
    ?.slice(prefix.length);
}
