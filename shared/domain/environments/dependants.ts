import type { Environment } from '../../model/environment.ts';
import type { EnvironmentId } from '../../model/ids.ts';

type Placed = Pick<Environment, 'id' | 'parents'>;

/** The environments that stand directly on each one. */
function childrenOf(environments: readonly Placed[]): ReadonlyMap<EnvironmentId, readonly EnvironmentId[]> {
  const children = new Map<EnvironmentId, EnvironmentId[]>();
  for (const { id, parents } of environments) {
    for (const parent of new Set(parents)) {
      const known = children.get(parent);
      if (known) known.push(id);
      else children.set(parent, [id]);
    }
  }
  return children;
}

/**
 * The environments that stand on one, directly or through others, nearest first and never the one itself, even where
 * they stand on each other in a ring: whoever takes that one alone takes these too. Breadth first, O(V + E).
 */
export function dependantsOf(id: EnvironmentId, environments: readonly Placed[]): readonly EnvironmentId[] {
  const children = childrenOf(environments);
  const seen = new Set([id]);
  const order = [id];
  for (const current of order) {
    for (const child of children.get(current) ?? []) {
      if (seen.has(child)) continue;
      seen.add(child);
      order.push(child);
    }
  }
  return order.slice(1);
}

/** The environments that are booked along with one: those that stand on it and are in use. */
export function bookedAlongWith(
  id: EnvironmentId,
  environments: readonly Pick<Environment, 'id' | 'parents' | 'archived'>[],
): readonly EnvironmentId[] {
  return dependantsOf(
    id,
    environments.filter(({ archived }) => !archived),
  );
}
