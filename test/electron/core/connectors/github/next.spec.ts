import { describe, expect, it } from 'vitest';
import type { PageRequest } from '../../../../../electron/core/connectors/_kit/connector.ts';
import { nextRequests } from '../../../../../electron/core/connectors/github/next.ts';
import { startRequests } from '../../../../../electron/core/connectors/github/requests.ts';
import { shopRepository } from '../../../../support/github-fixture.ts';
import { githubPage, githubRequest } from '../../../../support/github-pages.ts';

const shop = shopRepository();
const at = (iso: string) => Date.parse(iso);
const more = { link: '<https://ghe.example/repositories/1/x?page=2>; rel="next"' };

function startOf(stream: string, watermarks: Parameters<typeof startRequests>[1] = {}): PageRequest {
  const request = startRequests('acme/shop', watermarks).find((one) => one.stream === stream);
  if (request === undefined) throw new Error(`no stream ${stream}`);
  return request;
}

describe('electron/core/connectors/github/next', () => {
  it('ends a list that has no next page, with the newest change as its watermark', () => {
    expect(nextRequests(githubPage(shop.issues), startOf('issues'))).toEqual({
      next: [],
      watermark: { updated: at('2026-03-04T12:00:00Z') },
    });
  });

  it('goes on where there is a next page, and carries the newest change along', () => {
    const { next, watermark } = nextRequests(githubPage(shop.issues, { headers: more }), startOf('issues'));

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

    const equal = nextRequests(page, startOf('pulls', { pulls: { updated: oldest } }));
    const older = nextRequests(page, startOf('pulls', { pulls: { updated: oldest + 1 } }));

    expect(equal.next.filter(({ stream }) => stream === 'pulls')).toHaveLength(1);
    expect(older.next.filter(({ stream }) => stream === 'pulls')).toHaveLength(0);
    expect(older.watermark).toEqual({ updated: at('2026-03-05T08:00:00Z') });
  });

  it('asks for the details of changed pull requests only, before the rest of the list', () => {
    const since = at('2026-03-04T10:00:00Z');
    const { next } = nextRequests(
      githubPage(shop.pulls, { headers: {} }),
      startOf('pulls', { pulls: { updated: since } }),
    );

    expect(next.map(({ path }) => path.replace('/repos/acme/shop/pulls', ''))).toEqual([
      '/2/commits?per_page=100',
      '/2/reviews?per_page=100',
      '/5/commits?per_page=100',
      '/5/reviews?per_page=100',
    ]);
  });

  it('keeps its watermark when nothing is left, nothing was there, or a feature is switched off', () => {
    const watermark = { updated: 5_000 };

    expect(nextRequests(githubPage([]), startOf('issues', { issues: watermark })).watermark).toEqual(watermark);
    expect(nextRequests(githubPage({}, { status: 410 }), startOf('issues', { issues: watermark })).watermark).toEqual(
      watermark,
    );
    expect(nextRequests(githubPage([]), startOf('issues')).watermark).toEqual({ updated: null });
    expect(nextRequests(githubPage('<html>', { status: 404 }), startOf('runs')).watermark).toEqual({
      created: null,
      running: '',
    });
  });

  it('goes on past a page of which nothing can be read', () => {
    const { next } = nextRequests(
      githubPage([{}, {}], { headers: more }),
      startOf('issues', { issues: { updated: 5_000 } }),
    );

    expect(next).toHaveLength(1);
  });

  it('notes the runs that have not ended, and asks for the jobs of each', () => {
    const { next, watermark } = nextRequests(githubPage({ total_count: 4, workflow_runs: shop.runs }), startOf('runs'));

    expect(next.map(({ path }) => path.replace('/repos/acme/shop/actions/runs/', ''))).toEqual(
      [9001, 9002, 9003, 9004].map((id) => `${id}/jobs?per_page=100`),
    );
    expect(watermark).toEqual({ created: at('2026-03-05T08:00:00Z'), running: '9004' });
  });

  it('asks one by one for runs that were running before, then gives the watermark', () => {
    const created = at('2026-03-05T08:00:00Z');
    const start = startOf('runs', { runs: { created, running: '1,9004,2' } });
    const window = nextRequests(githubPage({ total_count: 1, workflow_runs: [shop.runs[3]] }), start);
    const first = window.next.find(({ params }) => params.one === true) as PageRequest;
    const afterFirst = nextRequests(githubPage({ ...shop.runs[0], id: 1, status: 'queued', conclusion: null }), first);
    const second = afterFirst.next.find(({ params }) => params.one === true) as PageRequest;
    const afterSecond = nextRequests(githubPage({ message: 'Not Found' }, { status: 404 }), second);

    // 9004 was in the window already.
    expect([first.path, second.path].map((path) => path.split('/').at(-1))).toEqual(['1', '2']);
    expect([window.watermark, afterFirst.watermark]).toEqual([null, null]);
    expect(afterFirst.next.map(({ stream }) => stream)).toEqual(['jobs', 'runs']);
    expect(afterSecond).toEqual({ next: [], watermark: { created, running: '9004,1' } });
  });

  it('opens a window before the oldest run where GitHub gives fewer than it counts', () => {
    const since = at('2026-03-02T00:00:00Z');
    const start = startOf('runs', { runs: { created: since, running: '' } });
    const { next, watermark } = nextRequests(githubPage({ total_count: 5, workflow_runs: shop.runs }), start);

    expect(watermark).toBeNull();
    expect(decodeURIComponent(next.at(-1)?.path ?? '')).toContain('created=2026-03-02T00:00:00Z..2026-03-02T08:46:00Z');
    expect(next.at(-1)?.params).toMatchObject({ running: '9004', seen: 0 });
  });

  it('opens no window where it would find the same second only', () => {
    const request = {
      ...startOf('runs'),
      params: { before: at('2026-03-05T08:00:00Z'), since: null, top: null, seen: 0 },
    };
    const { next, watermark } = nextRequests(githubPage({ total_count: 9, workflow_runs: [shop.runs[3]] }), request);

    expect(next.map(({ stream }) => stream)).toEqual(['jobs']);
    expect(watermark).not.toBeNull();
  });

  it('reads deployments back for a week, and the statuses of those that changed', () => {
    const created = at('2026-03-09T08:00:00Z');
    const watermark = { created, updated: at('2026-03-03T16:04:46Z') };
    const page = githubPage(shop.deployments, { headers: more });
    const { next } = nextRequests(page, startOf('deployments', { deployments: watermark }));
    const late = nextRequests(
      page,
      startOf('deployments', { deployments: { ...watermark, created: created + 86_400_000 } }),
    );

    expect(next.map(({ key }) => key)).toEqual([
      'deployment-statuses:acme/shop#702:1',
      'deployment-statuses:acme/shop#703:1',
      'deployments:acme/shop@1773043200000:2',
    ]);
    expect(next[0]?.params).toMatchObject({ id: '702', environment: 'staging', ref: 'feature/basket' });
    expect(late.next.some(({ stream }) => stream === 'deployments')).toBe(false);
    expect(late.watermark).toEqual({ created: created + 86_400_000, updated: at('2026-03-05T08:01:00Z') });
  });

  it.each(['milestones', 'jobs', 'pull-commits', 'pull-reviews', 'releases', 'tags'])(
    'reads %s page by page',
    (stream) => {
      const request = { ...githubRequest(stream, { page: 1 }), key: 'k:1' };

      expect(nextRequests(githubPage([], { headers: more }), request).next).toMatchObject([{ key: 'k:2', stream }]);
      expect(nextRequests(githubPage([]), request)).toEqual({ next: [], watermark: null });
      expect(nextRequests(githubPage([], { headers: more, status: 404 }), request).next).toEqual([]);
    },
  );

  it.each(['repository', 'deployment-statuses'])('has all of %s on one page', (stream) => {
    expect(nextRequests(githubPage({}, { headers: more }), githubRequest(stream))).toEqual({
      next: [],
      watermark: null,
    });
  });
});
