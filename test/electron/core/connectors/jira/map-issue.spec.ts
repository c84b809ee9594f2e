import { describe, expect, it } from 'vitest';
import { readIssue } from '../../../../../electron/core/connectors/jira/map-issue.ts';
import { Issue } from '../../../../../electron/core/connectors/jira/schema.ts';
import { at, jiraReader, jiraSetup, ofKind } from '../../../../support/jira-pages.ts';

const ada = { accountId: '5b10a2844c20165700ede21g', displayName: 'Ada Lovelace', emailAddress: 'ada@example.com' };
const grace = { accountId: '712020:0f5c', displayName: 'Grace Hopper' };

function statusChange(id: string, created: string, [from, to]: readonly [readonly string[], readonly string[]]) {
  const item = { field: 'status', fieldId: 'status', from: from[0], fromString: from[1], to: to[0], toString: to[1] };
  return { id, author: ada, created, items: [item] };
}

const OPEN = ['1', 'To Do'] as const;
const DOING = ['3', 'In Progress'] as const;
const DONE = ['5', 'Done'] as const;
const CLOSED = ['6', 'Closed'] as const;

function issueOf(fields: Record<string, unknown> = {}, changes: Record<string, unknown> = {}) {
  return {
    id: '10042',
    key: 'PAY-12',
    fields: {
      summary: 'Refunds fail for <b>0.00</b> EUR',
      status: { id: '3', name: 'In Progress', statusCategory: { key: 'indeterminate' } },
      issuetype: { name: 'Bug' },
      priority: { name: 'High' },
      assignee: ada,
      reporter: grace,
      creator: grace,
      labels: ['refund', 'q3'],
      fixVersions: [
        { id: '1', name: '2026.24' },
        { id: '2', name: '2026.25' },
      ],
      issuelinks: [],
      project: { id: '10000', key: 'PAY' },
      created: '2026-01-05T09:30:00.123+0100',
      updated: '2026-02-01T08:00:00.000+0000',
      resolution: null,
      resolutiondate: null,
      customfield_10016: 5,
      ...fields,
    },
    ...changes,
  };
}

function read(value: unknown, setup = jiraSetup()) {
  const page = readIssue(Issue.parse(value), jiraReader(setup));
  return { ...page, item: ofKind('work-item', page.facts)[0] };
}

