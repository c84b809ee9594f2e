import { describe, expect, it } from 'vitest';
import { sprintFact } from '../../../../../electron/core/connectors/jira/map-sprint.ts';
import { Sprint } from '../../../../../electron/core/connectors/jira/schema.ts';
import { at, jiraReader } from '../../../../support/jira-pages.ts';

describe('electron/core/connectors/jira/map-sprint', () => {
  it('reads a sprint', () => {
    const sprint = Sprint.parse({
      id: 7,
      name: 'EE Sprint 7',
      state: 'CLOSED',
      startDate: '2020-06-12T00:38:51.882Z',
      endDate: '2020-06-26T00:38:00.000Z',
      completeDate: '2020-06-22T05:59:58.980Z',
    });

    expect(sprintFact(sprint, jiraReader())).toEqual({
      kind: 'sprint',
      id: 'jira-1:sprint:7',
      connectionId: 'jira-1',
      externalId: '7',
      url: null,
      name: 'EE Sprint 7',
      originalStatus: 'closed',
      startAt: at('2020-06-12T00:38:51.882Z'),
      endAt: at('2020-06-26T00:38:00Z'),
      completedAt: at('2020-06-22T05:59:58.980Z'),
    });
  });

  it('reads a future sprint, which has no dates', () => {
    expect(sprintFact(Sprint.parse({ id: 8, name: 'Next' }), jiraReader())).toMatchObject({
      originalStatus: '',
      startAt: null,
      endAt: null,
      completedAt: null,
    });
  });
});
