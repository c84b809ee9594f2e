import type { MappedFact } from '../../../../shared/model/facts.ts';
import type { Dropped } from '../_kit/connector.ts';
import { sampleOf } from '../_kit/rows.ts';
import { labelsOf, nameOf, peopleOf, type Reader } from './reader.ts';
import type { Commit, Pull, Release, Repository, Review, Tag } from './schema.ts';

export function mapRepository(repositories: readonly Repository[], reader: Reader): readonly MappedFact[] {
  return repositories.map((repository) => {
    const key = nameOf(repository, reader.request);
    return {
      kind: 'project',
      id: reader.id('project', key),
      connectionId: reader.connectionId,
      externalId: repository.id,
      url: repository.html_url,
      key,
      name: repository.name,
    };
  });
}

function pullState(pull: Pull): 'open' | 'merged' | 'closed' {
  if (pull.merged_at) return 'merged';
  return pull.state === 'closed' ? 'closed' : 'open';
}

function pullFact(pull: Pull, reader: Reader): MappedFact {
  return {
    kind: 'pull-request',
    id: reader.id('pull-request', `${reader.repository}#${pull.number}`),
    connectionId: reader.connectionId,
    externalId: pull.id,
    url: pull.html_url,
    projectKey: reader.repository,
    number: pull.number,
    title: pull.title,
    originalStatus: pull.state,
    state: pullState(pull),
    draft: pull.draft ?? false,
    author: pull.user?.login ?? null,
    baseRef: pull.base.ref,
    headRef: pull.head.ref,
    // Before the merge this is only a trial merge of GitHub's own.
    mergeSha: pull.merged_at ? (pull.merge_commit_sha ?? null) : null,
    additions: pull.additions ?? null,
    deletions: pull.deletions ?? null,
    labels: labelsOf(pull.labels),
    createdAt: pull.created_at,
    updatedAt: pull.updated_at,
    mergedAt: pull.merged_at ?? null,
    closedAt: pull.closed_at ?? null,
  };
}

export function mapPulls(pulls: readonly Pull[], reader: Reader): readonly MappedFact[] {
  return [
    ...peopleOf(
      pulls.map((pull) => pull.user),
      reader,
    ),
    ...pulls.map((pull) => pullFact(pull, reader)),
  ];
}

/** The commits of one pull request; the same commit may come with another one too, so the id names both. */
export function mapCommits(commits: readonly Commit[], reader: Reader) {
  const pull = `${reader.repository}#${reader.request.params.number}`;
  const facts: MappedFact[] = [];
  const dropped: Dropped[] = [];
  for (const { sha, html_url, author, commit } of commits) {
    const authored = commit.author?.date ?? commit.committer?.date;
    if (authored === undefined) {
      dropped.push({ reason: 'a commit without a date', sample: sampleOf({ sha }) });
      continue;
    }
    facts.push({
      kind: 'commit',
      id: reader.id('commit', `${pull}@${sha}`),
      connectionId: reader.connectionId,
      externalId: sha,
      url: html_url,
      projectKey: reader.repository,
      sha,
      message: commit.message,
      author: author?.login ?? commit.author?.name ?? null,
      authoredAt: authored,
      committedAt: commit.committer?.date ?? authored,
      pullRequestId: reader.id('pull-request', pull),
    });
  }
  return { facts, dropped };
}

/** The reviews of one pull request that have been handed in. */
export function mapReviews(reviews: readonly Review[], reader: Reader): readonly MappedFact[] {
  const pull = `${reader.repository}#${reader.request.params.number}`;
  const facts: MappedFact[] = [
    ...peopleOf(
      reviews.map((review) => review.user),
      reader,
    ),
  ];
  for (const review of reviews) {
    if (!review.submitted_at) continue;
    facts.push({
      kind: 'review',
      id: reader.id('review', `${pull}:${review.id}`),
      connectionId: reader.connectionId,
      externalId: review.id,
      url: review.html_url,
      pullRequestId: reader.id('pull-request', pull),
      author: review.user?.login ?? null,
      originalStatus: review.state,
      commitSha: review.commit_id ?? null,
      at: review.submitted_at,
    });
  }
  return facts;
}

/** Published releases and drafts. GitHub gives their tag's commit only in the list of tags. */
export function mapReleases(releases: readonly Release[], reader: Reader): readonly MappedFact[] {
  return releases.map((release) => ({
    kind: 'release-tag',
    id: reader.id('release-tag', `${reader.repository}:release-${release.id}`),
    connectionId: reader.connectionId,
    externalId: release.id,
    url: release.html_url,
    projectKey: reader.repository,
    tag: release.tag_name,
    name: release.name || release.tag_name,
    sha: null,
    draft: release.draft,
    prerelease: release.prerelease,
    publishedAt: release.published_at ?? null,
  }));
}

export function mapTags(tags: readonly Tag[], reader: Reader): readonly MappedFact[] {
  return tags.map((tag) => ({
    kind: 'release-tag',
    id: reader.id('release-tag', `${reader.repository}@${tag.name}`),
    connectionId: reader.connectionId,
    externalId: tag.name,
    url: null,
    projectKey: reader.repository,
    tag: tag.name,
    name: tag.name,
    sha: tag.commit.sha,
    draft: false,
    prerelease: false,
    publishedAt: null,
  }));
}
