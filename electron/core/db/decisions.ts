import type { Change, DecisionKind } from '../../../shared/model/journal.ts';
import type { ReadDb, WriteDb } from './database.ts';
import { type DecisionEntities, decisionTables } from './decision-tables.ts';
import { type Sql, sql } from './sql.ts';
import { fromRow, type Table, toRow, upsertText } from './table.ts';

type Entity = Readonly<Record<string, unknown>>;

function raw(text: string): Sql {
  return { text, values: [] };
}

function asEntity<K extends DecisionKind>(kind: K, row: Entity): DecisionEntities[K] {
  // The table's columns are the schema's fields, and only validated entities are written.
  return fromRow(decisionTables[kind], row) as unknown as DecisionEntities[K];
}

/** Reads decisions of one kind that meet a condition; `order` and `where` are SQL of this code base only. */
export function readDecisions<K extends DecisionKind>(db: ReadDb, kind: K, rest: Sql): DecisionEntities[K][] {
  const table = raw(decisionTables[kind].name);
  return db.all<Entity>(sql`SELECT * FROM ${table} ${rest}`).map((row) => asEntity(kind, row));
}

/** Every row of one kind with its decision, or null where the row cannot be read as one. */
export function examineDecisions<K extends DecisionKind>(
  db: ReadDb,
  kind: K,
): { readonly id: string; readonly decision: DecisionEntities[K] | null }[] {
  const table = raw(decisionTables[kind].name);
  return db.all<Entity>(sql`SELECT * FROM ${table}`).map((row) => {
    const id = String(row.id);
    try {
      return { id, decision: asEntity(kind, row) };
    } catch {
      return { id, decision: null };
    }
  });
}

export function readDecision<K extends DecisionKind>(db: ReadDb, kind: K, id: string): DecisionEntities[K] | undefined {
  return readDecisions(db, kind, sql`WHERE id = ${id}`)[0];
}

function upsert(table: Table, entity: Entity): Sql {
  return { text: upsertText(table.name, table.columns), values: toRow(table, entity) as Sql['values'] };
}

/** The only writer of decisions: it remembers what each row was, so that the journal can say so. */
export interface DecisionWriter {
  readonly db: ReadDb;
  readonly get: <K extends DecisionKind>(kind: K, id: string) => DecisionEntities[K] | undefined;
  readonly put: <K extends DecisionKind>(kind: K, entity: DecisionEntities[K]) => void;
  readonly remove: (kind: DecisionKind, id: string) => void;
  /** Restores a row to a journal image: null removes it. */
  readonly restore: (kind: DecisionKind, id: string, image: Entity | null) => void;
  /** What changed so far, one change a row, rows that ended as they began left out. */
  readonly changes: () => readonly Change[];
}

/** Starts recording on a connection; use it inside one transaction only. */
export function recordDecisions(db: WriteDb): DecisionWriter {
  const touched = new Map<string, { kind: DecisionKind; id: string; before: Entity | null }>();
  const remember = (kind: DecisionKind, id: string) => {
    const key = `${kind}:${id}`;
    if (!touched.has(key)) touched.set(key, { kind, id, before: readDecision(db, kind, id) ?? null });
  };
  const write = (kind: DecisionKind, id: string, image: Entity | null) => {
    remember(kind, id);
    const table = decisionTables[kind];
    if (image === null) db.run(sql`DELETE FROM ${raw(table.name)} WHERE id = ${id}`);
    else db.run(upsert(table, image));
  };
  return {
    db,
    get: (kind, id) => readDecision(db, kind, id),
    put: (kind, entity) => {
      write(kind, entity.id, entity);
    },
    remove: (kind, id) => {
      write(kind, id, null);
    },
    restore: (kind, id, image) => {
      write(kind, id, image === null ? null : { ...decisionTables[kind].added, ...image });
    },
    changes: () =>
      [...touched.values()]
        .map(({ kind, id, before }) => ({ kind, id, before, after: readDecision(db, kind, id) ?? null }))
        .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after)),
  };
}
