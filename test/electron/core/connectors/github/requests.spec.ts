import { describe, expect, it } from 'vitest';
import type { PageRequest } from '../../../../../electron/core/connectors/_kit/connector.ts';
import {
  carriedWatermarks,
  isoSeconds,
  listRequests,
  pageAfter,
  pagesUpTo,
  repoOf,
  repositoryRequest,
  runAgain,
  runsPage,
} from '../../../../../electron/core/connectors/github/requests.ts';

const at = (iso: string) => Date.parse(iso);
const shop = { scope: 'acme/shop', repository: 'Acme/Shop' };

describe('electron/core/connectors/github/requests', () => {
  it('starts every list from its beginning at first', () => {
    expect(listRequests(shop, {}).map(({ stream, key, path }) => [stream, key, path])).toEqual([
      ['milestones', 'milestones:acme/shop:1', '/repos/acme/shop/milestones?state=all&per_page=100'],
      ['issues', 'issues:acme/shop@:1', '/repos/acme/shop/issues?state=all&sort=updated&direction=desc&per_page=100'],
      ['issue-events', 'issue-events:acme/shop@:1', '/repos/acme/shop/issues/events?per_page=100'],
      ['pulls', 'pulls:acme/shop@:1', '/repos/acme/shop/pulls?state=all&sort=updated&direction=desc&per_page=100'],
      ['runs', 'runs:acme/shop@:1', '/repos/acme/shop/actions/runs?per_page=100'],
      ['deployments', 'deployments:acme/shop@:1', '/repos/acme/shop/deployments?per_page=100'],
      ['releases', 'releases:acme/shop:1', '/repos/acme/shop/releases?per_page=100'],
      ['tags', 'tags:acme/shop:1', '/repos/acme/shop/tags?per_page=100'],
    ]);
  });

  it('asks for the repository first, whose answer tells its name, and carries the watermarks along', () => {
    const watermarks = { issues: { updated: 7 } };
    const first = repositoryRequest('acme/shop', watermarks);
    const known = repositoryRequest('acme/shop', { repository: { name: 'Acme/Shop' } });

    expect(first).toMatchObject({ stream: 'repository', key: 'repository:acme/shop:1', path: '/repos/acme/shop' });
    expect([carriedWatermarks(first), carriedWatermarks({ params: {} })]).toEqual([watermarks, {}]);
    expect([first.params.repository, known.params.repository]).toEqual([undefined, 'Acme/Shop']);
    expect(first.accepts).toBeUndefined();
  });

  it('knows which repository a request is about, one of an older version too', () => {
    const [request] = listRequests(shop, {});

    expect(request && repoOf(request)).toEqual(shop);
    expect(repoOf({ scope: 'https://github.com/acme/shop', params: {} }).repository).toBe('acme/shop');
  });

  it('starts from the watermarks later, under keys of their own', () => {
    const updated = at('2026-03-05T08:00:00Z');
    const requests = listRequests(shop, {
      issues: { updated },
      pulls: { updated },
      'issue-events': { created: updated },
      runs: { created: updated, updated: updated + 2_000, running: '7,8' },
      deployments: { created: updated, updated: updated + 1_000 },
    });
    const of = (stream: string) => requests.find((request) => request.stream === stream);

    expect(of('issues')).toMatchObject({
      key: `issues:acme/shop@${updated}:1`,
      params: { since: updated, top: updated },
    });
    expect(of('issues')?.path).toContain('since=2026-03-05T07:59:59Z');
    expect(of('pulls')).toMatchObject({ params: { since: updated } });
    expect(of('issue-events')).toMatchObject({ params: { since: updated } });
    // By whole weeks, from the latest back to the oldest of which a run may be started again.
    expect(of('runs')?.path).toContain('created=%3E%3D2026-03-05T00%3A00%3A00Z');
    expect(of('runs')).toMatchObject({
      key: `runs:acme/shop@${at('2026-03-05T00:00:00Z')}:1`,
      params: { created: updated, updatedSince: updated + 2_000, oldest: at('2026-01-29T00:00:00Z') },
    });
    expect(of('runs')).toMatchObject({ params: { again: '7,8', running: '', until: null, before: null } });
    expect(of('deployments')).toMatchObject({ params: { since: updated, updatedSince: updated + 1_000 } });
  });

  it.each([
    [null, null, null, '', ''],
    [0, null, null, '>=1970-01-01T00:00:00Z', '0'],
    [null, null, 999, '<=1970-01-01T00:00:00Z', '-999'],
    [0, 60_000, null, '1970-01-01T00:00:00Z..1970-01-01T00:01:00Z', '0'],
    [0, 60_000, 9_000, '1970-01-01T00:00:00Z..1970-01-01T00:00:09Z', '0-9000'],
  ])('asks for runs created from %s to %s, before %s', (since, until, before, range, list) => {
    const { path, key } = runsPage(shop, { since, until, before }, {});

    expect(new URL(path, 'https://x').searchParams.get('created') ?? '').toBe(range);
    expect([path.split('?')[0], key]).toEqual(['/repos/acme/shop/actions/runs', `runs:acme/shop@${list}:1`]);
  });

  it('knows the keys of the pages that came before', () => {
    const request = { ...listRequests(shop, {})[0], key: 'tags:acme/shop:3', params: { page: 3 } };

    expect(pagesUpTo(request as PageRequest)).toEqual({
      keyStart: 'tags:acme/shop:',
      keys: ['tags:acme/shop:1', 'tags:acme/shop:2', 'tags:acme/shop:3'],
    });
  });

  it('counts pages in keys, and carries what was learnt', () => {
    const [first] = listRequests(shop, {});
    const second = pageAfter({ ...(first as NonNullable<typeof first>), key: 'x:a/b:9' }, '/p?page=10', { top: 5 });

    expect(second).toMatchObject({ key: 'x:a/b:2', path: '/p?page=10', params: { page: 2, top: 5 } });
    expect(runAgain(shop, '77', {})).toMatchObject({
      key: 'runs:acme/shop#77:1',
      path: '/repos/acme/shop/actions/runs/77',
      params: { one: true },
    });
    expect(isoSeconds(1_999)).toBe('1970-01-01T00:00:01Z');
  });
});
