import { describe, expect, it } from 'vitest';
import * as map from '../../../../../electron/core/connectors/github/map-code.ts';
import { Commit, Pull, Release, Review } from '../../../../../electron/core/connectors/github/schema.ts';
import { shopRepository } from '../../../../support/github-fixture.ts';
import { factsOf, githubReader, webhookExamples } from '../../../../support/github-pages.ts';

const reader = githubReader({ number: 1 });

describe('electron/core/connectors/github/map-code', () => {
  it('reads GitHub’s own example of a pull request, whose size it gives', () => {
    const example = webhookExamples('pull_request').find(({ action }) => action === 'opened');
    const facts = map.mapPulls([Pull.parse(example?.pull_request)], reader);

    expect(factsOf('pull-request', facts)).toMatchObject([
      {
        number: 2,
        title: 'Update the README with new information.',
        state: 'open',
        draft: false,
        author: 'Codertocat',
        baseRef: 'master',
        headRef: 'changes',
        mergeSha: null,
        additions: 1,
        deletions: 1,
        createdAt: Date.parse('2019-05-15T15:20:33Z'),
      },
    ]);
  });

  it('reads GitHub’s own example of a review', () => {
    const example = webhookExamples('pull_request_review').find(({ action }) => action === 'submitted');

    expect(factsOf('review', map.mapReviews([Review.parse(example?.review)], reader))).toMatchObject([
      {
        pullRequestId: 'gh:pull-request:acme/shop#1',
        author: 'Codertocat',
        originalStatus: 'commented',
        at: Date.parse('2019-05-15T15:20:38Z'),
      },
    ]);
  });

  it('leaves reviews out that are still being written', () => {
    const review = Review.parse({ id: 1, user: null, state: 'PENDING' });

    expect(map.mapReviews([review], reader)).toEqual([]);
  });

  it('drops a commit without any date, and takes the committer’s where the author’s is wanting', () => {
    const [first] = shopRepository().pullCommits.get(1) ?? [];
    const bare = Commit.parse({ sha: 'x', commit: { message: 'no dates' } });
    const half = Commit.parse({ ...first, commit: { ...first?.commit, author: null } });

    const { facts, dropped } = map.mapCommits([bare, half], reader);

    expect(dropped).toEqual([{ reason: 'a commit without a date', sample: '{"sha":"x"}' }]);
    expect(facts).toMatchObject([{ author: 'ada', authoredAt: Date.parse('2026-03-01T17:00:00Z') }]);
  });

  it('keeps a release and its tag apart, by names that never meet', () => {
    const release = Release.parse({ id: 1, tag_name: 'v1', name: null, draft: false, prerelease: false });
    const [ofRelease] = map.mapReleases([release], reader);
    const [ofTag] = map.mapTags([{ name: 'v1', commit: { sha: 'abc' } }], reader);

    expect(ofRelease).toMatchObject({ id: 'gh:release-tag:acme/shop:release-1', tag: 'v1', name: 'v1', sha: null });
    expect(ofTag).toMatchObject({ id: 'gh:release-tag:acme/shop@v1', tag: 'v1', sha: 'abc' });
  });

  it.each([
    [{}, 'Acme/Shop'],
    [{ repository: 'acme/old' }, 'acme/old'],
  ])('reads the repository under the name that GitHub gives it, or by which its facts go: %o', (params, key) => {
    const repository = { id: '1', name: 'Shop', full_name: 'Acme/Shop', html_url: null };
    const [project] = map.mapRepository([repository], githubReader(params));

    expect(project).toMatchObject({ kind: 'project', id: `gh:project:${key}`, key, name: 'Shop' });
  });
});
