import type { Service } from '../../model/catalogue.ts';
import type { ConflictSide } from '../../model/conflict.ts';
import type { Booking, Environment } from '../../model/environment.ts';
import type { EnvironmentId, ServiceId, TeamId } from '../../model/ids.ts';
import type { Span } from '../../model/span.ts';
import type { Target } from '../../model/verdict.ts';
import { withRegionKey } from '../freezes/scope-index.ts';
import { overlaps } from '../freezes/spans.ts';
import type { Deployment } from './deployments.ts';
import { isToDeploy } from './release-bookings.ts';
import type { RuleTime } from './schedule-index.ts';
import { sideOfBooking, sideOfDeployment } from './sides.ts';
import type { PlanView } from './view.ts';

/** Something that freezes, maintenances and windows are about: a deployment, or a booking. */
export interface Activity {
  readonly as: 'deployment' | 'booking';
  readonly id: string;
  readonly span: Span;
  readonly side: ConflictSide;
  readonly targets: readonly Target[];
  readonly environments: readonly EnvironmentId[];
  /** Whose services it is about; null for none. */
  readonly trainId: string | null;
  /** The booking, where it is one. */
  readonly booking: Booking | null;
}

/** A target of which nothing is known. */
const BLANK: Target = {
  environmentId: null,
  region: null,
  serviceId: null,
  tier: null,
  teamId: null,
  tenant: null,
};

/** What some targets name, each once: ids, regions and tenants. */
export function namedBy(targets: readonly Target[]): string[] {
  const names = targets.flatMap((each) => [each.serviceId, each.environmentId, each.teamId, each.region, each.tenant]);
  return [...new Set(names.filter((name) => name !== null))].sort();
}

/** A service in an environment, or in each region that it runs in. */
export function targetsOfService(service: Service, place: Environment | null): readonly Target[] {
  const known = place?.region ? [place.region] : service.regions;
  const regions = known.length === 0 ? [null] : known;
  const { id: serviceId, tier, teamId } = service;
  const environmentId = place?.id ?? null;
  return regions.map((region) => withRegionKey({ ...BLANK, environmentId, region, serviceId, tier, teamId }));
}

/** An environment, and who works there, if anybody is meant. */
export function targetOfPlace(place: Environment | null, teamId: TeamId | null): Target {
  return withRegionKey({ ...BLANK, environmentId: place?.id ?? null, region: place?.region ?? null, teamId });
}

function servicesOf(view: PlanView, ids: readonly ServiceId[]): readonly Service[] {
  return ids.flatMap((id) => view.tables.service.get(id) ?? []);
}

/**
 * The environments that a deployment goes to, as far as bookings say: those of its release in production, and its rollouts. Where
 * one is booked at the deployment's time, that one; where none is, any of them: what is moved out of its booking goes there still.
 */
function placesOf(view: PlanView, { releaseId, span }: Deployment): readonly Environment[] {
  const booked = new Map<string, Environment>();
  const meant = new Map<string, Environment>();
  for (const booking of view.bookingsOf(releaseId)) {
    const place = view.tables.environment.get(booking.environmentId);
    if (place === undefined || !isToDeploy(booking, place)) continue;
    meant.set(place.id, place);
    if (overlaps(span, { start: booking.startAt, end: booking.endAt })) booked.set(place.id, place);
  }
  const places = booked.size === 0 ? meant : booked;
  return [...places.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * What a deployment touches: each service of its train in each region that it runs in, in each environment that is booked
 * for it; and each team that works for the train. A train that names neither touches one place that nothing is known of.
 */
export function deploymentActivity(view: PlanView, deployment: Deployment): Activity {
  return view.remembered(`activity ${deployment.id}`, () => activityOf(view, deployment));
}

function activityOf(view: PlanView, deployment: Deployment): Activity {
  const release = view.tables.release.get(deployment.releaseId);
  const train = view.tables.train.get(release?.trainId ?? '')?.train;
  const booked = placesOf(view, deployment);
  const places = booked.length === 0 ? [null] : booked;
  const services = servicesOf(view, train?.services ?? []);
  const targets = places.flatMap((place) => [
    ...services.flatMap((service) => targetsOfService(service, place)),
    ...(train?.teams ?? []).map((team) => targetOfPlace(place, team)),
  ]);
  return {
    as: 'deployment',
    id: deployment.id,
    span: deployment.span,
    side: sideOfDeployment(deployment),
    targets: targets.length === 0 ? places.map((place) => targetOfPlace(place, null)) : targets,
    environments: booked.map(({ id }) => id),
    trainId: train?.id ?? null,
    booking: null,
  };
}

/** What a booking touches: the services that it names in its environment, else those of its release's train. */
export function bookingActivity(view: PlanView, booking: Booking): Activity | null {
  const place = view.tables.environment.get(booking.environmentId);
  if (place === undefined) return null;
  const release = view.tables.release.get(booking.releaseId ?? '');
  const train = view.tables.train.get(release?.trainId ?? '')?.train;
  const named = booking.services.length > 0 ? booking.services : (train?.services ?? []);
  const targets = servicesOf(view, named).flatMap((service) => targetsOfService(service, place));
  return {
    as: 'booking',
    id: booking.id,
    span: { start: booking.startAt, end: booking.endAt },
    side: sideOfBooking(booking),
    targets: [...targets, targetOfPlace(place, null)],
    environments: [place.id],
    trainId: null,
    booking,
  };
}

/** The targets of an activity that a rule is about; a booking that names no service uses whichever the rule names. */
export function targetsMeant(
  view: PlanView,
  { targets, booking }: Activity,
  { rule, test }: RuleTime,
): readonly Target[] {
  const met = targets.filter(test);
  if (met.length > 0 || booking === null || booking.services.length > 0) return met;
  const place = view.tables.environment.get(booking.environmentId) ?? null;
  return servicesOf(view, rule.scope.services)
    .flatMap((service) => targetsOfService(service, place))
    .filter(test);
}
