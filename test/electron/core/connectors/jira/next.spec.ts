import { describe, expect, it } from 'vitest';
import type { PageRequest } from '../../../../../electron/core/connectors/_kit/connector.ts';
import { next } from '../../../../../electron/core/connectors/jira/next.ts';
import {
  boardsRequest,
  changelogRequest,
  serverInfoRequest,
  sprintsRequest,
} from '../../../../../electron/core/connectors/jira/requests.ts';
import { jiraPage, jiraPlan, jiraSetup } from '../../../../support/jira-pages.ts';

const answers: Readonly<Record<string, unknown>> = {
  'server-info': { deploymentType: 'Cloud' },
  myself: { accountId: 'a', timeZone: 'Asia/Shanghai' },
  project: { id: '10000', key: 'PAY', name: 'Payments' },
  fields: [{ id: 'customfield_1', name: 'Story Points' }],
  statuses: [{ id: '1', name: 'To Do', statusCategory: { key: 'new' } }],
};

/** Follows the set-up until requests come that it does not answer. */
function setUp(plan = jiraPlan()): { readonly asked: readonly string[]; readonly left: readonly PageRequest[] } {
  const asked: string[] = [];
  let left: readonly PageRequest[] = [serverInfoRequest('PAY', 1_700_000_000_000)];
  while (left.length === 1 && left[0] !== undefined && left[0].stream in answers) {
    asked.push(left[0].stream);
    left = next(jiraPage(answers[left[0].stream]), left[0], plan).next;
  }
  return { asked, left };
}

describe('electron/core/connectors/jira/next set-up', () => {
  it('asks what it needs to know, then for versions, boards and issues', () => {
    const { asked, left } = setUp();

    expect(asked).toEqual(['server-info', 'myself', 'project', 'fields', 'statuses']);
    expect(left.map((request) => request.stream)).toEqual(['versions', 'boards', 'issues']);
    expect(left[2]?.params).toMatchObject({
      cloud: true,
      zone: 'Asia/Shanghai',
      since: 1_700_000_000_000,
      points: 'customfield_1',
      sprints: '',
      statuses: 'new:1',
    });
  });

  it('asks nobody for a profile', () => {
    const { asked, left } = setUp(jiraPlan({ auth: 'none' }));

    expect(asked).toEqual(['server-info', 'project', 'fields', 'statuses']);
    expect(left[2]?.params.zone).toBeNull();
  });
});

describe('electron/core/connectors/jira/next lists', () => {
  const plan = jiraPlan();
  const board = (id: number) => ({ id, name: `Board ${id}`, type: 'scrum' });
  const keys = (requests: readonly PageRequest[]) => requests.map((request) => request.key);

  it('asks for the sprints of every board and for the next boards', () => {
    const page = jiraPage({ startAt: 0, maxResults: 2, total: 3, isLast: false, values: [board(8), board(9)] });

    expect(keys(next(page, boardsRequest('PAY', 0), plan).next)).toEqual([
      'sprints:8:0',
      'sprints:9:0',
      'boards:PAY:2',
    ]);
  });

  it('ends a list at its last page, however that is said', () => {
    const ends = [
      { startAt: 50, isLast: true, values: [board(1)] },
      { startAt: 50, total: 51, values: [board(1)] },
      { values: [] },
    ];

    for (const body of ends) expect(next(jiraPage(body), sprintsRequest('PAY', '8', 50), plan).next).toEqual([]);
  });

  it.each([400, 403, 404])('goes on without boards where the answer is %i, whatever its body', (status) => {
    const page = { status, headers: {}, body: '<html>' };

    expect(next(page, boardsRequest('PAY', 0), plan)).toEqual({ next: [], watermark: null });
    expect(next(page, sprintsRequest('PAY', '8', 0), plan)).toEqual({ next: [], watermark: null });
  });

  it.each([
    ['the page before', { startAt: 0, isLast: false, values: [board(1)] }],
    ['nothing, though it is not the last', { startAt: 50, isLast: false, values: [] }],
  ])('fails when a page shows %s', (_, body) => {
    expect(() => next(jiraPage(body), sprintsRequest('PAY', '8', 50), plan)).toThrow(/again and again/);
  });

  it('fails when the answer is no list', () => {
    expect(() => next(jiraPage({}), boardsRequest('PAY', 0), plan)).toThrow(/something else than a page of boards/);
  });
});

describe('electron/core/connectors/jira/next changelog', () => {
  const plan = jiraPlan();
  const issue = { id: '10042', key: 'PAY-12', updated: 5, startAt: 0 };

  it('goes on page by page in Cloud', () => {
    const request = changelogRequest('PAY', jiraSetup(), issue);
    const page = jiraPage({ startAt: 0, maxResults: 100, total: 250, isLast: false, values: Array(100).fill({}) });

    const [more] = next(page, request, plan).next;

    expect(more?.key).toBe('changelog:10042:5:100');
    expect(more?.params).toMatchObject({ issueId: '10042', issueKey: 'PAY-12', startAt: 100 });
  });

  it('is whole at once in Data Center, and over when the issue was deleted', () => {
    const whole = changelogRequest('PAY', jiraSetup({ cloud: false }), issue);
    const gone = changelogRequest('PAY', jiraSetup(), issue);

    expect(next(jiraPage({ changelog: { histories: [] } }), whole, plan).next).toEqual([]);
    expect(next({ status: 404, headers: {}, body: '' }, gone, plan).next).toEqual([]);
  });
});
