import type { FactKind, FactOf } from '../../../../shared/model/facts.ts';
import type { ReadDb } from '../database.ts';
import { factTables } from '../fact-tables.ts';
import { type Sql, sql } from '../sql.ts';
import { fromRow } from '../table.ts';

type Row = Readonly<Record<string, unknown>>;

/** A fact and whether it was simulated rather than synced. */
export type SeenFact<K extends FactKind> = FactOf<K> & { readonly simulated: boolean };

/**
 * Reads facts of one kind, newest knowledge, with the mark of simulated ones. `rest` is the SQL after FROM:
 * `f` is the fact, `c` its connection. Facts whose connection was removed are not shown.
 */
export function readFacts<K extends FactKind>(db: ReadDb, kind: K, rest: Sql): SeenFact<K>[] {
  const table = { text: factTables[kind].name, values: [] };
  // CROSS JOIN keeps the order: a fact is found first, then its connection by primary key.
  const rows = db.all<Row & { readonly simulated: number }>(sql`
    SELECT f.*, c.kind = 'simulated' AS simulated FROM ${table} f CROSS JOIN connection c ON c.id = f.connection_id ${rest}`);
  return rows.map((row) => {
    // The columns are the fields of the fact's schema, and connectors write only whole facts.
    const fact = fromRow(factTables[kind], row) as unknown as FactOf<K>;
    return { ...fact, simulated: row.simulated === 1 };
  });
}
