import { endingOf, type TicketState } from '../../../../shared/domain/work-items/ending.ts';
import { sql } from '../sql.ts';

/** The columns of a ticket `w` that tell how it stands. */
export const TICKET_STATE = sql`w.category, w.original_status AS originalStatus, w.resolution`;

/** A ticket's state where there may be no ticket. */
export type MaybeTicketState = TicketState | { readonly [key in keyof TicketState]: null };

/** Whether there is a ticket, and it ended undone. */
export function isUndone(ticket: MaybeTicketState): boolean {
  return ticket.category !== null && endingOf(ticket) === 'undone';
}

/** Of some work items those that came to an end, each with whether it ended undone. */
export function ended<Row extends TicketState>(
  rows: readonly Row[],
): (Omit<Row, keyof TicketState> & { readonly undone: boolean })[] {
  return rows.flatMap(({ category, originalStatus, resolution, ...row }) => {
    const ending = endingOf({ category, originalStatus, resolution });
    return ending === 'open' ? [] : [{ ...row, undone: ending === 'undone' }];
  });
}
