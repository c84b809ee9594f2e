import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { RPC_PROTOCOL } from '../../../shared/contract/transport.ts';

/** A token that is not used within this time is worth nothing. */
const TOKEN_LIFE_MS = 10 * 60_000;
/** A browser that is left open asks again with every reload, so a working week is enough. */
const SESSION_LIFE_MS = 7 * 24 * 60 * 60_000;
const MAX_TOKENS = 20;
const MAX_SESSIONS = 50;

/**
 * What a browser is let in by, both together. The cookie is out of reach of scripts, but cookies know no ports: whatever
 * else is served on this machine is sent it too. The key is kept by the page, whose storage does know its port.
 */
export interface Session {
  readonly cookie: string;
  readonly key: string;
}

/** Who has been let in: one-time tokens, and the sessions that they were exchanged for. */
export interface SignIn {
  /** A new one-time token, for the fragment of an address. */
  readonly issueToken: () => string;
  /** Takes a token back, once, within its life; answers a session, or null. */
  readonly exchange: (token: string) => Session | null;
  readonly isSignedIn: (cookie: string | undefined, key: string | undefined) => boolean;
}

/** Both halves as one secret: neither is of any use without the other. */
function wholeOf({ cookie, key }: Session): string {
  return `${cookie} ${key}`;
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
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
      const token = newSecret();
      const kept = { hash: digest(token), until: now() + TOKEN_LIFE_MS };
      tokens = [...tokens.filter(isLive), kept].slice(-MAX_TOKENS);
      return token;
    },
    exchange: (token) => {
      const found = find(tokens, token, now());
      if (!found) return null;
      tokens = tokens.filter((entry) => entry !== found);
      const session = { cookie: newSecret(), key: newSecret() };
      const kept = { hash: digest(wholeOf(session)), until: now() + SESSION_LIFE_MS };
      sessions = [...sessions.filter(isLive), kept].slice(-MAX_SESSIONS);
      return session;
    },
    isSignedIn: (cookie, key) =>
      cookie !== undefined && key !== undefined && find(sessions, wholeOf({ cookie, key }), now()) !== null,
  };
}

/** Cookies know no ports: each host on this machine has a name of its own. */
export function cookieName(port: number): string {
  return `signalbox-${port}`;
}

/** The `Set-Cookie` of a session: out of reach of scripts, never sent along by another site's request. */
export function sessionCookie(port: number, cookie: string): string {
  return `${cookieName(port)}=${cookie}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${SESSION_LIFE_MS / 1000}`;
}

/** Reads the key out of a `Sec-WebSocket-Protocol` header: browsers let a page say nothing else with an upgrade. */
export function readKey(protocols: string | undefined): string | undefined {
  const [protocol, key] = protocols?.split(',').map((each) => each.trim()) ?? [];
  return protocol === RPC_PROTOCOL ? key : undefined;
}

/** Reads a session's cookie out of a `Cookie` header. */
export function readCookie(cookies: string | undefined, port: number): string | undefined {
  const prefix = `${cookieName(port)}=`;
  return cookies
    ?.split(';')
    .map((each) => each.trim())
    .find((each) => each.startsWith(prefix))
    ?.slice(prefix.length);
}
