import { findConflicts } from '../../../shared/domain/conflicts/conflict-index.ts';
import type { Plan } from '../../../shared/domain/conflicts/plan.ts';
import type { Conflict } from '../../../shared/model/conflict.ts';

/** The conflicts of one kind in a plan. */
export function found<K extends Conflict['kind']>(plan: Plan, kind: K): readonly Extract<Conflict, { kind: K }>[] {
  return findConflicts(plan).filter((each): each is Extract<Conflict, { kind: K }> => each.kind === kind);
}

/** Their keys, without the kind. */
export function foundKeys(plan: Plan, kind: Conflict['kind']): readonly string[] {
  return found(plan, kind).map(({ key }) => key.slice(kind.length + 1));
}

/** Ids of both sides, in the order that they come in. */
export function sideIds({ sides }: Conflict): readonly string[] {
  return sides.map(({ thing }) => thing.id);
}
