import type { Environment } from '../../../shared/model/environment.ts';
import type { EnvironmentId } from '../../../shared/model/ids.ts';

/** An environment in its place below what it stands on. */
export interface TreeRow {
  readonly environment: Environment;
  /** How many stand above it in the tree; 0 for one that stands on nothing shown. */
  readonly depth: number;
  /** The names of what it stands on besides the one that it is drawn below. */
  readonly alsoOn: readonly string[];
}

/**
 * Environments as an indented tree, in their own order: each once, below the first of its parents that is shown. Those
 * of a ring stand at the top, in their order.
 */
export function environmentTree(environments: readonly Environment[]): readonly TreeRow[] {
  const byId = new Map(environments.map((one) => [one.id, one]));
  const parentOf = (one: Environment) => one.parents.find((id) => byId.has(id) && id !== one.id) ?? null;
  const below = Map.groupBy(environments, parentOf);
  const seen = new Set<EnvironmentId>();
  const rows: TreeRow[] = [];
  function place(environment: Environment, depth: number): void {
    if (seen.has(environment.id)) return;
    seen.add(environment.id);
    const drawnBelow = depth === 0 ? null : parentOf(environment);
    const alsoOn = environment.parents.filter((id) => id !== drawnBelow).flatMap((id) => byId.get(id)?.name ?? []);
    rows.push({ environment, depth, alsoOn });
    for (const child of below.get(environment.id) ?? []) place(child, depth + 1);
  }
  for (const root of below.get(null) ?? []) place(root, 0);
  for (const one of environments) place(one, 0);
  return rows;
}
