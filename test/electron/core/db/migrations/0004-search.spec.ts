import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WriteDb } from '../../../../../electron/core/db/database.ts';
import { migrate } from '../../../../../electron/core/db/migrate.ts';
import { migrations } from '../../../../../electron/core/db/migrations/index.ts';
import { openDatabase } from '../../../../../electron/core/db/open.ts';
import { sql } from '../../../../../electron/core/db/sql.ts';
import { testFolder } from '../../../../support/core.ts';

/** What version 3 wrote: one work item with two tags, and two journal entries. */
const WRITTEN_BY_3 = `
INSERT INTO fact_work_item (id, connection_id, external_id, fetched_at, project_key, key, title, type, original_status,
  category, labels, versions, created_at, updated_at)
VALUES ('c:work-item:1', 'c', '1', 1, 'PAY', 'PAY-1', 'Refund', 'Bug', 'Open', 'new', '["flaky"]', '["24.1"]', 5, 7);
INSERT INTO work_item_tag (work_item_id, kind, value) VALUES ('c:work-item:1', 'label', 'flaky'), ('c:work-item:1', 'version', '24.1');
INSERT INTO journal (seq, at, actor, command, input, changes, summary, prev_hash, hash) VALUES
  (1, 1, 'Ada', 'a', '{}', '[{"kind":"train","id":"t"},{"kind":"train","id":"u"},{"kind":"release","id":"r"}]', 'Created Payments', '', 'x'),
  (2, 2, 'Ada', 'b', '{}', '[{"kind":"release","id":"r"}]', 'Moved Größe', 'x', 'y');
`;

describe('electron/core/db/migrations/0004-search', () => {
  let folder: string;
  let db: WriteDb;
  beforeEach(() => {
    folder = testFolder();
    db = openDatabase({ file: path.join(folder, 'x.signalbox'), readOnly: false, create: true });
    migrate(db, migrations.slice(0, 3));
    db.exec(WRITTEN_BY_3);
    migrate(db, migrations.slice(0, 4));
  });
  afterEach(() => {
    db.close();
    fs.rmSync(folder, { recursive: true });
  });

  it('gives the tags of version 3 the time of their work item', () => {
    expect(db.all(sql`SELECT kind, value, updated_at, work_item_id FROM work_item_tag ORDER BY kind`)).toEqual([
      { kind: 'label', value: 'flaky', updated_at: 7, work_item_id: 'c:work-item:1' },
      { kind: 'version', value: '24.1', updated_at: 7, work_item_id: 'c:work-item:1' },
    ]);
  });

  it('knows the kinds and words of entries that were there before', () => {
    expect(db.all(sql`SELECT kind, seq FROM journal_kind ORDER BY kind, seq`)).toEqual([
      { kind: 'release', seq: 1 },
      { kind: 'release', seq: 2 },
      { kind: 'train', seq: 1 },
    ]);
    expect(db.all(sql`SELECT rowid FROM journal_text WHERE journal_text MATCH 'grosse OR große OR größe'`)).toEqual([
      { rowid: 2 },
    ]);
  });

  it('indexes the words of what is decided later', () => {
    db.exec(`INSERT INTO journal (seq, at, actor, command, input, changes, summary, prev_hash, hash)
      VALUES (3, 3, 'Ada', 'c', '{}', '[]', 'Boarded refunds', 'y', 'z')`);

    expect(db.all(sql`SELECT rowid FROM journal_text WHERE journal_text MATCH 'refu*'`)).toEqual([{ rowid: 3 }]);
  });
});
