import { describe, expect, it } from 'vitest';
import { mapPage } from '../../../../../electron/core/connectors/github/map.ts';
import { streams } from '../../../../../electron/core/connectors/github/requests.ts';
import { githubContext, githubPage, githubRequest } from '../../../../support/github-pages.ts';

describe('electron/core/connectors/github/map', () => {
  it.each(streams)('reads nonsense in %s without a fact and without an error, and counts it', (stream) => {
    for (const body of [null, 7, 'text', { message: 'x' }, [null], [[]], [{}]]) {
      const { facts, dropped } = mapPage(githubPage(body), githubContext(githubRequest(stream)));

      expect(facts).toEqual([]);
      expect(dropped.length).toBeGreaterThan(0);
    }
  });

  it.each([
    ['issues', 410, {}, 0],
    ['issue-events', 404, {}, 0],
    ['runs', 404, {}, 0],
    ['deployments', 404, {}, 0],
    ['issue-events', 422, {}, 1],
    ['runs', 404, { one: true }, 1],
    ['jobs', 404, {}, 1],
    ['pull-commits', 409, {}, 1],
  ])('counts what is wanting of %s when the answer is %i (%o): %i', (stream, status, params, count) => {
    const page = githubPage({ message: 'Not here' }, { status });
    const { facts, dropped } = mapPage(page, githubContext(githubRequest(stream, params)));

    expect(facts).toEqual([]);
    expect(dropped).toHaveLength(count);
    if (count > 0) expect(dropped[0]?.reason).toBe(`not to be had (${status}): Not here`);
  });

  it.each([
    [{ 'x-accepted-github-permissions': 'actions=read' }, '; give it one of these rights: actions=read'],
    [{ 'x-accepted-oauth-scopes': 'repo' }, '; give it one of these rights: repo'],
    [{}, '; give it the right to'],
  ])('tells which right is wanting where the token may not read a list: %o', (headers, remedy) => {
    const page = githubPage({ message: 'Resource not accessible' }, { status: 403, headers });
    const { facts, dropped, replaces } = mapPage(page, githubContext(githubRequest('issue-events')));

    expect([facts, replaces]).toEqual([[], undefined]);
    expect(dropped).toEqual([
      {
        reason: `this token may not read issue events (403): Resource not accessible${remedy}`,
        sample: '/repos/acme/shop/issue-events',
      },
    ]);
  });

  it('says what the last page of a whole list replaces, unless a row of it cannot be read', () => {
    const request = { ...githubRequest('tags', { page: 1 }), key: 'tags:acme/shop:1' };
    const tag = { name: 'v1', commit: { sha: 'c1' } };

    expect(mapPage(githubPage([tag]), githubContext(request)).replaces).toMatchObject([{ kind: 'release-tag' }]);
    expect(mapPage(githubPage([tag, {}]), githubContext(request)).replaces).toBeUndefined();
  });

  it('tells of a stream that it does not know', () => {
    const { dropped } = mapPage(githubPage([]), githubContext(githubRequest('wikis')));

    expect(dropped[0]?.reason).toContain('wikis');
  });
});
