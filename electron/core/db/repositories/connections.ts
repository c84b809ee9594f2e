import type { Connection } from '../../../../shared/model/connection.ts';
import type { ReadDb } from '../database.ts';
import { readDecisions } from '../decisions.ts';
import { sql } from '../sql.ts';

/** Every connection by name. */
export function allConnections(db: ReadDb): Connection[] {
  return readDecisions(db, 'connection', sql`ORDER BY name COLLATE NOCASE, id`);
}

export function connectionNamed(db: ReadDb, name: string): Connection | undefined {
  return readDecisions(db, 'connection', sql`WHERE name = ${name}`)[0];
}
