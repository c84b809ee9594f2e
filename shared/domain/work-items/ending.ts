import type { StatusCategory } from '../../model/connection.ts';

/** What a ticket's state comes to: it can still be done, it was, or it ended without being done. */
export type Ending = 'open' | 'done' | 'undone';

/** Words of providers for work that ended without being done. */
const UNDONE =
  /\b(won['’]?t\b|wont\b|not[ _-]planned|declined|rejected|cancell?ed|duplicate|invalid|abandoned|obsolete|withdrawn)/i;

/** The state of a ticket as something to count, by what its status means here and by the provider's own word for it. */
export function endingOf(ticket: { readonly category: StatusCategory; readonly originalStatus: string }): Ending {
  if (ticket.category !== 'done') return 'open';
  return UNDONE.test(ticket.originalStatus) ? 'undone' : 'done';
}
