import { type HistoryRead, historyFields, historyRows } from '../../../shared/domain/adherence/history-rows.ts';
import {
  type ColumnMapping,
  guessDayOrder,
  guessMapping,
  missingFields,
  readMapped,
  type Table,
} from '../../../shared/domain/exchange/table-mapping.ts';
import type { Zone } from '../../../shared/model/time.ts';
import { formatCount } from '../../lib/format.ts';

/** A history out of a file, and which column is what. */
export interface HistoryDraft {
  readonly fileName: string;
  readonly table: Table;
  readonly mapping: ColumnMapping;
}

/** The most statements that one import takes: what a call can carry. */
export const MOST_STATEMENTS = 6_000;

/** A draft with the columns guessed by their names. */
export function draftOf(fileName: string, table: Table): HistoryDraft {
  return { fileName, table, mapping: guessMapping(table.headers, historyFields) };
}

/** The column of a field; −1 where none is. */
export function columnOf({ mapping }: HistoryDraft, field: string): number {
  return mapping.indexOf(field);
}

/** The draft with another column for a field; −1 for none. A column is one thing only. */
export function withColumn(draft: HistoryDraft, field: string, column: number): HistoryDraft {
  const mapping = draft.table.headers.map((_, index) => {
    if (index === column) return field;
    const kept = draft.mapping[index] ?? null;
    return kept === field ? null : kept;
  });
  return { ...draft, mapping };
}

/** What the draft says with its columns as they are, on the clock of its train. */
export function readDraft({ table, mapping }: HistoryDraft, zone: Zone): HistoryRead {
  const order = guessDayOrder(table, historyFields, mapping);
  return historyRows(readMapped(table, { fields: historyFields, mapping, order, zoneOf: () => zone }));
}

/** Why the draft cannot be taken as it is, for people; null where it can. */
export function draftTrouble(draft: HistoryDraft, { rows }: HistoryRead): string | null {
  const missing = missingFields(historyFields, draft.mapping).map(({ label }) => label);
  if (missing.length > 0) return `Say which column is: ${missing.join(', ')}.`;
  if (rows.length === 0) return 'No row can be taken.';
  if (rows.length > MOST_STATEMENTS) {
    return `${formatCount(rows.length, 'statement')} are more than the ${MOST_STATEMENTS} taken at once: split the file.`;
  }
  return null;
}
