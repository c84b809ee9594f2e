import { describe, expect, it } from 'vitest';
import type { PageRequest, PageResponse } from '../../../../../electron/core/connectors/_kit/connector.ts';
import { afterRun, afterRuns } from '../../../../../electron/core/connectors/github/next-runs.ts';
import { listRequests } from '../../../../../electron/core/connectors/github/requests.ts';
import { shopRepository } from '../../../../support/github-fixture.ts';
import { githubPage } from '../../../../support/github-pages.ts';

const { runs } = shopRepository();
const shop = { scope: 'acme/shop', repository: 'acme/shop' };
const at = (iso: string) => Date.parse(iso);
const more = { link: '<https://ghe.example/repositories/1/x?page=2>; rel="next"' };
// The newest of the four runs, and the newest change of any.
const created = at('2026-03-05T08:00:00Z');
const updated = at('2026-03-05T08:00:30Z');

function startOf(watermark?: Readonly<Record<string, string | number | null>>): PageRequest {
  const request = listRequests(shop, watermark ? { runs: watermark } : {}).find(({ stream }) => stream === 'runs');
  if (request === undefined) throw new Error('no stream of runs');
  return request;
}

function listOf(rows: readonly unknown[], changes: Partial<PageResponse> & { readonly total?: number } = {}) {
  const { total = rows.length, ...rest } = changes;
  return githubPage({ total_count: total, workflow_runs: rows }, rest);
}

/** What is asked for, without the path that all of it has. */
const pathsOf = (requests: readonly PageRequest[]) =>
  requests.map(({ path }) =>
    decodeURIComponent(path)
      .replace('/repos/acme/shop/actions/runs', '')
      .replace(/[?&]per_page=100/, ''),
  );

/** Reads one empty window after the other, until something else is asked for. */
function emptyWindows(first: PageRequest): {
  readonly ranges: readonly string[];
  readonly end: ReturnType<typeof afterRuns>;
} {
  const ranges: string[] = [];
  let continuation = afterRuns(listOf([]), first);
  for (;;) {
    const window = continuation.next.find(({ params }) => params.one !== true && params.since !== undefined);
    if (window === undefined) return { ranges, end: continuation };
    ranges.push(...pathsOf([window]));
    continuation = afterRuns(listOf([]), window);
  }
}

