import { describe, expect, it } from 'vitest';
import type { PageRequest } from '../../../../../electron/core/connectors/_kit/connector.ts';
import { replacedBy } from '../../../../../electron/core/connectors/github/whole-lists.ts';
import { githubContext, githubPage } from '../../../../support/github-pages.ts';

const more = { link: '<https://ghe.example/repositories/1/x?page=3>; rel="next"' };

function contextOf(stream: string, list = '', page = 2) {
  const key = `${stream}:acme/shop${list}:${page}`;
  const request: PageRequest = {
    stream,
    scope: 'acme/shop',
    key,
    path: `/x?page=${page}`,
    params: { page, number: 5 },
  };
  return githubContext(request);
}

describe('electron/core/connectors/github/whole-lists', () => {
  it.each([
    [
      'milestones',
      '',
      { kind: 'source-version', field: 'projectKey', values: ['acme/shop'], idStart: 'gh:source-version:acme/shop:' },
    ],
    [
      'releases',
      '',
      { kind: 'release-tag', field: 'projectKey', values: ['acme/shop'], idStart: 'gh:release-tag:acme/shop:release-' },
    ],
    [
      'tags',
      '',
      { kind: 'release-tag', field: 'projectKey', values: ['acme/shop'], idStart: 'gh:release-tag:acme/shop@' },
    ],
    ['pull-commits', '#5', { kind: 'commit', field: 'pullRequestId', values: ['gh:pull-request:acme/shop#5'] }],
    ['pull-reviews', '#5', { kind: 'review', field: 'pullRequestId', values: ['gh:pull-request:acme/shop#5'] }],
  ])('replaces what %s told before, by all of its pages', (stream, list, whole) => {
    const keyStart = `${stream}:acme/shop${list}:`;

    expect(replacedBy(githubPage([]), contextOf(stream, list))).toEqual([
      { ...whole, keyStart, keys: [`${keyStart}1`, `${keyStart}2`] },
    ]);
  });

  it('replaces nothing while pages follow, where the list is not to be had, or where it is cut short', () => {
    expect(replacedBy(githubPage([], { headers: more }), contextOf('tags'))).toEqual([]);
    expect(replacedBy(githubPage({}, { status: 404 }), contextOf('pull-commits', '#5'))).toEqual([]);
    expect(replacedBy(githubPage([]), contextOf('releases', '', 100))).toEqual([]);
  });

  it.each(['repository', 'issues', 'issue-events', 'pulls', 'runs', 'jobs', 'deployments', 'deployment-statuses'])(
    'takes no page of %s for all there is',
    (stream) => {
      expect(replacedBy(githubPage([]), contextOf(stream))).toEqual([]);
    },
  );
});
