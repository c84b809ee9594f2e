import * as z from 'zod';
import { Region, Tier } from './catalogue.ts';
import { EnvironmentId, OverrideId, ScheduleRuleId, ServiceId, TeamId } from './ids.ts';
import { ClockTime, Day, Instant, LocalTime, Zone } from './time.ts';

/** When deploying is allowed, forbidden, or when infrastructure is being worked on. */
export const ScheduleRuleKind = z.enum(['window', 'freeze', 'maintenance']);
export type ScheduleRuleKind = z.infer<typeof ScheduleRuleKind>;

/** Whose clock a local time is read on. AoE, "anywhere on Earth", is UTC-12: a day ends there last. */
export const Clock = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('zone'), zone: Zone }),
  z.strictObject({ by: z.literal('offset'), minutes: z.int().min(-840).max(840) }),
  z.strictObject({ by: z.literal('aoe') }),
]);
export type Clock = z.infer<typeof Clock>;

/** A local time on a clock of its own: the two bounds of one span may be on different ones. */
export const Bound = z.strictObject({ local: LocalTime, clock: Clock });
export type Bound = z.infer<typeof Bound>;

/** When a rule holds. */
export const When = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('once'), start: Bound, end: Bound }),
  z.strictObject({
    by: z.literal('rrule'),
    /** RFC 5545, over the days on which an occurrence starts. */
    rrule: z.string().trim().min(1).max(400),
    from: Day,
    startTime: ClockTime,
    endTime: ClockTime,
    /** Days from the start's day to the end's: 0 ends the same day. */
    endDayOffset: z.int().min(0).max(366),
    clock: Clock,
    except: z.array(Day).max(1_000),
    also: z.array(Day).max(1_000),
  }),
  z.strictObject({
    by: z.literal('cron'),
    /** It holds from each time that `start` names to the next that `end` names. */
    start: z.string().trim().min(1).max(120),
    end: z.string().trim().min(1).max(120),
    zone: Zone,
  }),
]);
export type When = z.infer<typeof When>;

/**
 * What a rule is about. An empty list says nothing; of a list that names something, one must meet; all lists that
 * name something must. All lists empty means everything.
 */
export const Scope = z.strictObject({
  regions: z.array(Region).max(200),
  environments: z.array(EnvironmentId).max(500),
  services: z.array(ServiceId).max(500),
  tiers: z.array(Tier).max(4),
  teams: z.array(TeamId).max(200),
  tenants: z.array(z.string().trim().min(1).max(120)).max(500),
});
export type Scope = z.infer<typeof Scope>;

export const ScheduleRulePlan = z.strictObject({
  kind: ScheduleRuleKind,
  name: z.string().trim().min(1).max(120),
  reason: z.string().trim().max(2_000),
  owner: z.string().trim().max(120),
  scope: Scope,
  holds: When,
});
export type ScheduleRulePlan = z.infer<typeof ScheduleRulePlan>;

/** A window, freeze or maintenance. */
export const ScheduleRule = ScheduleRulePlan.extend({
  id: ScheduleRuleId,
  /** The calendar it was imported from and its identity there; null for one made here. */
  source: z.strictObject({ calendar: z.string().max(400), uid: z.string().max(400) }).nullable(),
});
export type ScheduleRule = z.infer<typeof ScheduleRule>;

/** Lets deployments of a scope through one freeze for a while. It counts only with an approver other than who asked. */
export const Override = z.strictObject({
  id: OverrideId,
  freezeId: ScheduleRuleId,
  scope: Scope,
  startAt: Instant,
  endAt: Instant,
  reason: z.string().trim().min(1).max(2_000),
  requestedBy: z.string(),
  requestedAt: Instant,
  approvedBy: z.string().nullable(),
  approvedAt: Instant.nullable(),
  /** Who was at work when the approval was typed: the approver is named, and not proved. Null before one, or where none was kept. */
  recordedBy: z.string().nullable(),
});
export type Override = z.infer<typeof Override>;
