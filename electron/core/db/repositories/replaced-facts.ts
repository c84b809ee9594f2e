import type { FactKind } from '../../../../shared/model/facts.ts';
import type { ConnectionId } from '../../../../shared/model/ids.ts';
import type { ReadDb, WriteDb } from '../database.ts';
import { factTableName } from '../fact-tables.ts';
import { inList, type Sql, sql } from '../sql.ts';
import { snakeCase } from '../table.ts';
import { removeFacts } from './mapped-facts.ts';

/** Facts that some kept pages tell whole: those of the kind that name one of the values in the field. */
export interface ReplacedFacts {
  readonly kind: FactKind;
  readonly field: string;
  readonly values: readonly string[];
  readonly idStart?: string;
  /** The request keys of those pages. */
  readonly keys: readonly string[];
  readonly keyStart?: string;
}

function named(text: string): Sql {
  return { text, values: [] };
}

/** Most lists have one page and one parent: SQLite finds those without making lists of them. */
function isOneOf(values: readonly string[]): Sql {
  const [only = ''] = values;
  return values.length === 1 ? sql`= ${only}` : sql`IN ${inList(values)}`;
}

/** The facts among them that were read from other pages. Facts that came without a page are not meant. */
function outdated(db: ReadDb, connectionId: ConnectionId, replaced: ReplacedFacts): readonly string[] {
  const { kind, field, values, idStart, keys } = replaced;
  const pages = sql`SELECT id FROM raw_page WHERE connection_id = ${connectionId} AND request_key ${isOneOf(keys)}`;
  const ofList = idStart === undefined ? sql`` : sql`AND substr(id, 1, ${idStart.length}) = ${idStart}`;
  return db
    .all<{ id: string }>(sql`
      SELECT id FROM ${named(factTableName(kind))}
      WHERE connection_id = ${connectionId} AND ${named(snakeCase(field))} ${isOneOf(values)} ${ofList}
        AND raw_id NOT IN (${pages})`)
    .map(({ id }) => id);
}

/**
 * Removes the facts that pages which tell them whole do not name any more, and the pages of a list that was longer
 * once; says how many facts. Run it after the last of the pages was written, in the same transaction.
 */
export function removeReplaced(db: WriteDb, connectionId: ConnectionId, replaced: ReplacedFacts): number {
  const { kind, keys, keyStart } = replaced;
  const removed = removeFacts(db, connectionId, { kind, ids: outdated(db, connectionId, replaced) });
  if (keyStart !== undefined) {
    // Every character of a key sorts before this one.
    const end = `${keyStart}\u{10ffff}`;
    const pages = db.all<{ key: string }>(sql`
      SELECT request_key AS key FROM raw_page
      WHERE connection_id = ${connectionId} AND request_key >= ${keyStart} AND request_key < ${end}`);
    const stale = pages.map(({ key }) => key).filter((key) => !keys.includes(key));
    if (stale.length > 0) {
      db.run(sql`DELETE FROM raw_page WHERE connection_id = ${connectionId} AND request_key IN ${inList(stale)}`);
    }
  }
  return removed;
}
