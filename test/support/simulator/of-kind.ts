import type { FactKind, MappedFact } from '../../../shared/model/facts.ts';

/** The facts of one kind. */
export function ofKind<K extends FactKind>(facts: readonly MappedFact[], kind: K): readonly MappedFact<K>[] {
  // The compiler cannot follow that a fact's type goes by its kind when the kind is itself a parameter.
  return facts.filter((fact) => fact.kind === kind) as unknown as readonly MappedFact<K>[];
}
