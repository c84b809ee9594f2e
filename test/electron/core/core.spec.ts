import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CoreClient, openCore } from '../../../electron/core/core.ts';
import { type TestCore, testCore, testHost } from '../../support/core.ts';
import { biweeklyPlan } from '../../support/plans.ts';

describe('electron/core/core', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore();
  });
  afterEach(() => test.end());

  function clientFor(can: 'read' | 'write', actor: string): { client: CoreClient; end: () => void } {
    const { port1, port2 } = new MessageChannel();
    test.core.serve(port1, { actor, can });
    port1.start();
    port2.start();
    return { client: createORPCClient<CoreClient>(new RPCLink({ port: port2 })), end: () => port2.close() };
  }

  it('serves every client as who it is', async () => {
    const grace = clientFor('write', 'Grace');

    await grace.client.trains.create(biweeklyPlan());
    const { rows } = await test.client.journal.list({ limit: 1 });
    grace.end();

    expect(rows[0]?.actor).toBe('Grace');
  });

  it('lets a client that may only read look, but not decide', async () => {
    const guest = clientFor('read', 'guest');

    const failure = await guest.client.trains.create(biweeklyPlan()).catch((error: unknown) => error);
    const trains = await guest.client.trains.list({});
    guest.end();

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
});
