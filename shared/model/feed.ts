import * as z from 'zod';
import { PersonId, TrainId } from './ids.ts';
import { Instant } from './time.ts';

/** What a calendar of the plan has in it. */
export const CalendarContent = z.strictObject({
  /** Null for every train, also those that are made later. */
  trainIds: z.array(TrainId).min(1).max(500).nullable(),
  departures: z.boolean().default(true),
  milestones: z.boolean().default(true),
  /** Freezes, windows and maintenance. */
  rules: z.boolean().default(true),
  /** Who must be there when a release is deployed and decided about, by the parts that people have in it. */
  duties: z.boolean().default(false),
  /** Whose duties; null for everybody's, also those who come later. */
  personIds: z.array(PersonId).min(1).max(500).nullable().default(null),
});
export type CalendarContent = z.infer<typeof CalendarContent>;

/** What a calendar feed is called, and has in it. */
export const FeedPlan = CalendarContent.extend({ name: z.string().trim().min(1).max(120) });
export type FeedPlan = z.infer<typeof FeedPlan>;

/** A calendar that programs on this machine subscribe to, for as long as its address is not revoked. */
export const Feed = FeedPlan.extend({
  id: z.string().regex(/^[0-9a-f]{32}$/, 'not a feed'),
  /** Whoever holds it may read the calendar, and nothing else. */
  token: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'not a token'),
  madeAt: Instant,
});
export type Feed = z.infer<typeof Feed>;
