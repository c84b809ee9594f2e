import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packBody } from '../../../../../electron/core/db/raw-body.ts';
import * as pages from '../../../../../electron/core/db/repositories/raw-pages.ts';
import type { ConnectionId } from '../../../../../shared/model/ids.ts';
import { instant } from '../../../../../shared/model/time.ts';
import { openSyncStore, type SyncStore } from '../../../../support/sync-store.ts';

const gh = 'gh' as ConnectionId;

describe('electron/core/db/repositories/raw-pages', () => {
  let store: SyncStore;
  beforeEach(() => {
    store = openSyncStore();
  });
  afterEach(() => store.end());

  function keep(
    requestKey: string,
    at: number,
    changes: { body?: string; path?: string; connection?: ConnectionId; scope?: string } = {},
  ) {
    const request = JSON.stringify({ path: changes.path ?? `/${requestKey}` });
    const page = {
      stream: 'pulls',
      scope: changes.scope ?? 'a/b',
      requestKey,
      request,
      status: 200,
      headers: '{}',
      fetchedAt: instant(at),
    };
    return pages.keepRawPage(store.db, changes.connection ?? gh, { ...page, ...packBody(changes.body ?? '[]') });
  }

  it('gives back what it keeps', () => {
    const body = JSON.stringify(['ä'.repeat(500)]);
    const id = keep('k', 5, { body });

    expect(pages.readRawPage(store.db, id)).toEqual({
      id,
      stream: 'pulls',
      scope: 'a/b',
      requestKey: 'k',
      request: '{"path":"/k"}',
      status: 200,
      headers: '{}',
      fetchedAt: 5,
      body,
    });
    expect(pages.readRawPage(store.db, id + 1)).toBeUndefined();
  });

  it('lets a newer answer take an older one’s place, of the same connection only', () => {
    keep('k', 1, { body: '1' });
    const other = keep('k', 1, { body: '2', connection: 'jira' as ConnectionId });
    const newer = keep('k', 2, { body: '3' });

    expect(pages.listRawPageIds(store.db, gh)).toEqual([newer]);
    expect(pages.readRawPage(store.db, newer)?.body).toBe('3');
    expect(pages.readRawPage(store.db, other)?.body).toBe('2');
  });

  it('lists the newest answer first, a confirmed one by when it was confirmed', () => {
    const [a, b, c] = [keep('a', 1), keep('b', 2), keep('c', 2)];

    expect(pages.listRawPageIds(store.db, gh)).toEqual([c, b, a]);
    pages.confirmRawPage(store.db, a, instant(3));

    expect(pages.listRawPageIds(store.db, gh)).toEqual([a, c, b]);
  });

  it('forgets old pages a few at a time', () => {
    const [, , c] = [keep('a', 1), keep('b', 2), keep('c', 3)];

    expect(pages.pruneRawPages(store.db, instant(3), 1)).toBe(1);
    expect(pages.pruneRawPages(store.db, instant(3), 5)).toBe(1);
    expect(pages.pruneRawPages(store.db, instant(3), 5)).toBe(0);
    expect(pages.listRawPageIds(store.db, gh)).toEqual([c]);
  });

  it('knows the validator of a page as long as that very page is kept', () => {
    const rawId = keep('a', 1, { path: '/x' });
    pages.keepValidator(store.db, gh, '/x', { etag: '"1"', rawId });
    const known = () => pages.findValidator(store.db, gh, '/x');
    expect(known()).toEqual({ etag: '"1"', rawId });
    expect(pages.findValidator(store.db, 'jira' as ConnectionId, '/x')).toBeUndefined();

    pages.pruneRawPages(store.db, instant(9), 9);
    expect(known()).toBeUndefined();

    // A number that became free may be given to a page that answers another path.
    expect(keep('b', 2, { path: '/y' })).toBe(rawId);
    expect(known()).toBeUndefined();
  });

  it('forgets validators whose page is gone, of this connection, a few at a time', () => {
    const other = 'jira' as ConnectionId;
    for (const path of ['/x', '/y', '/z'])
      pages.keepValidator(store.db, gh, path, { etag: '"1"', rawId: keep(path, 1, { path }) });
    pages.keepValidator(store.db, other, '/x', { etag: '"1"', rawId: 999 });
    pages.pruneRawPages(store.db, instant(9), 2);

    expect([1, 1, 1].map((limit) => pages.pruneValidators(store.db, gh, limit))).toEqual([1, 1, 0]);
    expect(pages.findValidator(store.db, gh, '/z')).toBeDefined();
    expect(store.db.all({ text: 'SELECT path FROM sync_etag', values: [] })).toHaveLength(2);
  });

  it('forgets a connection’s pages a few at a time', () => {
    for (const key of ['a', 'b', 'c']) keep(key, 1);

    expect([2, 2, 2].map((limit) => pages.removeSomeRawPages(store.db, gh, limit))).toEqual([2, 1, 0]);
    expect(pages.removeSomeRawPages(store.db, 'jira' as ConnectionId, 9)).toBe(0);
  });

  it('knows pages by their scope, and forgets those of some', () => {
    const [a, b, c] = [keep('a', 1), keep('b', 2, { scope: 'a/c' }), keep('c', 3, { scope: 'a/d' })];
    keep('d', 1, { scope: 'x/y', connection: 'jira' as ConnectionId });
    const of = (scopes: readonly string[]) => pages.listPagesOfScopes(store.db, gh, scopes);

    expect(pages.listScopes(store.db, gh)).toEqual(['a/b', 'a/c', 'a/d']);
    expect(pages.listRawPageIds(store.db, gh, ['a/c'])).toEqual([c, a]);
    expect([of(['a/b', 'a/d']), of(['x/y']), of([])]).toEqual([[a, c], [], []]);
    expect([pages.removeRawPages(store.db, [a, c]), pages.removeRawPages(store.db, [a])]).toEqual([2, 0]);
    expect(pages.listRawPageIds(store.db, gh)).toEqual([b]);
  });

  it('finds a validator by its key', () => {
    const plan = store.db.all<{ detail: string }>({
      text: "EXPLAIN QUERY PLAN SELECT e.etag FROM sync_etag AS e JOIN raw_page AS p ON p.id = e.raw_id WHERE e.connection_id = 'gh' AND e.path = '/x'",
      values: [],
    });

    expect(plan.map(({ detail }) => detail).filter((detail) => detail.startsWith('SCAN'))).toEqual([]);
  });
});
