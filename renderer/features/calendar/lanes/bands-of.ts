import { targetOfPlace, targetsOfService } from '../../../../shared/domain/conflicts/activity.ts';
import { scopeTest } from '../../../../shared/domain/freezes/scope-index.ts';
import type { Service } from '../../../../shared/model/catalogue.ts';
import type { Booking, Environment } from '../../../../shared/model/environment.ts';
import type { ScheduleRule } from '../../../../shared/model/schedule-rule.ts';
import type { Train } from '../../../../shared/model/train.ts';
import type { Target } from '../../../../shared/model/verdict.ts';
import { type BandSet, bandSet, noBands } from '../timeline/bands.ts';
import type { Occurrences } from './rule-entries.ts';

/** Whether freezes or maintenance are about environments or regions, so that it matters which a train goes to. */
export function namesPlaces(rules: readonly ScheduleRule[]): boolean {
  return rules.some(
    ({ kind, scope }) => kind !== 'window' && (scope.environments.length > 0 || scope.regions.length > 0),
  );
}

/** Whether freezes or maintenance are about a part of the catalogue. */
export function namesServices(rules: readonly ScheduleRule[]): boolean {
  return rules.some(({ kind, scope }) => kind !== 'window' && Object.values(scope).some((list) => list.length > 0));
}

/** What is known of where trains deploy to. */
export interface Places {
  readonly services: ReadonlyMap<string, Service>;
  readonly environments: ReadonlyMap<string, Environment>;
  readonly bookings: readonly Booking[];
}

/** What the deployments of a train touch: its services and teams, in the places that are booked for them. */
export function targetsOfTrain(
  train: Pick<Train, 'services' | 'teams'>,
  releaseIds: ReadonlySet<string>,
  { services, environments, bookings }: Places,
): readonly Target[] {
  const booked = new Set<string>();
  for (const { releaseId, environmentId, purpose } of bookings) {
    if (releaseId === null || !releaseIds.has(releaseId)) continue;
    if (purpose !== 'use' || environments.get(environmentId)?.kind === 'production') booked.add(environmentId);
  }
  const places = [null, ...[...booked].map((id) => environments.get(id) ?? null)];
  const shipped = train.services.flatMap((id) => services.get(id) ?? []);
  return places.flatMap((place) => [
    targetOfPlace(place, null),
    ...shipped.flatMap((service) => targetsOfService(service, place)),
    ...train.teams.map((team) => targetOfPlace(place, team)),
  ]);
}

/**
 * Finds the freezes and maintenance that are about targets, as bands; targets that the same rules are about share one set.
 */
export function bandFinder(
  rules: readonly ScheduleRule[],
  occurrences: Occurrences,
): (targets: readonly Target[]) => BandSet {
  const forbidding = rules.flatMap(({ id, kind, name, scope }) =>
    kind === 'window' ? [] : [{ id, kind, name, test: scopeTest(scope) }],
  );
  const known = new Map<string, BandSet>();
  return (targets) => {
    const touching = forbidding.filter(({ test }) => targets.some(test));
    if (touching.length === 0) return noBands;
    const key = touching.map(({ id }) => id).join(' ');
    const set =
      known.get(key) ??
      bandSet(
        touching.flatMap(({ id, kind, name }) =>
          (occurrences.get(id) ?? []).map(({ span }) => ({ kind, name, start: span.start, end: span.end })),
        ),
      );
    known.set(key, set);
    return set;
  };
}
