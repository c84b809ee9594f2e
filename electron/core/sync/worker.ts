import { parentPort, workerData } from 'node:worker_threads';
import { trustSystemCertificates } from '../connectors/_kit/system-trust.ts';
import { systemWait } from '../connectors/_kit/wait.ts';
import { openDatabase } from '../db/open.ts';
import { systemEnv } from '../env.ts';
import type { SyncWorkerData, ToSyncWorker } from './messages.ts';
import { createWorkerLoop } from './worker-loop.ts';

// The sync thread's entry: its own connection to the workspace, so that the interface never waits for a sync.
const port = parentPort;
if (port === null) throw new Error('the sync thread is started by the core, not by hand');

trustSystemCertificates();
// The core starts this thread and says what it is for.
const { file } = workerData as SyncWorkerData;
const db = openDatabase({ file, readOnly: false, create: false });
const loop = createWorkerLoop({
  db,
  env: systemEnv(),
  fetch,
  wait: systemWait,
  post: (message) => port.postMessage(message),
});

port.on('message', (message: ToSyncWorker) => {
  loop.receive(message);
  if (message.type !== 'close') return;
  void loop.idle().then(() => {
    db.close();
    port.close();
  });
});
