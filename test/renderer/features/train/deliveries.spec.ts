import { describe, expect, it } from 'vitest';
import { type Deliveries, deliveryRows } from '../../../../renderer/features/train/deliveries.ts';
import { Deployment, PullRequest, ReleaseTag } from '../../../../shared/model/facts.ts';
import { anInstant } from '../../../support/times.ts';

const origin = {
  connectionId: 'c',
  externalId: 'x',
  url: null,
  fetchedAt: anInstant('2026-11-23T09:00Z'),
  projectKey: 'acme/shop',
};

function pull(id: string, changes: Partial<Record<keyof PullRequest, unknown>>): Deliveries['pullRequests'][number] {
  const parsed = PullRequest.parse({
    ...origin,
    id,
    number: 7,
    title: 'Round the tax',
    originalStatus: 'open',
    state: 'open',
    draft: false,
    author: null,
    baseRef: 'main',
    headRef: 'tax',
    mergeSha: null,
    additions: null,
    deletions: null,
    labels: [],
    createdAt: anInstant('2026-11-20T09:00Z'),
    updatedAt: anInstant('2026-11-21T09:00Z'),
    mergedAt: null,
    closedAt: null,
    ...changes,
  });
  return { ...parsed, simulated: false };
}

function deployment(
  id: string,
  changes: Partial<Record<keyof Deployment, unknown>>,
): Deliveries['deployments'][number] {
  const parsed = Deployment.parse({
    ...origin,
    id,
    environment: 'prod-eu',
    production: true,
    sha: '0123456789abcdef',
    ref: null,
    originalStatus: 'success',
    outcome: 'success',
    createdAt: anInstant('2026-11-22T09:00Z'),
    finishedAt: null,
    ...changes,
  });
  return { ...parsed, simulated: true };
}

function tag(id: string, changes: Partial<Record<keyof ReleaseTag, unknown>>): Deliveries['releaseTags'][number] {
  const base = { ...origin, id, tag: 'v1.2.0', name: 'v1.2.0', sha: null, draft: false, prerelease: false };
  return {
    ...ReleaseTag.parse({ ...base, publishedAt: anInstant('2026-11-22T09:00Z'), ...changes }),
    simulated: false,
  };
}

const none: Deliveries = { pullRequests: [], deployments: [], releaseTags: [] };

describe('renderer/features/train/deliveries', () => {
  it.each([
    [{ state: 'open' }, 'Open', 'Changed', '2026-11-21T09:00Z'],
    [{ state: 'open', draft: true }, 'Draft', 'Changed', '2026-11-21T09:00Z'],
    [{ state: 'merged', mergedAt: anInstant('2026-11-22T10:00Z') }, 'Merged', 'Merged', '2026-11-22T10:00Z'],
    [{ state: 'closed', closedAt: anInstant('2026-11-22T11:00Z') }, 'Closed', 'Closed', '2026-11-22T11:00Z'],
  ])('shows a pull request %j as %s', (changes, state, happened, at) => {
    const [row] = deliveryRows({ ...none, pullRequests: [pull('p', changes)] }).pullRequests;

    expect(row).toMatchObject({ title: '#7 Round the tax', state, happened, at: anInstant(at), simulated: false });
  });

  it('shows deployments with what went where, and marks simulated ones', () => {
    const rows = deliveryRows({
      ...none,
      deployments: [
        deployment('old', { ref: 'v1.1.0', environment: 'staging', production: false, outcome: 'failure' }),
        deployment('new', { finishedAt: anInstant('2026-11-22T09:10Z') }),
      ],
    }).deployments;

    expect(rows.map(({ title, state, happened, simulated }) => [title, state, happened, simulated])).toEqual([
      ['01234567 to prod-eu (production)', 'Succeeded', 'Finished', true],
      ['v1.1.0 to staging', 'Failed', 'Started', true],
    ]);
  });

  it.each([
    [{}, 'v1.2.0', 'Published'],
    [{ name: 'Spring' }, 'v1.2.0 Spring', 'Published'],
    [{ name: '', publishedAt: null }, 'v1.2.0', 'Tag only'],
    [{ prerelease: true }, 'v1.2.0', 'Pre-release'],
    [{ draft: true, publishedAt: null }, 'v1.2.0', 'Draft'],
  ])('shows a release tag %j', (changes, title, state) => {
    expect(deliveryRows({ ...none, releaseTags: [tag('t', changes)] }).releaseTags[0]).toMatchObject({ title, state });
  });

  it('puts the latest first', () => {
    const rows = deliveryRows({
      ...none,
      pullRequests: [
        pull('a', { updatedAt: anInstant('2026-11-01T09:00Z') }),
        pull('b', { updatedAt: anInstant('2026-11-03T09:00Z') }),
        pull('c', { updatedAt: anInstant('2026-11-02T09:00Z') }),
      ],
    }).pullRequests;

    expect(rows.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });
});
