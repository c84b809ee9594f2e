import type { Target } from '../../shared/domain/freezes/scope.ts';
import { EnvironmentId, OverrideId, ScheduleRuleId, ServiceId, TeamId } from '../../shared/model/ids.ts';
import { Override, ScheduleRule, type ScheduleRuleKind, Scope, When } from '../../shared/model/schedule-rule.ts';
import { anInstant, aZone } from './times.ts';

/** A scope that names what is given and nothing else; nothing given is everything. */
export function aScope(parts: Partial<Record<keyof Scope, readonly unknown[]>> = {}): Scope {
  return Scope.parse({ regions: [], environments: [], services: [], tiers: [], teams: [], tenants: [], ...parts });
}

/** A target whose parts are known only as far as they are given. */
export function aTarget(
  parts: Partial<{
    environment: string;
    region: string;
    service: string;
    tier: number;
    team: string;
    tenant: string;
  }> = {},
): Target {
  return {
    environmentId: parts.environment === undefined ? null : EnvironmentId.parse(parts.environment),
    region: parts.region ?? null,
    serviceId: parts.service === undefined ? null : ServiceId.parse(parts.service),
    tier: parts.tier ?? null,
    teamId: parts.team === undefined ? null : TeamId.parse(parts.team),
    tenant: parts.tenant ?? null,
  };
}

interface RuleParts {
  readonly id: string;
  readonly kind?: ScheduleRuleKind;
  readonly scope?: Scope;
  readonly holds: When;
}

/** A rule that the model accepts, named as its id. */
export function aRule({ id, kind = 'freeze', scope = aScope(), holds }: RuleParts): ScheduleRule {
  return ScheduleRule.parse({
    id: ScheduleRuleId.parse(id),
    kind,
    name: id,
    reason: '',
    owner: '',
    scope,
    holds,
    source: null,
  });
}

/** Once, from one local time to another, both read on the clock of a zone. */
export function once(start: string, end: string, zone = 'UTC'): When {
  const clock = { by: 'zone', zone: aZone(zone) };
  return When.parse({ by: 'once', start: { local: start, clock }, end: { local: end, clock } });
}

interface OverrideParts {
  readonly freeze: string;
  readonly start: string;
  readonly end: string;
  readonly scope?: Scope;
  readonly requestedBy?: string;
  readonly requestedAt?: string;
  readonly approvedBy?: string | null;
  readonly approvedAt?: string | null;
  readonly recordedBy?: string | null;
}

/** An override of a freeze, requested by Ann and approved by Ben on 2020-01-01 unless said otherwise. */
export function anOverride(parts: OverrideParts): Override {
  const { freeze, start, end, scope = aScope(), requestedBy = 'Ann', approvedBy = 'Ben' } = parts;
  const {
    recordedBy = null,
    requestedAt = '2020-01-01T00:00Z',
    approvedAt = approvedBy === null ? null : requestedAt,
  } = parts;
  return Override.parse({
    id: OverrideId.parse(`override-of-${freeze}`),
    freezeId: ScheduleRuleId.parse(freeze),
    scope,
    startAt: anInstant(start),
    endAt: anInstant(end),
    reason: 'the payment provider changes its address',
    requestedBy,
    requestedAt: anInstant(requestedAt),
    approvedBy,
    approvedAt: approvedAt === null ? null : anInstant(approvedAt),
    recordedBy,
  });
}

interface DailyParts {
  readonly rrule: string;
  readonly from?: string;
  readonly start: string;
  readonly end: string;
  readonly endDayOffset?: number;
  readonly zone?: string;
  readonly except?: readonly string[];
  readonly also?: readonly string[];
}

/** Recurring by day from 2026-01-01 on, in UTC unless said otherwise. */
export function daily({
  rrule,
  from = '2026-01-01',
  start,
  end,
  endDayOffset = 0,
  zone = 'UTC',
  except = [],
  also = [],
}: DailyParts): When {
  const clock = { by: 'zone', zone: aZone(zone) };
  return When.parse({ by: 'rrule', rrule, from, startTime: start, endTime: end, endDayOffset, clock, except, also });
}
