import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openCore } from '../../electron/core/core.ts';
import { logOf } from '../../electron/core/db/log-keeper.ts';
import { openDatabase } from '../../electron/core/db/open.ts';
import { sql } from '../../electron/core/db/sql.ts';
import { type TestCore, testCore, testHost } from '../support/core.ts';
import { biweeklyPlan } from '../support/plans.ts';

describe('electron/core: copies of a workspace that is open', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore({ lookEvery: 20 });
    await test.client.trains.create(biweeklyPlan());
  });
  afterEach(() => test.end());

  const reader = () =>
    openCore({ file: test.file, mode: 'read', env: test.env, host: testHost(), schedule: false, actor: 'Bo' });

  async function trainsIn(file: string): Promise<readonly string[]> {
    const copy = await openCore({ file, mode: 'read', env: test.env, host: testHost(), schedule: false, actor: 'Bo' });
    try {
      return (await copy.client.trains.list({})).map(({ train }) => train.name);
    } finally {
      await copy.close();
    }
  }

  function plainCopy(): string {
    const folder = fs.mkdtempSync(path.join(test.folder, 'mail-'));
    const copy = path.join(folder, 'copy.signalbox');
    fs.copyFileSync(test.file, copy);
    return copy;
  }

  it('holds everything in the file alone, soon after the last change', async () => {
    await vi.waitFor(() => expect(fs.statSync(logOf(test.file)).size).toBe(0), { timeout: 20_000 });

    expect(await trainsIn(plainCopy())).toEqual(['Payments']);
    const { sizeBytes } = await test.client.workspace.info({});
    expect(sizeBytes).toBe(fs.statSync(test.file).size);
  }, 30_000);

  it('holds everything in the file after closing, although somebody else still reads it', async () => {
    const other = openDatabase({ file: test.file, readOnly: true, create: false });
    other.get(sql`SELECT count(*) FROM train`);

    await test.core.close();
    const copy = plainCopy();
    other.close();

    expect(await trainsIn(copy)).toEqual(['Payments']);
  });

  it('is backed up by another process that only reads', async () => {
    const beside = await reader();
    const { file } = await beside.client.workspace.backup({});
    await beside.close();

    expect(await trainsIn(path.join(test.folder, file))).toEqual(['Payments']);
  });
});
