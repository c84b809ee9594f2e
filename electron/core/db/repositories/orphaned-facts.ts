import type { FactKind } from '../../../../shared/model/facts.ts';
import type { ConnectionId } from '../../../../shared/model/ids.ts';
import type { ReadDb } from '../database.ts';
import { factTableName } from '../fact-tables.ts';
import { type Sql, sql } from '../sql.ts';

/** What each kind of fact belongs to: a project, or a fact of another kind. Kinds that belong to nothing are not here. */
const BELONGS: ReadonlyMap<FactKind, { readonly field: string; readonly parent: FactKind | null }> = new Map([
  ['work-item', { field: 'project_key', parent: null }],
  ['source-version', { field: 'project_key', parent: null }],
  ['pull-request', { field: 'project_key', parent: null }],
  ['commit', { field: 'project_key', parent: null }],
  ['pipeline-run', { field: 'project_key', parent: null }],
  ['deployment', { field: 'project_key', parent: null }],
  ['release-tag', { field: 'project_key', parent: null }],
  ['transition', { field: 'work_item_id', parent: 'work-item' }],
  ['work-item-link', { field: 'from_id', parent: 'work-item' }],
  ['review', { field: 'pull_request_id', parent: 'pull-request' }],
  ['job', { field: 'run_id', parent: 'pipeline-run' }],
]);

/** The kinds that may be orphaned, parents first: remove those of one before the next is looked for. */
export const orphanKinds: readonly FactKind[] = [...BELONGS.keys()];

function named(text: string): Sql {
  return { text, values: [] };
}

/**
 * Facts of a connection whose page is kept no more and whose project (or parent) is not among its facts any more: nothing
 * that is still read will ever tell of them again. Facts that came without a page are not meant. Looks at each fact.
 */
export function listOrphans(db: ReadDb, connectionId: ConnectionId, kind: FactKind): readonly string[] {
  const belongs = BELONGS.get(kind);
  if (belongs === undefined) return [];
  const field = named(belongs.field);
  const whole =
    belongs.parent === null
      ? sql`SELECT 1 FROM fact_project AS o WHERE o.connection_id = ${connectionId} AND o.key = f.${field}`
      : sql`SELECT 1 FROM ${named(factTableName(belongs.parent))} AS o WHERE o.id = f.${field}`;
  return db
    .all<{ id: string }>(sql`
      SELECT f.id FROM ${named(factTableName(kind))} AS f
      WHERE f.id >= ${`${connectionId}:`} AND f.id < ${`${connectionId};`} AND f.raw_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM raw_page AS p WHERE p.id = f.raw_id AND p.connection_id = ${connectionId})
        AND NOT EXISTS (${whole})`)
    .map(({ id }) => id);
}
