import { keepPreviousData } from '@tanstack/react-query';
import { orpc } from '../../lib/client.ts';
import type { WorkItemFilters } from './search.ts';

/** Work items that fit the filters, in pages. */
export function workItemsQuery(filters: WorkItemFilters) {
  return orpc.workItems.search.infiniteOptions({
    input: (after: string | null) => ({
      limit: 100,
      after,
      text: filters.text ?? '',
      projectKey: filters.project ?? null,
      category: filters.category ?? null,
      label: filters.label ?? null,
      version: filters.version ?? null,
      connectionId: filters.connection ?? null,
    }),
    initialPageParam: null as string | null, // widened: later pages have a cursor
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

/** One work item with the statuses that it went through. */
export function workItemQuery(id: string) {
  return orpc.workItems.get.queryOptions({ input: { id } });
}
