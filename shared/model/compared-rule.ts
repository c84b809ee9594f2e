import * as z from 'zod';
import { ScheduleRule } from './schedule-rule.ts';

/** What a rule is and when it holds on one side of a comparison. */
const RuleTimes = ScheduleRule.pick({ kind: true, holds: true });

/** A window, freeze or maintenance on both sides of a comparison; null where it is not there. */
export const ComparedRule = z.strictObject({
  id: ScheduleRule.shape.id,
  name: z.string(),
  /** What is compared with: the plan. */
  one: RuleTimes.nullable(),
  /** What is compared: the branch. */
  other: RuleTimes.nullable(),
});
export type ComparedRule = z.infer<typeof ComparedRule>;
