import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CoreClient, openCore } from '../../../electron/core/core.ts';
import { type TestCore, testCore, testHost } from '../../support/core.ts';
import { biweeklyPlan, jiraPlan } from '../../support/plans.ts';

describe('electron/core/core', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore();
  });
  afterEach(() => test.end());

  function clientFor(
    can: 'read' | 'write',
    actor: string,
    core = test.core,
  ): { client: CoreClient; end: () => Promise<void> } {
    const { port1, port2 } = new MessageChannel();
    core.serve(port1, { actor, can });
    port1.start();
    port2.start();
    const end = async () => {
      const closed = once(port1, 'close');
      port2.close();
      await closed;
    };
    return { client: createORPCClient<CoreClient>(new RPCLink({ port: port2 })), end };
  }

  it('serves every client as who it is', async () => {
    const grace = clientFor('write', 'Grace');

    await grace.client.trains.create(biweeklyPlan());
    const { rows } = await test.client.journal.list({ limit: 1 });
    await grace.end();

    expect(rows[0]?.actor).toBe('Grace');
  });

  it('lets a client that may only read look, but not decide', async () => {
    const guest = clientFor('read', 'guest');

    const failure = await guest.client.trains.create(biweeklyPlan()).catch((error: unknown) => error);
    const trains = await guest.client.trains.list({});
    await guest.end();

    expect(failure).toMatchObject({ code: 'FORBIDDEN' });
    expect(trains).toEqual([]);
  });

  it('keeps everything across closing and opening', async () => {
    await test.client.trains.create(biweeklyPlan());
    await test.core.close();

    const again = await openCore({
      file: test.file,
      mode: 'write',
      env: test.env,
      host: testHost(),
      schedule: false,
      actor: 'Ada',
    });
    const trains = await again.client.trains.list({});
    await again.close();

    expect(trains.map(({ train }) => train.name)).toEqual(['Payments']);
  });

  it('pauses its schedule while the pages say that there is no network, and for no longer than they are open', async () => {
    const scheduled = await testCore({ schedule: true });
    const { connections } = scheduled.client;
    const pages = [clientFor('write', 'Ada', scheduled.core), clientFor('write', 'Ada', scheduled.core)] as const;
    const state = async () => (await connections.list({}))[0]?.state;

    await pages[0].client.sync.setOnline({ online: false });
    await connections.add(jiraPlan({ auth: 'none', baseUrl: 'http://127.0.0.1:1', everyMinutes: 5 }));
    scheduled.env.pass(60_000);
    const offline = await state();
    await pages[1].client.sync.setOnline({ online: false });
    await pages[0].end();
    const stillOffline = await state();
    await pages[1].end();

    expect([offline, stillOffline]).toEqual(['waiting', 'waiting']);
    expect(await state()).toBe('running');
    await scheduled.end();
  });
});
