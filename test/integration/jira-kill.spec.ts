import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jira } from '../../electron/core/connectors/jira/index.ts';
import { systemEnv } from '../../electron/core/env.ts';
import type { Connection } from '../../shared/model/connection.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import { paymentsJira } from '../fixtures/jira/payments.ts';
import { createJiraDataSource } from '../servers/jira-data-source.ts';
import { type JiraServer, startJiraServer } from '../servers/jira-server.ts';
import { jiraPlan } from '../support/jira-pages.ts';
import { syncOnce } from '../support/sync-run.ts';
import { allFactRows, openSyncStore, type SyncStore } from '../support/sync-store.ts';

const entry = fileURLToPath(new URL('../support/sync-child.ts', import.meta.url));
const secret = 'sesame-and-poppy';

/** What a sync leaves behind; kept pages aside, for a project that was finished before the kill is asked anew. */
function leftBehind({ db }: SyncStore) {
  const rows = (text: string) => db.all<Record<string, unknown>>({ text, values: [] });
  return {
    facts: allFactRows(db),
    watermarks: rows("SELECT scope, stream, value FROM sync_watermark WHERE scope <> '' ORDER BY scope, stream"),
    queue: rows('SELECT key FROM sync_request'),
    pending: rows('SELECT * FROM sync_pending_watermark'),
  };
}

describe.each([
  ['Jira Cloud', true],
  ['Jira Data Center', false],
])('a sync of %s that is killed and started again', (_, cloud) => {
  let server: JiraServer;
  let connection: Connection;
  let onAnswered: () => void = () => {};
  let undisturbed: ReturnType<typeof leftBehind>;

  beforeAll(async () => {
    const user = 'ada@example.com';
    server = await startJiraServer({
      source: createJiraDataSource(paymentsJira, { cloud }),
      credentials: { user: cloud ? user : null, token: secret },
      largestPage: 10,
      onAnswered: () => onAnswered(),
    });
    const plan = jiraPlan({ baseUrl: server.baseUrl, auth: cloud ? 'basic' : 'token', user, scopes: ['PAY', 'OPS'] });
    connection = { ...plan, id: 'jira-1' as ConnectionId };
    const store = openSyncStore();
    await finish(store);
    undisturbed = leftBehind(store);
    store.end();
  });

  afterAll(() => server.close());

  /** Syncs to the end in this process, by the real clock, for the server's is real too. */
  async function finish(store: SyncStore): Promise<void> {
    const env = { ...systemEnv(), pass: () => {}, at: () => {} };
    const run = await syncOnce(store.db, connection, { connector: jira, secret, env });
    expect(run).toMatchObject({ state: 'succeeded', errorCode: null });
  }

  async function killedInChild(store: SyncStore, kill: { afterAnswer?: number; dieAtRow?: number }) {
    let answers = 0;
    let child: ChildProcess | null = null;
    onAnswered = () => {
      answers += 1;
      if (answers === kill.afterAnswer) child?.kill('SIGKILL');
    };
    const task = { file: store.file, baseUrl: '', dieAtRow: kill.dieAtRow ?? null, connection, secret };
    child = spawn(process.execPath, [entry], {
      env: { ...process.env, SIGNALBOX_CHILD: JSON.stringify(task) },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [, signal] = await once(child, 'exit');
    onAnswered = () => {};
    return signal;
  }

  it.each([
    { afterAnswer: 1 },
    { afterAnswer: 6 },
    { afterAnswer: 9 },
    { afterAnswer: 13 },
    { afterAnswer: 17 },
    { dieAtRow: 2 },
    { dieAtRow: 11 },
    { dieAtRow: 25 },
    { dieAtRow: 38 },
  ])('ends with the same facts, killed at %o', async (kill) => {
    const store = openSyncStore();

    const signal = await killedInChild(store, kill);
    await finish(store);

    expect(signal).toBe('SIGKILL');
    expect(leftBehind(store)).toEqual(undisturbed);
    store.end();
  });

  it('ends with the same facts, killed over and over', async () => {
    const store = openSyncStore();

    for (const afterAnswer of [3, 5, 2, 7]) await killedInChild(store, { afterAnswer });
    await finish(store);

    expect(leftBehind(store)).toEqual(undisturbed);
    store.end();
  });
});
