import type { EnvironmentId, ServiceId, TeamId } from '../../model/ids.ts';
import type { Scope } from '../../model/schedule-rule.ts';
import { foldText } from '../text/fold-text.ts';

/** One concrete place that a deployment touches; null where nothing is known or nothing is meant. */
export interface Target {
  readonly environmentId: EnvironmentId | null;
  readonly region: string | null;
  readonly serviceId: ServiceId | null;
  readonly tier: number | null;
  readonly teamId: TeamId | null;
  readonly tenant: string | null;
}

/** The form in which regions are compared: `EU-West` and `eu-west ` are one region. */
export function regionKey(region: string): string {
  return foldText(region.trim());
}

function names<T>(list: readonly T[], value: T | null): boolean {
  return list.length === 0 || (value !== null && list.includes(value));
}

function namesRegion(regions: readonly string[], region: string | null): boolean {
  if (regions.length === 0) return true;
  if (region === null) return false;
  const wanted = regionKey(region);
  return regions.some((one) => regionKey(one) === wanted);
}

/**
 * Whether a scope is about a target: each list that names something must name the target's value, so a target
 * without a value is not met by a scope that asks for one. A scope of empty lists is about everything.
 */
export function meets(scope: Scope, target: Target): boolean {
  return (
    names(scope.environments, target.environmentId) &&
    names(scope.services, target.serviceId) &&
    names(scope.tiers, target.tier) &&
    names(scope.teams, target.teamId) &&
    names(scope.tenants, target.tenant) &&
    namesRegion(scope.regions, target.region)
  );
}
