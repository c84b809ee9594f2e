import * as z from 'zod';
import { WaiverId } from './ids.ts';
import { Severity } from './severity.ts';
import { Span } from './span.ts';
import { Instant } from './time.ts';

/** When a conflict is, how severe, among how many things, which and over what, and by how much it is too much. */
export const Extent = z.strictObject({
  at: Span,
  severity: Severity,
  sideCount: z.int(),
  amount: z.int(),
  among: z.array(z.string()),
});
export type Extent = z.infer<typeof Extent>;

/** Somebody accepted a conflict for a while. It stays in sight, and counts again when the waiver ends or there is more to it. */
export const Waiver = z.strictObject({
  id: WaiverId,
  conflictKey: z.string().min(1).max(1_000),
  /** What was accepted; null in waivers of older versions, which hold however the conflict is now. */
  accepted: Extent.nullable(),
  reason: z.string().trim().min(1).max(2_000),
  waivedBy: z.string(),
  waivedAt: Instant,
  until: Instant,
});
export type Waiver = z.infer<typeof Waiver>;
