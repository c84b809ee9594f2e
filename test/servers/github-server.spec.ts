import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkOf } from '../../electron/core/connectors/_kit/link-header.ts';
import { shopData } from '../support/github-fixture.ts';
import { type GithubServer, startGithubServer } from './github-server.ts';

describe('test/servers/github-server', () => {
  let server: GithubServer;
  beforeAll(async () => {
    server = await startGithubServer({ data: shopData(), token: 't' });
  });
  afterAll(() => server.close());

  const get = (path: string, token = 't') =>
    fetch(server.baseUrl + path, { headers: { authorization: `Bearer ${token}` } });
  /** The numbers or ids of a list. */
  async function rows(path: string, field = 'number'): Promise<readonly unknown[]> {
    const body = (await (await get(path)).json()) as readonly Record<string, unknown>[];
    return body.map((row) => row[field]);
  }

  it('knows who has the token, and refuses others', async () => {
    expect(await (await get('/user')).json()).toMatchObject({ login: 'ada' });
    const refused = await get('/user', 'wrong');

    expect([refused.status, await refused.json()]).toEqual([
      401,
      expect.objectContaining({ message: 'Bad credentials' }),
    ]);
  });

  it.each(['/repos/acme/nowhere', '/repos/acme/shop/nothing', '/repos/acme/shop/actions/runs/1'])(
    'has no %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it('lists what is open unless it is asked for all, newest first', async () => {
    expect(await rows('/repos/acme/shop/pulls')).toEqual([2]);
    expect(await rows('/repos/acme/shop/pulls?state=all')).toEqual([2, 1, 5]);
    expect(await rows('/repos/acme/shop/pulls?state=all&sort=updated&direction=desc')).toEqual([2, 5, 1]);
    expect(await rows('/repos/ACME/Shop/milestones')).toEqual([2]);
  });

  it('lists pull requests among the issues, and those changed since a time or at it', async () => {
    const all = '/repos/acme/shop/issues?state=all&sort=updated';

    expect(await rows(all)).toEqual([2, 3, 5, 1, 4]);
    expect(await rows(`${all}&since=2026-03-04T12:00:00Z`)).toEqual([2, 3]);
    expect(await rows(`${all}&since=2026-03-04T12:00:01Z`)).toEqual([2]);
  });

  it('pages by links that name the repository by its id', async () => {
    const first = await get('/repos/acme/shop/pulls?state=all&per_page=2');
    const next = linkOf(first.headers.get('link') ?? undefined, 'next') ?? '';
    const second = await fetch(next, { headers: { authorization: 'Bearer t' } });

    expect(next).toContain('/api/v3/repositories/4201/pulls?');
    expect(await second.json()).toMatchObject([{ number: 5 }]);
    expect(linkOf(second.headers.get('link') ?? undefined, 'next')).toBeNull();
    expect(linkOf(second.headers.get('link') ?? undefined, 'prev')).toContain('page=1');
  });

  it('filters runs by when they were created', async () => {
    const runs = async (created: string) => {
      const body = await (await get(`/repos/acme/shop/actions/runs?created=${encodeURIComponent(created)}`)).json();
      return (body as { workflow_runs: { id: number }[] }).workflow_runs.map(({ id }) => id);
    };

    expect(await runs('>=2026-03-03T16:00:00Z')).toEqual([9004, 9003]);
    expect(await runs('<=2026-03-02T08:46:00Z')).toEqual([9001]);
    expect(await runs('2026-03-03T00:00:00Z..2026-03-04T00:00:00Z')).toEqual([9003, 9002]);
  });

  it('gives the events of all issues with the issue, newest first, and statuses newest first', async () => {
    const events = (await (await get('/repos/acme/shop/issues/events')).json()) as {
      id: number;
      issue: { number: number };
    }[];

    expect(events.map(({ id, issue }) => [id, issue.number])).toEqual([
      [5005, 3],
      [5006, 1],
      [5004, 1],
      [5003, 4],
      [5002, 4],
      [5001, 3],
    ]);
    expect(await rows('/repos/acme/shop/deployments/701/statuses', 'state')).toEqual(['success', 'in_progress']);
  });

  it('can be told that the world has moved on', async () => {
    server.setData(shopData({ tags: [] }));

    expect(await rows('/repos/acme/shop/tags')).toEqual([]);
    server.setData(shopData());
  });
});