describe('electron/core/connectors/jira/map-issue', () => {
  it('reads every field of a work item', () => {
    expect(read(issueOf()).item).toEqual({
      kind: 'work-item',
      id: 'jira-1:work-item:10042',
      connectionId: 'jira-1',
      externalId: '10042',
      url: 'https://acme.atlassian.net/browse/PAY-12',
      projectKey: 'PAY',
      key: 'PAY-12',
      title: 'Refunds fail for <b>0.00</b> EUR',
      type: 'Bug',
      originalStatus: 'In Progress',
      category: 'active',
      priority: 'High',
      assignee: 'Ada Lovelace',
      labels: ['refund', 'q3'],
      versions: ['2026.24', '2026.25'],
      storyPoints: 5,
      createdAt: at('2026-01-05T08:30:00.123Z'),
      updatedAt: at('2026-02-01T08:00:00Z'),
      doneAt: null,
      resolution: null,
    });
  });

  it.each([
    [{ id: '10001', name: "Won't Do" }, "Won't Do"],
    [{ id: '10001' }, null],
    [{ name: '' }, null],
    ['Fixed', null],
    [undefined, null],
  ])('reads the resolution %j as %j', (resolution, name) => {
    expect(read(issueOf({ resolution })).item?.resolution).toBe(name);
  });

  it('reads an issue of which only what must be there is there', () => {
    const status = { name: 'Odd' };
    const bare = { created: '2026-01-05T09:30:00.000+0100', updated: '2026-01-05T09:30:00.000+0100', status };

    const { item, facts, dropped } = read({ id: 7, key: 'PAY-7', fields: bare });

    expect(item).toMatchObject({ externalId: '7', title: 'PAY-7', type: 'Issue', category: 'active', assignee: null });
    expect(item).toMatchObject({ projectKey: 'PAY', labels: [], versions: [], storyPoints: null, priority: null });
    expect(facts).toHaveLength(1);
    expect(dropped).toEqual([]);
  });

  it('reads fields of the wrong type as absent', () => {
    const odd = { labels: 'refund', fixVersions: { name: 'x' }, assignee: 'ada', priority: 3, issuelinks: 'none' };

    const { item } = read(issueOf({ ...odd, reporter: [], summary: 12, customfield_10016: 'lots', issuetype: null }));

    expect(item).toMatchObject({ labels: [], versions: [], assignee: null, priority: null, title: 'PAY-12' });
    expect(item).toMatchObject({ storyPoints: null, type: 'Issue' });
  });

  it('never looks into a description, whatever it is', () => {
    const document = { type: 'doc', version: 1, content: [{ type: 'text', text: '<img src=x onerror=alert(1)>' }] };

    const { facts } = read(issueOf({ description: document, environment: document, customfield_10099: document }));

    expect(JSON.stringify(facts)).not.toContain('onerror');
  });

  it('takes the first story points field that holds a number, also one written as a text', () => {
    const setup = jiraSetup({ points: 'customfield_1,customfield_2,customfield_3' });

    expect(read(issueOf({ customfield_1: null, customfield_2: '8' }), setup).item?.storyPoints).toBe(8);
    expect(read(issueOf({ customfield_1: '', customfield_2: 0.5 }), setup).item?.storyPoints).toBe(0.5);
    expect(read(issueOf({ customfield_2: '-1' }), setup).item?.storyPoints).toBe(-1);
    expect(read(issueOf({ customfield_3: 'NaN' }), setup).item?.storyPoints).toBeNull();
  });

  it('names the people of an issue once each, by account id or by user key', () => {
    const dataCenter = { key: 'JIRAUSER10100', name: 'alan', displayName: 'Alan Turing' };
    const { facts, item } = read(issueOf({ assignee: dataCenter, reporter: grace, creator: grace }));

    expect(item?.assignee).toBe('Alan Turing');
    expect(ofKind('person', facts).map(({ id, login, name }) => [id, login, name])).toEqual([
      ['jira-1:person:JIRAUSER10100', 'alan', 'Alan Turing'],
      ['jira-1:person:712020:0f5c', '712020:0f5c', 'Grace Hopper'],
    ]);
  });

  it('reads links as seen from this issue, the same link apart for each end', () => {
    const type = { name: 'Blocks', inward: 'is blocked by', outward: 'blocks' };
    const issuelinks = [
      { id: '500', type, outwardIssue: { id: '9', key: 'OPS-9' } },
      { id: '501', type, inwardIssue: { id: '8', key: 'OPS-8' } },
      { id: '502', type },
      { id: '503', outwardIssue: { key: 'OPS-7' } },
    ];

    const { facts, dropped } = read(issueOf({ issuelinks }));

    expect(ofKind('work-item-link', facts)).toMatchObject([
      {
        id: 'jira-1:work-item-link:10042.500',
        fromId: 'jira-1:work-item:10042',
        toKey: 'OPS-9',
        type: 'Blocks',
        direction: 'outward',
      },
      { id: 'jira-1:work-item-link:10042.501', toKey: 'OPS-8', direction: 'inward' },
    ]);
    expect(dropped.map((row) => row.reason)).toEqual([expect.stringContaining('type'), 'a link to no issue']);
  });

  it('reads sprints from objects and from the texts of old Data Centers', () => {
    const text =
      'com.atlassian.greenhopper.service.sprint.Sprint@1a2b[id=8,rapidViewId=3,state=ACTIVE,name=Sprint 8,startDate=2026-01-12T09:00:00.000+01:00,endDate=2026-01-26T09:00:00.000+01:00,completeDate=<null>,sequence=8,goal=]';
    const object = { id: 7, name: 'Sprint 7', state: 'closed', boardId: 3, startDate: '2026-01-01T00:00:00.000Z' };

    const { facts, dropped } = read(issueOf({ customfield_10020: [object, text, 'no sprint at all'] }));

    expect(ofKind('sprint', facts)).toMatchObject([
      {
        id: 'jira-1:sprint:7',
        name: 'Sprint 7',
        originalStatus: 'closed',
        startAt: at('2026-01-01T00:00:00Z'),
        endAt: null,
      },
      { id: 'jira-1:sprint:8', originalStatus: 'active', startAt: at('2026-01-12T08:00:00Z'), completedAt: null },
    ]);
    expect(dropped).toHaveLength(1);
  });
});

