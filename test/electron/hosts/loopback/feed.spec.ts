import { describe, expect, it } from 'vitest';
import { createFeedServer } from '../../../../electron/hosts/loopback/feed.ts';
import { Feed } from '../../../../shared/model/feed.ts';

const TOKEN = 'A'.repeat(43);
const FEED = Feed.parse({
  id: '0'.repeat(32),
  token: TOKEN,
  name: 'All',
  trainIds: null,
  milestones: true,
  rules: true,
  madeAt: 0,
});
const TEXT = 'BEGIN:VCALENDAR\r\nDTSTAMP:20261123T090000Z\r\nSUMMARY:R1\r\nEND:VCALENDAR\r\n';

function server(render: () => Promise<string | null> = async () => TEXT) {
  const find = async (token: string) => (token === TOKEN ? { workspaceId: 'w1', feed: FEED } : null);
  return createFeedServer({ find, render });
}

function request(headers: Readonly<Record<string, string>> = {}): Request {
  return new Request('http://127.0.0.1/feed', { headers });
}

describe('electron/hosts/loopback/feed', () => {
  it('serves the calendar, sets no cookie, and lets nobody keep it unasked', async () => {
    const answer = await server()(request(), `${TOKEN}.ics`);

    expect([answer.status, await answer.text()]).toEqual([200, TEXT]);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.has('set-cookie')).toBe(false);
  });

  it('answers that nothing changed, also where it was only written anew', async () => {
    const tag = (await server()(request(), `${TOKEN}.ics`)).headers.get('etag') ?? '';
    const later = server(async () => TEXT.replace('090000Z', '100000Z'));
    const other = server(async () => TEXT.replace('R1', 'R2'));
    const ask = (one: ReturnType<typeof server>) => one(request({ 'if-none-match': `"x", W/${tag}` }), `${TOKEN}.ics`);

    expect((await ask(later)).status).toBe(304);
    expect((await ask(other)).status).toBe(200);
  });

  it.each([
    ['another token', `${'B'.repeat(43)}.ics`],
    ['no ending', TOKEN],
    ['a path', `../${TOKEN}.ics`],
    ['a short one', 'A.ics'],
  ])('knows no calendar by %s', async (_what, name) => {
    const answer = await server()(request(), name);

    expect([answer.status, answer.headers.has('etag')]).toEqual([404, false]);
  });

  it('says the same where another workspace is open', async () => {
    const answers = [await server(async () => null)(request(), `${TOKEN}.ics`), await server()(request(), 'x.ics')];

    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  });

  it('writes only so many at once, and tells nothing of what went wrong', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const slow = server(() => promise);
    const asked = Array.from({ length: 4 }, () => slow(request(), `${TOKEN}.ics`));

    const refused = await slow(request(), `${TOKEN}.ics`);
    resolve(TEXT);

    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30']);
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const broken = await server(() => Promise.reject(new Error('/secret/path')))(request(), `${TOKEN}.ics`);
    expect([broken.status, await broken.text()]).toEqual([503, 'The calendar cannot be read now.']);
  });
});
