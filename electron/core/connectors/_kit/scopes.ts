import type { ConnectionPlan } from '../../../../shared/model/connection.ts';
import type { Connector } from './connector.ts';

type Spelling = Pick<Connector, 'scopeOf'>;
type Typed = Pick<ConnectionPlan, 'scopes'>;

/** The scopes of a connection as they are kept: each once, however they were typed. */
export function scopesOf(connector: Spelling, { scopes }: Typed): readonly string[] {
  return [...new Set(scopes.map(connector.scopeOf))];
}

/** The first scope that names the same as one before it, as both were typed; null when there is none. */
export function doubledScope(
  connector: Spelling,
  { scopes }: Typed,
): { readonly first: string; readonly again: string } | null {
  const seen = new Map<string, string>();
  for (const again of scopes) {
    const first = seen.get(connector.scopeOf(again));
    if (first !== undefined) return { first, again };
    seen.set(connector.scopeOf(again), again);
  }
  return null;
}
