import * as z from 'zod';
import { WaiverId } from './ids.ts';
import { Instant } from './time.ts';

/** Somebody accepted a conflict for a while. It stays in sight, and comes back when the waiver ends. */
export const Waiver = z.strictObject({
  id: WaiverId,
  conflictKey: z.string().min(1).max(1_000),
  reason: z.string().trim().min(1).max(2_000),
  waivedBy: z.string(),
  waivedAt: Instant,
  until: Instant,
});
export type Waiver = z.infer<typeof Waiver>;
