import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Continuation, PageRequest } from '../../../../../electron/core/connectors/_kit/connector.ts';
import { nextIssues } from '../../../../../electron/core/connectors/jira/next-issues.ts';
import {
  FIRST_ISSUES,
  type IssuesCursor,
  issuesRequest,
} from '../../../../../electron/core/connectors/jira/requests.ts';
import { at, jiraPage, jiraPlan, jiraSetup } from '../../../../support/jira-pages.ts';

const plan = jiraPlan();
const cloud = jiraSetup();
const dataCenter = jiraSetup({ cloud: false });
const DATE = { date: 'Mon, 02 Feb 2026 12:00:00 GMT' };

function issue(number: number, updated: string, changelog: unknown = { total: 0, histories: [] }) {
  return { id: String(number), key: `PAY-${number}`, fields: { updated }, changelog };
}

function rows(from: number, to: number): readonly unknown[] {
  return Array.from({ length: to - from }, (_, index) => issue(from + index, '2026-01-01T10:00:00.000+0000'));
}

function ask(request: PageRequest, body: unknown, headers: Record<string, string> = DATE): Continuation {
  return nextIssues(jiraPage(body, { headers }), request, plan);
}

function cloudRequest(cursor: Partial<IssuesCursor> = {}): PageRequest {
  return issuesRequest('PAY', cloud, { ...FIRST_ISSUES, ...cursor });
}

function dataCenterRequest(cursor: Partial<IssuesCursor> = {}): PageRequest {
  return issuesRequest('PAY', dataCenter, { ...FIRST_ISSUES, ...cursor });
}

function parametersOf(request: PageRequest | undefined): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(request?.path.split('?')[1]));
}

describe('electron/core/connectors/jira/next-issues in Cloud', () => {
  it('follows the token and takes the newest change as the watermark at the end', () => {
    const first = ask(cloudRequest(), { issues: [issue(1, '2026-01-05T10:00:00.000+0100')], nextPageToken: 'two' });
    const second = first.next[0];
    const end = second && ask(second, { issues: [issue(2, '2026-01-04T10:00:00.000+0100')], isLast: true });

    expect(first.watermark).toBeNull();
    expect(second?.path).toMatch(/^\/rest\/api\/3\/search\/jql\?/);
    expect(parametersOf(second)).toMatchObject({ nextPageToken: 'two', maxResults: '100', expand: 'changelog' });
    expect(end).toEqual({ next: [], watermark: { updated: at('2026-01-05T09:00:00Z') } });
  });

  it("is never past the server's clock when the reading began, for what changed since is to be read again", () => {
    const first = ask(cloudRequest(), { issues: rows(1, 2), nextPageToken: 'two' });
    const late = { date: 'Mon, 02 Feb 2026 12:30:00 GMT' };

    const end = first.next[0] && ask(first.next[0], { issues: [issue(3, '2026-02-02T12:10:00.000+0000')] }, late);

    expect(end?.watermark).toEqual({ updated: at('2026-02-02T12:00:00Z') });
  });

  it('keeps the watermark of the last sync when nothing changed, and moves it back when the clock was set back', () => {
    const since = at('2026-02-02T11:00:00Z');
    const idle = issuesRequest('PAY', { ...cloud, since }, FIRST_ISSUES);
    const ahead = issuesRequest('PAY', { ...cloud, since: at('2026-02-02T15:00:00Z') }, FIRST_ISSUES);

    expect(ask(idle, { issues: [] })).toEqual({ next: [], watermark: { updated: since } });
    expect(ask(ahead, { issues: [] })).toEqual({ next: [], watermark: { updated: at('2026-02-02T12:00:00Z') } });
    expect(ask(cloudRequest(), { issues: [] })).toEqual({ next: [], watermark: null });
  });

  it('fails when a page names itself as the next one', () => {
    const request = cloudRequest({ token: 'two', steps: 1 });

    expect(() => ask(request, { issues: rows(1, 3), nextPageToken: 'two' })).toThrow(/again and again/);
  });

  it.each([1, 2, 3, 7, 10])('fails in a ring of %i pages before it has gone round four times', (length) => {
    let request: PageRequest | undefined = cloudRequest({ token: 'before' });
    let pages = 0;
    const goRound = () => {
      for (; request !== undefined && pages < 4 * length + 8; pages += 1) {
        request = ask(request, { issues: rows(1, 2), nextPageToken: `page-${pages % length}` }).next[0];
      }
    };

    expect(goRound).toThrow(/again and again/);
  });

  it('fails when more pages are announced without a way to ask for them', () => {
    expect(() => ask(cloudRequest(), { issues: rows(1, 2), isLast: false })).toThrow(/broke off/);
  });

  it.each([
    ['an error of a proxy', { error: 'maintenance' }],
    ['a list', []],
    ['nothing', null],
  ])('fails when the answer is %s', (_, body) => {
    expect(() => ask(cloudRequest(), body)).toThrow(/something else than a page/);
  });

  it('asks for the changelogs that did not fit into the page', () => {
    const entries = (count: number) => Array.from({ length: count }, (_, id) => ({ id: String(id) }));
    const updated = '2026-01-05T10:00:00.000+0000';
    const issues = [
      issue(1, updated, { total: 41, histories: entries(40) }),
      issue(2, updated, { total: 40, histories: entries(40) }),
      issue(3, updated, { histories: entries(40) }),
      issue(4, updated, { histories: entries(39) }),
      issue(5, updated, null),
    ];

    const { next } = ask(cloudRequest(), { issues, isLast: true });

    expect(next.map((request) => [request.stream, request.path])).toEqual([
      ['changelog', '/rest/api/3/issue/1/changelog?startAt=0&maxResults=100'],
      ['changelog', '/rest/api/3/issue/3/changelog?startAt=0&maxResults=100'],
    ]);
    expect(next[0]?.params).toMatchObject({ issueId: '1', issueKey: 'PAY-1', statuses: cloud.statuses });
  });
});

