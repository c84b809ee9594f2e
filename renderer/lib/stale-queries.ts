import { contract } from '../../shared/contract/index.ts';
import type { ProcedureMeta } from '../../shared/contract/procedure.ts';
import type { TopicName } from '../../shared/model/change-event.ts';

interface DeclaredProcedure {
  readonly '~orpc': { readonly meta: ProcedureMeta };
}

function isProcedure(value: unknown): value is DeclaredProcedure {
  return typeof value === 'object' && value !== null && '~orpc' in value;
}

function collect(router: object, path: readonly string[], into: Map<string, ReadonlySet<TopicName>>): void {
  for (const [name, value] of Object.entries(router)) {
    if (isProcedure(value)) into.set([...path, name].join('.'), new Set(value['~orpc'].meta.reads));
    else collect(value, [...path, name], into);
  }
}

const readsOf = new Map<string, ReadonlySet<TopicName>>();
collect(contract, [], readsOf);

/** Whether the answer behind a query key (its first part is the procedure's path) is stale once `topics` moved. */
export function isStale(queryKey: readonly unknown[], topics: ReadonlySet<TopicName>): boolean {
  const path = queryKey[0];
  if (!Array.isArray(path)) return false;
  const reads = readsOf.get(path.join('.'));
  return reads !== undefined && [...topics].some((topic) => reads.has(topic));
}
