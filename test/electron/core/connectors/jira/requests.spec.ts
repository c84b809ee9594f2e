import { describe, expect, it } from 'vitest';
import {
  boardsRequest,
  changelogRequest,
  FIRST_ISSUES,
  issuesRequest,
  serverInfoRequest,
  setupRequest,
  sprintsRequest,
  versionsRequest,
} from '../../../../../electron/core/connectors/jira/requests.ts';
import { at, jiraSetup } from '../../../../support/jira-pages.ts';

const dataCenter = jiraSetup({ cloud: false });
const FIELDS =
  'summary,status,issuetype,priority,assignee,reporter,creator,labels,fixVersions,issuelinks,project,created,updated,resolution,resolutiondate,statuscategorychangedate,customfield_10016,customfield_10020';

function parametersOf(path: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(path.split('?')[1]));
}

describe('electron/core/connectors/jira/requests issuesRequest', () => {
  it('asks Cloud by token and Data Center by row, for named fields only', () => {
    const first = issuesRequest('PAY', jiraSetup(), FIRST_ISSUES);
    const later = issuesRequest('PAY', jiraSetup(), { ...FIRST_ISSUES, token: 'a&b=c' });
    const byRow = issuesRequest('PAY', dataCenter, { ...FIRST_ISSUES, startAt: 95 });

    expect(parametersOf(first.path)).toEqual({
      jql: 'project = "PAY" ORDER BY updated ASC, key ASC',
      fields: FIELDS,
      expand: 'changelog',
      maxResults: '100',
    });
    expect(parametersOf(later.path).nextPageToken).toBe('a&b=c');
    expect(byRow.path.startsWith('/rest/api/2/search?')).toBe(true);
    expect(parametersOf(byRow.path)).toMatchObject({ startAt: '95', fields: FIELDS });
  });

  it("begins five minutes before the watermark, by the clock of the user's profile", () => {
    const setup = jiraSetup({ since: at('2026-03-10T09:03:20Z'), zone: 'Asia/Shanghai' });

    const { path, key } = issuesRequest('PAY', setup, FIRST_ISSUES);

    expect(parametersOf(path).jql).toBe(
      'project = "PAY" AND updated >= "2026-03-10 16:58" ORDER BY updated ASC, key ASC',
    );
    expect(key).toBe('issues:PAY:2026-03-10 16:58:first');
  });

  it('asks for no field that nobody found', () => {
    const { path } = issuesRequest('PAY', jiraSetup({ points: '', sprints: '' }), FIRST_ISSUES);

    expect(parametersOf(path).fields?.endsWith('statuscategorychangedate')).toBe(true);
  });

  it('has a key of its own for every page, also after stepping back', () => {
    const cursors = [{}, { startAt: 95 }, { startAt: 190 }, { startAt: 95, back: 1 }, { startAt: 95, back: 2 }];

    const keys = cursors.map((cursor) => issuesRequest('PAY', dataCenter, { ...FIRST_ISSUES, ...cursor }).key);

    expect(new Set(keys).size).toBe(cursors.length);
    expect(keys[0]).toBe('issues:PAY:all:0');
  });
});

describe('electron/core/connectors/jira/requests', () => {
  it('never lets a scope out of its place in a path', () => {
    const scope = '../admin?x=1#';

    expect(setupRequest('project', scope, { cloud: true }).path).toBe('/rest/api/3/project/..%2Fadmin%3Fx%3D1%23');
    expect(versionsRequest(scope, dataCenter, 'PAY').path).toBe('/rest/api/2/project/..%2Fadmin%3Fx%3D1%23/versions');
    expect(parametersOf(boardsRequest(scope, 0).path).projectKeyOrId).toBe(scope);
    expect(sprintsRequest('PAY', '8/../9', 0).path).toContain('/board/8%2F..%2F9/sprint?');
  });

  it('asks every kind of Jira first what it is', () => {
    expect(serverInfoRequest('PAY', 7)).toEqual({
      stream: 'server-info',
      scope: 'PAY',
      key: 'server-info:PAY',
      path: '/rest/api/2/serverInfo',
      params: { since: 7 },
    });
  });

  it('asks for the set-up in the version that the deployment speaks', () => {
    const paths = (cloud: boolean) =>
      (['myself', 'fields', 'project', 'statuses'] as const).map(
        (stream) => setupRequest(stream, 'PAY', { cloud }).path,
      );

    expect(paths(true)).toEqual([
      '/rest/api/3/myself',
      '/rest/api/3/field',
      '/rest/api/3/project/PAY',
      '/rest/api/3/status',
    ]);
    expect(paths(false)[2]).toBe('/rest/api/2/project/PAY');
  });

  it('takes boards and sprints as a part that may be missing, and a board of two projects once', () => {
    expect(boardsRequest('PAY', 50)).toMatchObject({ accepts: [400, 403, 404], key: 'boards:PAY:50' });
    expect(sprintsRequest('PAY', '8', 0)).toMatchObject({ accepts: [400, 403, 404] });
    expect(sprintsRequest('PAY', '8', 0).key).toBe(sprintsRequest('OPS', '8', 0).key);
  });

  it('asks for a changelog page by page in Cloud, and with the issue in Data Center', () => {
    const issue = { id: '10042', key: 'PAY-12', updated: 5, startAt: 100 };

    expect(changelogRequest('PAY', jiraSetup(), issue)).toMatchObject({
      path: '/rest/api/3/issue/10042/changelog?startAt=100&maxResults=100',
      key: 'changelog:10042:5:100',
      accepts: [404],
      params: { issueId: '10042', issueKey: 'PAY-12', startAt: 100 },
    });
    expect(changelogRequest('PAY', dataCenter, issue).path).toBe(
      '/rest/api/2/issue/10042?fields=updated&expand=changelog',
    );
  });
});
