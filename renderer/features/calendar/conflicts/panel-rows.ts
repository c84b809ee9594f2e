import type { WaivableConflict } from '../../../../shared/model/conflict.ts';
import { filterConflicts, partWaived } from '../../../ui/conflict-words.ts';
import type { CalendarSearch } from '../search.ts';

/** A row of the panel: a conflict, or the heading over those that are waived. */
export type PanelRow =
  | { readonly what: 'conflict'; readonly entry: WaivableConflict }
  | { readonly what: 'heading'; readonly label: string };

/** Those that count, in their order, then those that are waived under a heading of their own. */
export function panelRows(
  all: readonly WaivableConflict[],
  filters: Pick<CalendarSearch, 'conflictKind' | 'severity'>,
): readonly PanelRow[] {
  const { open, waived } = partWaived(filterConflicts(all, filters));
  const rowOf = (entry: WaivableConflict): PanelRow => ({ what: 'conflict', entry });
  const heading: readonly PanelRow[] =
    waived.length === 0 ? [] : [{ what: 'heading', label: `Waived ${waived.length}` }];
  return [...open.map(rowOf), ...heading, ...waived.map(rowOf)];
}

/** The conflict that stands so many rows after another; the first of all where that one is not there. */
export function neighbour(rows: readonly PanelRow[], key: string | undefined, by: 1 | -1): WaivableConflict | null {
  const entries = rows.flatMap((row) => (row.what === 'conflict' ? [row.entry] : []));
  const at = entries.findIndex(({ conflict }) => conflict.key === key);
  if (at < 0) return (by === 1 ? entries[0] : entries.at(-1)) ?? null;
  return entries[(at + by + entries.length) % entries.length] ?? null;
}
