import * as z from 'zod';
import { AssignmentId, PersonId, ReleaseId } from './ids.ts';

/** A part that somebody has in one release: release lead, shadow, on-call, approver. */
export const Assignment = z.strictObject({
  id: AssignmentId,
  releaseId: ReleaseId,
  personId: PersonId,
  role: z.string().trim().min(1).max(80),
});
export type Assignment = z.infer<typeof Assignment>;
