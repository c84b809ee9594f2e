import fs from 'node:fs';
import path from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CoreClient } from '../../../electron/core/core.ts';
import { openDatabase } from '../../../electron/core/db/open.ts';
import { type CoreSupervisor, superviseCore } from '../../../electron/hosts/core-link/supervise-core.ts';
import { startCoreWorker } from '../../../electron/hosts/loopback/core-worker.ts';
import { shapeLink } from '../../../shared/contract/client-errors.ts';
import type { Zone } from '../../../shared/model/time.ts';
import { testFolder, testHost } from '../../support/core.ts';
import { jiraPlan } from '../../support/plans.ts';

const ENTRY = new URL('../../../electron/hosts/core-entry.ts', import.meta.url);

describe('electron/hosts/core-entry', () => {
  let folder: string;
  let core: CoreSupervisor<MessagePort> | null = null;
  beforeEach(() => {
    folder = testFolder();
  });
  afterEach(async () => {
    await core?.close(5_000);
    core = null;
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const logFile = () => path.join(folder, 'logs', 'signalbox.log');
  const logged = () => fs.readFileSync(logFile(), 'utf8');

  function start(file: string): { readonly client: CoreClient; readonly port: MessagePort } {
    core = superviseCore<MessagePort>({
      start: () => startCoreWorker(ENTRY),
      workspace: { file, mode: 'write', create: { name: 'Q3', zone: 'Europe/Berlin' as Zone, sample: false } },
      host: testHost(),
      actor: 'Ada',
      logFile: logFile(),
      now: () => performance.now(),
      onOutcome: () => undefined,
      onRestart: () => undefined,
      onGaveUp: () => undefined,
    });
    const { port1, port2 } = new MessageChannel();
    core.connect(port2, { actor: 'Ada', can: 'write' });
    return { client: createORPCClient<CoreClient>(shapeLink(new RPCLink({ port: port1 }))), port: port1 };
  }

  it('writes into the log file what a sync says that it says more of', async () => {
    const file = path.join(folder, 'q3.signalbox');
    const { client } = start(file);
    const { id } = await client.connections.add(jiraPlan({ auth: 'none', baseUrl: 'http://127.0.0.1:1' }));
    const db = openDatabase({ file, readOnly: false, create: false });
    db.exec("CREATE TRIGGER planted BEFORE INSERT ON sync_run BEGIN SELECT RAISE(ABORT, 'a planted fault'); END");
    db.close();

    await client.sync.run({ connectionId: id }).catch(() => undefined);

    expect(logged()).toContain('a planted fault');
    expect(logged()).toContain('"level":50');
  });

  it('goes on after a frame that nobody can read, and logs it', async () => {
    const { client, port } = start(path.join(folder, 'q3.signalbox'));
    await client.workspace.info({});

    port.postMessage('{"i":');

    await expect.poll(logged).toContain('nobody waited for what failed here');
    expect(await client.workspace.info({})).toMatchObject({ name: 'Q3' });
  });
});
