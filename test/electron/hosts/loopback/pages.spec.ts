import { describe, expect, it } from 'vitest';
import { createPages } from '../../../../electron/hosts/loopback/pages.ts';
import { createSignIn } from '../../../../electron/hosts/loopback/sign-in.ts';
import type { PageFiles } from '../../../../electron/hosts/page-files.ts';

const PORT = 4321;
const ORIGIN = `http://127.0.0.1:${PORT}`;
const OWN = { host: `127.0.0.1:${PORT}`, origin: ORIGIN };
const JSON_TYPE = { 'content-type': 'application/json' };

function pagesWithSignIn() {
  const signIn = createSignIn(() => 0);
  const asked: (readonly [string, string | null])[] = [];
  const files: PageFiles = {
    respond: (path, socket) => {
      asked.push([path, socket]);
      return path === '/' ? new Response('page') : null;
    },
  };
  const app = createPages({ files, signIn, port: () => PORT, onSignedIn: () => asked.push(['signed in', null]) });
  const ask = (path: string, init: RequestInit = {}) =>
    app.request(`${ORIGIN}${path}`, { ...init, headers: { ...OWN, ...(init.headers as Record<string, string>) } });
  const post = (body: string, headers: Record<string, string> = JSON_TYPE) =>
    ask('/session', { method: 'POST', body, headers });
  return { signIn, asked, ask, post };
}

describe('electron/hosts/loopback/pages', () => {
  it('serves the page to anyone on this machine, with the socket that it may use', async () => {
    const { ask, asked } = pagesWithSignIn();

    const answer = await ask('/', { headers: { host: OWN.host } });

    expect(answer.status).toBe(200);
    expect(asked).toEqual([['/', `ws://127.0.0.1:${PORT}`]]);
  });

  it('exchanges a token for a cookie and a key, and tells of it', async () => {
    const { signIn, asked, ask, post } = pagesWithSignIn();

    const answer = await post(JSON.stringify({ token: signIn.issueToken() }));
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const { key } = (await answer.json()) as { key: string };

    expect([answer.status, asked]).toEqual([200, [['signed in', null]]]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await ask('/session', { headers: { cookie, 'signalbox-key': key } })).status).toBe(204);
    expect((await ask('/session', { headers: { cookie } })).status).toBe(401);
    expect((await ask('/session', { headers: { 'signalbox-key': key } })).status).toBe(401);
  });

  it('says who is not signed in', async () => {
    const { ask } = pagesWithSignIn();

    expect((await ask('/session')).status).toBe(401);
    expect((await ask('/session', { headers: { cookie: `signalbox-${PORT}=guess` } })).status).toBe(401);
  });

  it('takes a token once, and says why it takes no more', async () => {
    const { signIn, post } = pagesWithSignIn();
    const body = JSON.stringify({ token: signIn.issueToken() });
    await post(body);

    const again = await post(body);

    expect(again.status).toBe(401);
    expect(await again.json()).toEqual({
      code: 'UNAUTHORIZED',
      message: expect.stringMatching(/has been used, or is too old/),
      where: null,
      remedy: expect.stringMatching(/another address/),
    });
    expect(again.headers.get('set-cookie')).toBeNull();
  });

  it.each([
    ['no JSON', 'token=x', JSON_TYPE],
    [
      'JSON under another type, as a form of another site could send',
      '{"token":"x"}',
      { 'content-type': 'text/plain' },
    ],
    ['no type', '{"token":"x"}', { 'content-type': '' }],
    ['a token that is no text', '{"token":5}', JSON_TYPE],
    ['a field too many', '{"token":"x","more":1}', JSON_TYPE],
    ['nothing', '', JSON_TYPE],
  ])('refuses %s', async (_title, body, headers) => {
    const { post } = pagesWithSignIn();

    expect((await post(body, headers)).status).toBe(400);
  });

  it('reads no more of a body than a token needs', async () => {
    const { post } = pagesWithSignIn();

    expect((await post(JSON.stringify({ token: 'x'.repeat(2_000) }))).status).toBe(413);
  });

  it.each([
    ['a foreign name', { host: 'evil.example:4321', origin: 'http://evil.example:4321' }],
    ['a foreign page', { origin: 'https://evil.example' }],
  ])('refuses every request of %s', async (_title, headers) => {
    const { signIn, ask } = pagesWithSignIn();
    const token = signIn.issueToken();

    const page = await ask('/', { headers });
    const exchange = await ask('/session', {
      method: 'POST',
      body: JSON.stringify({ token }),
      headers: { ...JSON_TYPE, ...headers },
    });

    expect([page.status, exchange.status]).toEqual([403, 403]);
    expect(signIn.exchange(token)).not.toBeNull();
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('takes no %s', async (method) => {
    const { ask } = pagesWithSignIn();

    expect((await ask('/', { method })).status).toBe(405);
  });

  it('says that there is no such page', async () => {
    const { ask } = pagesWithSignIn();

    const answer = await ask('/nothing');

    expect(answer.status).toBe(404);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.json()).toMatchObject({ code: 'NOT_FOUND', message: 'There is no such page.' });
  });
});
