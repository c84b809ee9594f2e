import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { github } from '../../../../electron/core/connectors/github/index.ts';
import { readFactCounts } from '../../../../electron/core/db/fact-counts.ts';
import { createFactWriter } from '../../../../electron/core/db/fact-writer.ts';
import { removeSomeFacts } from '../../../../electron/core/db/repositories/mapped-facts.ts';
import { pruneRawPages } from '../../../../electron/core/db/repositories/raw-pages.ts';
import { remapConnection } from '../../../../electron/core/sync/remap.ts';
import { instant } from '../../../../shared/model/time.ts';
import { startGithubServer } from '../../../servers/github-server.ts';
import { testEnv } from '../../../support/env.ts';
import { workItem } from '../../../support/facts.ts';
import { shopData } from '../../../support/github-fixture.ts';
import { githubConnection, syncOnce, writePages } from '../../../support/sync-run.ts';
import { allFactRows, factRows, openSyncStore, type SyncStore } from '../../../support/sync-store.ts';
import { tiny, tinyConnection, tinyRequest, tinyResponse } from '../../../support/tiny-connector.ts';

describe('electron/core/sync/remap', () => {
  const connection = tinyConnection();
  let store: SyncStore;
  beforeEach(() => {
    store = openSyncStore();
  });
  afterEach(() => store.end());

  function sync(key: string, at: number, names: readonly string[], connector = tiny) {
    const page = { request: tinyRequest(key), response: tinyResponse({ names }), fetchedAt: instant(at) };
    writePages(store.db, { connection, connector, runId: 'r' }, [{ ...page, rawId: null, next: [], watermark: null }]);
  }
  const names = () => factRows(store.db, 'project').map(({ name }) => name);

  it('gives the facts that the sync gave, of a whole repository', async () => {
    const env = testEnv('2026-03-05T09:00:00Z');
    const server = await startGithubServer({ data: shopData(), token: 't0ken', now: env.now, largestPage: 2 });
    const repository = githubConnection(server.baseUrl);
    await syncOnce(store.db, repository, { env });
    await syncOnce(store.db, repository, { env });
    await server.close();
    const before = allFactRows(store.db);
    store.db.exec("UPDATE fact_commit SET message = 'changed'");
    for (const kind of ['deployment', 'review'] as const) removeSomeFacts(store.db, 'gh', { kind, limit: 9 });

    const result = await remapConnection(store.db, { connection: repository, connector: github });

    expect(allFactRows(store.db)).toEqual(before);
    expect(result).toEqual({ pages: 38, facts: Object.values(before).flat().length, dropped: 0 });
    expect(readFactCounts(store.db).get('gh')).toMatchObject({ commit: 4, deployment: 3 });
  });

  it('reads kept pages by the rules of now', async () => {
    sync('k', 1, ['x']);
    const rules = { ...connection.rules, productionEnvironments: ['any'] };

    await remapConnection(store.db, { connection: { ...connection, rules }, connector: tiny });

    expect(names()).toEqual(['X']);
  });

  it('lets pages of some scopes count no more, and what only they told', async () => {
    sync('k', 1, ['x', 'both']);
    const page = { request: tinyRequest('l', { scope: 'b' }), response: tinyResponse({ names: ['y', 'both'] }) };
    const answered = { ...page, fetchedAt: instant(2), rawId: null, next: [], watermark: null };
    writePages(store.db, { connection, connector: tiny, runId: 'r' }, [answered]);

    const { pages } = await remapConnection(store.db, { connection, connector: tiny, except: ['b'] });

    expect([pages, names()]).toEqual([1, ['both', 'x']]);
  });

  it('lets the newest answer that holds a fact count', async () => {
    const named = (name: string) => ({
      ...tiny,
      map: (...args: Parameters<typeof tiny.map>) => {
        const { facts, dropped } = tiny.map(...args);
        return { facts: facts.map((fact) => ({ ...fact, name })), dropped } as ReturnType<typeof tiny.map>;
      },
    });
    sync('newer', 9, ['x'], named('new'));
    sync('older', 3, ['x'], named('old'));
    const byPage = {
      ...tiny,
      map: (...args: Parameters<typeof tiny.map>) => named(args[1].request.key).map(...args),
    };

    const { facts } = await remapConnection(store.db, { connection, connector: byPage });

    expect([names(), facts]).toEqual([['newer'], 1]);
  });

  it('removes what is read no more, and keeps what it cannot read anew', async () => {
    sync('pruned', 1, ['from a pruned page']);
    sync('k', 5, ['stays', 'goes']);
    pruneRawPages(store.db, instant(2), 9);
    createFactWriter(store.db).write([workItem(connection.id, 'simulated')], { fetchedAt: instant(1), rawId: null });
    const stricter = {
      ...tiny,
      map: (...args: Parameters<typeof tiny.map>) => {
        const { facts } = tiny.map(...args);
        return {
          facts: facts.filter(({ externalId }) => externalId !== 'goes'),
          dropped: [{ reason: 'goes', sample: '' }],
        };
      },
    };

    const result = await remapConnection(store.db, { connection, connector: stricter });

    expect(result).toEqual({ pages: 1, facts: 1, dropped: 1 });
    expect(names()).toEqual(['from a pruned page', 'stays']);
    expect(factRows(store.db, 'work-item')).toHaveLength(1);
  });

  it('brings nothing back that a newer page, which tells it whole, does not name', async () => {
    const versioned = {
      ...tiny,
      map: (...[response, context]: Parameters<typeof tiny.map>) => {
        const page = tiny.map(response, context);
        const rest = { kind: 'source-version', projectKey: 'p', description: null, released: false, releaseAt: null };
        const whole = { kind: 'source-version', field: 'projectKey', values: ['p'], keys: [context.request.key] };
        return { ...page, facts: page.facts.map((fact) => ({ ...fact, ...rest })), replaces: [whole] };
      },
    } as unknown as typeof tiny;
    sync('older', 3, ['stays', 'goes'], versioned);
    sync('newer', 9, ['stays', 'comes'], versioned);
    const versions = () => factRows(store.db, 'source-version').map(({ name }) => name);
    const synced = versions();

    const { facts } = await remapConnection(store.db, { connection, connector: versioned });

    expect([synced, versions(), facts]).toEqual([['comes', 'stays'], ['comes', 'stays'], 2]);
    expect(readFactCounts(store.db).get(connection.id)).toEqual({ 'source-version': 2 });
  });

  it('keeps its transactions short', async () => {
    for (let page = 0; page < 10; page += 1) sync(`k${page}`, page, [`n${page}`]);
    let time = 0;
    let transactions = 0;
    const db = {
      ...store.db,
      transaction: <T>(work: () => T): T => {
        transactions += 1;
        return store.db.transaction(work);
      },
    };
    const limits = { facts: 99, ms: 40, clock: () => (time += 15) };

    await remapConnection(db, { connection, connector: tiny, limits });

    expect([transactions, names().length]).toEqual([4, 10]);
  });

  it('stops where it is told to, and says so', async () => {
    sync('k', 1, ['x']);
    const stopped = remapConnection(store.db, { connection, connector: tiny, signal: AbortSignal.abort() });

    await expect(stopped).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  it('goes page by page and says how far it is', async () => {
    for (let page = 0; page < 45; page += 1) sync(`k${page}`, page, [`n${page}`]);
    const told: number[][] = [];

    await remapConnection(store.db, { connection, connector: tiny, onProgress: (done, of) => told.push([done, of]) });

    expect(told).toEqual([
      [20, 45],
      [40, 45],
      [45, 45],
    ]);
    expect(names()).toHaveLength(45);
  });
});
