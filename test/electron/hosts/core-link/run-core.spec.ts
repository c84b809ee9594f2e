import fs from 'node:fs';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CoreClient } from '../../../../electron/core/core.ts';
import { openCore } from '../../../../electron/core/core.ts';
import { answerQuestion } from '../../../../electron/hosts/core-link/host-questions.ts';
import type { FromCore, OpenWorkspace, ToCore } from '../../../../electron/hosts/core-link/messages.ts';
import {
  type CoreMaker,
  type CorePort,
  type ParentChannel,
  runCore,
} from '../../../../electron/hosts/core-link/run-core.ts';
import { shapeLink } from '../../../../shared/contract/client-errors.ts';
import type { Zone } from '../../../../shared/model/time.ts';
import { testFolder, testHost } from '../../../support/core.ts';
import { testEnv } from '../../../support/env.ts';

const CREATE = { name: 'Q3', zone: 'Europe/Berlin' as Zone, sample: false };

/** Both ends of a channel, with a real core behind it and a host in front. */
function run(workspace: OpenWorkspace, changes: Partial<CoreMaker> = {}) {
  const host = testHost();
  const said: FromCore[] = [];
  const logged: string[] = [];
  const ended = Promise.withResolvers<void>();
  const settled = Promise.withResolvers<void>();
  let tell: (message: ToCore, port?: CorePort) => void = () => undefined;
  const channel: ParentChannel = {
    send: (message) => {
      said.push(message);
      if (message.type === 'ask') void answerQuestion(host, message).then((answer) => tell(answer));
      if (message.type === 'opened' || message.type === 'failed') settled.resolve();
    },
    onMessage: (listener) => {
      tell = (message, port) => listener(message, port);
    },
    exit: () => ended.resolve(),
  };
  runCore(channel, {
    openLog: (file) => pino({ base: { file } }, { write: (line) => logged.push(line) }),
    open: (options) => openCore({ ...options, env: testEnv() }),
    fillWithSample: async () => undefined,
    ...changes,
  });
  const { kind, versions, secrets } = host;

  return {
    said,
    logged: () => logged.map((line) => JSON.parse(line)),
    host,
    settled: settled.promise,
    open: () =>
      tell({
        type: 'open',
        workspace,
        actor: 'Ada',
        logFile: 'the.log',
        host: { kind, versions, keptIn: secrets.keptIn },
      }),
    client: (): CoreClient => {
      const { port1, port2 } = new MessageChannel();
      tell({ type: 'client', principal: { actor: 'Ada', can: 'write' } }, port2 as unknown as CorePort);
      return createORPCClient<CoreClient>(shapeLink(new RPCLink({ port: port1 })));
    },
    close: async () => {
      tell({ type: 'close' });
      await ended.promise;
    },
  };
}

describe('electron/hosts/core-link/run-core', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = testFolder();
    file = path.join(folder, 'q3.signalbox');
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('opens the workspace, serves clients that came before, and closes', async () => {
    const core = run({ file, mode: 'write', create: CREATE });
    const early = core.client().workspace.info({});
    core.open();

    const info = await early;
    await core.close();

    expect(info).toMatchObject({ name: 'Q3', file: 'q3.signalbox' });
    expect(core.said.map(({ type }) => type)).toEqual(['opened']);
  });

  it('lets the workspace go when it closes', async () => {
    for (const _time of [1, 2]) {
      const core = run({ file, mode: 'write', create: CREATE });
      core.open();
      await core.settled;
      expect(core.said).toEqual([{ type: 'opened', file }]);
      await core.close();
    }
  });

  it('asks its host for settings', async () => {
    const core = run({ file, mode: 'write', create: CREATE });
    core.open();

    const saved = await core.client().workspace.saveSettings({ theme: 'dark' });
    await core.close();

    expect(saved.theme).toBe('dark');
    expect((await core.host.settings.read()).theme).toBe('dark');
  });

  it('tells every client why the workspace could not be opened, before and after', async () => {
    fs.writeFileSync(file, 'not a workspace, and long enough to be looked at as one'.repeat(100));
    const core = run({ file, mode: 'write', create: null });
    const early = core.client().workspace.info({});
    core.open();

    await expect(early).rejects.toMatchObject({ code: 'WORKSPACE_FOREIGN' });
    await expect(core.client().trains.list({})).rejects.toMatchObject({ code: 'WORKSPACE_FOREIGN' });
    await expect(core.client().system.changes({})).rejects.toMatchObject({ code: 'WORKSPACE_FOREIGN' });
    expect(core.said[0]).toMatchObject({ type: 'failed', failure: { code: 'WORKSPACE_FOREIGN' } });
    await core.close();
  });

  it('tries again for the next client, because what was in the way may have gone', async () => {
    const other = run({ file, mode: 'write', create: CREATE });
    other.open();
    await other.settled;
    const core = run({ file, mode: 'write', create: null });
    core.open();
    await expect(core.client().workspace.info({})).rejects.toMatchObject({ code: 'WORKSPACE_IN_USE' });

    await other.close();

    expect(await core.client().workspace.info({})).toMatchObject({ name: 'Q3' });
    expect(core.said.map(({ type }) => type)).toEqual(['failed', 'opened']);
    await core.close();
  });

  it('makes no folder for a file that somebody named', async () => {
    const lost = path.join(folder, 'missing', 'q3.signalbox');
    const core = run({ file: lost, mode: 'write', create: CREATE });
    core.open();

    await expect(core.client().workspace.info({})).rejects.toMatchObject({
      code: 'WORKSPACE_MISSING',
      data: { where: path.join(folder, 'missing') },
    });
    expect(fs.existsSync(path.dirname(lost))).toBe(false);
    await core.close();
  });

  it('fills the account’s own workspace with the sample, once', async () => {
    const own: OpenWorkspace = {
      file: path.join(folder, 'workspaces', 'own.signalbox'),
      mode: 'write',
      create: { ...CREATE, sample: true },
    };
    let filled = 0;
    for (const _start of [1, 2]) {
      const core = run(own, {
        fillWithSample: async () => {
          filled += 1;
        },
      });
      core.open();
      await core.settled;
      await core.close();
    }

    expect(filled).toBe(1);
  });

  it('opens the workspace even where the sample cannot be loaded', async () => {
    const own: OpenWorkspace = { file, mode: 'write', create: { ...CREATE, sample: true } };
    const fillWithSample = () => Promise.reject(new Error('the sample is not to be read'));
    const core = run(own, { fillWithSample });
    core.open();

    expect(await core.client().workspace.info({})).toMatchObject({ name: 'Q3' });
    expect(core.logged()).toMatchObject([{ file: 'the.log', err: { message: 'the sample is not to be read' } }]);
    await core.close();
  });

  it('logs what nobody foresaw, and tells clients nothing of it', async () => {
    const open = () => Promise.reject(new Error('a planted fault'));
    const core = run({ file, mode: 'write', create: null }, { open });
    core.open();

    await expect(core.client().workspace.info({})).rejects.toMatchObject({ code: 'INTERNAL', data: { where: null } });
    expect(core.logged()[0]).toMatchObject({ level: 50, err: { message: 'a planted fault' } });
    await core.close();
  });
});
