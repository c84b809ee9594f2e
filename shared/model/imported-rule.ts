import type * as z from 'zod';
import { ScheduleRulePlan } from './schedule-rule.ts';

/** What a calendar says of a rule; what it is about and whose it is are said here. */
export const RuleFacts = ScheduleRulePlan.pick({ kind: true, name: true, reason: true, holds: true });
export type RuleFacts = z.infer<typeof RuleFacts>;

/** One of the facts that a calendar says. */
export const RuleFact = RuleFacts.keyof();
export type RuleFact = z.infer<typeof RuleFact>;
