import { describe, expect, it } from 'vitest';
import type { PageRequest } from '../../../../../electron/core/connectors/_kit/connector.ts';
import { map } from '../../../../../electron/core/connectors/jira/map.ts';
import {
  boardsRequest,
  changelogRequest,
  FIRST_ISSUES,
  issuesRequest,
  setupRequest,
  sprintsRequest,
  versionsRequest,
} from '../../../../../electron/core/connectors/jira/requests.ts';
import { at, jiraContext, jiraPage, jiraSetup } from '../../../../support/jira-pages.ts';

function read(body: unknown, request: PageRequest, status = 200) {
  return map(jiraPage(body, { status }), jiraContext(request));
}

const issues = issuesRequest('PAY', jiraSetup(), FIRST_ISSUES);

describe('electron/core/connectors/jira/map', () => {
  it('reads the project', () => {
    const { facts, dropped } = read({ id: '10000', key: 'PAY', name: 'Payments' }, setupRequest('project', 'PAY', {}));

    expect(dropped).toEqual([]);
    expect(facts).toEqual([
      {
        kind: 'project',
        id: 'jira-1:project:10000',
        connectionId: 'jira-1',
        externalId: '10000',
        url: 'https://acme.atlassian.net/browse/PAY',
        key: 'PAY',
        name: 'Payments',
      },
    ]);
  });

  it('reads versions', () => {
    const body = [
      { id: '1', name: '2026.24', description: 'Summer', released: true, archived: false, releaseDate: '2026-06-12' },
      { id: '2', name: '2026.25', released: false },
      { id: '3', released: false },
    ];

    const { facts, dropped } = read(body, versionsRequest('pay', jiraSetup(), 'PAY'));

    expect(facts).toEqual([
      {
        kind: 'source-version',
        id: 'jira-1:source-version:1',
        connectionId: 'jira-1',
        externalId: '1',
        url: 'https://acme.atlassian.net/projects/PAY/versions/1',
        projectKey: 'PAY',
        name: '2026.24',
        description: 'Summer',
        released: true,
        releaseAt: at('2026-06-12T00:00:00Z'),
      },
      expect.objectContaining({ name: '2026.25', description: null, released: false, releaseAt: null }),
    ]);
    expect(dropped.map((row) => row.reason)).toEqual([expect.stringMatching(/^name: /)]);
  });

  it('tells all versions of the project, unless one cannot be read', () => {
    const request = versionsRequest('pay', jiraSetup(), 'PAY');
    const whole = { kind: 'source-version', field: 'projectKey', values: ['PAY'], keys: [request.key] };

    expect(read([{ id: '1', name: '2026.24' }], request).replaces).toEqual([whole]);
    expect(read([{ id: '1', name: '2026.24' }, { id: '2' }], request).replaces).toEqual([]);
  });

  it('says of which issues the page tells all links and changes of status', () => {
    const fields = {
      status: { name: 'Open' },
      created: '2026-01-01T00:00:00.000+0000',
      updated: '2026-01-02T00:00:00.000+0000',
    };
    const page = [
      { id: '1', key: 'PAY-1', fields: { ...fields, issuelinks: [] } },
      { id: '2', key: 'PAY-2', fields, changelog: { total: 0, histories: [] } },
    ];

    expect(read({ issues: page }, issues).replaces).toEqual([
      { kind: 'work-item-link', field: 'fromId', values: ['jira-1:work-item:1'], keys: [issues.key] },
      { kind: 'transition', field: 'workItemId', values: ['jira-1:work-item:2'], keys: [issues.key] },
    ]);
    expect(read({ issues: [] }, issues).replaces).toEqual([]);
  });

  it('reads people and sprints that many issues name once', () => {
    const ada = { accountId: 'a-1', displayName: 'Ada' };
    const fields = {
      status: { name: 'Open' },
      created: '2026-01-01T00:00:00.000+0000',
      updated: '2026-01-02T00:00:00.000+0000',
      assignee: ada,
      reporter: ada,
      customfield_10020: [{ id: 7, name: 'Sprint 7' }],
    };

    const { facts } = read({ issues: ['1', '2', '3'].map((id) => ({ id, key: `PAY-${id}`, fields })) }, issues);

    expect(facts.map(({ kind }) => kind).sort()).toEqual(['person', 'sprint', 'work-item', 'work-item', 'work-item']);
  });

  it('reads sprints of the agile API', () => {
    const body = { startAt: 0, isLast: true, values: [{ id: 7, name: 'Sprint 7', state: 'future' }, { id: 8 }] };

    const { facts, dropped } = read(body, sprintsRequest('PAY', '8', 0));

    expect(facts).toMatchObject([{ id: 'jira-1:sprint:7', originalStatus: 'future' }]);
    expect(dropped).toHaveLength(1);
  });

  it('reads a page of issues, and drops those that it cannot read', () => {
    const fields = {
      status: { name: 'Open' },
      created: '2026-01-01T00:00:00.000+0000',
      updated: '2026-01-02T00:00:00.000+0000',
    };
    const body = { issues: [{ id: '1', key: 'PAY-1', fields }, { id: '2', key: 'PAY-2', fields: {} }, null, 'PAY-3'] };

    const { facts, dropped } = read(body, issues);

    expect(facts.map((fact) => fact.id)).toEqual(['jira-1:work-item:1']);
    expect(dropped).toHaveLength(3);
    expect(dropped[0]).toMatchObject({
      reason: expect.stringMatching(/^fields\.status/),
      sample: expect.stringContaining('PAY-2'),
    });
  });

  it('reads a page of a changelog', () => {
    const request = changelogRequest('PAY', jiraSetup(), { id: '10042', key: 'PAY-12', updated: 1, startAt: 0 });
    const items = [{ field: 'status', from: '1', fromString: 'To Do', to: '5', toString: 'Done' }];
    const values = [
      { id: '77', author: { accountId: 'a-1', displayName: 'Ada' }, created: '2026-01-01T00:00:00.000+0000', items },
    ];

    const { facts } = read({ startAt: 0, total: 1, values }, request);

    expect(facts).toMatchObject([
      { kind: 'person', id: 'jira-1:person:a-1' },
      { kind: 'transition', workItemId: 'jira-1:work-item:10042', toCategory: 'done', author: 'Ada' },
    ]);
  });

  it('reads the whole changelog of a Data Center, and says what it keeps back', () => {
    const setup = jiraSetup({ cloud: false });
    const request = changelogRequest('PAY', setup, { id: '10042', key: 'PAY-12', updated: 1, startAt: 0 });
    const items = [{ field: 'status', toString: 'Done' }];
    const histories = [{ id: '77', created: '2026-01-01T00:00:00.000+0000', items }];

    expect(read({ changelog: { total: 1, histories } }, request).dropped).toEqual([]);
    expect(read({ changelog: { total: 9, histories } }, request)).toMatchObject({
      facts: [{ kind: 'transition' }],
      dropped: [{ reason: 'Jira keeps back 8 older entries of the changelog of PAY-12' }],
    });
  });

  it('drops a page that is none, once', () => {
    const changelog = changelogRequest('PAY', jiraSetup(), { id: '1', key: 'PAY-1', updated: 1, startAt: 0 });
    const project = setupRequest('project', 'PAY', {});

    for (const request of [
      issues,
      changelog,
      project,
      versionsRequest('pay', jiraSetup(), 'PAY'),
      sprintsRequest('PAY', '8', 0),
    ]) {
      expect(read({ error: 'busy' }, request)).toMatchObject({ facts: [], dropped: [{}] });
    }
  });

  it('reads no facts from the set-up', () => {
    expect(read({ deploymentType: 'Cloud' }, { ...issues, stream: 'server-info' })).toEqual({ facts: [], dropped: [] });
    expect(read({ values: [{ id: 1 }] }, boardsRequest('PAY', 0))).toEqual({ facts: [], dropped: [] });
  });

  it('misses nothing where a site has no boards or a board no sprints, and says what was refused or is gone', () => {
    const boards = boardsRequest('PAY', 0);
    const sprints = sprintsRequest('PAY', '8', 0);
    const changelog = changelogRequest('PAY', jiraSetup(), { id: '1', key: 'PAY-1', updated: 1, startAt: 0 });
    const refused = { errorMessages: ['You do not have a license.'] };

    expect(read('<html>', boards, 404)).toEqual({ facts: [], dropped: [] });
    expect(read({}, sprints, 400)).toEqual({ facts: [], dropped: [] });
    expect(read(refused, boards, 403).dropped).toEqual([
      { reason: 'not to be had (403): You do not have a license.', sample: boards.path },
    ]);
    expect(read({}, changelog, 404).dropped).toMatchObject([{ reason: 'not to be had (404): no reason given' }]);
  });

  it('reads the same facts each time', () => {
    const fields = {
      status: { name: 'Open' },
      created: '2026-01-01T00:00:00.000+0000',
      updated: '2026-01-02T00:00:00.000+0000',
    };
    const body = { issues: [{ id: '1', key: 'PAY-1', fields }] };

    expect(read(body, issues)).toEqual(read(body, issues));
  });
});
