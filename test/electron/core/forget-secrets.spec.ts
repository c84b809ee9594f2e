import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HostServices } from '../../../electron/core/host-services.ts';
import { type TestCore, testCore, testHost } from '../../support/core.ts';
import { jiraPlan } from '../../support/plans.ts';

const ORIGIN = new URL(jiraPlan().baseUrl).origin;

describe('electron/core/forget-secrets', () => {
  let host: HostServices;
  let test: TestCore;
  beforeEach(async () => {
    host = testHost();
    test = await testCore({ host });
  });
  afterEach(() => test.end());

  async function connect(name: string) {
    const { id } = await test.client.connections.add(jiraPlan({ name }));
    await test.client.connections.saveSecret({ id, secret: 't0ken' });
    return id;
  }
  const reopen = (changes: Partial<HostServices['secrets']> = {}, mode: 'read' | 'write' = 'write') =>
    testCore({ file: test.file, create: undefined, mode, host: { ...host, secrets: { ...host.secrets, ...changes } } });

  it('removes the secret of a removed connection at the next opening, and no other', async () => {
    const [gone, stays] = [await connect('gone'), await connect('stays')];
    await test.client.connections.remove({ id: gone });
    expect(await host.secrets.get(gone, ORIGIN)).toBe('t0ken');
    await test.core.close();

    const again = await reopen();

    await expect.poll(() => host.secrets.get(gone, ORIGIN)).toBeNull();
    expect(await host.secrets.get(stays, ORIGIN)).toBe('t0ken');
    await again.end();
  });

  it('keeps the secret for undo while the workspace is open', async () => {
    const id = await connect('back');
    await test.client.connections.remove({ id });
    await test.client.journal.undo({ seq: null });

    expect(await test.client.connections.list({})).toMatchObject([{ connection: { id }, hasSecret: true }]);
  });

  it('removes nothing where the workspace is only read, and opens where the secrets cannot be reached', async () => {
    const id = await connect('gone');
    await test.client.connections.remove({ id });
    await test.core.close();

    const reader = await reopen({}, 'read');
    await reader.end();
    expect(await host.secrets.get(id, ORIGIN)).toBe('t0ken');
    const locked = await reopen({ remove: () => Promise.reject(new Error('the keychain is locked')) });
    expect(await locked.client.connections.list({})).toEqual([]);
    await locked.end();
  });
});
