import { Failure } from '../../../shared/model/failure.ts';
import type { DecisionEntities } from '../db/decision-tables.ts';
import { missingParentOf } from '../db/repositories/relations.ts';
import { isUniqueViolation } from '../db/store-failure.ts';
import type { CommandTools, Decision } from '../decide.ts';
import { assertUnnamed, decisionOf } from './decision-of.ts';

/** The kinds whose decisions have a name that no other of their kind may have. */
export type NamedKind = 'team' | 'service' | 'person' | 'schedule-rule' | 'environment';

function inWords(kind: NamedKind): string {
  return kind.replaceAll('-', ' ');
}

/** Writes a named decision; refuses a name that is taken, and naming what is not there. */
export function putNamed<K extends NamedKind>(kind: K, entity: DecisionEntities[K], { tx }: CommandTools): void {
  const missing = missingParentOf(tx.db, kind, entity);
  if (missing !== undefined) {
    throw new Failure('NOT_FOUND', `There is no ${missing} any more.`, {
      where: entity.name,
      remedy: 'Choose another one, or undo its removal.',
    });
  }
  try {
    tx.put(kind, entity);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Failure('CONFLICT', `There is a ${inWords(kind)} called “${entity.name}” already.`, {
      where: 'name',
      remedy: 'Give it another name.',
    });
  }
}

/** Removes a decision that no other names. */
export function removeNamed(kind: NamedKind, id: string, { tx }: CommandTools): Decision<Record<string, never>> {
  const { name } = decisionOf(tx.db, kind, id);
  assertUnnamed(tx.db, kind, id);
  tx.remove(kind, id);
  return { output: {}, summary: `Removed ${inWords(kind)} “${name}”` };
}
