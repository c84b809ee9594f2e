import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jira } from '../../../../../electron/core/connectors/jira/index.ts';
import { FIRST_ISSUES, issuesRequest } from '../../../../../electron/core/connectors/jira/requests.ts';
import { at, jiraContext, jiraSetup, ofKind } from '../../../../support/jira-pages.ts';

function readFixture(name: string, setup: Parameters<typeof jiraSetup>[0]) {
  const body = readFileSync(new URL(`../../../../fixtures/jira/${name}.json`, import.meta.url), 'utf8');
  const request = issuesRequest('ANY', jiraSetup(setup), FIRST_ISSUES);
  const context = jiraContext(request, jira.defaultRules);
  return jira.map({ status: 200, headers: {}, body }, { ...context, baseUrl: 'https://acme.example' });
}

describe('electron/core/connectors/jira/map on a Cloud answer', () => {
  const { facts, dropped } = readFixture('cloud-search-page', { statuses: 'new:10000;indeterminate:10001;done:10002' });

  it('reads the work item', () => {
    expect(ofKind('work-item', facts)).toEqual([
      {
        kind: 'work-item',
        id: 'jira-1:work-item:10101',
        connectionId: 'jira-1',
        externalId: '10101',
        url: 'https://acme.example/browse/SHOP-101',
        projectKey: 'SHOP',
        key: 'SHOP-101',
        title: 'Basket forgets its vouchers \u200b— 購物車',
        type: 'Bug',
        originalStatus: 'Done',
        category: 'done',
        priority: 'Highest',
        assignee: 'Katherine Johnson',
        labels: ['voucher', 'checkout'],
        versions: ['Shop 4.2'],
        storyPoints: 8,
        createdAt: at('2026-02-11T23:05:09.120Z'),
        updatedAt: at('2026-03-08T14:15:00.001Z'),
        doneAt: at('2026-03-02T17:00:00.512Z'),
        resolution: 'Done',
      },
    ]);
  });

  it('reads the transitions, a nameless author among them', () => {
    expect(
      ofKind('transition', facts).map((fact) => [
        fact.externalId,
        fact.fromStatus,
        fact.toStatus,
        fact.fromCategory,
        fact.toCategory,
        fact.author,
        fact.at,
      ]),
    ).toEqual([
      ['11002', 'To Do', 'In Progress', 'new', 'active', null, at('2026-02-17T14:00:00Z')],
      ['11003', 'In Progress', 'Done', 'active', 'done', 'Katherine Johnson', at('2026-03-02T17:00:00.512Z')],
    ]);
  });

  it('reads the link, the sprint and the people', () => {
    expect(ofKind('work-item-link', facts)).toMatchObject([{ toKey: 'SHOP-90', type: 'Relates', direction: 'inward' }]);
    expect(ofKind('sprint', facts)).toMatchObject([
      { name: 'Shop Sprint 4', originalStatus: 'closed', completedAt: at('2026-03-02T16:20:41.007Z') },
    ]);
    expect(ofKind('person', facts).map((fact) => fact.name)).toEqual(['Katherine Johnson', 'Former user']);
  });

  it('drops the row without a status, and shows it', () => {
    expect(dropped).toHaveLength(1);
    expect(dropped[0]).toMatchObject({
      reason: expect.stringMatching(/^fields\.status: /),
      sample: expect.stringContaining('SHOP-102'),
    });
  });
});

describe('electron/core/connectors/jira/map on a Data Center answer', () => {
  const { facts, dropped } = readFixture('data-center-search-page', {
    cloud: false,
    points: 'customfield_10002',
    sprints: 'customfield_10004',
    statuses: 'new:1;indeterminate:10300',
  });

  it('reads the work item over the change to summer time', () => {
    expect(dropped).toEqual([]);
    expect(ofKind('work-item', facts)).toMatchObject([
      {
        key: 'CORE-17',
        projectKey: 'CORE',
        originalStatus: 'Waiting for vendor',
        category: 'waiting',
        priority: null,
        assignee: 'Katherine Johnson',
        storyPoints: 13,
        createdAt: at('2026-03-29T00:59:59Z'),
        updatedAt: at('2026-03-29T01:00:00Z'),
        doneAt: null,
      },
    ]);
  });

  it('reads the sprint from its text', () => {
    expect(ofKind('sprint', facts)).toMatchObject([
      {
        id: 'jira-1:sprint:12',
        name: 'Core, close & open',
        originalStatus: 'active',
        startAt: at('2026-03-23T08:00:00Z'),
        endAt: at('2026-04-06T07:00:00Z'),
        completedAt: null,
      },
    ]);
  });

  it('knows people by their keys, and the meaning of a status by the rules first', () => {
    expect(ofKind('person', facts).map((fact) => [fact.id, fact.login])).toEqual([
      ['jira-1:person:JIRAUSER10200', 'kjohnson'],
      ['jira-1:person:batch%20job', 'batch job'],
    ]);
    expect(ofKind('transition', facts)).toMatchObject([{ fromCategory: 'new', toCategory: 'waiting' }]);
  });
});
