import * as z from 'zod';
import { ConflictKind } from '../../../shared/model/conflict.ts';
import { Severity } from '../../../shared/model/severity.ts';

/** What the page of conflicts keeps in its address; anything unreadable is dropped. */
export const ConflictSearch = z.object({
  conflictKind: ConflictKind.optional().catch(undefined),
  severity: Severity.optional().catch(undefined),
  /** Waived ones instead of those that count. */
  waived: z.boolean().optional().catch(undefined),
  /** The key of the conflict whose panel is open. */
  open: z.string().max(1_000).optional().catch(undefined),
});
export type ConflictSearch = z.infer<typeof ConflictSearch>;
