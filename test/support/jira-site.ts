import path from 'node:path';
import { jira } from '../../electron/core/connectors/jira/index.ts';
import type { WriteDb } from '../../electron/core/db/database.ts';
import { openDatabase } from '../../electron/core/db/open.ts';
import type { RunOptions } from '../../electron/core/sync/run-options.ts';
import type { Connection, ConnectionPlan, SyncRun } from '../../shared/model/connection.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import type { JiraData } from '../servers/jira-data.ts';
import { createJiraDataSource } from '../servers/jira-data-source.ts';
import { type JiraServer, type JiraServerOptions, startJiraServer } from '../servers/jira-server.ts';
import type { JiraSource } from '../servers/jira-source.ts';
import { testEnv } from './env.ts';
import { jiraPlan } from './jira-pages.ts';
import { syncOnce } from './sync-run.ts';
import { openSyncStore } from './sync-store.ts';

const TOKEN = 'sesame-and-poppy';

export interface JiraSite {
  readonly server: JiraServer;
  readonly db: WriteDb;
  readonly connection: Connection;
  /** Syncs once, into another workspace where one is given; a page a transaction. */
  readonly sync: (changes?: Partial<Omit<RunOptions, 'env'>>) => Promise<SyncRun>;
  /** Puts other data in place, as if the world had moved on. */
  readonly setData: (data: JiraData) => void;
  /** A copy of the workspace as it stands, opened: what a process killed now would leave. */
  readonly copy: (name: string) => WriteDb;
  readonly end: () => Promise<void>;
}

export interface JiraSiteOptions {
  readonly cloud: boolean;
  readonly data?: JiraData;
  /** In place of data: a source of its own. */
  readonly source?: JiraSource;
  readonly agile?: boolean;
  readonly plan?: Partial<ConnectionPlan>;
  readonly server?: Partial<JiraServerOptions>;
  /** When it is, for the server and for us. */
  readonly now?: string;
}

function sourceOf({ cloud, agile, data, source }: JiraSiteOptions): JiraSource {
  if (source) return source;
  if (!data) throw new Error('a site needs data or a source');
  return createJiraDataSource(data, agile === undefined ? { cloud } : { cloud, agile });
}

/** A Jira server, a new workspace and a connection between them. */
export async function startJiraSite(options: JiraSiteOptions): Promise<JiraSite> {
  const { cloud } = options;
  const env = testEnv(options.now ?? '2026-02-04T12:00:00Z');
  const user = 'ada@example.com';
  const server = await startJiraServer({
    source: sourceOf(options),
    credentials: { user: cloud ? user : null, token: TOKEN },
    largestPage: 10,
    now: env.now,
    ...options.server,
  });
  const store = openSyncStore();
  const plan = jiraPlan({ baseUrl: server.baseUrl, auth: cloud ? 'basic' : 'token', user, rules: jira.defaultRules });
  const connection = { ...plan, ...options.plan, id: 'jira-1' as ConnectionId };
  const run = { connector: jira, secret: TOKEN, env, batch: { pages: 1, everyMs: 250 } };
  const copies: WriteDb[] = [];
  return {
    server,
    db: store.db,
    connection,
    sync: ({ db = store.db, connection: changed = connection, ...changes } = {}) =>
      syncOnce(db, changed, { ...run, ...changes }),
    setData: (data) => server.setSource(sourceOf({ ...options, data })),
    copy: (name) => {
      const file = path.join(path.dirname(store.file), `${name}.signalbox`);
      store.db.exec(`VACUUM INTO '${file.replaceAll("'", "''")}'`);
      const copied = openDatabase({ file, readOnly: false, create: false });
      copies.push(copied);
      return copied;
    },
    end: async () => {
      for (const copied of copies) copied.close();
      store.end();
      await server.close();
    },
  };
}
