import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFactCounts } from '../../../../electron/core/db/fact-counts.ts';
import { findValidator, listRawPageIds, readRawPage } from '../../../../electron/core/db/repositories/raw-pages.ts';
import { enqueueRequest, readSyncQueue } from '../../../../electron/core/db/repositories/sync-queue.ts';
import { readMarks } from '../../../../electron/core/sync/ask-again.ts';
import { type AnsweredPage, addCounts, createPageWriter } from '../../../../electron/core/sync/write-pages.ts';
import { instant } from '../../../../shared/model/time.ts';
import { writePages } from '../../../support/sync-run.ts';
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

    expect(written).toEqual({
      pages: 1,
      rows: { project: 2 },
      removed: {},
      dropped: [{ stream: 'names', reason: 'no name', sample: '""' }],
    });
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

  it('keeps a page that was read when it was allowed, though it is refused now', () => {
    writePages(store.db, target, [answered('k', ['x'])]);
    const kept = listRawPageIds(store.db, connection.id);
    enqueueRequest(store.db, connection.id, { key: 'k', position: 0, request: '{"scope":"a"}', runId: 'r' });

    const refused = { ...tinyResponse({ names: [''] }), status: 403 };
    const written = writePages(store.db, target, [answered('k', [], { response: refused })]);

    expect(written).toMatchObject({ pages: 1, dropped: [{ reason: 'no name' }] });
    expect([listRawPageIds(store.db, connection.id), queue()]).toEqual([kept, []]);
  });

  it('notes what is to be asked again, and that it is not any more', () => {
    const again = () => readMarks(store.db, connection.id, 'a').again.map(({ key }) => key);
    writePages(store.db, target, [answered('k', [], { again: 7 }), answered('l', [], { again: 8 }), answered('m', [])]);
    const noted = again();

    writePages(store.db, target, [answered('k', [], { again: null }), answered('l', [])]);

    expect([noted, again()]).toEqual([['l', 'k'], ['l']]);
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

  it('writes all of a transaction or nothing', () => {
    enqueueRequest(store.db, connection.id, { key: 'k', position: 0, request: '{"scope":"a"}', runId: 'r' });
    const write = createPageWriter(store.db, target);

    const torn = () => [
      ...write([answered('k', ['x']), answered('l', ['y'])], () => {
        throw new Error('the disk is full');
      }),
    ];

    expect(torn).toThrow('the disk is full');
    expect(factRows(store.db, 'project')).toEqual([]);
    expect(listRawPageIds(store.db, connection.id)).toEqual([]);
    expect(queue()).toEqual(['k@0']);
  });

  it('begins no further page in a transaction once its time is over', () => {
    let time = 0;
    const limits = { facts: 1_000, ms: 40, clock: () => (time += 15) };
    const write = createPageWriter(store.db, target, limits);
    const lasts: boolean[] = [];
    const pages = ['k', 'l', 'm', 'n', 'o'].map((key) => answered(key, [key, '']));

    const steps = [...write(pages, (_written, isLast) => lasts.push(isLast))];

    expect(steps.map((step) => [step.pages, step.rows.project, step.dropped.length])).toEqual([
      [3, 3, 3],
      [2, 2, 2],
    ]);
    expect(lasts).toEqual([false, true]);
    expect(listRawPageIds(store.db, connection.id)).toHaveLength(5);
  });

  it('writes one page at least, however long it takes', () => {
    let time = 0;
    const limits = { facts: 1_000, ms: 40, clock: () => (time += 1_000) };

    const steps = [...createPageWriter(store.db, target, limits)(['k', 'l'].map((key) => answered(key, [key])))];

    expect(steps.map(({ pages }) => pages)).toEqual([1, 1]);
  });

  it('reads no further ahead than a transaction may hold, so that others find the store free meanwhile', () => {
    const limits = { facts: 4, ms: 40, clock: () => 0 };
    const free: boolean[] = [];
    const watched = {
      ...tiny,
      map: (...args: Parameters<typeof tiny.map>) => {
        free.push(!inTransaction);
        return tiny.map(...args);
      },
    };
    let inTransaction = false;
    const db = {
      ...store.db,
      transaction: <T>(work: () => T): T => {
        inTransaction = true;
        const result = store.db.transaction(work);
        inTransaction = false;
        return result;
      },
    };
    const pages = ['k', 'l', 'm', 'n', 'o'].map((key) => answered(key, [`${key}1`, `${key}2`]));

    const readBefore: number[] = [];
    for (const _step of createPageWriter(db, { ...target, connector: watched }, limits)(pages))
      readBefore.push(free.length);

    expect(readBefore).toEqual([2, 4, 5]);
    expect(free).toEqual([true, true, true, true, true]);
  });

  it('removes what a page that tells it whole names no more', () => {
    const whole = {
      ...tiny,
      map: (...[response, context]: Parameters<typeof tiny.map>) => {
        const keys = [context.request.key];
        const page = tiny.map(response, context);
        const facts = page.facts.map((fact) => ({ ...fact, key: 'all' })) as typeof page.facts;
        return { ...page, facts, replaces: [{ kind: 'project', field: 'projectKey', values: ['all'], keys }] };
      },
    } as typeof tiny;
    // Projects have no project key, so a kind that has one stands in.
    const versions = {
      ...whole,
      map: (...args: Parameters<typeof tiny.map>) => {
        const page = whole.map(...args);
        const rest = { projectKey: 'all', description: null, released: false, releaseAt: null };
        const facts = page.facts.map((fact) => ({ ...fact, ...rest, kind: 'source-version' }));
        return { ...page, facts, replaces: [{ ...page.replaces?.[0], kind: 'source-version' }] };
      },
    } as unknown as typeof tiny;
    const versioned = { ...target, connector: versions };

    writePages(store.db, versioned, [answered('k', ['stays', 'goes'])]);
    const again = writePages(store.db, versioned, [answered('k', ['stays', 'comes'])]);

    expect(again).toMatchObject({ rows: { 'source-version': 2 }, removed: { 'source-version': 1 } });
    expect(factRows(store.db, 'source-version').map(({ name }) => name)).toEqual(['comes', 'stays']);
    expect(readFactCounts(store.db).get(connection.id)).toEqual({ 'source-version': 2 });
  });

  it('does what is to be done besides even without a page', () => {
    let told: unknown;
    const steps = createPageWriter(store.db, target)([], (written, isLast) => {
      told = [written, isLast];
    });

    expect([...steps]).toHaveLength(1);
    expect(told).toEqual([{ pages: 0, rows: {}, removed: {}, dropped: [] }, true]);
  });

  it('adds counts', () => {
    const to = { commit: 1 };
    addCounts(to, { commit: 2, job: 3, review: undefined });

    expect(to).toEqual({ commit: 3, job: 3, review: 0 });
  });
});
