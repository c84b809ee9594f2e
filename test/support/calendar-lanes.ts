import type { LaneEntry } from '../../renderer/features/calendar/timeline/entry.ts';
import { Absence, Person, Service, Team } from '../../shared/model/catalogue.ts';
import { Booking, Environment } from '../../shared/model/environment.ts';
import { ScheduleRule, type Scope } from '../../shared/model/schedule-rule.ts';
import type { Occurrence } from '../../shared/model/verdict.ts';
import { bookingPlan, environmentPlan, freezePlan, personPlan, servicePlan, teamPlan } from './plans.ts';
import { DAY_ZERO } from './timeline.ts';
import { anInstant } from './times.ts';

export const everything: Scope = { regions: [], environments: [], services: [], tiers: [], teams: [], tenants: [] };

/** A freeze of everything; `scope` names only what it is about. */
export function aRule(
  id: string,
  { scope = {}, source = null, ...changes }: Record<string, unknown> = {},
): ScheduleRule {
  const plan = freezePlan({ name: id, scope: { ...everything, ...(scope as object) }, ...changes });
  return ScheduleRule.parse({ ...plan, id, source });
}

/** One time that a rule holds; moments as ISO text. */
export function anOccurrence(key: string, start: string, end: string): Occurrence {
  return { key, span: { start: anInstant(start), end: anInstant(end) } };
}

export function anEnvironment(id: string, changes: Record<string, unknown> = {}): Environment {
  const { archived = false, ...plan } = changes;
  return Environment.parse({ ...environmentPlan({ name: id, ...plan }), id, archived });
}

/** A booking from one moment to another (ISO text). */
export function aBooking(id: string, environmentId: string, changes: Record<string, unknown> = {}): Booking {
  const { startAt = '2026-12-01T08:00Z', endAt = '2026-12-02T08:00Z', causedBy = null, ...plan } = changes;
  return Booking.parse({
    ...bookingPlan(environmentId, { title: id, ...plan }),
    id,
    startAt: anInstant(String(startAt)),
    endAt: anInstant(String(endAt)),
    requestedAt: 0,
    causedBy,
  });
}

export function aService(id: string, changes: Record<string, unknown> = {}): Service {
  return Service.parse({ ...servicePlan({ name: id, ...changes }), id });
}

export function aTeam(id: string, changes: Record<string, unknown> = {}): Team {
  return Team.parse({ ...teamPlan({ name: id, ...changes }), id });
}

export function aPerson(id: string, changes: Record<string, unknown> = {}): Person {
  return Person.parse({ ...personPlan({ name: id, ...changes }), id });
}

export function anAbsence(id: string, personId: string, firstDay: string, lastDay: string): Absence {
  return Absence.parse({ id, personId, firstDay, lastDay, reason: '' });
}

/** An entry of a lane of the timeline, an hour long. */
export function anEntry(id: string, changes: Partial<Record<keyof LaneEntry, unknown>> = {}): LaneEntry {
  const base = { id, look: 'exclusive', start: DAY_ZERO, end: DAY_ZERO + 3_600_000, label: id, title: id, at: '' };
  const rest = { what: 'Booking', notes: [], zone: 'UTC', row: id, releaseId: null, state: 'planned', fixed: null };
  return { ...base, ...rest, place: { to: 'environment', id: 'e' }, ...changes } as LaneEntry; // the fields of one
}
