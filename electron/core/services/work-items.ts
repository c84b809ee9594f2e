import type { LinkedProject } from '../../../shared/model/train.ts';
import type { CoreContext } from '../core-context.ts';
import { readFacts } from '../db/repositories/facts.ts';
import { searchWorkItems, workItemsById } from '../db/repositories/work-items.ts';
import { type Sql, sql } from '../db/sql.ts';
import type { Os } from '../middleware.ts';
import { notFound } from './planning.ts';

function without<T extends { readonly simulated: boolean }>(fact: T): Omit<T, 'simulated'> {
  const { simulated: _, ...rest } = fact;
  return rest;
}

interface Latest {
  readonly projects: readonly LinkedProject[];
  readonly limit: number;
}

/** The latest facts of some projects, each project by its index, then the newest of them all. */
function latest<T extends { readonly connectionId: string }>(
  read: (rest: Sql) => T[],
  time: (fact: T) => number | null,
  column: Sql,
  { projects, limit }: Latest,
): T[] {
  const newest = (a: T, b: T) => (time(b) ?? 0) - (time(a) ?? 0);
  return projects
    .flatMap(({ connectionId, key }) =>
      read(
        sql`WHERE f.connection_id = ${connectionId} AND f.project_key = ${key} ORDER BY ${column} DESC LIMIT ${limit}`,
      ),
    )
    .toSorted(newest)
    .slice(0, limit);
}

/** Work items and what delivers them, as they were last synced. */
export function workItemsService(os: Os, core: CoreContext) {
  const { db } = core;
  return {
    search: os.workItems.search.handler(({ input }) => searchWorkItems(db, input)),
    get: os.workItems.get.handler(({ input }) => {
      const item = workItemsById(db, [input.id])[0];
      if (!item) throw notFound('work item', input.id);
      const transitions = readFacts(db, 'transition', sql`WHERE f.work_item_id = ${input.id} ORDER BY f.at, f.id`);
      return { item, transitions: transitions.map(without) };
    }),
    versions: os.workItems.versions.handler(({ input }) => {
      const beyond = input.after === null ? sql`TRUE` : sql`f.id > ${input.after}`;
      const rows = readFacts(db, 'source-version', sql`WHERE ${beyond} ORDER BY f.id LIMIT ${input.limit + 1}`);
      const shown = rows.slice(0, input.limit).map(without);
      return { rows: shown, next: rows.length > input.limit ? (shown.at(-1)?.id ?? null) : null };
    }),
    deliveries: os.workItems.deliveries.handler(({ input }) => ({
      pullRequests: latest(
        (rest) => readFacts(db, 'pull-request', rest),
        (fact) => fact.updatedAt,
        sql`f.updated_at`,
        input,
      ),
      deployments: latest(
        (rest) => readFacts(db, 'deployment', rest),
        (fact) => fact.createdAt,
        sql`f.created_at`,
        input,
      ),
      releaseTags: latest(
        (rest) => readFacts(db, 'release-tag', rest),
        (fact) => fact.publishedAt,
        sql`f.published_at`,
        input,
      ),
    })),
  };
}
