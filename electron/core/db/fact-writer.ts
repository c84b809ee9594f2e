import type { FactKind, MappedFact } from '../../../shared/model/facts.ts';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import type { Instant } from '../../../shared/model/time.ts';
import type { WriteDb } from './database.ts';
import { countFacts } from './fact-counts.ts';
import { factKindNames, factTables } from './fact-tables.ts';
import { insertNewText, toRow, upsertText } from './table.ts';

export interface FactOrigin {
  readonly fetchedAt: Instant;
  /** The raw page that the facts were read from; null for facts that came without one. */
  readonly rawId: number | null;
}

export interface FactWriter {
  /** Inserts or replaces facts by id, counts the new ones, says how many of each kind; run it inside a transaction. */
  readonly write: (facts: readonly MappedFact[], origin: FactOrigin) => Partial<Record<FactKind, number>>;
}

function prepareKind(db: WriteDb, kind: FactKind) {
  const { name, columns } = factTables[kind];
  const all = [...columns, 'raw_id'];
  return { insertNew: db.prepare(insertNewText(name, all)), replace: db.prepare(upsertText(name, all)) };
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

function addOne(added: Map<ConnectionId, Map<FactKind, number>>, { connectionId, kind }: MappedFact): void {
  const kinds = added.get(connectionId) ?? new Map<FactKind, number>();
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  added.set(connectionId, kinds);
}

/** Prepares the writes of every kind of fact on one connection. */
export function createFactWriter(db: WriteDb): FactWriter {
  const statements = new Map(factKindNames.map((kind) => [kind, prepareKind(db, kind)] as const));
  const writeTags = createTagWriter(db);
  return {
    write: (facts, origin) => {
      const counts: Partial<Record<FactKind, number>> = {};
      const added = new Map<ConnectionId, Map<FactKind, number>>();
      for (const fact of facts) {
        const table = factTables[fact.kind];
        const values = toRow(table, { ...fact, fetchedAt: origin.fetchedAt });
        const statement = statements.get(fact.kind);
        // Most facts are new: for them this is all. SQLite does not say whether an upsert inserted or replaced.
        if (statement?.insertNew.run(...values, origin.rawId).changes === 0)
          statement.replace.run(...values, origin.rawId);
        else addOne(added, fact);
        if (fact.kind === 'work-item') writeTags(fact);
        counts[fact.kind] = (counts[fact.kind] ?? 0) + 1;
      }
      for (const [connectionId, kinds] of added) {
        for (const [kind, count] of kinds) countFacts(db, connectionId, kind, count);
      }
      return counts;
    },
  };
}
