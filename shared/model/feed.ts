import * as z from 'zod';
import { TrainId } from './ids.ts';
import { Instant } from './time.ts';

/** What a calendar feed has in it. */
export const FeedPlan = z.strictObject({
  name: z.string().trim().min(1).max(120),
  /** Null for every train, also those that are made later. */
  trainIds: z.array(TrainId).min(1).max(500).nullable(),
  milestones: z.boolean(),
  /** Freezes, windows and maintenance. */
  rules: z.boolean(),
});
export type FeedPlan = z.infer<typeof FeedPlan>;

/** A calendar that programs on this machine subscribe to, for as long as its address is not revoked. */
export const Feed = FeedPlan.extend({
  id: z.string().regex(/^[0-9a-f]{32}$/, 'not a feed'),
  /** Whoever holds it may read the calendar, and nothing else. */
  token: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'not a token'),
  madeAt: Instant,
});
export type Feed = z.infer<typeof Feed>;
