import { hashKey, type InfiniteData, type QueryKey, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { type Answer, answerOf, type FailedReading, listOf } from './answer.ts';
import { toFailure } from './failures.ts';
import { ROWS_AHEAD, type RowsPage } from './pages.ts';

/** The lowest row in view of each long list on screen, by its query's hash: no more of it is kept fresh. */
export const rowsInView = new Map<string, () => number>();

/** A list of any length, read in pages as it is scrolled. */
export interface Pages<Row> {
  readonly rows: readonly Row[];
  /** How the rows that are there stand. */
  readonly answer: Answer<readonly Row[]>;
  /** Why the rows after them could not be read; null where they could. */
  readonly more: FailedReading | null;
  /** The table says how far down it shows. */
  readonly onReach: (row: number) => void;
}

/** Reads on as the list is scrolled. A page that could not be read is asked for again only by a press. */
export function usePages<Row>(
  query: UseInfiniteQueryResult<InfiniteData<RowsPage<Row>>>,
  queryKey: QueryKey,
): Pages<Row> {
  const { data, error, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage, refetch } = query;
  const inView = useRef(0);
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows), [data]);
  const count = rows?.length ?? 0;
  const hash = hashKey(queryKey);

  useEffect(() => {
    rowsInView.set(hash, () => inView.current);
    return () => void rowsInView.delete(hash);
  }, [hash]);

  const mayGoOn = hasNextPage && !isFetching && !isFetchNextPageError;
  const onReach = useCallback(
    (row: number) => {
      inView.current = row;
      if (mayGoOn && row >= count - ROWS_AHEAD) void fetchNextPage();
    },
    [mayGoOn, count, fetchNextPage],
  );

  const answer = answerOf({ data: rows, error: isFetchNextPageError ? null : error, refetch });
  const more = isFetchNextPageError ? { failure: toFailure(error), retry: () => void fetchNextPage() } : null;
  return { rows: listOf(answer), answer, more, onReach };
}
