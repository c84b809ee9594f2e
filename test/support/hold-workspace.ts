import { openWorkspace } from '../../electron/core/db/open-workspace.ts';
import { systemEnv } from '../../electron/core/env.ts';
import { createTrain } from './rows.ts';

/** Opens a workspace, commits one row, starts a transaction that never ends, says so and waits to be killed; not for ever. */
const { db } = openWorkspace({
  file: process.argv[2] ?? '',
  mode: 'write',
  create: undefined,
  env: systemEnv(),
  actor: 'holder',
  host: 'test',
});
createTrain(db, 'committed');
db.exec('BEGIN IMMEDIATE');
createTrain(db, 'never committed', { nested: true });
process.stdout.write('holding\n');
setTimeout(() => {}, 60_000);
