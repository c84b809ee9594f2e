import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findValidator, listRawPageIds, readRawPage } from '../../../../electron/core/db/repositories/raw-pages.ts';
import { enqueueRequest, readSyncQueue } from '../../../../electron/core/db/repositories/sync-queue.ts';
import {
  type AnsweredPage,
  addCounts,
  createPageWriter,
  writePages,
} from '../../../../electron/core/sync/write-pages.ts';
import { instant } from '../../../../shared/model/time.ts';
import { factRows, openSyncStore, type SyncStore } from '../../../support/sync-store.ts';
import { tiny, tinyConnection, tinyRequest, tinyResponse } from '../../../support/tiny-connector.ts';

describe('electron/core/sync/write-pages', () => {
  const connection = tinyConnection();
  const target = { connection, connector: tiny, runId: 'r' };
  let store: SyncStore;
  beforeEach(() => {
    store = openSyncStore();
  });
  afterEach(() => store.end());

  function answered(key: string, names: readonly string[], changes: Partial<AnsweredPage> = {}): AnsweredPage {
    const response = tinyResponse({ names });
    return {
      request: tinyRequest(key),
      response,
      fetchedAt: instant(5),
      rawId: null,
      next: [],
      watermark: null,
      ...changes,
    };
  }
  const queue = () => readSyncQueue(store.db, connection.id).map(({ key, position }) => `${key}@${position}`);
  const pending = () =>
    store.db.all({ text: 'SELECT scope, stream, run_id, value FROM sync_pending_watermark', values: [] });

  it('writes raw pages, facts, what is left to ask and how far it got', () => {
    enqueueRequest(store.db, connection.id, { key: 'k', position: 0, request: '{"scope":"a"}', runId: 'r' });

    const written = writePages(store.db, target, [
      answered('k', ['x', '', 'y'], {
        next: [{ position: -1, request: tinyRequest('l') }],
        watermark: { at: 9 },
        response: { ...tinyResponse({ names: ['x', '', 'y'] }), headers: { etag: '"1"' } },
      }),
    ]);

    expect(written).toEqual({ rows: { project: 2 }, dropped: [{ stream: 'names', reason: 'no name', sample: '""' }] });
    expect(factRows(store.db, 'project').map(({ key }) => key)).toEqual(['x', 'y']);
    expect(queue()).toEqual(['l@-1']);
    expect(pending()).toEqual([{ scope: 'a', stream: 'names', run_id: 'r', value: '{"at":9}' }]);
    const [rawId] = listRawPageIds(store.db, connection.id);
    expect(readRawPage(store.db, rawId ?? 0)).toMatchObject({
      body: '{"names":["x","","y"]}',
      requestKey: 'k',
      fetchedAt: 5,
    });
    expect(findValidator(store.db, connection.id, '/k')).toEqual({ etag: '"1"', rawId });
    expect(store.db.all({ text: 'SELECT DISTINCT raw_id, fetched_at FROM fact_project', values: [] })).toEqual([
      { raw_id: rawId, fetched_at: 5 },
    ]);
  });

  it('keeps no validator for what is posted or was no success', () => {
    const headers = { etag: '"1"' };
    writePages(store.db, target, [
      answered('p', [], {
        request: tinyRequest('p', { method: 'POST' }),
        response: { ...tinyResponse({ names: [] }), headers },
      }),
      answered('m', [], { response: { ...tinyResponse({ names: [] }), headers, status: 404 } }),
    ]);

    expect([findValidator(store.db, connection.id, '/p'), findValidator(store.db, connection.id, '/m')]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('confirms a page that has not changed instead of keeping it again', () => {
    writePages(store.db, target, [answered('k', ['x'])]);
    const [rawId = 0] = listRawPageIds(store.db, connection.id);

    writePages(store.db, target, [answered('k', ['x'], { rawId, fetchedAt: instant(8) })]);

    expect(listRawPageIds(store.db, connection.id)).toEqual([rawId]);
    expect(readRawPage(store.db, rawId)?.fetchedAt).toBe(8);
    expect(store.db.get({ text: 'SELECT raw_id, fetched_at FROM fact_project', values: [] })).toEqual({
      raw_id: rawId,
      fetched_at: 8,
    });
  });

  it('writes all of a batch or nothing', () => {
    enqueueRequest(store.db, connection.id, { key: 'k', position: 0, request: '{"scope":"a"}', runId: 'r' });
    const write = createPageWriter(store.db, target);

    const torn = () =>
      write([answered('k', ['x']), answered('l', ['y'])], () => {
        throw new Error('the disk is full');
      });

    expect(torn).toThrow('the disk is full');
    expect(factRows(store.db, 'project')).toEqual([]);
    expect(listRawPageIds(store.db, connection.id)).toEqual([]);
    expect(queue()).toEqual(['k@0']);
  });

  it('does what is to be done besides even without a page', () => {
    let told: unknown;
    createPageWriter(store.db, target)([], (written) => {
      told = written;
    });

    expect(told).toEqual({ rows: {}, dropped: [] });
  });

  it('adds counts', () => {
    const to = { commit: 1 };
    addCounts(to, { commit: 2, job: 3, review: undefined });

    expect(to).toEqual({ commit: 3, job: 3, review: 0 });
  });
});
