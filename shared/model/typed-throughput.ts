import * as z from 'zod';
import { Day } from './time.ts';

/** More than a team finishes in a week. */
const Finished = z.int().min(0).max(1_000);

/** What a team finishes, as people typed it where no synced fact tells: so many items a week, or the counts of some weeks. */
export const TypedThroughput = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('range'),
    least: Finished,
    most: Finished,
    /** Whether forecasts rest on it even where finished items were synced. */
    overFacts: z.boolean(),
  }),
  z.strictObject({
    by: z.literal('weeks'),
    /** By their Mondays, each week once, the first first. */
    weeks: z
      .array(z.strictObject({ monday: Day, finished: Finished }))
      .min(1)
      .max(104),
    overFacts: z.boolean(),
  }),
]);
export type TypedThroughput = z.infer<typeof TypedThroughput>;
