import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type WriteDb, wrapDatabase } from '../../../../electron/core/db/database.ts';
import { sql } from '../../../../electron/core/db/sql.ts';

describe('electron/core/db/database', () => {
  let db: WriteDb;
  beforeEach(() => {
    db = wrapDatabase(new BetterSqlite(':memory:'));
    db.exec('CREATE TABLE t (n INTEGER)');
  });
  afterEach(() => db.close());

  const all = () => db.all<{ n: number }>(sql`SELECT n FROM t ORDER BY n`).map(({ n }) => n);

  it('keeps all of a transaction or nothing of it', () => {
    expect(() =>
      db.transaction(() => {
        db.run(sql`INSERT INTO t VALUES (1)`);
        throw new Error('no');
      }),
    ).toThrow('no');

    expect(all()).toEqual([]);
  });

  it('nests: what fails inside and is caught leaves the rest', () => {
    db.transaction(() => {
      db.run(sql`INSERT INTO t VALUES (1)`);
      try {
        db.transaction(() => {
          db.run(sql`INSERT INTO t VALUES (2)`);
          throw new Error('no');
        });
      } catch {
        db.run(sql`INSERT INTO t VALUES (3)`);
      }
    });

    expect(all()).toEqual([1, 3]);
  });

  it('goes on with more statements than it keeps prepared', () => {
    for (let n = 0; n < 700; n += 1) db.run({ text: `INSERT INTO t VALUES (${n})`, values: [] });

    expect(all()).toHaveLength(700);
  });
});
