import { describe, expect, it } from 'vitest';
import { createSignIn, readSession, sessionCookie } from '../../../../electron/hosts/loopback/sign-in.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function withClock() {
  let now = 1_000;
  const signIn = createSignIn(() => now);
  return {
    signIn,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe('electron/hosts/loopback/sign-in', () => {
  it('exchanges a token for a session, once', () => {
    const { signIn } = withClock();
    const token = signIn.issueToken();

    const session = signIn.exchange(token);

    expect(signIn.isSignedIn(session ?? undefined)).toBe(true);
    expect(signIn.exchange(token)).toBeNull();
  });

  it('makes tokens and sessions that cannot be guessed', () => {
    const { signIn } = withClock();

    const tokens = new Set(Array.from({ length: 20 }, () => signIn.issueToken()));

    expect(tokens.size).toBe(20);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
  });

  it('takes no token after ten minutes', () => {
    const { signIn, pass } = withClock();
    const early = signIn.issueToken();
    const late = signIn.issueToken();

    pass(10 * MINUTE - 1);
    const inTime = signIn.exchange(early);
    pass(1);

    expect(inTime).not.toBeNull();
    expect(signIn.exchange(late)).toBeNull();
  });

  it('knows no session after a week', () => {
    const { signIn, pass } = withClock();
    const session = signIn.exchange(signIn.issueToken()) ?? '';

    pass(7 * DAY - 1);
    const before = signIn.isSignedIn(session);
    pass(1);

    expect(before).toBe(true);
    expect(signIn.isSignedIn(session)).toBe(false);
  });

  it.each(['', 'x', 'undefined', 'ä'.repeat(43)])('lets nobody in by %j', (wrong) => {
    const { signIn } = withClock();
    signIn.exchange(signIn.issueToken());

    expect(signIn.exchange(wrong)).toBeNull();
    expect(signIn.isSignedIn(wrong)).toBe(false);
    expect(signIn.isSignedIn(undefined)).toBe(false);
  });

  it('does not take a token for a session, nor a session for a token', () => {
    const { signIn } = withClock();
    const token = signIn.issueToken();
    const session = signIn.exchange(signIn.issueToken()) ?? '';

    expect(signIn.isSignedIn(token)).toBe(false);
    expect(signIn.exchange(session)).toBeNull();
  });

  it('sets a cookie that scripts cannot read and other sites cannot send', () => {
    const parts = sessionCookie(4321, 'abc').split('; ');

    expect(parts).toEqual(['signalbox-4321=abc', 'Path=/', 'HttpOnly', 'SameSite=Strict', 'Max-Age=604800']);
  });

  it.each([
    ['signalbox-4321=abc', 'abc'],
    ['other=1; signalbox-4321=abc; more=2', 'abc'],
    ['signalbox-4322=abc', undefined],
    ['xsignalbox-4321=abc', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('reads the session of its own port out of %j', (header, session) => {
    expect(readSession(header, 4321)).toBe(session);
  });
});
