import type { LinkedProject } from '../../../shared/model/train.ts';
import type { CoreContext } from '../core-context.ts';
import { latestOfProject, transitionsOf, versionsAfter } from '../db/repositories/deliveries.ts';
import { searchWorkItems, workItemsById } from '../db/repositories/work-items.ts';
import type { Os } from '../middleware.ts';
import { notFound } from './not-found.ts';

interface Latest {
  readonly projects: readonly LinkedProject[];
  readonly limit: number;
}

/** The newest of what several projects have: each is asked for its own newest, then they are merged. */
function newest<T>(
  { projects, limit }: Latest,
  of: (project: LinkedProject) => T[],
  time: (fact: T) => number | null,
): T[] {
  return projects
    .flatMap(of)
    .toSorted((a, b) => (time(b) ?? 0) - (time(a) ?? 0))
    .slice(0, limit);
}

/** Work items and what delivers them, as they were last synced. */
export function workItemsService(os: Os, { db }: CoreContext) {
  return {
    search: os.workItems.search.handler(({ input }) => searchWorkItems(db, input)),
    get: os.workItems.get.handler(({ input }) => {
      const item = workItemsById(db, [input.id])[0];
      if (!item) throw notFound('work item', input.id);
      return { item, transitions: transitionsOf(db, input.id) };
    }),
    versions: os.workItems.versions.handler(({ input }) => {
      const found = versionsAfter(db, input.after, input.limit + 1);
      const rows = found.slice(0, input.limit);
      return { rows, next: found.length > input.limit ? (rows.at(-1)?.id ?? null) : null };
    }),
    deliveries: os.workItems.deliveries.handler(({ input }) => ({
      pullRequests: newest(
        input,
        (project) => latestOfProject(db, 'pull-request', project, input.limit),
        (one) => one.updatedAt,
      ),
      deployments: newest(
        input,
        (project) => latestOfProject(db, 'deployment', project, input.limit),
        (one) => one.createdAt,
      ),
      releaseTags: newest(
        input,
        (project) => latestOfProject(db, 'release-tag', project, input.limit),
        (one) => one.publishedAt,
      ),
    })),
  };
}
