import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSyncQueue } from '../../electron/core/db/repositories/sync-queue.ts';
import { markInterruptedRuns } from '../../electron/core/db/repositories/sync-run-log.ts';
import { readSyncRuns } from '../../electron/core/db/repositories/sync-runs.ts';
import { systemEnv } from '../../electron/core/env.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import { instant } from '../../shared/model/time.ts';
import { type GithubServer, startGithubServer } from '../servers/github-server.ts';
import { shopData, shopRepository } from '../support/github-fixture.ts';
import { githubConnection, syncOnce } from '../support/sync-run.ts';
import { allFactRows, openSyncStore, type SyncStore } from '../support/sync-store.ts';

const entry = fileURLToPath(new URL('../support/sync-child.ts', import.meta.url));
const gh = 'gh' as ConnectionId;
/** The answers of the whole repository, pages of two rows each. */
const ANSWERS = 30;

interface Killed {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A page without when its list began to be read. */
function undated(page: Record<string, unknown>): Record<string, unknown> {
  return { ...page, request: String(page.request).replace(/"began":\d+/, '') };
}

/** The parts of a store that a sync leaves behind, without the times and numbers of its pages. */
function leftBehind({ db }: SyncStore) {
  const rows = (text: string) => db.all<Record<string, unknown>>({ text, values: [] });
  return {
    facts: allFactRows(db),
    watermarks: rows('SELECT scope, stream, value FROM sync_watermark ORDER BY scope, stream'),
    pages: rows('SELECT request_key, stream, scope, request, status FROM raw_page ORDER BY request_key').map(undated),
    queue: readSyncQueue(db, gh),
    pending: rows('SELECT * FROM sync_pending_watermark'),
    tags: rows('SELECT * FROM work_item_tag ORDER BY work_item_id, kind, value'),
    counts: rows('SELECT kind, facts FROM fact_count ORDER BY kind'),
  };
}

describe('a sync that is killed and started again', () => {
  let server: GithubServer;
  let onAnswered: () => void = () => {};
  let undisturbed: ReturnType<typeof leftBehind>;
  let requests = 0;
  beforeAll(async () => {
    server = await startGithubServer({
      data: shopData(),
      token: 't0ken',
      largestPage: 2,
      onAnswered: () => onAnswered(),
    });
    const store = openSyncStore();
    const run = await syncOnce(store.db, githubConnection(server.baseUrl), { env: testClock() });
    expect(run.state).toBe('succeeded');
    undisturbed = leftBehind(store);
    requests = server.requests().length;
    store.end();
  });
  afterAll(() => server.close());

  /** The real clock, for the server's is real too. */
  function testClock() {
    return { ...systemEnv(), pass: () => {}, at: () => {} };
  }

  async function syncInChild(
    store: SyncStore,
    kill: { readonly dieAtRow?: number; readonly afterAnswer?: number; readonly lingers?: boolean },
  ): Promise<Killed> {
    let answers = 0;
    let child: ChildProcess | null = null;
    onAnswered = () => {
      answers += 1;
      if (answers === kill.afterAnswer) child?.kill('SIGKILL');
    };
    const { dieAtRow = null, lingers = false } = kill;
    const task = { file: store.file, baseUrl: server.baseUrl, dieAtRow, lingers };
    child = spawn(process.execPath, [entry], {
      env: { ...process.env, SIGNALBOX_CHILD: JSON.stringify(task) },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    onAnswered = () => {};
    return { code, signal };
  }

  function pagesOf({ db }: SyncStore): number {
    return db.get<{ pages: number }>({ text: 'SELECT count(*) AS pages FROM raw_page', values: [] })?.pages ?? 0;
  }

  /** Pages that are kept although they are still to be asked: half a transaction. */
  function torn({ db }: SyncStore): readonly unknown[] {
    const text = 'SELECT key FROM sync_request JOIN raw_page ON request_key = key';
    return db.all({ text, values: [] });
  }

  async function finish(store: SyncStore): Promise<void> {
    markInterruptedRuns(store.db, instant(1));
    const run = await syncOnce(store.db, githubConnection(server.baseUrl), { env: testClock() });
    expect(run).toMatchObject({ state: 'succeeded', errorCode: null });
  }

  it('has enough to be killed in', () => {
    expect(requests).toBe(ANSWERS);
    expect(Object.values(undisturbed.facts).flat().length).toBeGreaterThan(36);
  });

  it.each(Array.from({ length: ANSWERS }, (_, index) => index + 1))(
    'ends with the same facts when killed after answer %i',
    async (afterAnswer) => {
      const store = openSyncStore();

      const killed = await syncInChild(store, { afterAnswer, lingers: true });
      const [before] = readSyncRuns(store.db, gh, 1);
      const wasRead = readSyncQueue(store.db, gh).length === 0 && pagesOf(store) === ANSWERS;
      if (before?.state !== 'succeeded') await finish(store);
      const { pages, ...left } = leftBehind(store);

      const { pages: undisturbedPages, ...expected } = undisturbed;
      // Only of the last answers may all have been written before the signal came; then changes are asked for as well.
      expect(killed.signal).toBe('SIGKILL');
      expect(wasRead && afterAnswer < ANSWERS - 4).toBe(false);
      expect(wasRead ? ['running', 'succeeded'] : ['running']).toContain(before?.state);
      expect(left).toEqual(expected);
      if (!wasRead) {
        const states = readSyncRuns(store.db, gh, 9).map(({ state }) => state);
        expect(states.toSorted()).toEqual(['interrupted', 'succeeded']);
        expect(pages).toEqual(undisturbedPages);
      }
      store.end();
    },
  );

  it.each([1, 3, 7, 12, 17, 22, 28, 34])(
    'ends with the same facts when killed inside a transaction, at row %i',
    async (dieAtRow) => {
      const store = openSyncStore();

      const killed = await syncInChild(store, { dieAtRow });
      const half = torn(store);
      await finish(store);

      expect(killed.signal).toBe('SIGKILL');
      expect(half).toEqual([]);
      expect(leftBehind(store)).toEqual(undisturbed);
      store.end();
    },
  );

  it('ends with the same facts when killed over and over', async () => {
    const store = openSyncStore();
    let kills = 0;

    let last: Killed = { code: null, signal: 'SIGKILL' };
    for (; last.signal === 'SIGKILL' && kills < 40; kills += 1) {
      last = await syncInChild(store, kills % 2 === 0 ? { afterAnswer: 6 } : { dieAtRow: 9 });
    }

    expect(kills).toBeGreaterThan(4);
    expect(last.code).toBe(0);
    expect(leftBehind(store)).toEqual(undisturbed);
    store.end();
  });

  it.each([3, 9, 15, 21])('forgets what was deleted all the same when killed after answer %i', async (afterAnswer) => {
    const shop = shopRepository();
    const pulls = shop.pulls.map((one) => ({ ...one, updated_at: '2026-03-05T08:40:00Z' }));
    const fewer = shopData({ tags: shop.tags.slice(1), releases: [], milestones: [], pulls, pullReviews: new Map() });
    const [disturbed, calm] = [openSyncStore(), openSyncStore()];
    for (const store of [disturbed, calm]) await finish(store);
    server.setData(fewer);

    const killed = await syncInChild(disturbed, { afterAnswer });
    for (const store of [disturbed, calm]) await finish(store);
    server.setData(shopData());

    expect(killed.signal).toBe('SIGKILL');
    expect(leftBehind(disturbed).facts).toEqual(leftBehind(calm).facts);
    expect(leftBehind(disturbed).counts).toEqual(leftBehind(calm).counts);
    expect(leftBehind(disturbed).facts.review).toEqual([]);
    expect(leftBehind(disturbed).facts['release-tag']).toHaveLength(shop.tags.length - 1);
    disturbed.end();
    calm.end();
  });

  it('asks after a kill only for what was not yet written', async () => {
    const store = openSyncStore();
    await syncInChild(store, { afterAnswer: 20 });
    const kept = pagesOf(store);
    server.forgetRequests();

    await finish(store);

    expect(kept).toBeGreaterThan(10);
    expect(server.requests()).toHaveLength(requests - kept);
    store.end();
  });
});
