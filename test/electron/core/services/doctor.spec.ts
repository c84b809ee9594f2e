import fs from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCore } from '../../../../electron/core/core.ts';
import { type TestCore, testCore, testHost } from '../../../support/core.ts';
import { jiraPlan } from '../../../support/plans.ts';

describe('electron/core/services/doctor', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore();
  });
  afterEach(() => test.end());

  const failing = async (client = test.client) =>
    (await client.system.doctor({})).filter((check) => !check.ok).map(({ name, remedy }) => [name, remedy !== null]);

  it('finds nothing wrong with a new workspace', async () => {
    expect(await failing()).toEqual([]);
  });

  it.each([
    ['22.17.1', ['Node']],
    ['21.9.0', ['Node']],
    ['22.18.0', []],
    ['24.0.0', []],
  ])('asks for the Node that the rest of the program asks for: %s', async (version, found) => {
    const own = process.versions.node;
    Object.defineProperty(process.versions, 'node', { value: version, configurable: true });

    const names = (await failing()).map(([name]) => name);
    Object.defineProperty(process.versions, 'node', { value: own, configurable: true });

    expect(names).toEqual(found);
  });

  it('finds a page of the file that was overwritten', async () => {
    await test.client.connections.add({ ...jiraPlan(), auth: 'none' });
    await test.core.close();
    const bytes = fs.readFileSync(test.file);
    bytes.fill(0x5a, 4_096 * 8, 4_096 * 12);
    fs.writeFileSync(test.file, bytes);

    const damaged = await openCore({
      file: test.file,
      mode: 'read',
      env: test.env,
      host: testHost(),
      schedule: false,
      actor: 'Ada',
    });
    const found = await failing(damaged.client);
    await damaged.close();

    expect(found).toContainEqual(['Workspace file', true]);
  });

  it('says that a workspace was opened for reading only', async () => {
    const reader = await openCore({
      file: test.file,
      mode: 'read',
      env: test.env,
      host: testHost(),
      schedule: false,
      actor: 'Ada',
    });

    expect(await failing(reader.client)).toEqual([['Access', true]]);
    await reader.close();
  });

  it('names the connections that were never synced and those that fail', async () => {
    const { id } = await test.client.connections.add(
      jiraPlan({ name: 'Jira', auth: 'none', baseUrl: 'http://127.0.0.1:9' }),
    );
    const check = async () => (await test.client.system.doctor({})).find(({ name }) => name === 'Syncs');

    const fresh = await check();
    await test.client.sync.run({ connectionId: id, trigger: 'hand', fromScratch: false });
    const failed = await check();

    expect(fresh).toMatchObject({ ok: true, found: 'never synced: Jira' });
    expect(failed).toMatchObject({ ok: false, found: 'failing: Jira' });
    expect(failed?.remedy).toContain('Connections');
  });

  it('tells the room on the disk in a unit for people', async () => {
    const checks = await test.client.system.doctor({});

    expect(checks.find(({ name }) => name === 'Room on the disk')?.found).toMatch(/^\d{1,4}(\.\d)? (MB|GB|TB) free$/);
  });

  it('names the connections without a secret', async () => {
    await test.client.connections.add(jiraPlan({ name: 'Jira' }));
    await test.client.connections.add(jiraPlan({ name: 'Open', auth: 'none' }));

    const checks = await test.client.system.doctor({});

    expect(checks.find(({ name }) => name === 'Secrets')?.found).toBe('none for Jira');
  });
});
