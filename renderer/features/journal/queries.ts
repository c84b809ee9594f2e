import { keepPreviousData } from '@tanstack/react-query';
import { orpc } from '../../lib/client.ts';
import type { JournalFilters } from './search.ts';

/** One entry by its number. */
export function entryQuery(seq: number | undefined) {
  return orpc.journal.get.queryOptions({ input: { seq: seq ?? 1 }, enabled: seq !== undefined });
}

/** The journal, newest first, in pages. */
export function journalQuery(filters: JournalFilters) {
  const { text = '', actor = null, command = null, kind = null, from = null, to = null } = filters;
  return orpc.journal.list.infiniteOptions({
    input: (after: string | null) => ({ limit: 100, after, text, actor, command, kind, from, to }),
    initialPageParam: null as string | null, // widened: later pages have a cursor
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}
