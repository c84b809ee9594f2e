import { describe, expect, it } from 'vitest';
import {
  createSignIn,
  readCookie,
  readKey,
  type Session,
  sessionCookie,
} from '../../../../electron/hosts/loopback/sign-in.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function withClock() {
  let now = 1_000;
  const signIn = createSignIn(() => now);
  return {
    signIn,
    isIn: (session: Session | null) => signIn.isSignedIn(session?.cookie, session?.key),
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe('electron/hosts/loopback/sign-in', () => {
  it('exchanges a token for a session, once', () => {
    const { signIn, isIn } = withClock();
    const token = signIn.issueToken();

    const session = signIn.exchange(token);

    expect(isIn(session)).toBe(true);
    expect(signIn.exchange(token)).toBeNull();
  });

  it('lets nobody in by one half of a session, nor by halves of two', () => {
    const { signIn, isIn } = withClock();
    const [one, other] = [signIn.exchange(signIn.issueToken()), signIn.exchange(signIn.issueToken())];
    if (one === null || other === null) throw new Error('the tokens are good');

    expect([isIn(one), isIn(other)]).toEqual([true, true]);
    expect(signIn.isSignedIn(one.cookie, undefined)).toBe(false);
    expect(signIn.isSignedIn(one.cookie, '')).toBe(false);
    expect(signIn.isSignedIn(undefined, one.key)).toBe(false);
    expect(signIn.isSignedIn(one.cookie, other.key)).toBe(false);
    expect(signIn.isSignedIn(one.key, one.cookie)).toBe(false);
    expect(signIn.isSignedIn(`${one.cookie} ${one.key}`, '')).toBe(false);
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
    const { signIn, isIn, pass } = withClock();
    const session = signIn.exchange(signIn.issueToken());

    pass(7 * DAY - 1);
    const before = isIn(session);
    pass(1);

    expect(before).toBe(true);
    expect(isIn(session)).toBe(false);
  });

  it.each(['', 'x', 'undefined', 'ä'.repeat(43)])('lets nobody in by %j', (wrong) => {
    const { signIn } = withClock();
    signIn.exchange(signIn.issueToken());

    expect(signIn.exchange(wrong)).toBeNull();
    expect(signIn.isSignedIn(wrong, wrong)).toBe(false);
    expect(signIn.isSignedIn(undefined, undefined)).toBe(false);
  });

  it('does not take a token for a session, nor a session for a token', () => {
    const { signIn } = withClock();
    const token = signIn.issueToken();
    const session = signIn.exchange(signIn.issueToken());

    expect(signIn.isSignedIn(token, token)).toBe(false);
    expect(signIn.exchange(session?.cookie ?? '')).toBeNull();
    expect(signIn.exchange(session?.key ?? '')).toBeNull();
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
  ])('reads the cookie of its own port out of %j', (header, session) => {
    expect(readCookie(header, 4321)).toBe(session);
  });

  it.each([
    ['signalbox, abc_DEF-1', 'abc_DEF-1'],
    ['signalbox,abc', 'abc'],
    ['signalbox', undefined],
    ['abc, signalbox', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('reads the key beside its own protocol out of %j', (header, key) => {
    expect(readKey(header)).toBe(key);
  });
});
