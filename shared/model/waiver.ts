import * as z from 'zod';
import { WaiverId } from './ids.ts';
import { Span } from './span.ts';
import { Instant } from './time.ts';

/** Somebody accepted a conflict for a while. It stays in sight, and counts again when the waiver ends or what is broken has moved. */
export const Waiver = z.strictObject({
  id: WaiverId,
  conflictKey: z.string().min(1).max(1_000),
  /** When what was accepted was broken; null in waivers of older versions, which hold wherever it is. */
  accepted: Span.nullable(),
  reason: z.string().trim().min(1).max(2_000),
  waivedBy: z.string(),
  waivedAt: Instant,
  until: Instant,
});
export type Waiver = z.infer<typeof Waiver>;
