import * as z from 'zod';
import { DecisionKind } from '../../../shared/model/journal.ts';
import { Day } from '../../../shared/model/time.ts';
import { AddressText } from '../../lib/address.ts';

/** What the journal keeps in its address; anything unreadable is dropped. */
export const JournalSearch = z.object({
  /** The entry whose panel is open. */
  entry: z.int().positive().optional().catch(undefined),
  text: AddressText,
  actor: AddressText,
  command: AddressText,
  kind: DecisionKind.optional().catch(undefined),
  from: Day.optional().catch(undefined),
  to: Day.optional().catch(undefined),
});
export type JournalSearch = z.infer<typeof JournalSearch>;

/** What narrows the list; all absent shows everything. */
export type JournalFilters = Omit<JournalSearch, 'entry'>;