describe('electron/core/connectors/jira/map-issue, what it tells whole', () => {
  const id = 'jira-1:work-item:10042';
  const histories = [statusChange('1', '2026-01-09T10:00:00.000+0000', [OPEN, DONE])];
  const link = { id: '7', type: { name: 'Blocks' }, outwardIssue: { key: 'PAY-2' } };

  it.each([
    ['no links', [], id],
    ['links', [link], id],
    ['a link that cannot be read', [link, { id: '8' }], null],
    ['a link to no issue', [{ ...link, outwardIssue: undefined }], null],
    ['no field of links', null, null],
    ['something else in place of links', 'none', null],
  ])('is its links: %s', (_title, issuelinks, whole) => {
    expect(read(issueOf({ issuelinks })).wholeLinks).toBe(whole);
  });

  it.each([
    ['all of them', { total: 1, histories }, id],
    ['the newest of them', { total: 2, histories }, null],
    ['nobody says how many', { histories }, null],
    ['something else in their place', { total: 1, histories: 'none' }, null],
    ['one that cannot be read', { total: 2, histories: [...histories, { items: [{ field: 'status' }] }] }, null],
    ['none', { total: 0, histories: [] }, id],
  ])('is its changes of status: %s', (_title, changelog, whole) => {
    expect(read(issueOf({}, { changelog })).wholeTransitions).toBe(whole);
  });
});

describe('electron/core/connectors/jira/map-issue doneAt', () => {
  const done = { status: { id: '6', name: 'Closed', statusCategory: { key: 'done' } } };
  const resolved = { ...done, resolutiondate: '2026-01-20T10:00:00.000+0000' };

  it('is the last change from a status that is not done into one that is', () => {
    const histories = [
      statusChange('4', '2026-01-22T10:00:00.000+0000', [DONE, CLOSED]),
      statusChange('3', '2026-01-21T10:00:00.000+0000', [DOING, DONE]),
      statusChange('2', '2026-01-10T10:00:00.000+0000', [DONE, DOING]),
      statusChange('1', '2026-01-09T10:00:00.000+0000', [OPEN, DONE]),
    ];

    expect(read(issueOf(resolved, { changelog: { histories } })).item?.doneAt).toBe(at('2026-01-21T10:00:00Z'));
  });

  it('is the day of the resolution, then that of the status category, where no such change is in sight', () => {
    const histories = [statusChange('4', '2026-01-22T10:00:00.000+0000', [DONE, CLOSED])];
    const moved = { ...done, statuscategorychangedate: '2026-01-19T10:00:00.000+0000' };

    expect(read(issueOf(resolved, { changelog: { histories } })).item?.doneAt).toBe(at('2026-01-20T10:00:00Z'));
    expect(read(issueOf(moved)).item?.doneAt).toBe(at('2026-01-19T10:00:00Z'));
    expect(read(issueOf(done)).item?.doneAt).toBeNull();
  });

  it('is nothing for an item that is open again, however it was resolved before', () => {
    expect(read(issueOf({ resolutiondate: '2026-01-20T10:00:00.000+0000' })).item?.doneAt).toBeNull();
  });
});
