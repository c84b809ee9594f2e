import BetterSqlite from 'better-sqlite3';
import { systemWait } from '../../electron/core/connectors/_kit/wait.ts';
import { connectors } from '../../electron/core/connectors/registry.ts';
import { wrapDatabase } from '../../electron/core/db/database.ts';
import { factKindNames, factTableName } from '../../electron/core/db/fact-tables.ts';
import { systemEnv } from '../../electron/core/env.ts';
import { runSync } from '../../electron/core/sync/runner.ts';
import type { Connection } from '../../shared/model/connection.ts';
import { githubConnection, silentLog } from './sync-run.ts';

// A process of its own that syncs and can be killed; SIGNALBOX_CHILD says what it is to do.
interface Task {
  readonly file: string;
  readonly baseUrl: string;
  /** Kills itself while it writes its n-th row of facts, in the middle of a transaction; never when null. */
  readonly dieAtRow: number | null;
  /** Stays when the sync has ended, until it is killed: whoever kills it is never too late. */
  readonly lingers?: boolean;
  /** Another connection than that to the GitHub at `baseUrl`, with its secret. */
  readonly connection?: Connection;
  readonly secret?: string;
}

const task = JSON.parse(process.env.SIGNALBOX_CHILD ?? '{}') as Task;
const native = new BetterSqlite(task.file, { timeout: 5_000 });
native.pragma('journal_mode = WAL');

if (task.dieAtRow !== null) {
  let rows = 0;
  native.function('count_row', () => {
    rows += 1;
    if (rows === task.dieAtRow) process.kill(process.pid, 'SIGKILL');
    return rows;
  });
  for (const kind of factKindNames) {
    const table = factTableName(kind);
    native.exec(`CREATE TEMP TRIGGER die_${table} AFTER INSERT ON main.${table} BEGIN SELECT count_row(); END`);
  }
}

const connection = task.connection ?? githubConnection(task.baseUrl);
const connector = connectors.find(({ kind }) => kind === connection.kind);
if (connector === undefined) throw new Error(`no connector for ${connection.kind}`);

const run = await runSync({
  db: wrapDatabase(native),
  connection,
  connector,
  secret: task.secret ?? 't0ken',
  runId: `run-${process.pid}`,
  trigger: 'hand',
  env: systemEnv(),
  fetch,
  wait: systemWait,
  log: silentLog,
  signal: new AbortController().signal,
  batch: { pages: 3, everyMs: 2 },
});
native.close();
if (task.lingers === true) setInterval(() => {}, 60_000);
process.exitCode = run.state === 'succeeded' ? 0 : 1;
