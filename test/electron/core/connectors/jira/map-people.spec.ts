import { describe, expect, it } from 'vitest';
import { nameOf, peopleOf } from '../../../../../electron/core/connectors/jira/map-people.ts';
import type { User } from '../../../../../electron/core/connectors/jira/schema.ts';
import { jiraReader } from '../../../../support/jira-pages.ts';

function user(changes: Partial<User>): User {
  return { accountId: null, key: null, name: null, displayName: null, ...changes };
}

describe('electron/core/connectors/jira/map-people', () => {
  it.each([
    [user({ accountId: 'a-1', displayName: 'Ada' }), 'Ada'],
    [user({ key: 'k', name: 'ada', displayName: '' }), 'ada'],
    [user({ key: 'k' }), 'k'],
    [user({ accountId: 'a-1' }), 'a-1'],
    [user({}), null],
    [null, null],
    [undefined, null],
  ])('names %j', (given, expected) => {
    expect(nameOf(given)).toBe(expected);
  });

  it('reads each person once, and nobody where there is no key', () => {
    const ada = user({ accountId: 'a-1', displayName: 'Ada' });
    const people = peopleOf(
      [ada, null, undefined, user({ displayName: 'Erased' }), ada, user({ name: 'bob smith' })],
      jiraReader(),
    );

    expect(people).toEqual([
      {
        kind: 'person',
        id: 'jira-1:person:a-1',
        connectionId: 'jira-1',
        externalId: 'a-1',
        url: null,
        login: 'a-1',
        name: 'Ada',
      },
      {
        kind: 'person',
        id: 'jira-1:person:bob%20smith',
        connectionId: 'jira-1',
        externalId: 'bob smith',
        url: null,
        login: 'bob smith',
        name: 'bob smith',
      },
    ]);
  });
});
