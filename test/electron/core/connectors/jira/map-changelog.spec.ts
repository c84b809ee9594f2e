import { describe, expect, it } from 'vitest';
import { isCut, isWhole, readChangelog } from '../../../../../electron/core/connectors/jira/map-changelog.ts';
import { at, jiraReader, jiraSetup, NO_RULES } from '../../../../support/jira-pages.ts';

const issue = { id: '10042', key: 'PAY-12' };
const author = { accountId: 'a-1', displayName: 'Ada Lovelace' };

function change(id: string, items: readonly unknown[], created = '2026-01-09T11:00:00.000+0100') {
  return { id, author, created, items };
}

const started = {
  field: 'status',
  fieldId: 'status',
  from: '1',
  fromString: 'To Do',
  to: '3',
  toString: 'In Progress',
};

describe('electron/core/connectors/jira/map-changelog', () => {
  it('reads a change of status', () => {
    const { transitions, dropped } = readChangelog([change('77', [started])], issue, jiraReader());

    expect(dropped).toEqual([]);
    expect(transitions).toEqual([
      {
        kind: 'transition',
        id: 'jira-1:transition:77',
        connectionId: 'jira-1',
        externalId: '77',
        url: 'https://acme.atlassian.net/browse/PAY-12',
        workItemId: 'jira-1:work-item:10042',
        fromStatus: 'To Do',
        toStatus: 'In Progress',
        fromCategory: 'new',
        toCategory: 'active',
        author: 'Ada Lovelace',
        at: at('2026-01-09T10:00:00Z'),
      },
    ]);
  });

  it('puts the oldest first, for issues list the newest first', () => {
    const histories = [
      change('3', [started], '2026-01-03T00:00:00.000+0000'),
      change('1', [started], '2026-01-01T00:00:00.000+0000'),
      change('2', [started], '2026-01-02T00:00:00.000+0000'),
    ];

    const { transitions } = readChangelog(histories, issue, jiraReader());

    expect(transitions.map((transition) => transition.externalId)).toEqual(['1', '2', '3']);
  });

  it('passes over changes of other fields, unread', () => {
    const histories = [
      change('1', [{ field: 'description', toString: 'x' }, { field: 'Rank' }]),
      { id: '2', items: [{ field: 'status2' }] },
      change('3', []),
    ];

    expect(readChangelog(histories, issue, jiraReader())).toEqual({ transitions: [], authors: [], dropped: [] });
  });

  it('finds the status among several fields, and keeps two changes of it in one entry apart', () => {
    const closed = { field: 'status', from: '3', fromString: 'In Progress', to: '5', toString: 'Done' };

    const { transitions } = readChangelog(
      [change('9', [{ field: 'resolution' }, started, closed])],
      issue,
      jiraReader(),
    );

    expect(transitions.map(({ externalId, toStatus }) => [externalId, toStatus])).toEqual([
      ['9', 'In Progress'],
      ['9.1', 'Done'],
    ]);
  });

  it('does not take the inherited toString for a status', () => {
    const nameless = { field: 'status', fieldId: 'status', from: '1', fromString: 'To Do', to: '3' };

    const { transitions } = readChangelog([change('5', [nameless])], issue, jiraReader());

    // Only the id is known then, and it is what is kept.
    expect(transitions).toMatchObject([{ toStatus: '3', toCategory: 'active' }]);
  });

  it('reads a status that the site no longer knows as active, unless a rule of the user says otherwise', () => {
    const gone = { field: 'status', from: '99', fromString: 'On Hold', to: '98', toString: 'Limbo' };
    const rules = { ...NO_RULES, statuses: [{ pattern: 'on hold', category: 'waiting' as const }] };

    const { transitions } = readChangelog([change('5', [gone])], issue, jiraReader(jiraSetup(), rules));

    expect(transitions).toMatchObject([{ fromCategory: 'waiting', toCategory: 'active' }]);
  });

  it('drops entries that cannot be read, each with its reason', () => {
    const histories = [
      null,
      { id: '1', created: 'yesterday', items: [started] },
      { id: '2', created: '2026-01-09T11:00:00.000+0100', items: [{ ...started, to: null, toString: null }] },
      { created: '2026-01-09T11:00:00.000+0100', items: 'x' },
      change('3', [started, 'status']),
    ];

    const { transitions, dropped } = readChangelog(histories, issue, jiraReader());

    expect(transitions.map((transition) => transition.externalId)).toEqual(['3']);
    expect(dropped.map((row) => row.reason)).toEqual([
      expect.stringContaining('expected object'),
      'created: not a time: yesterday',
      expect.stringContaining('id'),
      'a change of status that names no status',
      expect.stringContaining('expected object'),
    ]);
  });

  it('reads a changelog of tens of thousands of entries', () => {
    const histories = Array.from({ length: 30_000 }, (_, index) =>
      change(String(index), index % 3 === 0 ? [started] : [{ field: 'Rank', toString: 'Ranked higher' }]),
    );

    const { transitions } = readChangelog(histories, issue, jiraReader());

    expect(transitions).toHaveLength(10_000);
  });

  it.each([
    ['no changelog', null, false, false],
    ['all of it', { total: 1, histories: [{}] }, false, true],
    ['the newest of it', { total: 2, histories: [{}] }, true, false],
    [
      'as many as Cloud shows, of nobody knows how many',
      { histories: Array.from({ length: 40 }, () => ({})) },
      true,
      false,
    ],
    ['fewer than Cloud shows, of nobody knows how many', { histories: [{}] }, false, false],
  ])('knows whether an issue tells its changelog whole: %s', (_title, changelog, cut, whole) => {
    const one = { changelog: changelog && { total: null, ...changelog } };

    expect([isCut(one), isWhole(one)]).toEqual([cut, whole]);
  });
});
