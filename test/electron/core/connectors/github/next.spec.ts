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
  });

  it('goes on past a page of which nothing can be read', () => {
    const { next } = nextRequests(
      githubPage([{}, {}], { headers: more }),
      startOf('issues', { issues: { updated: 5_000 } }),
    );

    expect(next).toHaveLength(1);
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

  it('has read changes of deployments up to when it began, for the list is not in their order', () => {
    const updated = { deployments: { created: at('2026-03-05T08:00:00Z'), updated: at('2026-03-03T00:00:00Z') } };
    const began = '2026-03-04T00:00:00Z';
    const dated = { ...more, date: new Date(began).toUTCString() };
    const first = nextRequests(githubPage(shop.deployments, { headers: dated }), startOf('deployments', updated));
    const second = first.next.find(({ stream }) => stream === 'deployments') as PageRequest;
    const last = nextRequests(githubPage([], { headers: { date: new Date('2026-03-06').toUTCString() } }), second);

    expect(last.watermark).toEqual({ created: at('2026-03-05T08:01:00Z'), updated: at(began) });
  });

  it('goes on with runs, and with one that was asked for by itself', () => {
    const one = { ...githubRequest('runs', { one: true, again: '', running: '' }) };

    expect(nextRequests(githubPage({ total_count: 0, workflow_runs: [] }), startOf('runs')).watermark).not.toBeNull();
    expect(nextRequests(githubPage(shop.runs[0]), one).next.map(({ stream }) => stream)).toEqual(['jobs']);
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