function tail(...numbers: readonly number[]): string {
  return numbers.map((number) => `${number}@2026-01-01T10:00:00.000+0000`).join(',');
}

describe('electron/core/connectors/jira/next-issues in Data Center', () => {
  it('pages by rows, and repeats the last five rows of a page', () => {
    const { next } = ask(dataCenterRequest(), { startAt: 0, maxResults: 100, total: 250, issues: rows(0, 100) });

    expect(next[0]?.path).toMatch(/^\/rest\/api\/2\/search\?/);
    expect(parametersOf(next[0])).toMatchObject({ startAt: '95', maxResults: '100', expand: 'changelog' });
    expect(next[0]?.params.tail).toBe(tail(95, 96, 97, 98, 99));
  });

  it('ends at the total, and without one at a page that is not full', () => {
    const request = dataCenterRequest({ startAt: 95, tail: tail(95, 96, 97, 98, 99) });

    expect(ask(request, { startAt: 95, total: 150, issues: rows(95, 150) }).next).toEqual([]);
    expect(ask(request, { startAt: 95, issues: rows(95, 150) }).next).toEqual([]);
    expect(ask(request, { startAt: 95, maxResults: 50, issues: rows(95, 145) }).next).toHaveLength(1);
  });

  it('goes on where rows moved up by less than five', () => {
    const request = dataCenterRequest({ startAt: 95, tail: tail(95, 96, 97, 98, 99) });

    const { next } = ask(request, { startAt: 95, total: 400, issues: rows(99, 199) });

    expect(parametersOf(next[0])).toMatchObject({ startAt: '190' });
  });

  it('steps back a page where none of the last rows is in sight, and begins anew when that does not help', () => {
    const request = dataCenterRequest({ startAt: 295, tail: tail(295, 296, 297, 298, 299) });
    const elsewhere = { startAt: 295, maxResults: 100, total: 900, issues: rows(400, 500) };

    const first = ask(request, elsewhere).next[0];
    const second = first && ask(first, { ...elsewhere, startAt: 200 }).next[0];
    const third = second && ask(second, { ...elsewhere, startAt: 105 }).next[0];

    expect(first?.params).toMatchObject({ startAt: 200, back: 1, tail: tail(295, 296, 297, 298, 299) });
    expect(second?.params).toMatchObject({ startAt: 105, back: 2 });
    expect(third?.params).toMatchObject({ startAt: 0, back: 3, tail: '' });
    expect(new Set([request, first, second, third].map((one) => one?.key)).size).toBe(4);
  });

  it('fails when the list never holds still', () => {
    const request = dataCenterRequest({ startAt: 295, tail: tail(1, 2), back: 60 });

    expect(() => ask(request, { startAt: 295, total: 900, issues: rows(400, 500) })).toThrow(/again and again/);
  });

  it.each([
    ['another place than was asked', { startAt: 0, total: 900, issues: rows(0, 100) }],
    ['no row beyond those that were repeated', { startAt: 95, total: 900, issues: rows(95, 100) }],
  ])('fails when a page shows %s', (_, body) => {
    const request = dataCenterRequest({ startAt: 95, tail: tail(95, 96, 97, 98, 99) });

    expect(() => ask(request, body)).toThrow(/again and again/);
  });

  it('passes no issue over, however many change while it reads', () => {
    const change = fc.record({ after: fc.nat(3), issue: fc.nat(39) });
    const sizes = fc.record({ count: fc.integer({ min: 1, max: 60 }), page: fc.integer({ min: 7, max: 20 }) });
    fc.assert(
      fc.property(sizes, fc.array(change, { maxLength: 80, size: 'max' }), ({ count, page }, changes) => {
        const updated = Array.from({ length: count }, (_, index) => at('2026-01-01T00:00:00Z') + index * 60_000);
        const seen = new Map<number, number>();
        let clock = at('2026-02-02T12:00:00Z');
        let request: PageRequest | undefined = dataCenterRequest();
        let watermark: Continuation['watermark'] = null;

        for (let step = 0; request !== undefined; step += 1) {
          const order = updated.map((_, index) => index).sort((a, b) => (updated[a] ?? 0) - (updated[b] ?? 0) || a - b);
          const startAt = Number(request.params.startAt);
          const shown = order.slice(startAt, startAt + page);
          for (const index of shown) seen.set(index, updated[index] ?? 0);
          const issues = shown.map((index) => issue(index, new Date(updated[index] ?? 0).toISOString()));
          ({
            next: [request],
            watermark,
          } = ask(request, { startAt, maxResults: page, total: count, issues }));
          for (const { issue: index } of changes.filter(({ after }) => after === step)) {
            clock += 1_000;
            if (index < count) updated[index] = clock;
          }
        }

        const since = Number(watermark?.updated);
        for (const [index, moment] of updated.entries()) {
          expect(seen.has(index)).toBe(true);
          expect(seen.get(index) === moment || moment >= since).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
