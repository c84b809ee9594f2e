import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFactCounts } from '../../../../../electron/core/db/fact-counts.ts';
import { createFactWriter } from '../../../../../electron/core/db/fact-writer.ts';
import { packBody } from '../../../../../electron/core/db/raw-body.ts';
import { keepRawPage } from '../../../../../electron/core/db/repositories/raw-pages.ts';
import { removeReplaced } from '../../../../../electron/core/db/repositories/replaced-facts.ts';
import type { MappedFact } from '../../../../../shared/model/facts.ts';
import type { ConnectionId, FactId } from '../../../../../shared/model/ids.ts';
import { instant } from '../../../../../shared/model/time.ts';
import { isScan, planOf, recordStatements } from '../../../../support/query-plans.ts';
import { factRows, openSyncStore, type SyncStore } from '../../../../support/sync-store.ts';

const gh = 'gh' as ConnectionId;

describe('electron/core/db/repositories/replaced-facts', () => {
  let store: SyncStore;
  beforeEach(() => {
    store = openSyncStore();
  });
  afterEach(() => store.end());

  function tag(
    name: string,
    changes: { readonly connectionId?: ConnectionId; readonly projectKey?: string } = {},
  ): MappedFact {
    const { connectionId = gh, projectKey = 'a/b' } = changes;
    const rest = { sha: null, draft: false, prerelease: false, publishedAt: null, url: null };
    const id = `${connectionId}:release-tag:${projectKey}${name}` as FactId;
    return { kind: 'release-tag', id, connectionId, externalId: name, projectKey, tag: name, name, ...rest };
  }
  /** Keeps a page with its facts, as a sync does. */
  function page(requestKey: string, facts: readonly MappedFact[]): number {
    const texts = { stream: 's', scope: 'a', requestKey, request: '{}', status: 200, headers: '{}' };
    const rawId = keepRawPage(store.db, gh, { ...texts, fetchedAt: instant(1), ...packBody('[]') });
    createFactWriter(store.db).write(facts, { fetchedAt: instant(1), rawId });
    return rawId;
  }
  const names = () => factRows(store.db, 'release-tag').map(({ name }) => name);
  const pages = () =>
    store.db.all<{ key: string }>({ text: 'SELECT request_key AS key FROM raw_page ORDER BY 1', values: [] });
  const tags = { kind: 'release-tag', field: 'projectKey', values: ['a/b'], idStart: 'gh:release-tag:a/b@' } as const;

  it('removes what the pages of a list name no more, and counts it', () => {
    page('tags:1', [tag('@one'), tag('@two')]);
    page('tags:2', [tag('@three')]);
    page('tags:1', [tag('@one'), tag('@three')]);
    page('tags:2', [tag('@four')]);

    expect(removeReplaced(store.db, gh, { ...tags, keys: ['tags:1', 'tags:2'] })).toBe(1);
    expect(names()).toEqual(['@four', '@one', '@three']);
    expect(readFactCounts(store.db).get(gh)).toEqual({ 'release-tag': 3 });
  });

  it('leaves other ids, projects and connections alone, and facts that came without a page', () => {
    const other = 'gh2' as ConnectionId;
    page('tags:1', [
      tag('@old'),
      tag(':release-1'),
      tag('@x', { projectKey: 'a/c' }),
      tag('@x', { connectionId: other }),
    ]);
    createFactWriter(store.db).write([tag('@simulated')], { fetchedAt: instant(1), rawId: null });
    page('tags:1', []);

    removeReplaced(store.db, gh, { ...tags, keys: ['tags:1'] });

    expect([...names()].sort()).toEqual([':release-1', '@simulated', '@x', '@x']);
  });

  it('removes the pages of a list that was longer once, with what only they held', () => {
    page('tags:1', [tag('@one')]);
    page('tags:2', [tag('@two')]);
    page('tags:10', [tag('@ten')]);
    page('tagsx:1', []);
    page('tags:1', [tag('@one')]);

    removeReplaced(store.db, gh, { ...tags, keys: ['tags:1'], keyStart: 'tags:' });

    expect(names()).toEqual(['@one']);
    expect(pages().map(({ key }) => key)).toEqual(['tags:1', 'tagsx:1']);
  });

  it('finds them by an index, whatever they hang on', () => {
    const kinds = [
      ['work-item-link', 'fromId'],
      ['transition', 'workItemId'],
      ['commit', 'pullRequestId'],
      ['review', 'pullRequestId'],
      ['release-tag', 'projectKey'],
      ['source-version', 'projectKey'],
    ] as const;
    const statements = recordStatements();
    for (const [kind, field] of kinds) {
      removeReplaced(store.db, gh, { kind, field, values: ['x'], keys: ['k'], keyStart: 'k' });
    }
    statements.stop();

    const steps = statements.texts().flatMap((text) => planOf(store.file, text));
    const tables = steps.filter(({ table }) => table !== null && table !== 'json_each');
    expect(tables.filter(isScan)).toEqual([]);
    expect(new Set(tables.map(({ table }) => table)).size).toBe(kinds.length + 1);
  });
});
