import { Failure } from '../../../shared/model/failure.ts';
import type { DecisionKind } from '../../../shared/model/journal.ts';
import type { ReadDb } from '../db/database.ts';
import type { DecisionEntities } from '../db/decision-tables.ts';
import { readDecision } from '../db/decisions.ts';
import { nameOfThing } from '../db/images.ts';
import { dependantOf } from '../db/repositories/relations.ts';
import { notFound } from './not-found.ts';

/** One decision by its id; NOT_FOUND where it is gone. */
export function decisionOf<K extends DecisionKind>(db: ReadDb, kind: K, id: string): DecisionEntities[K] {
  const decision = readDecision(db, kind, id);
  if (decision !== undefined) return decision;
  throw notFound(kind.replaceAll('-', ' '), id);
}

/** Refuses, naming one of them, where other decisions still name this one. */
export function assertUnnamed(db: ReadDb, kind: DecisionKind, id: string): void {
  const dependant = dependantOf(db, kind, id);
  if (dependant === undefined) return;
  const name = nameOfThing(kind, id, readDecision(db, kind, id) ?? null);
  throw new Failure('CONFLICT', `The ${name} cannot be removed: the ${dependant} needs it.`, {
    where: name,
    remedy: 'Change or remove that first.',
  });
}
