import type { InfiniteData, Query, QueryClient, QueryKey } from '@tanstack/react-query';
import { firstPages, pagesDownTo, type RowsPage } from './pages.ts';

/** Whether a query is meant. */
export type QueryTest = (queryKey: QueryKey) => boolean;

function isRowsPage(page: unknown): page is RowsPage<unknown> {
  return typeof page === 'object' && page !== null && 'rows' in page && Array.isArray(page.rows);
}

function isLongList(data: unknown): data is InfiniteData<RowsPage<unknown>> {
  if (typeof data !== 'object' || data === null || !('pages' in data) || !('pageParams' in data)) return false;
  return Array.isArray(data.pages) && data.pages.every(isRowsPage);
}

export interface RefreshOptions {
  /** The lowest row in view of a long list, by its query's hash; undefined where it is not on screen. */
  readonly rowInView: (queryHash: string) => number | undefined;
  readonly later: (act: () => void) => void;
}

/**
 * Keeps answers fresh while much moves: the returned function asks again what is meant. An answer under way is never
 * thrown away to be asked for anew (under a steady stream of changes it would never come): it is asked for once more
 * `later`, after it has come. Of a long list only the pages down to what is in view are asked for again; those below
 * come back as they are scrolled to.
 */
export function createRefresher(queryClient: QueryClient, { rowInView, later }: RefreshOptions) {
  const cache = queryClient.getQueryCache();
  const again = new Set<string>();

  function shorten(query: Query): void {
    const { data, dataUpdatedAt } = query.state;
    if (!isLongList(data)) return;
    const kept = firstPages(data, pagesDownTo(data.pages, rowInView(query.queryHash) ?? 0));
    if (kept !== data) queryClient.setQueryData(query.queryKey, kept, { updatedAt: dataUpdatedAt });
  }

  function refresh(isMeant: QueryTest): void {
    const predicate = ({ queryKey }: { readonly queryKey: QueryKey }) => isMeant(queryKey);
    for (const query of cache.findAll({ predicate })) {
      if (query.state.fetchStatus === 'fetching') again.add(query.queryHash);
      else shorten(query);
    }
    void queryClient.invalidateQueries({ predicate }, { cancelRefetch: false });
  }

  cache.subscribe(({ type, query }) => {
    if (!again.has(query.queryHash)) return;
    if (type === 'removed') again.delete(query.queryHash);
    if (type !== 'updated' || query.state.fetchStatus === 'fetching') return;
    again.delete(query.queryHash);
    later(() => refresh((queryKey) => queryKey === query.queryKey));
  });

  return refresh;
}
