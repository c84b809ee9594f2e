import fs from 'node:fs';
import BetterSqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createCommandQueue } from '../../../electron/core/command-queue.ts';
import { testCore } from '../../support/core.ts';
import { biweeklyPlan } from '../../support/plans.ts';

const busy = () => Object.assign(new Error('busy'), { code: 'SQLITE_BUSY' });

describe('electron/core/command-queue', () => {
  it('runs one after another in the order in which they came, whatever fails', async () => {
    const queue = createCommandQueue();
    const order: string[] = [];
    let tries = 0;

    const first = queue(() => {
      tries += 1;
      if (tries < 4) throw busy();
      order.push('first');
      return 1;
    });
    const second = queue(() => {
      order.push('second');
      throw new Error('no');
    });
    const third = queue(() => order.push('third'));

    expect(await Promise.allSettled([first, second, third])).toMatchObject([
      { value: 1 },
      { status: 'rejected' },
      { value: 3 },
    ]);
    expect(order).toEqual(['first', 'second', 'third']);
    expect(tries).toBe(4);
  });

  it('does not try again what failed for another reason', async () => {
    let tries = 0;

    const failing = createCommandQueue()(() => {
      tries += 1;
      throw new RangeError('no');
    });

    await expect(failing).rejects.toThrow('no');
    expect(tries).toBe(1);
  });

  it('answers queries while a command waits for another writer', async () => {
    const { client, file, end } = await testCore();
    const writer = new BetterSqlite(file);
    writer.exec('BEGIN IMMEDIATE');

    const command = client.trains.create(biweeklyPlan());
    const answered = await Promise.all(Array.from({ length: 20 }, () => client.trains.list({})));
    writer.exec('COMMIT');
    await command;

    expect(answered.flat()).toEqual([]);
    expect(await client.trains.list({})).toHaveLength(1);
    writer.close();
    await end();
    expect(fs.existsSync(file)).toBe(false);
  });
});
