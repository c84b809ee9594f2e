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
  ['Jira Cloud', true, 30],
  ['Jira Data Center', false, 21],
])('a sync of %s that is killed and started again', (_, cloud, answers) => {
  let server: JiraServer;
  let connection: Connection;
  let onAnswered: () => void = () => {};
  let undisturbed: ReturnType<typeof leftBehind>;
  let asked = 0;

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
    asked = server.requests().length;
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

  async function killedInChild(store: SyncStore, kill: { afterAnswer?: number; dieAtRow?: number; lingers?: boolean }) {
    let answered = 0;
    let child: ChildProcess | null = null;
    onAnswered = () => {
      answered += 1;
      if (answered === kill.afterAnswer) child?.kill('SIGKILL');
    };
    const { dieAtRow = null, lingers = false } = kill;
    const task = { file: store.file, baseUrl: '', dieAtRow, lingers, connection, secret };
    child = spawn(process.execPath, [entry], {
      env: { ...process.env, SIGNALBOX_CHILD: JSON.stringify(task) },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [, signal] = await once(child, 'exit');
    onAnswered = () => {};
    return signal;
  }

  it('has as many answers to be killed after', () => {
    expect(asked).toBe(answers);
  });

  // Every second answer: what is written is written as for GitHub, where each is tried.
  const seconds = Math.ceil(answers / 2);
  const afterAnswer = Array.from({ length: seconds }, (__, index) => ({ afterAnswer: 2 * index + 1, lingers: true }));
  const atRow = [2, 11, 25, 38].map((dieAtRow) => ({ dieAtRow }));

  it.each([...afterAnswer, ...atRow])('ends with the same facts, killed at %o', async (kill) => {
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
