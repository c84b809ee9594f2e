import type { DecisionKind } from '../../../../shared/model/journal.ts';
import type { ReadDb } from '../database.ts';
import { readDecision, readDecisions } from '../decisions.ts';
import { type Image, nameOfThing } from '../images.ts';
import { sql } from '../sql.ts';

interface Relation {
  readonly child: DecisionKind;
  readonly field: string;
  readonly column: string;
  readonly parent: DecisionKind;
}

/** Which decisions hang on which. */
const RELATIONS: readonly Relation[] = [
  { child: 'release', field: 'trainId', column: 'train_id', parent: 'train' },
  { child: 'milestone', field: 'releaseId', column: 'release_id', parent: 'release' },
  { child: 'scope-item', field: 'releaseId', column: 'release_id', parent: 'release' },
];

/** What still hangs on a thing, by name; undefined where nothing does. */
export function dependantOf(db: ReadDb, parent: DecisionKind, id: string): string | undefined {
  for (const relation of RELATIONS) {
    if (relation.parent !== parent) continue;
    const column = { text: relation.column, values: [] };
    const child: Image | undefined = readDecisions(db, relation.child, sql`WHERE ${column} = ${id} LIMIT 1`)[0];
    if (child !== undefined) return nameOfThing(relation.child, String(child.id), child);
  }
  return undefined;
}

/** What a row hangs on that is not there, such as `train train-1`; undefined where nothing is missing. */
export function missingParentOf(db: ReadDb, child: DecisionKind, row: Image): string | undefined {
  for (const relation of RELATIONS) {
    if (relation.child !== child) continue;
    const id = String(row[relation.field]);
    if (readDecision(db, relation.parent, id) === undefined) return `${relation.parent} ${id}`;
  }
  return undefined;
}
