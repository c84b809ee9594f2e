import { describe, expect, it } from 'vitest';
import * as pages from '../../../../../electron/core/connectors/github/pages.ts';
import { githubPage } from '../../../../support/github-pages.ts';

const tag = { name: 'v1', commit: { sha: 'a' } };

describe('electron/core/connectors/github/pages', () => {
  it('reads a list and drops what it cannot read', () => {
    expect(pages.readTags(githubPage([tag, { name: 'v2' }]))).toMatchObject({
      rows: [tag],
      dropped: [{ sample: '{"name":"v2"}' }],
    });
  });

  it('reads a wrapped list, and what it counts', () => {
    const job = { id: 1, run_id: 2, name: 'build', status: 'queued' };
    const page = githubPage({ total_count: 7, jobs: [job] });

    expect(pages.readJobs(page).rows).toMatchObject([{ id: '1', run_id: '2', name: 'build' }]);
    expect(pages.totalCount(page)).toBe(7);
  });

  it.each([[[]], [null], ['text'], [{ total_count: 'many' }]])(
    'counts %j as one dropped row of a wrapped list',
    (body) => {
      expect(pages.readRuns(githubPage(body))).toMatchObject({ rows: [], dropped: [{ reason: 'not a list' }] });
      expect(pages.totalCount(githubPage(body))).toBeNull();
    },
  );

  it('reads one thing, once', () => {
    const page = githubPage({ id: 1, name: 'shop', full_name: 'acme/shop' });

    expect(pages.readRepository(page).rows).toEqual([
      { id: '1', name: 'shop', full_name: 'acme/shop', html_url: null },
    ]);
    expect(pages.readRepository(page)).toBe(pages.readRepository(page));
    expect(pages.readRepository(githubPage([]))).toMatchObject({ rows: [], dropped: [{}] });
  });
});
