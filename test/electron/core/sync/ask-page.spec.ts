import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Http, HttpRequest } from '../../../../electron/core/connectors/_kit/http.ts';
import { packBody } from '../../../../electron/core/db/raw-body.ts';
import { keepRawPage, keepValidator, pruneRawPages } from '../../../../electron/core/db/repositories/raw-pages.ts';
import { askPage, readingOf } from '../../../../electron/core/sync/ask-page.ts';
import { instant } from '../../../../shared/model/time.ts';
import { openSyncStore, type SyncStore } from '../../../support/sync-store.ts';
import { tinyConnection, tinyRequest, tinyResponse } from '../../../support/tiny-connector.ts';

describe('electron/core/sync/ask-page', () => {
  const signal = new AbortController().signal;
  const connection = tinyConnection();
  let store: SyncStore;
  let asked: HttpRequest[];
  beforeEach(() => {
    store = openSyncStore();
    asked = [];
  });
  afterEach(() => store.end());

  /** A line to a provider that knows one version of everything. */
  const http: Http = {
    ask: async (request) => {
      asked.push(request);
      if (request.etag === '"1"') return { kind: 'unchanged', headers: { link: 'new' } };
      return { kind: 'page', response: tinyResponse({ names: ['fresh'] }) };
    },
    skewMs: () => 0,
  };

  function keep(path: string, etag: string): number {
    const request = JSON.stringify(tinyRequest('k', { path }));
    const headers = '{"link":"old","etag":"\\"1\\""}';
    const page = { stream: 'names', scope: 'a', requestKey: 'k', request, status: 200, headers, fetchedAt: instant(1) };
    const rawId = keepRawPage(store.db, connection.id, { ...page, ...packBody('{"names":["kept"]}') });
    keepValidator(store.db, connection.id, path, { etag, rawId });
    return rawId;
  }

  const ask = (path: string, method?: 'POST') =>
    askPage({ db: store.db, connection, http }, tinyRequest('k', { path, ...(method ? { method } : {}) }), signal);

  it('asks plainly for what is not kept', async () => {
    expect(await ask('/x')).toMatchObject({ rawId: null, response: { body: '{"names":["fresh"]}' } });
    expect(asked).toMatchObject([{ path: '/x', what: 'a names', etag: null }]);
  });

  it('takes a page that has not changed out of the store, with the headers of now', async () => {
    const rawId = keep('/x', '"1"');

    expect(await ask('/x')).toEqual({
      rawId,
      response: { status: 200, headers: { link: 'new', etag: '"1"' }, body: '{"names":["kept"]}' },
    });
  });

  it('takes a page that has changed from the provider', async () => {
    keep('/x', '"0"');

    expect(await ask('/x')).toMatchObject({ rawId: null });
    expect(asked).toMatchObject([{ etag: '"0"' }]);
  });

  it('asks plainly when the page is no longer kept, and for what is posted', async () => {
    keep('/x', '"1"');

    expect(await ask('/x', 'POST')).toMatchObject({ rawId: null });
    pruneRawPages(store.db, instant(9), 9);
    expect(await ask('/x')).toMatchObject({ rawId: null });
    expect(asked.map(({ etag }) => etag)).toEqual([null, null]);
  });

  it('names what is read', () => {
    expect(readingOf(tinyRequest('k', { scope: 'acme/shop', stream: 'pull-commits' }))).toBe('acme/shop pull commits');
  });
});
