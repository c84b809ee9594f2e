import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../../../electron/core/db/canonical.ts';
import { chainHash } from '../../../../shared/domain/journal/chain.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { biweeklyPlan } from '../../../support/plans.ts';

describe('electron/core/services/audit', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore();
    for (const name of ['Payments', 'Search', 'Cards', 'Ledger', 'Mobile']) {
      test.env.pass(60_000);
      await test.client.trains.create(biweeklyPlan({ name }));
    }
  });
  afterEach(() => test.end());

  /** What somebody does with the sqlite3 shell on the file: the guards of the table do not stop them. */
  function byHand(script: string | ((db: BetterSqlite.Database) => void)): void {
    const db = new BetterSqlite(test.file);
    db.exec('DROP TRIGGER journal_is_append_only_update; DROP TRIGGER journal_is_append_only_delete');
    if (typeof script === 'string') db.exec(script);
    else script(db);
    db.close();
  }

  async function faults(): Promise<unknown[]> {
    const { ok, faults: found } = await test.client.audit.verify({});
    expect(ok).toBe(false);
    return found.map(({ seq, kind }) => ({ seq, kind }));
  }

  it('finds an untouched journal whole', async () => {
    const verdict = await test.client.audit.verify({});

    expect(verdict).toMatchObject({ ok: true, entries: 6, faults: [], drift: [] });
  });

  it('is guarded against changes that go through the table', () => {
    const db = new BetterSqlite(test.file);

    expect(() => db.exec("UPDATE journal SET actor = 'Eve' WHERE seq = 3")).toThrow('append-only');
    expect(() => db.exec('DELETE FROM journal WHERE seq = 3')).toThrow('append-only');
    db.close();
  });

  it.each([
    'at = at + 1',
    "actor = 'Eve'",
    "command = 'x'",
    "input = '{}'",
    "changes = '[]'",
    "summary = ''",
    'reverts = 1',
    "hash = 'f'",
  ])('locates an entry whose %s was set by hand', async (change) => {
    byHand(`UPDATE journal SET ${change} WHERE seq = 3`);

    const found = await faults();

    expect(found).toContainEqual({ seq: 3, kind: 'edited' });
  });

  it('locates an entry that was edited and hashed anew: its successor does not follow it', async () => {
    byHand((db) => {
      const row = db
        .prepare<[], Parameters<typeof chainHash>[0] & { prev_hash: string }>('SELECT * FROM journal WHERE seq = 3')
        .get();
      if (row === undefined) throw new Error('no entry 3');
      const forged = { ...row, actor: 'Eve', prevHash: row.prev_hash };
      db.prepare('UPDATE journal SET actor = ?, hash = ? WHERE seq = 3').run('Eve', chainHash(forged, sha256));
    });

    expect(await faults()).toEqual([{ seq: 4, kind: 'inserted' }]);
  });

  it('locates entries cut out of the middle', async () => {
    byHand('DELETE FROM journal WHERE seq IN (3, 4)');

    expect(await faults()).toContainEqual({ seq: 3, kind: 'missing' });
  });

  it('locates an entry cut out whose successors were renumbered', async () => {
    byHand('DELETE FROM journal WHERE seq = 3; UPDATE journal SET seq = seq - 1 WHERE seq > 3');

    const found = await faults();

    expect(found[0]).toMatchObject({ seq: 3 });
  });

  it('locates entries cut off the end', async () => {
    byHand('DELETE FROM journal WHERE seq >= 5');

    expect(await faults()).toContainEqual({ seq: 5, kind: 'missing' });
  });

  it('locates an entry put in at the end', async () => {
    byHand(
      `INSERT INTO journal SELECT 7, at, actor, command, input, changes, summary, reverts, hash, 'x' FROM journal WHERE seq = 6`,
    );

    expect(await faults()).toContainEqual({ seq: 7, kind: 'edited' });
  });

  it('locates an entry put in between, with the later ones moved up', async () => {
    byHand(`UPDATE journal SET seq = -(seq + 1) WHERE seq > 3; UPDATE journal SET seq = -seq WHERE seq < 0;
            INSERT INTO journal SELECT 4, at, 'Eve', command, input, changes, summary, reverts, hash, 'x' FROM journal WHERE seq = 3`);

    const found = await faults();

    expect(found[0]).toMatchObject({ seq: 4 });
  });

  it('tells two entries that changed places', async () => {
    byHand(
      'UPDATE journal SET seq = 100 WHERE seq = 3; UPDATE journal SET seq = 3 WHERE seq = 4; UPDATE journal SET seq = 4 WHERE seq = 100',
    );

    const found = await faults();

    expect(found).toContainEqual({ seq: 3, kind: 'reordered' });
    expect(found).toContainEqual({ seq: 4, kind: 'reordered' });
  });

  it.each([
    ['changed', "UPDATE train SET owner = 'Eve' WHERE name = 'Cards'", 'is not as entry 4 left it'],
    ['removed', "DELETE FROM train WHERE name = 'Cards'", 'is gone'],
    [
      'added',
      "INSERT INTO waiver VALUES ('ghost', 'any', 'because', 'Eve', 0, 0, NULL)",
      'no journal entry put it there',
    ],
  ])('notices a decision %s without a journal entry', async (_, script, message) => {
    byHand(script);

    const verdict = await test.client.audit.verify({});

    expect(verdict.ok).toBe(false);
    expect(verdict.faults).toEqual([]);
    expect(verdict.drift.map((one) => one.message)).toEqual([expect.stringContaining(message)]);
  });

  it.each(["'oops'", "'null'", 'substr(changes, 1, 40)'])(
    'locates an entry whose changes were set to %s',
    async (value) => {
      byHand(`UPDATE journal SET changes = ${value} WHERE seq = 3`);

      expect((await faults())[0]).toEqual({ seq: 3, kind: 'edited' });
    },
  );

  it('says that the last entry cannot be read even where it was hashed anew', async () => {
    byHand((db) => {
      const row = db
        .prepare<[], { prev_hash: string } & Parameters<typeof chainHash>[0]>('SELECT * FROM journal WHERE seq = 6')
        .get();
      if (row === undefined) throw new Error('no entry 6');
      const hash = chainHash({ ...row, changes: 'oops', prevHash: row.prev_hash }, sha256);
      db.prepare("UPDATE journal SET changes = 'oops', hash = ? WHERE seq = 6").run(hash);
      db.prepare('UPDATE journal_head SET hash = ?').run(hash);
    });

    expect(await faults()).toContainEqual({ seq: 6, kind: 'unreadable' });
  });

  it('is not stopped by a row that cannot be read: it names it', async () => {
    byHand(
      "PRAGMA ignore_check_constraints = 1; UPDATE train SET stages = 'oops' WHERE name = 'Cards'; UPDATE train SET archived = 2 WHERE name = 'Ledger'",
    );

    const { ok, drift } = await test.client.audit.verify({});

    expect(ok).toBe(false);
    expect(drift.map(({ seq, message }) => [seq, message.replace(/train-\d+/, 'N')])).toEqual([
      [4, 'The train N cannot be read.'],
      [5, 'The train N cannot be read.'],
    ]);
  });

  it.each(["UPDATE train SET stages = 'oops'", 'UPDATE train SET archived = 2'])(
    'is helped by the table, which refuses: %s',
    (script) => {
      expect(() => byHand(script)).toThrow('CHECK constraint failed');
    },
  );

  it.each([
    'DELETE FROM journal_subject WHERE seq = 3',
    "UPDATE journal_subject SET id = 'other' WHERE seq = 3",
    'DELETE FROM journal_kind',
  ])('notices that histories would leave entries out: %s', async (script) => {
    byHand(script);

    const { ok, drift } = await test.client.audit.verify({});

    expect(ok).toBe(false);
    expect(drift).toEqual([expect.objectContaining({ id: 'journal index' })]);
  });

  it('takes a field that older entries do not know for no change', async () => {
    byHand(
      "ALTER TABLE scope_item ADD COLUMN points INTEGER; ALTER TABLE train ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'",
    );

    expect(await test.client.audit.verify({})).toMatchObject({ ok: true, drift: [] });
  });
});
