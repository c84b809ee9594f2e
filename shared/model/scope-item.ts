import * as z from 'zod';
import { FactId, ReleaseId, ScopeItemId } from './ids.ts';
import { Instant } from './time.ts';

export const ScopeState = z.enum(['boarded', 'late', 'bumped', 'dropped']);
export type ScopeState = z.infer<typeof ScopeState>;

/** A ticket, change or feature boarding a release. */
export const ScopeItem = z.strictObject({
  id: ScopeItemId,
  releaseId: ReleaseId,
  /** The synced work item; null for one written by hand. */
  workItemId: FactId.nullable(),
  title: z.string().trim().min(1).max(400),
  state: ScopeState,
  boardedBy: z.enum(['rule', 'hand']),
  boardedAt: Instant,
  /** Why it was bumped, dropped or boarded late. */
  reason: z.string().max(2_000),
  bumpedTo: ReleaseId.nullable(),
});
export type ScopeItem = z.infer<typeof ScopeItem>;
