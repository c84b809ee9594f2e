import type { Connection } from '../../../../shared/model/connection.ts';
import { Failure } from '../../../../shared/model/failure.ts';
import type { ConnectionId } from '../../../../shared/model/ids.ts';
import type { ReadDb } from '../database.ts';
import { readDecision, readDecisions } from '../decisions.ts';
import { sql } from '../sql.ts';

/** Every connection by name. */
export function allConnections(db: ReadDb): Connection[] {
  return readDecisions(db, 'connection', sql`ORDER BY name COLLATE NOCASE, id`);
}

export function connectionNamed(db: ReadDb, name: string): Connection | undefined {
  return readDecisions(db, 'connection', sql`WHERE name = ${name}`)[0];
}

/** The connection of an id. Throws NOT_FOUND where it is not, or not any more. */
export function connectionOf(db: ReadDb, id: ConnectionId): Connection {
  const connection = readDecision(db, 'connection', id);
  if (connection) return connection;
  throw new Failure('NOT_FOUND', `There is no connection ${id} any more.`, {
    where: `connection ${id}`,
    remedy: 'It may have been removed; undo brings it back.',
  });
}
