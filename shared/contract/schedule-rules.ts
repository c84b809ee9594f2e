import * as z from 'zod';
import { EnvironmentId, OverrideId, ReleaseId, ScheduleRuleId, ServiceId } from '../model/ids.ts';
import { Override, ScheduleRule, ScheduleRulePlan } from '../model/schedule-rule.ts';
import { Span } from '../model/span.ts';
import { ClockTime, Day, Instant } from '../model/time.ts';
import { FirstLegal, Occurrence, Slot, Target, Verdict } from '../model/verdict.ts';
import { Nothing } from './page.ts';
import { command, query } from './procedure.ts';

/** What a deployment touches: what a release's train ships, some services, or places named one by one. */
export const DeployedTo = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('release'), id: ReleaseId }),
  z.strictObject({
    by: z.literal('services'),
    ids: z.array(ServiceId).min(1).max(200),
    environmentId: EnvironmentId.nullable(),
  }),
  z.strictObject({ by: z.literal('targets'), targets: z.array(Target).min(1).max(500) }),
]);
export type DeployedTo = z.infer<typeof DeployedTo>;

/** How long a deployment may last that is asked about, in minutes. */
const Minutes = z.int().min(1).max(20_160);

/** A time that the business would rather not be disturbed in; weight 0 to 1. */
export const BusyTime = z.strictObject({
  name: z.string().trim().min(1).max(120),
  span: Span,
  weight: z.number().min(0).max(1),
});
export type BusyTime = z.infer<typeof BusyTime>;

const asked = [
  'schedule-rule',
  'override',
  'service',
  'environment',
  'train',
  'release',
  'milestone',
  'booking',
] as const;

export const scheduleRulesContract = {
  occurrences: query(
    'Lists when each window, freeze and maintenance holds between two days, in the zone of the workspace.',
    ['schedule-rule', 'workspace'],
    z.strictObject({ from: Day, to: Day }),
    z.array(z.strictObject({ ruleId: ScheduleRuleId, occurrences: z.array(Occurrence) })),
  ),
  judge: query(
    'Says whether a deployment is allowed for all of a span, target by target, and why not.',
    asked,
    z.strictObject({ to: DeployedTo, span: Span }),
    Verdict,
  ),
  firstLegal: query(
    'Finds the first minute from which a deployment of some length is allowed, and says why not sooner.',
    asked,
    z.strictObject({ to: DeployedTo, after: Instant, minutes: Minutes, days: z.int().min(1).max(366).default(90) }),
    FirstLegal,
  ),
  firstLegalDay: query(
    'Finds the first day from its own on which a release could depart with all its deployments allowed and still to come.',
    asked,
    z.strictObject({ releaseId: ReleaseId, days: z.int().min(1).max(366).default(90) }),
    z.strictObject({ day: Day.nullable() }),
  ),
  legalMinutes: query(
    'Counts the minutes of a span in which a deployment is allowed.',
    asked,
    z.strictObject({ to: DeployedTo, span: Span }),
    z.strictObject({ legal: z.number(), of: z.number() }),
  ),
  slots: query(
    'Ranks the legal slots of a length, each with its score in parts; at most 500 of them.',
    [...asked, 'team', 'workspace'],
    z.strictObject({
      to: DeployedTo,
      from: Day,
      until: Day,
      minutes: Minutes,
      stepMinutes: z.int().min(5).max(1_440).default(60),
      teamHours: z
        .strictObject({ from: ClockTime, to: ClockTime })
        .default({ from: '09:00' as ClockTime, to: '17:00' as ClockTime }),
      busy: z.array(BusyTime).max(200).default([]),
    }),
    z.strictObject({ slots: z.array(Slot), leftOut: z.int() }),
  ),
  list: query(
    'Lists the windows, freezes and maintenance with the overrides of freezes.',
    ['schedule-rule', 'override'],
    Nothing,
    z.strictObject({ rules: z.array(ScheduleRule), overrides: z.array(Override) }),
  ),
  add: command('Adds a window, freeze or maintenance.', ScheduleRulePlan, z.strictObject({ id: ScheduleRuleId })),
  update: command(
    'Changes a window, freeze or maintenance.',
    z.strictObject({
      id: ScheduleRuleId,
      plan: ScheduleRulePlan,
      /** What the change was made from: what others changed since is kept, or refused where both changed it. */
      base: ScheduleRulePlan.optional(),
    }),
    Nothing,
  ),
  remove: command(
    'Removes a window, freeze or maintenance with its overrides.',
    z.strictObject({ id: ScheduleRuleId }),
    Nothing,
  ),
  requestOverride: command(
    'Asks for deployments to be let through a freeze; an approver other than who asks has to be named.',
    Override.pick({ freezeId: true, scope: true, startAt: true, endAt: true, reason: true }),
    z.strictObject({ id: OverrideId }),
  ),
  approveOverride: command(
    'Approves an override in the name of somebody other than who asked for it, and keeps who recorded that.',
    z.strictObject({ id: OverrideId, approver: z.string().trim().min(1).max(120) }),
    Nothing,
  ),
  removeOverride: command('Takes an override back.', z.strictObject({ id: OverrideId }), Nothing),
};