describe('electron/core/connectors/github/next-runs', () => {
  it('notes the runs that have not ended, and asks for the jobs of each', () => {
    const { next, watermark } = afterRuns(listOf(runs), startOf());

    expect(pathsOf(next)).toEqual([9001, 9002, 9003, 9004].map((id) => `/${id}/jobs`));
    expect(watermark).toEqual({ created, updated, running: '9004' });
  });

  it('remembers nothing of a repository without runs, or without Actions', () => {
    const nothing = { created: null, updated: null, running: '' };

    expect(afterRuns(listOf([]), startOf())).toEqual({ next: [], watermark: nothing });
    expect(afterRuns(githubPage('<html>', { status: 404 }), startOf())).toEqual({ next: [], watermark: nothing });
  });

  it('keeps what it knows where Actions were switched off since, and asks for no further week', () => {
    const watermark = { created, updated, running: '' };

    expect(afterRuns(githubPage({}, { status: 404 }), startOf(watermark))).toEqual({ next: [], watermark });
  });

  it('reads week by week back to the oldest in which a run may have been started again', () => {
    const { ranges, end } = emptyWindows(startOf({ created, updated, running: '' }));

    expect(pathsOf([startOf({ created, updated, running: '' })])).toEqual(['?created=>=2026-03-05T00:00:00Z']);
    expect(ranges).toEqual([
      '?created=2026-02-26T00:00:00Z..2026-03-04T23:59:59Z',
      '?created=2026-02-19T00:00:00Z..2026-02-25T23:59:59Z',
      '?created=2026-02-12T00:00:00Z..2026-02-18T23:59:59Z',
      '?created=2026-02-05T00:00:00Z..2026-02-11T23:59:59Z',
      '?created=2026-01-29T00:00:00Z..2026-02-04T23:59:59Z',
    ]);
    expect(end).toEqual({ next: [], watermark: { created, updated, running: '' } });
  });

  it('asks for the jobs of new and changed runs only, a run that was started again among them', () => {
    const [, , , newest] = runs as [unknown, unknown, unknown, (typeof runs)[0]];
    const old = { ...newest, id: 1, created_at: '2026-03-05T01:00:00Z', updated_at: '2026-03-05T01:09:00Z' };
    const again = { ...old, id: 2, run_attempt: 2, updated_at: '2026-03-05T09:00:00Z' };
    const fresh = { ...old, id: 3, created_at: '2026-03-05T08:30:00Z', updated_at: '2026-03-05T08:30:00Z' };

    const { next } = afterRuns(listOf([fresh, again, old]), startOf({ created, updated, running: '' }));

    expect(pathsOf(next).slice(0, -1)).toEqual(['/3/jobs', '/2/jobs']);
  });

  it('reads the jobs of all where an older version did not note how far changes were read', () => {
    const { next } = afterRuns(listOf(runs.slice(0, 2)), startOf({ created: at('2026-03-04T00:00:00Z'), running: '' }));

    expect(pathsOf(next).slice(0, -1)).toEqual(['/9001/jobs', '/9002/jobs']);
  });

  it('has read changes up to when it began, for runs are not in the order of their changes', () => {
    const headers = { ...more, date: 'Thu, 05 Mar 2026 08:00:10 GMT' };
    const first = afterRuns(listOf(runs, { headers, total: 4 }), startOf());
    const page = first.next.at(-1) as PageRequest;

    const { watermark } = afterRuns(listOf([], { headers: { date: 'Thu, 05 Mar 2026 09:00:00 GMT' } }), page);

    expect(watermark).toEqual({ created, updated: at('2026-03-05T08:00:10Z'), running: '9004' });
  });

  it('asks one by one for runs that were running before, then gives the watermark', () => {
    const { end } = emptyWindows({
      ...startOf({ created, updated, running: '1,9004,2' }),
      params: { ...startOf({ created, updated, running: '1,9004,2' }).params, oldest: null },
    });
    const start = { ...startOf({ created, updated, running: '1,9004,2' }) };
    const window = afterRuns(listOf([runs[3]]), { ...start, params: { ...start.params, oldest: null } });
    const first = window.next.find(({ params }) => params.one === true) as PageRequest;
    const afterFirst = afterRun(githubPage({ ...runs[0], id: 1, status: 'queued', conclusion: null }), first);
    const second = afterFirst.next.find(({ params }) => params.one === true) as PageRequest;
    const afterSecond = afterRun(githubPage({ message: 'Not Found' }, { status: 404 }), second);

    expect(pathsOf(end.next)).toEqual(['/1']);
    // 9004 was in the window already.
    expect(pathsOf([first, second])).toEqual(['/1', '/2']);
    expect([window.watermark, afterFirst.watermark]).toEqual([null, null]);
    expect(afterFirst.next.map(({ stream }) => stream)).toEqual(['jobs', 'runs']);
    expect(afterSecond).toEqual({ next: [], watermark: { created, updated, running: '9004,1' } });
  });

  it('opens a window before the oldest run where GitHub gives fewer than it counts, then the week before', () => {
    const start = startOf({ created, updated, running: '' });
    const rest = afterRuns(listOf([runs[3]], { total: 5 }), start);
    const window = rest.next.at(-1) as PageRequest;
    const before = afterRuns(listOf([], { total: 0 }), window);

    expect(rest.watermark).toBeNull();
    expect(pathsOf([window])).toEqual(['?created=2026-03-05T00:00:00Z..2026-03-05T08:00:00Z']);
    expect(window.params).toMatchObject({ running: '9004', seen: 0 });
    expect(pathsOf(before.next)).toEqual(['?created=2026-02-26T00:00:00Z..2026-03-04T23:59:59Z']);
  });

  it('asks an old server that gives all runs every time only once', () => {
    const week = afterRuns(listOf([runs[3]]), startOf({ created, updated, running: '' })).next.at(-1) as PageRequest;
    const known = startOf({ created, updated, running: '' });

    expect(week).toMatchObject({ begins: true });
    expect(afterRuns(listOf([...runs].reverse()), known).watermark).not.toBeNull();
    expect(afterRuns(listOf([runs[3]]), week).watermark).not.toBeNull();
    expect(afterRuns(listOf([], { headers: more }), week).next.at(-1)?.begins).toBeUndefined();
  });

  it('opens no window where it would find the same second only', () => {
    const start = startOf();
    const request = { ...start, params: { ...start.params, before: created } };
    const { next, watermark } = afterRuns(listOf([runs[3]], { total: 9 }), request);

    expect(next.map(({ stream }) => stream)).toEqual(['jobs']);
    expect(watermark).not.toBeNull();
  });

  it('goes on to the next page of a window with what it has learnt', () => {
    const { next } = afterRuns(listOf(runs, { headers: more, total: 4 }), startOf());

    expect(next.at(-1)).toMatchObject({
      key: 'runs:acme/shop@:2',
      params: { top: created, updatedTop: updated, seen: 4 },
    });
  });
});
