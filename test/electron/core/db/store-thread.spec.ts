import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../electron/core/db/open.ts';
import { sql } from '../../../../electron/core/db/sql.ts';
import { draftOf } from '../../../../electron/core/db/store-jobs.ts';
import { createStoreThread, storeWorkerUrl } from '../../../../electron/core/db/store-thread.ts';
import { openSyncStore, type SyncStore } from '../../../support/sync-store.ts';

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('electron/core/db/store-thread', () => {
  let store: SyncStore;
  let to: string;
  beforeEach(() => {
    store = openSyncStore();
    to = `${store.file}-copy`;
    store.db.exec('CREATE TABLE pairs (n INTEGER); CREATE TABLE bulk (bytes BLOB)');
    const insert = store.db.prepare('INSERT INTO bulk VALUES (zeroblob(4000))');
    store.db.transaction(() => {
      for (let row = 0; row < 1_000; row += 1) insert.run();
    });
  });
  afterEach(() => store.end());

  it('finishes a copy although another connection commits in every turn, and the copy is of one moment', async () => {
    const other = openDatabase({ file: store.file, readOnly: false, create: false });
    let isCopying = true;
    const copying = createStoreThread(store.file)
      .copy(to)
      .finally(() => {
        isCopying = false;
      });
    let commits = 0;
    while (isCopying) {
      other.transaction(() => {
        other.run(sql`INSERT INTO pairs VALUES (${commits})`);
        other.run(sql`INSERT INTO pairs VALUES (${commits})`);
      });
      commits += 1;
      await nextTurn();
    }
    await copying;
    other.close();

    const copy = openDatabase({ file: to, readOnly: true, create: false });
    const halves = copy.all(sql`SELECT n FROM pairs GROUP BY n HAVING count(*) <> 2`);
    const bulk = copy.get(sql`SELECT count(*) AS n FROM bulk`);
    copy.close();
    // This thread went on meanwhile.
    expect(commits).toBeGreaterThan(20);
    expect(halves).toEqual([]);
    expect(bulk).toEqual({ n: 1_000 });
    expect(fs.existsSync(draftOf(to))).toBe(false);
  });

  it('waits for all that is going on', async () => {
    const thread = createStoreThread(store.file);
    const ended: string[] = [];

    const jobs = [
      thread.copy(to).then(() => ended.push('copied')),
      thread.check().then((found) => ended.push(`checked: ${found}`)),
    ];
    await thread.idle();
    await nextTurn();

    expect(ended.toSorted()).toEqual(['checked: ok', 'copied']);
    await Promise.all(jobs);
  });

  it('carries the failure over', async () => {
    const thread = createStoreThread(`${store.file}-that-is-not-there`);

    await expect(thread.check()).rejects.toMatchObject({ name: 'Failure', code: 'WORKSPACE_MISSING' });
    await expect(thread.copy(to)).rejects.toMatchObject({ name: 'Failure', code: 'WORKSPACE_MISSING' });
    expect(fs.existsSync(draftOf(to))).toBe(false);
  });

  it('has nothing to wait for where nothing was asked', async () => {
    await expect(createStoreThread(store.file).idle()).resolves.toBeUndefined();
  });

  it('finds its program beside the sources and beside what is built', () => {
    const source = pathToFileURL('/app/electron/core/db/store-thread.ts').href;
    const built = pathToFileURL('/app/dist/chunks/core.js').href;

    expect(storeWorkerUrl(source).pathname).toMatch(/\/app\/electron\/core\/db\/store-worker\.ts$/);
    expect(storeWorkerUrl(built).pathname).toMatch(/\/app\/dist\/core\/store-worker\.js$/);
  });
});
