import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type WriteDb, wrapDatabase } from '../../../../electron/core/db/database.ts';
import { recordDecisions } from '../../../../electron/core/db/decisions.ts';
import { migrations } from '../../../../electron/core/db/migrations/index.ts';
import type { ConnectionId } from '../../../../shared/model/ids.ts';
import { biweeklyPlan, jiraPlan } from '../../../support/plans.ts';

describe('electron/core/db/decisions', () => {
  const connection = { ...jiraPlan(), id: 'c1' as ConnectionId };
  let db: WriteDb;
  beforeEach(() => {
    db = wrapDatabase(new BetterSqlite(':memory:'));
    for (const migration of migrations) db.exec(migration.script);
  });
  afterEach(() => db.close());

  it('says what each row was and what it became, one change a row', () => {
    recordDecisions(db).put('connection', connection);
    const tx = recordDecisions(db);

    tx.put('connection', { ...connection, name: 'A' });
    tx.put('connection', { ...connection, name: 'B' });

    expect(tx.changes()).toEqual([
      { kind: 'connection', id: 'c1', before: connection, after: { ...connection, name: 'B' } },
    ]);
  });

  it('tells a new row by no before and a removed one by no after', () => {
    const adding = recordDecisions(db);
    adding.put('connection', connection);
    const added = adding.changes();
    const removing = recordDecisions(db);
    removing.remove('connection', 'c1');

    expect(added).toMatchObject([{ before: null, after: connection }]);
    expect(removing.changes()).toMatchObject([{ before: connection, after: null }]);
  });

  it('fills in what an image older than a column does not know', () => {
    const tx = recordDecisions(db);
    const { services: _, teams: __, bufferDays: ___, ...older } = biweeklyPlan();

    tx.restore('train', 'train-1', { ...older, id: 'train-1', archived: false, source: null });

    expect(tx.get('train', 'train-1')).toMatchObject({ services: [], teams: [], bufferDays: 0, name: 'Payments' });
  });

  it('leaves out what ended as it began', () => {
    const tx = recordDecisions(db);
    tx.put('connection', connection);
    tx.remove('connection', 'c1');
    tx.remove('connection', 'never there');

    expect(tx.changes()).toEqual([]);
  });
});
