import { describe, expect, it } from 'vitest';
import {
  isoSeconds,
  pageAfter,
  runAgain,
  runsPage,
  startRequests,
} from '../../../../../electron/core/connectors/github/requests.ts';

const at = (iso: string) => Date.parse(iso);

describe('electron/core/connectors/github/requests', () => {
  it('starts every list from its beginning at first', () => {
    expect(startRequests('acme/shop', {}).map(({ stream, key, path }) => [stream, key, path])).toEqual([
      ['repository', 'repository:acme/shop:1', '/repos/acme/shop'],
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

  it('starts from the watermarks later, under keys of their own', () => {
    const updated = at('2026-03-05T08:00:00Z');
    const requests = startRequests('acme/shop', {
      issues: { updated },
      pulls: { updated },
      'issue-events': { created: updated },
      runs: { created: updated, running: '7,8' },
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
    expect(of('runs')?.path).toContain('created=%3E%3D2026-03-05T08%3A00%3A00Z');
    expect(of('runs')).toMatchObject({ params: { again: '7,8', running: '' } });
    expect(of('deployments')).toMatchObject({ params: { since: updated, updatedSince: updated + 1_000 } });
  });

  it.each([
    [null, null, '/repos/acme/shop/actions/runs?per_page=100'],
    [0, null, '/repos/acme/shop/actions/runs?created=%3E%3D1970-01-01T00%3A00%3A00Z&per_page=100'],
    [null, 999, '/repos/acme/shop/actions/runs?created=%3C%3D1970-01-01T00%3A00%3A00Z&per_page=100'],
    [
      0,
      60_000,
      '/repos/acme/shop/actions/runs?created=1970-01-01T00%3A00%3A00Z..1970-01-01T00%3A01%3A00Z&per_page=100',
    ],
  ])('asks for runs created from %s to %s', (since, before, path) => {
    expect(runsPage('acme/shop', { since, before }, {}).path).toBe(path);
  });

  it('counts pages in keys, and carries what was learnt', () => {
    const [first] = startRequests('acme/shop', {});
    const second = pageAfter({ ...(first as NonNullable<typeof first>), key: 'x:a/b:9' }, '/p?page=10', { top: 5 });

    expect(second).toMatchObject({ key: 'x:a/b:2', path: '/p?page=10', params: { page: 2, top: 5 } });
    expect(runAgain('acme/shop', '77', {})).toMatchObject({
      key: 'runs:acme/shop#77:1',
      path: '/repos/acme/shop/actions/runs/77',
      params: { one: true },
    });
    expect(isoSeconds(1_999)).toBe('1970-01-01T00:00:01Z');
  });
});
