import { describe, expect, it } from 'vitest';
import type { PageRequest, PageResponse } from '../../../../../electron/core/connectors/_kit/connector.ts';
import { nextRequests } from '../../../../../electron/core/connectors/github/next.ts';
import { listRequests, repositoryRequest } from '../../../../../electron/core/connectors/github/requests.ts';
import { shopRepository } from '../../../../support/github-fixture.ts';
import { githubPage, githubRequest } from '../../../../support/github-pages.ts';

const shop = shopRepository();
const at = (iso: string) => Date.parse(iso);
const more = { link: '<https://ghe.example/repositories/1/x?page=2>; rel="next"' };

function nextOf(response: PageResponse, request: PageRequest) {
  return nextRequests(response, request, { baseUrl: 'https://ghe.example' });
}

function startOf(stream: string, watermarks: Parameters<typeof listRequests>[1] = {}): PageRequest {
  const of = { scope: 'acme/shop', repository: 'acme/shop' };
  const request = listRequests(of, watermarks).find((one) => one.stream === stream);
  if (request === undefined) throw new Error(`no stream ${stream}`);
  return request;
}

describe('electron/core/connectors/github/next', () => {
  it('ends a list that has no next page, with the newest change as its watermark', () => {
    expect(nextOf(githubPage(shop.issues), startOf('issues'))).toEqual({
      next: [],
      watermark: { updated: at('2026-03-04T12:00:00Z') },
    });
  });

  it('goes on where there is a next page, and carries the newest change along', () => {
    const { next, watermark } = nextOf(githubPage(shop.issues, { headers: more }), startOf('issues'));

    expect(watermark).toBeNull();
    expect(next).toMatchObject([
      {
        key: 'issues:acme/shop@:2',
        path: '/repos/acme/shop/issues?page=2',
        params: { top: at('2026-03-04T12:00:00Z') },
      },
    ]);
  });

  it('stops where changes are older than the watermark, and not where they are as old', () => {
    const page = githubPage(shop.pulls, { headers: more });
    const oldest = at('2026-03-03T15:30:05Z');

    const equal = nextOf(page, startOf('pulls', { pulls: { updated: oldest } }));
    const older = nextOf(page, startOf('pulls', { pulls: { updated: oldest + 1 } }));

    expect(equal.next.filter(({ stream }) => stream === 'pulls')).toHaveLength(1);
    expect(older.next.filter(({ stream }) => stream === 'pulls')).toHaveLength(0);
    expect(older.watermark).toEqual({ updated: at('2026-03-05T08:00:00Z') });
  });

  it('asks for the details of changed pull requests only, before the rest of the list', () => {
    const since = at('2026-03-04T10:00:00Z');
    const { next } = nextOf(githubPage(shop.pulls, { headers: {} }), startOf('pulls', { pulls: { updated: since } }));

    expect(next.map(({ path }) => path.replace('/repos/acme/shop/pulls', ''))).toEqual([
      '/2/commits?per_page=100',
      '/2/reviews?per_page=100',
      '/5/commits?per_page=100',
      '/5/reviews?per_page=100',
    ]);
  });

  it('keeps its watermark when nothing is left, nothing was there, or a feature is switched off', () => {
    const watermark = { updated: 5_000 };

    expect(nextOf(githubPage([]), startOf('issues', { issues: watermark })).watermark).toEqual(watermark);
    expect(nextOf(githubPage({}, { status: 410 }), startOf('issues', { issues: watermark })).watermark).toEqual(
      watermark,
    );
    expect(nextOf(githubPage([]), startOf('issues')).watermark).toEqual({ updated: null });
  });

  it('goes on past a page of which nothing can be read', () => {
    const { next } = nextOf(githubPage([{}, {}], { headers: more }), startOf('issues', { issues: { updated: 5_000 } }));

    expect(next).toHaveLength(1);
  });

  it('reads deployments back for a week, and the statuses of those that changed', () => {
    const created = at('2026-03-09T08:00:00Z');
    const watermark = { created, updated: at('2026-03-03T16:04:46Z') };
    const page = githubPage(shop.deployments, { headers: more });
    const { next } = nextOf(page, startOf('deployments', { deployments: watermark }));
    const late = nextOf(page, startOf('deployments', { deployments: { ...watermark, created: created + 86_400_000 } }));

    expect(next.map(({ key }) => key)).toEqual([
      'deployment-statuses:acme/shop#702:1',
      'deployment-statuses:acme/shop#703:1',
      'deployments:acme/shop@1773043200000:2',
    ]);
    expect(next[0]?.params).toMatchObject({ id: '702', environment: 'staging', ref: 'feature/basket' });
    expect(late.next.some(({ stream }) => stream === 'deployments')).toBe(false);
    expect(late.watermark).toEqual({ created: created + 86_400_000, updated: at('2026-03-05T08:01:00Z') });
  });

  it('has read changes of deployments up to when it began, for the list is not in their order', () => {
    const updated = { deployments: { created: at('2026-03-05T08:00:00Z'), updated: at('2026-03-03T00:00:00Z') } };
    const began = '2026-03-04T00:00:00Z';
    const dated = { ...more, date: new Date(began).toUTCString() };
    const first = nextOf(githubPage(shop.deployments, { headers: dated }), startOf('deployments', updated));
    const second = first.next.find(({ stream }) => stream === 'deployments') as PageRequest;
    const last = nextOf(githubPage([], { headers: { date: new Date('2026-03-06').toUTCString() } }), second);

    expect(last.watermark).toEqual({ created: at('2026-03-05T08:01:00Z'), updated: at(began) });
  });

  it('goes on with runs, and with one that was asked for by itself', () => {
    const one = { ...githubRequest('runs', { one: true, again: '', running: '' }) };

    expect(nextOf(githubPage({ total_count: 0, workflow_runs: [] }), startOf('runs')).watermark).not.toBeNull();
    expect(nextOf(githubPage(shop.runs[0]), one).next.map(({ stream }) => stream)).toEqual(['jobs']);
  });

  it.each(['milestones', 'jobs', 'pull-commits', 'pull-reviews', 'releases', 'tags'])(
    'reads %s page by page',
    (stream) => {
      const request = { ...githubRequest(stream, { page: 1 }), key: 'k:1' };

      expect(nextOf(githubPage([], { headers: more }), request).next).toMatchObject([{ key: 'k:2', stream }]);
      expect(nextOf(githubPage([]), request)).toEqual({ next: [], watermark: null });
      expect(nextOf(githubPage([], { headers: more, status: 404 }), request).next).toEqual([]);
    },
  );

  it('asks for the lists of a repository under the name that GitHub gives it, from the watermarks', () => {
    const request = repositoryRequest('acme/shop', { issues: { updated: at('2026-03-04T12:00:00Z') } });
    const { next, watermark } = nextOf(githubPage({ ...shop.repo, full_name: 'Acme/Shop' }), request);

    expect(watermark).toEqual({ name: 'Acme/Shop' });
    expect(next.map(({ stream }) => stream)).toEqual([
      'milestones',
      'issues',
      'issue-events',
      'pulls',
      'runs',
      'deployments',
      'releases',
      'tags',
    ]);
    expect(new Set(next.map(({ params }) => params.repository))).toEqual(new Set(['Acme/Shop']));
    expect(next[1]?.path).toContain('since=2026-03-04T11:59:59Z');
    const [detail] = nextOf(githubPage(shop.pulls), next[3] as PageRequest).next;
    expect([detail?.scope, detail?.params.repository]).toEqual(['acme/shop', 'Acme/Shop']);
  });

  it('keeps the name that facts go by, and carries on where GitHub says another one now', () => {
    const request = repositoryRequest('acme/shop', { repository: { name: 'acme/shop' } });
    const { next, watermark } = nextOf(githubPage({ ...shop.repo, full_name: 'acme/store' }), request);

    expect([watermark, next[0]?.params.repository]).toEqual([{ name: 'acme/shop' }, 'acme/shop']);
  });

  it('does not guess the name of a repository that it cannot read', () => {
    const request = repositoryRequest('acme/shop', {});

    expect(() => nextOf(githubPage({ message: 'x' }), request)).toThrow(
      /something else than a repository for acme\/shop/,
    );
  });

  it.each(['milestones', 'issues', 'issue-events', 'pulls', 'runs', 'deployments', 'releases', 'tags'])(
    'ends %s where the token may not read them, and notes nothing',
    (stream) => {
      const watermarks = { [stream]: { created: 5_000, updated: 5_000, running: '7' } };

      expect(nextOf(githubPage({}, { status: 403 }), startOf(stream, watermarks))).toEqual({
        next: [],
        watermark: null,
      });
      expect(startOf(stream).accepts).toEqual(expect.arrayContaining([403, 451]));
    },
  );

  it.each([
    [[], 5],
    [[{ state: 'waiting' }], 5],
    [[{ state: 'success' }], null],
    [[{ state: 'failure' }], null],
    [[{ state: 'inactive' }], null],
  ])('asks again for the statuses of a deployment after %o: %s', (states, again) => {
    const statuses = states.map((status, index) => ({ ...status, id: index, created_at: '2026-03-05T08:00:00Z' }));
    const request = githubRequest('deployment-statuses', { id: '7', createdAt: 5 });

    expect(nextOf(githubPage(statuses, { headers: more }), request)).toEqual({ next: [], watermark: null, again });
  });

  it('asks no more for a deployment that is gone, and leaves it open where it may not be read', () => {
    const request = githubRequest('deployment-statuses', { id: '7', createdAt: 5 });

    expect(nextOf(githubPage({}, { status: 404 }), request).again).toBeNull();
    expect(nextOf(githubPage({}, { status: 403 }), request).again).toBeUndefined();
  });
});
