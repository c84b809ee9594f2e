import type { InfiniteData } from '@tanstack/react-query';

/** A page of a long list, as the core answers it. */
export interface RowsPage<Row> {
  readonly rows: readonly Row[];
}

/** The list is asked to go on when its last rows are this near. */
export const ROWS_AHEAD = 20;

/** How many pages, from the first, hold everything down to a row and what is read ahead of it. */
export function pagesDownTo(pages: readonly RowsPage<unknown>[], row: number): number {
  let rows = 0;
  for (const [index, page] of pages.entries()) {
    rows += page.rows.length;
    if (rows > row + ROWS_AHEAD) return index + 1;
  }
  return pages.length;
}

/** A long list without the pages after the first `count`. */
export function firstPages<Page, Param>(data: InfiniteData<Page, Param>, count: number): InfiniteData<Page, Param> {
  if (data.pages.length <= count) return data;
  return { pages: data.pages.slice(0, count), pageParams: data.pageParams.slice(0, count) };
}
