import fs from 'node:fs';
import path from 'node:path';
import { jira } from '../../electron/core/connectors/jira/index.ts';
import type { WriteDb } from '../../electron/core/db/database.ts';
import { openWorkspace } from '../../electron/core/db/open-workspace.ts';
import type { RunOptions } from '../../electron/core/sync/run-options.ts';
import type { Connection, ConnectionPlan, SyncRun } from '../../shared/model/connection.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import type { Zone } from '../../shared/model/time.ts';
import type { JiraData } from '../servers/jira-data.ts';
import { createJiraDataSource } from '../servers/jira-data-source.ts';
import { type JiraServer, type JiraServerOptions, startJiraServer } from '../servers/jira-server.ts';
import type { JiraSource } from '../servers/jira-source.ts';
import { testFolder } from './core.ts';
import { jiraPlan } from './jira-pages.ts';
import { runningEnv, syncOnce } from './sync-once.ts';

export const TOKEN = 'sesame-and-poppy';

export interface JiraSite {
  readonly server: JiraServer;
  readonly db: WriteDb;
  readonly connection: Connection;
  /** Syncs once, into another workspace where one is given. */
  readonly sync: (changes?: Partial<RunOptions> & { readonly secret?: string }) => Promise<SyncRun>;
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
  const env = runningEnv(options.now ?? '2026-02-04T12:00:00Z');
  const user = 'ada@example.com';
  const server = await startJiraServer({
    source: sourceOf(options),
    credentials: { user: cloud ? user : null, token: TOKEN },
    largestPage: 10,
    now: env.now,
    ...options.server,
  });
  const folder = testFolder();
  const create = { name: 'Test', zone: 'UTC' as Zone };
  const file = path.join(folder, 'jira.signalbox');
  const workspace = openWorkspace({ file, mode: 'write', create, env, actor: 'Ada', host: 'test' });
  const plan = jiraPlan({ baseUrl: server.baseUrl, auth: cloud ? 'basic' : 'token', user, rules: jira.defaultRules });
  const connection = { ...plan, ...options.plan, id: 'jira-1' as ConnectionId };
  const copies: WriteDb[] = [];
  return {
    server,
    db: workspace.db,
    connection,
    sync: ({ db = workspace.db, secret = TOKEN, connection: changed = connection, ...changes } = {}) =>
      syncOnce(db, { connection: changed, connector: jira, secret, env }, changes),
    setData: (data) => server.setSource(sourceOf({ ...options, data })),
    copy: (name) => {
      const target = path.join(folder, `${name}.signalbox`);
      workspace.db.exec(`VACUUM INTO '${target.replaceAll("'", "''")}'`);
      const copied = openWorkspace({ file: target, mode: 'write', create, env, actor: 'Ada', host: 'test' });
      copies.push({ ...copied.db, close: copied.close });
      return copied.db;
    },
    end: async () => {
      for (const copied of copies) copied.close();
      workspace.close();
      await server.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
