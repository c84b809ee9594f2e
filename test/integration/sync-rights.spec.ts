import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../electron/core/connectors/_kit/http.ts';
import { github } from '../../electron/core/connectors/github/index.ts';
import { readWatermarks } from '../../electron/core/db/repositories/sync-watermarks.ts';
import { remapConnection } from '../../electron/core/sync/remap.ts';
import type { SyncRun } from '../../shared/model/connection.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import { type GithubServer, startGithubServer } from '../servers/github-server.ts';
import { type TestEnv, testEnv } from '../support/env.ts';
import { shopData } from '../support/github-fixture.ts';
import { githubConnection, syncOnce } from '../support/sync-run.ts';
import { allFactRows, factCounts, openSyncStore, type SyncStore } from '../support/sync-store.ts';

const gh = 'gh' as ConnectionId;
const limits = { ...defaultLimits, concurrency: 1 };
const message = 'Resource not accessible by personal access token';

/** The facts of `acme/shop`, counted by hand. */
const all: Readonly<Record<string, number>> = {
  project: 1,
  person: 3,
  'work-item': 2,
  transition: 5,
  'source-version': 2,
  'pull-request': 3,
  commit: 4,
  review: 2,
  'pipeline-run': 4,
  job: 7,
  deployment: 3,
  'release-tag': 4,
};

/** A right, what it gives, and the facts that are left without it where they are others. */
const rights: readonly (readonly [
  right: string,
  list: string,
  path: RegExp,
  left: Readonly<Record<string, number>>,
])[] = [
  ['actions=read', 'runs', /\/actions\//, { 'pipeline-run': 0, job: 0 }],
  ['deployments=read', 'deployments', /\/deployments/, { deployment: 0 }],
  // Each issue has a transition that opened it.
  ['issues=read', 'issues', /\/issues\?/, { 'work-item': 0, transition: 3 }],
  ['issues=read', 'issue events', /\/issues\/events/, { transition: 2 }],
  // One person only wrote a pull request.
  ['pull_requests=read', 'pulls', /\/pulls/, { 'pull-request': 0, commit: 0, review: 0, person: 2 }],
  ['issues=read', 'milestones', /\/milestones/, { 'source-version': 0 }],
  ['contents=read', 'tags', /\/tags/, { 'release-tag': 2 }],
  ['contents=read', 'releases', /\/releases/, { 'release-tag': 2 }],
];

describe('a token that lacks one right', () => {
  let env: TestEnv;
  let server: GithubServer;
  let store: SyncStore;
  beforeEach(async () => {
    env = testEnv('2026-03-05T09:00:00Z');
    server = await startGithubServer({ data: shopData(), token: 't0ken', now: env.now });
    store = openSyncStore();
  });
  afterEach(async () => {
    store.end();
    await server.close();
  });

  function sync(): Promise<SyncRun> {
    server.forgetRequests();
    return syncOnce(store.db, githubConnection(server.baseUrl), { limits, env });
  }

  function refuse(path: RegExp, right: string): void {
    server.fault({ kind: 'status', status: 403, path, message, headers: { 'x-accepted-github-permissions': right } });
  }

  it.each(rights)('without %s reads everything but its %s', async (right, list, path, left) => {
    refuse(path, right);

    const run = await sync();

    const reason = `this token may not read ${list} (403): ${message}; give it one of these rights: ${right}`;
    const dropped = [{ stream: list.replace(' ', '-'), sample: expect.stringMatching(path), reason }];
    const rest = Object.entries({ ...all, ...left }).filter(([, count]) => count > 0);
    expect(run).toMatchObject({ state: 'succeeded', errorCode: null, droppedCount: 1, dropped });
    expect(factCounts(store.db)).toEqual(Object.fromEntries(rest));
  });

  it('is asked for the others from where they were, and for all of it once it has the right', async () => {
    refuse(/\/actions\//, 'actions=read');
    await sync();
    const marks = readWatermarks(store.db, gh, 'acme/shop');

    await sync();
    const again = server.requests().map(({ status }) => status);
    server.clearFaults();
    await sync();

    expect(Object.keys(marks)).toEqual(expect.arrayContaining(['issues', 'pulls', 'deployments']));
    expect(marks).not.toHaveProperty('runs');
    expect(again.filter((status) => status === 403)).toHaveLength(1);
    expect(again.filter((status) => status === 304).length).toBeGreaterThan(5);
    expect(factCounts(store.db)).toEqual(all);
  });

  it('loses nothing of what was read while it had the right, nor where that list goes on', async () => {
    await sync();
    const before = allFactRows(store.db);
    const marks = readWatermarks(store.db, gh, 'acme/shop');
    refuse(/\/actions\/|milestones|\/pulls|deployments/, 'all');

    const run = await sync();
    await remapConnection(store.db, { connection: githubConnection(server.baseUrl), connector: github });

    expect(run).toMatchObject({ state: 'succeeded', droppedCount: 5 });
    expect(allFactRows(store.db)).toEqual(before);
    expect(readWatermarks(store.db, gh, 'acme/shop')).toEqual(marks);
  });

  it('still fails where not even the repository may be read', async () => {
    refuse(/acme\/shop/, 'metadata=read');

    expect(await sync()).toMatchObject({
      state: 'failed',
      errorCode: 'PROVIDER_FORBIDDEN',
      errorRemedy: expect.stringContaining('metadata=read'),
    });
  });
});
