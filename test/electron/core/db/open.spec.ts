import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../electron/core/db/open.ts';
import { sql } from '../../../../electron/core/db/sql.ts';
import { testFolder } from '../../../support/core.ts';

describe('electron/core/db/open', () => {
  let folder: string;
  beforeEach(() => {
    folder = testFolder();
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it('opens with the settings that the store counts on', () => {
    const db = openDatabase({ file: path.join(folder, 'a'), readOnly: false, create: true });

    expect(db.get(sql`PRAGMA journal_mode`)).toEqual({ journal_mode: 'wal' });
    expect(db.get(sql`PRAGMA foreign_keys`)).toEqual({ foreign_keys: 1 });
    expect(db.get(sql`PRAGMA busy_timeout`)).toEqual({ timeout: 5_000 });
    db.close();
  });

  it('cannot write through a connection opened for reading', () => {
    const file = path.join(folder, 'a');
    const writer = openDatabase({ file, readOnly: false, create: true });
    writer.exec('PRAGMA application_id = 1397178968; CREATE TABLE t (n INTEGER)');
    const reader = openDatabase({ file, readOnly: true, create: false });

    expect(() => reader.run(sql`INSERT INTO t VALUES (1)`)).toThrow('readonly');
    reader.close();
    writer.close();
  });

  it('does not create a file in a folder that is not there', () => {
    const file = path.join(folder, 'nowhere', 'a.signalbox');

    expect(() => openDatabase({ file, readOnly: false, create: true })).toThrow(
      expect.objectContaining({ code: 'WORKSPACE_MISSING', where: 'a.signalbox' }),
    );
  });
});
