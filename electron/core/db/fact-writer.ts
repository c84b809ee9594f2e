import type { FactKind, MappedFact } from '../../../shared/model/facts.ts';
import type { Instant } from '../../../shared/model/time.ts';
import type { WriteDb } from './database.ts';
import { factKindNames, factTables } from './fact-tables.ts';
import { type Table, toRow, upsertText } from './table.ts';

export interface FactOrigin {
  readonly fetchedAt: Instant;
  /** The raw page that the facts were read from; null for facts that came without one. */
  readonly rawId: number | null;
}

export interface FactWriter {
  /** Inserts or replaces facts by id and says how many of each kind; run it inside a transaction. */
  readonly write: (facts: readonly MappedFact[], origin: FactOrigin) => Partial<Record<FactKind, number>>;
}

function upsertFact({ name, columns }: Table): string {
  return upsertText(name, [...columns, 'raw_id']);
}

function createTagWriter(db: WriteDb) {
  const forget = db.prepare('DELETE FROM work_item_tag WHERE work_item_id = ?');
  const add = db.prepare(
    'INSERT OR IGNORE INTO work_item_tag (kind, value, updated_at, work_item_id) VALUES (?, ?, ?, ?)',
  );
  return ({ id, labels, versions, updatedAt }: MappedFact<'work-item'>) => {
    forget.run(id);
    for (const label of labels) add.run('label', label, updatedAt, id);
    for (const version of versions) add.run('version', version, updatedAt, id);
  };
}

/** Prepares the writes of every kind of fact on one connection. */
export function createFactWriter(db: WriteDb): FactWriter {
  const statements = new Map(factKindNames.map((kind) => [kind, db.prepare(upsertFact(factTables[kind]))] as const));
  const writeTags = createTagWriter(db);
  return {
    write: (facts, origin) => {
      const counts: Partial<Record<FactKind, number>> = {};
      for (const fact of facts) {
        const table = factTables[fact.kind];
        const values = toRow(table, { ...fact, fetchedAt: origin.fetchedAt });
        statements.get(fact.kind)?.run(...values, origin.rawId);
        if (fact.kind === 'work-item') writeTags(fact);
        counts[fact.kind] = (counts[fact.kind] ?? 0) + 1;
      }
      return counts;
    },
  };
}
