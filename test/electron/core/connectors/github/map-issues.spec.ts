import { describe, expect, it } from 'vitest';
import { mapIssueEvents, mapIssues, mapMilestones } from '../../../../../electron/core/connectors/github/map-issues.ts';
import { Issue, IssueEvent, Milestone } from '../../../../../electron/core/connectors/github/schema.ts';
import { shopRepository } from '../../../../support/github-fixture.ts';
import { factsOf, githubReader, webhookExamples } from '../../../../support/github-pages.ts';

const shop = shopRepository();

describe('electron/core/connectors/github/map-issues', () => {
  it('leaves pull requests out, wherever GitHub lists them', () => {
    const [first] = shop.issues;
    const asIssue = Issue.parse({ ...first, pull_request: { url: 'x' } });
    const event = { id: 1, event: 'closed', created_at: '2026-03-03T10:00:00Z' };
    const ofPull = IssueEvent.parse({ ...event, issue: { number: 1, pull_request: {} } });
    const ofNothing = IssueEvent.parse({ ...event, issue: null });

    expect(mapIssues([asIssue], githubReader())).toEqual([]);
    expect(mapIssueEvents([ofPull, ofNothing], githubReader())).toEqual([]);
  });

  it.each(['labeled', 'assigned', 'milestoned', 'referenced', 'locked'])(
    'sees no change of status in “%s”',
    (event) => {
      const row = IssueEvent.parse({ id: 1, event, created_at: '2026-03-03T10:00:00Z', issue: { number: 3 } });

      expect(mapIssueEvents([row], githubReader())).toEqual([]);
    },
  );

  it('reads GitHub’s own example of an issue', () => {
    const example = webhookExamples('issues').find(({ action }) => action === 'edited');
    const facts = mapIssues([Issue.parse(example?.issue)], githubReader());

    expect(factsOf('work-item', facts)).toMatchObject([
      {
        key: 'acme/shop#1',
        title: 'Spelling error in the README file',
        originalStatus: 'open',
        category: 'new',
        assignee: 'Codertocat',
        labels: ['bug'],
        versions: ['v1.0'],
        createdAt: Date.parse('2019-05-15T15:20:18Z'),
        doneAt: null,
      },
    ]);
    expect(factsOf('transition', facts)).toMatchObject([{ fromStatus: null, toStatus: 'open', author: 'Codertocat' }]);
    expect(factsOf('person', facts)).toMatchObject([{ login: 'Codertocat', externalId: '21031067' }]);
  });

  it('reads GitHub’s own example of a milestone', () => {
    const example = webhookExamples('milestone').find(({ action }) => action === 'closed');

    expect(mapMilestones([Milestone.parse(example?.milestone)], githubReader())).toMatchObject([
      { kind: 'source-version', name: 'v1.0', released: true, releaseAt: Date.parse('2019-05-23T00:00:00Z') },
    ]);
  });
});
