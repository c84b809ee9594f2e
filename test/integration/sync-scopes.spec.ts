import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../electron/core/connectors/_kit/http.ts';
import { readFactCounts } from '../../electron/core/db/fact-counts.ts';
import type { RunOptions } from '../../electron/core/sync/run-options.ts';
import type { SyncRun } from '../../shared/model/connection.ts';
import { emptyGithubRepo, type GithubDataSet, type GithubRepoData } from '../servers/github-data.ts';
import { type GithubServer, startGithubServer } from '../servers/github-server.ts';
import { type TestEnv, testEnv } from '../support/env.ts';
import { shopData, shopRepository } from '../support/github-fixture.ts';
import { githubConnection, syncOnce } from '../support/sync-run.ts';
import { allFactRows, factCounts, factRows, openSyncStore, type SyncStore } from '../support/sync-store.ts';

const limits = { ...defaultLimits, concurrency: 1 };
const user = { login: 'ada', id: 11, html_url: 'https://github.example/ada' };

/** A second repository, with one issue of Ada, who works in `acme/shop` too, and one of Grace, who does not. */
function till(): GithubRepoData {
  const of = (number: number, login: string) => ({
    id: 500 + number,
    number,
    title: `Till ${number}`,
    state: 'open' as const,
    user: { login },
    html_url: `https://github.example/acme/till/issues/${number}`,
    created_at: '2026-03-04T08:00:00Z',
    updated_at: '2026-03-04T08:00:00Z',
    closed_at: null,
  });
  return { ...emptyGithubRepo('acme/till', 77), issues: [of(1, 'ada'), of(2, 'grace')] };
}

function both(shop: Partial<GithubRepoData> = {}): GithubDataSet {
  return { user, repos: [{ ...shopRepository(), ...shop }, till()] };
}

