import type { DecisionKind } from '../../../../shared/model/journal.ts';
import type { ReadDb } from '../database.ts';
import { readDecisions } from '../decisions.ts';
import type { Image } from '../images.ts';
import { sql } from '../sql.ts';

/** Of which kinds no two may have the same name. */
const NAMED = ['team', 'service', 'person', 'environment'] as const satisfies readonly DecisionKind[];

/**
 * Another row that may not stand beside this one: of the same name, whatever its case, or the release of the same
 * occurrence of the same train. Undefined where there is none. The unique indexes of the tables, as a question.
 */
export function twinOf(db: ReadDb, kind: DecisionKind, row: Image): Image | undefined {
  const { id, name, trainId, occurrence } = row;
  if (kind === 'release') {
    if (typeof occurrence !== 'string') return undefined;
    const same = sql`WHERE train_id = ${String(trainId)} AND occurrence = ${occurrence} AND id <> ${String(id)}`;
    return readDecisions(db, 'release', same)[0];
  }
  const named = NAMED.find((one) => one === kind);
  if (named === undefined || typeof name !== 'string') return undefined;
  return readDecisions(db, named, sql`WHERE name = ${name} COLLATE NOCASE AND id <> ${String(id)}`)[0];
}
