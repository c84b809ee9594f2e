import type { Train } from '../../../../shared/model/train.ts';
import type { ReadDb } from '../database.ts';
import { readDecisions } from '../decisions.ts';
import { sql } from '../sql.ts';

/** Every train by name, archived ones last. */
export function allTrains(db: ReadDb): Train[] {
  return readDecisions(db, 'train', sql`ORDER BY archived, name COLLATE NOCASE, id`);
}

/** The trains that run, by name. */
export function runningTrains(db: ReadDb): Train[] {
  return readDecisions(db, 'train', sql`WHERE NOT archived ORDER BY name COLLATE NOCASE, id`);
}
