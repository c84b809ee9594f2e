import type { ReadDb } from '../../electron/core/db/database.ts';
import { factTables } from '../../electron/core/db/fact-tables.ts';
import { fromRow } from '../../electron/core/db/table.ts';
import { type FactKind, type FactOf, factKinds } from '../../shared/model/facts.ts';

/** Every stored fact of a kind by id, as the model has it; throws on one that the model would refuse. */
export function factsOf<K extends FactKind>(db: ReadDb, kind: K): readonly FactOf<K>[] {
  const table = factTables[kind];
  const rows = db.all<Record<string, unknown>>({ text: `SELECT * FROM ${table.name} ORDER BY id`, values: [] });
  // The schema of a kind gives facts of that kind.
  return rows.map((row) => factKinds[kind].parse(fromRow(table, row)) as FactOf<K>);
}
