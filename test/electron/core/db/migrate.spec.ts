import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WriteDb } from '../../../../electron/core/db/database.ts';
import { type Migration, migrate, storeVersion } from '../../../../electron/core/db/migrate.ts';
import { migrations } from '../../../../electron/core/db/migrations/index.ts';
import { openDatabase } from '../../../../electron/core/db/open.ts';
import { sql } from '../../../../electron/core/db/sql.ts';
import { testFolder } from '../../../support/core.ts';

const one: Migration = { version: 1, name: 'one', script: 'CREATE TABLE a (n INTEGER); INSERT INTO a VALUES (1);' };
const two: Migration = {
  version: 2,
  name: 'two',
  script: 'ALTER TABLE a ADD COLUMN m INTEGER; UPDATE a SET m = n * 2;',
};
const broken: Migration = {
  version: 3,
  name: 'broken',
  script: 'DELETE FROM a; CREATE TABLE b (n INTEGER); SELECT x FROM nowhere;',
};

describe('electron/core/db/migrate', () => {
  let folder: string;
  let db: WriteDb;
  beforeEach(() => {
    folder = testFolder();
    db = openDatabase({ file: path.join(folder, 'x.signalbox'), readOnly: false, create: true });
  });
  afterEach(() => {
    db.close();
    fs.rmSync(folder, { recursive: true });
  });

  it('runs only the steps that a file has not had, and says from where it came', () => {
    expect(migrate(db, [one])).toEqual({ from: 0 });
    expect(migrate(db, [one, two])).toEqual({ from: 1 });
    expect(migrate(db, [one, two])).toEqual({ from: 2 });

    expect(db.all(sql`SELECT n, m FROM a`)).toEqual([{ n: 1, m: 2 }]);
  });

  it('leaves the file at the last step that worked', () => {
    expect(() => migrate(db, [one, two, broken])).toThrow('nowhere');

    expect(storeVersion(db)).toBe(2);
    expect(db.all(sql`SELECT n FROM a`)).toEqual([{ n: 1 }]);
  });

  it('keeps a copy before it touches a file that holds something', () => {
    migrate(db, [one]);
    migrate(db, [one, two]);

    const copy = openDatabase({ file: path.join(folder, 'x.signalbox.before-v2'), readOnly: true, create: false });
    expect(storeVersion(copy)).toBe(1);
    expect(copy.all(sql`SELECT * FROM a`)).toEqual([{ n: 1 }]);
    copy.close();
  });

  it('has the real steps numbered from 1 without a gap', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
  });

  it('lets Jira tell how its tickets were resolved: its issues are read anew, and nothing else is', () => {
    migrate(db, migrations.slice(0, 7));
    db.exec(`
      INSERT INTO connection (id, kind, name, base_url, auth, user, scopes, rules, every_minutes)
        VALUES ('j', 'jira', 'Jira', 'https://j.example', 'none', '', '[]', '{}', NULL),
               ('g', 'github', 'GitHub', 'https://g.example', 'none', '', '[]', '{}', NULL);
      INSERT INTO sync_watermark VALUES ('j', 'PAY', 'issues', '{}'), ('j', '', '#plan', '{}'), ('g', 'o/n', 'issues', '{}');
      INSERT INTO sync_pending_watermark VALUES ('j', 'OPS', 'issues', 'r', '{}'), ('g', 'o/m', 'issues', 'r', '{}');
      INSERT INTO sync_request VALUES ('j', 'k', 'r', 1, '{}'), ('g', 'k', 'r', 1, '{}');`);

    migrate(db, migrations);

    const left = (table: string) =>
      db.all(sql`SELECT connection_id AS of, ${{ text: table === 'sync_request' ? 'key' : 'stream', values: [] }} AS what
                 FROM ${{ text: table, values: [] }} ORDER BY 1`);
    expect(left('sync_watermark')).toEqual([
      { of: 'g', what: 'issues' },
      { of: 'j', what: '#plan' },
    ]);
    expect(left('sync_pending_watermark')).toEqual([{ of: 'g', what: 'issues' }]);
    expect(left('sync_request')).toEqual([{ of: 'g', what: 'k' }]);
  });

  it('makes strict tables only, with foreign keys that hold', () => {
    migrate(db, migrations);

    const loose = db.all(sql`
      SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0
        AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'work_item_text%'`);
    expect(loose).toEqual([]);
    expect(db.all(sql`PRAGMA foreign_key_check`)).toEqual([]);
    expect(db.get(sql`PRAGMA foreign_keys`)).toEqual({ foreign_keys: 1 });
  });
});