describe('the repositories of a synced connection', () => {
  let env: TestEnv;
  let server: GithubServer;
  let store: SyncStore;
  beforeEach(async () => {
    env = testEnv('2026-03-05T09:00:00Z');
    server = await startGithubServer({ data: both(), token: 't0ken', now: env.now });
    store = openSyncStore();
  });
  afterEach(async () => {
    store.end();
    await server.close();
  });

  async function sync(scopes: readonly string[], changes: Partial<RunOptions> = {}): Promise<SyncRun> {
    server.forgetRequests();
    const connection = githubConnection(server.baseUrl, { scopes: [...scopes] });
    return syncOnce(store.db, connection, { limits, ...changes, env });
  }

  /** What a store holds that reads these repositories from the beginning. */
  async function untouched(scopes: readonly string[]) {
    const fresh = openSyncStore();
    await syncOnce(fresh.db, githubConnection(server.baseUrl, { scopes: [...scopes] }), { limits, env });
    const facts = allFactRows(fresh.db);
    fresh.end();
    return facts;
  }

  const count = (text: string) => store.db.get<{ rows: number }>({ text, values: [] })?.rows;
  const asked = () => server.requests().map(({ path }) => path);

  describe('when one is taken out', () => {
    beforeEach(async () => {
      await sync(['acme/till', 'acme/shop']);
    });

    it('are left with the facts of the others, people that both name among them', async () => {
      const run = await sync(['acme/till']);

      expect(run.state).toBe('succeeded');
      expect(allFactRows(store.db)).toEqual(await untouched(['acme/till']));
      expect(factRows(store.db, 'person').map(({ login }) => login)).toEqual(['ada', 'grace']);
      expect(Object.fromEntries(readFactCounts(store.db))).toEqual({ gh: factCounts(store.db) });
      expect(count("SELECT count(*) AS rows FROM raw_page WHERE scope = 'acme/shop'")).toBe(0);
      expect(count("SELECT count(*) AS rows FROM sync_watermark WHERE scope = 'acme/shop'")).toBe(0);
      expect(count('SELECT count(*) AS rows FROM work_item_tag')).toBe(0);
    });

    it('go on from where they were', async () => {
      await sync(['acme/till']);

      const news = server.requests().filter(({ path, status }) => status === 200 && !path.includes('since='));
      expect(news.map(({ path }) => path.replace(/\?.*/, ''))).toEqual([]);
    });

    it('are read whole when it comes back, even if its removal was stopped half-way', async () => {
      const stop = new AbortController();
      let written = 0;
      const db = {
        ...store.db,
        transaction: <T>(work: () => T): T => {
          written += 1;
          if (written === 5) stop.abort();
          return store.db.transaction(work);
        },
      };

      const stopped = await sync(['acme/till'], { db, signal: stop.signal });
      const left = factCounts(store.db);
      await sync(['acme/till', 'acme/shop']);

      expect(stopped.state).toBe('cancelled');
      expect(left['work-item']).toBeGreaterThan(2);
      expect(allFactRows(store.db)).toEqual(await untouched(['acme/till', 'acme/shop']));
    });

    it('are removed by the next sync where the removal was stopped half-way', async () => {
      for (const at of [2, 3, 4, 5, 6, 8, 10, 12, 14, 16]) {
        const stop = new AbortController();
        let written = 0;
        const db = {
          ...store.db,
          transaction: <T>(work: () => T): T => {
            written += 1;
            if (written === at) stop.abort();
            return store.db.transaction(work);
          },
        };
        await sync(['acme/till'], { db, signal: stop.signal });
      }

      expect((await sync(['acme/till'])).state).toBe('succeeded');
      expect(allFactRows(store.db)).toEqual(await untouched(['acme/till']));
    });

    it('are left with no fact of it that had outlived its page', async () => {
      env.pass(401 * 86_400_000);
      await sync(['acme/till', 'acme/shop']);
      const pages = count("SELECT count(*) AS rows FROM raw_page WHERE scope = 'acme/shop' AND stream = 'jobs'");
      const jobs = factRows(store.db, 'job').length;

      await sync(['acme/till']);

      expect([pages, jobs]).toEqual([expect.any(Number), 7]);
      expect(pages).toBeLessThan(4);
      expect(allFactRows(store.db)).toEqual(await untouched(['acme/till']));
    });
  });

  it('lose what was taken out, and nothing else, also while the server answers with errors only', async () => {
    await sync(['acme/till', 'acme/shop']);
    server.fault({ kind: 'status', status: 503 });

    await sync(['acme/shop']);

    expect(factRows(store.db, 'work-item').map(({ key }) => key)).toEqual(['acme/shop#3', 'acme/shop#4']);
  });

  it.each(['Acme/SHOP', 'https://github.example/acme/shop', 'git@github.example:acme/shop.git'])(
    'are the same however they are written: %s',
    async (typed) => {
      await sync(['acme/shop']);
      const before = allFactRows(store.db);

      const run = await sync([typed, 'acme/shop']);

      expect(run).toMatchObject({ state: 'succeeded', droppedCount: 0 });
      expect(allFactRows(store.db)).toEqual(before);
      expect(asked().filter((path) => path.endsWith('/repos/acme/shop'))).toHaveLength(1);
      expect(server.requests().filter(({ status }) => status === 304).length).toBeGreaterThan(5);
    },
  );

  it('are named as GitHub writes them, whatever was typed', async () => {
    const repo = { ...shopRepository().repo, full_name: 'Acme/Shop' };
    server.setData(shopData({ repo }));

    await sync(['aCME/sHOP']);

    expect(factRows(store.db, 'project').map(({ id, key }) => [id, key])).toEqual([
      ['gh:project:Acme/Shop', 'Acme/Shop'],
    ]);
    expect(factRows(store.db, 'work-item').map(({ key }) => key)).toEqual(['Acme/Shop#3', 'Acme/Shop#4']);
    for (const kind of [
      'commit',
      'deployment',
      'pipeline-run',
      'pull-request',
      'release-tag',
      'source-version',
    ] as const) {
      expect(new Set(factRows(store.db, kind).map((row) => row.project_key))).toEqual(new Set(['Acme/Shop']));
    }
    const [job] = factRows(store.db, 'job');
    expect(factRows(store.db, 'pipeline-run').map(({ id }) => id)).toContain(job?.run_id);
  });

  it('keep the name that their facts go by when they are renamed at GitHub, also when all is read again', async () => {
    await sync(['acme/shop']);
    const before = allFactRows(store.db);
    const repo = { ...shopRepository().repo, name: 'store', full_name: 'acme/store' };
    server.setData(shopData({ repo, formerNames: ['acme/shop'] }));

    const run = await sync(['acme/shop']);
    const after = allFactRows(store.db);
    await sync(['acme/shop'], { fromScratch: true });

    expect(run.state).toBe('succeeded');
    expect(after).toEqual({ ...before, project: [{ ...before.project?.[0], name: 'store' }] });
    expect(allFactRows(store.db)).toEqual(after);
  });
});
