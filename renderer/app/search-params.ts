import * as z from 'zod';
import { StatusCategory } from '../../shared/model/connection.ts';
import { DecisionKind } from '../../shared/model/journal.ts';
import { Day } from '../../shared/model/time.ts';

/** What each page keeps in its address, so that it can be linked to; anything unreadable is dropped. */
const text = z.string().max(200).optional().catch(undefined);

export const WorkItemSearch = z.object({
  /** The work item whose panel is open. */
  item: text,
  text,
  project: text,
  category: StatusCategory.optional().catch(undefined),
  label: text,
  version: text,
  connection: text,
});

export const ConnectionSearch = z.object({
  /** The connection whose panel is open. */
  id: text,
});

export const JournalSearch = z.object({
  /** The entry whose panel is open. */
  entry: z.int().positive().optional().catch(undefined),
  text,
  actor: text,
  command: text,
  kind: DecisionKind.optional().catch(undefined),
  from: Day.optional().catch(undefined),
  to: Day.optional().catch(undefined),
});
