import * as z from 'zod';
import { PersonPlan, ServicePlan, TeamPlan } from './catalogue.ts';
import { BookingPlan, EnvironmentPlan } from './environment.ts';
import { ScheduleRulePlan } from './schedule-rule.ts';
import { ClockTime, Zone } from './time.ts';

const key = z.string().regex(/^[a-z-]+$/);
/** Days before (negative) or after the day of a train's next release by the reader's now. */
const dayAround = z.int().min(-60).max(60);

const SampleTeam = TeamPlan.pick({ name: true, zone: true }).extend({
  key,
  /** Keys of simulated projects. */
  projects: z.array(z.string()),
  people: z.array(PersonPlan.omit({ teamId: true })),
});

const SampleService = ServicePlan.pick({ name: true, tier: true, regions: true }).extend({
  key,
  team: key,
  projects: z.array(z.string()),
  dependsOn: z.array(key),
  /** The train that ships it; null for none. */
  train: key.nullable(),
});

const SampleEnvironment = EnvironmentPlan.omit({ parents: true, notes: true }).extend({ key, parents: z.array(key) });

const SampleRule = ScheduleRulePlan.omit({ scope: true, holds: true }).extend({
  tiers: ScheduleRulePlan.shape.scope.shape.tiers,
  environments: z.array(key),
  rrule: z.string(),
  startTime: ClockTime,
  endTime: ClockTime,
  endDayOffset: z.int().min(0).max(366),
  zone: Zone,
});

const SampleBooking = BookingPlan.pick({ title: true, mode: true, units: true, priority: true }).extend({
  train: key,
  environment: key,
  fromDay: dayAround,
  toDay: dayAround,
});

/** A made-up product organisation around the public trains: who, what, where, and when not. Never presented as real. */
export const SamplePlanning = z.strictObject({
  teams: z.array(SampleTeam),
  services: z.array(SampleService),
  environments: z.array(SampleEnvironment),
  rules: z.array(SampleRule),
  bookings: z.array(SampleBooking),
  leads: z.array(z.strictObject({ train: key, person: z.string() })),
  absences: z.array(
    z.strictObject({ person: z.string(), train: key, fromDay: dayAround, toDay: dayAround, reason: z.string() }),
  ),
});
export type SamplePlanning = z.infer<typeof SamplePlanning>;
