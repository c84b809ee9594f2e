import { targetOfPlace } from '../../../../shared/domain/conflicts/activity.ts';
import type { Booking, Environment } from '../../../../shared/model/environment.ts';
import type { Target } from '../../../../shared/model/verdict.ts';
import { formatCount, formatInstant } from '../../../lib/format.ts';
import type { BandSet } from '../timeline/bands.ts';
import type { EntryLook, LaneEntry } from '../timeline/entry.ts';
import { entryLooks } from '../timeline/entry-looks.ts';
import type { TimelineLane } from '../timeline/model.ts';

function lookOf({ purpose, mode }: Booking): EntryLook {
  return purpose === 'use' ? mode : 'reserve';
}

const ALONG = 'It came with the booking of the environment below it, and moves with that one.';

function notesOf(booking: Booking, environment: Environment, release: string | null): readonly string[] {
  const { purpose, units, services, deadlineAt, zone } = booking;
  const rollout = purpose === 'blue-green' ? 'Blue-green rollout' : 'Canary rollout';
  return [
    ...(release === null ? [] : [`For ${release}`]),
    ...(purpose === 'use' ? [] : [rollout]),
    ...(environment.capacity > 1 ? [`${units} of ${formatCount(environment.capacity, 'unit')}`] : []),
    ...(services.length > 0 ? [`Uses ${formatCount(services.length, 'service')}`] : []),
    ...(deadlineAt === null ? [] : [`Must be done by ${formatInstant(deadlineAt, zone)}`]),
  ];
}

/** What releases are called with their trains, by id, as far as the plan that is loaded holds them. */
export type ReleaseNames = ReadonlyMap<string, string>;

/** A booking as an entry: named after its release, else after what it is for. */
export function bookingEntry(booking: Booking, environment: Environment, releases: ReleaseNames): LaneEntry {
  const { id, title, releaseId, startAt, endAt, zone } = booking;
  const release = (releaseId === null ? null : releases.get(releaseId)) ?? null;
  const look = lookOf(booking);
  return {
    id,
    look,
    start: startAt,
    end: endAt,
    label: release ?? title,
    title,
    at: environment.name,
    what: `${entryLooks[look].label} · ${environment.name}`,
    notes: notesOf(booking, environment, release),
    zone,
    row: id,
    releaseId,
    state: 'planned',
    fixed: booking.causedBy === null ? null : ALONG,
    place: { to: 'environment', id: environment.id },
  };
}

/** Every booking as an entry, by the environment's id; bookings of environments that are gone are left out. */
export function bookingEntries(
  environments: readonly Environment[],
  bookings: readonly Booking[],
  releases: ReleaseNames,
): ReadonlyMap<string, readonly LaneEntry[]> {
  const byId = new Map<string, Environment>(environments.map((environment) => [environment.id, environment]));
  const entries = new Map<string, LaneEntry[]>();
  for (const booking of bookings) {
    const environment = byId.get(booking.environmentId);
    if (environment === undefined) continue;
    const entry = bookingEntry(booking, environment, releases);
    const known = entries.get(environment.id);
    if (known === undefined) entries.set(environment.id, [entry]);
    else known.push(entry);
  }
  return entries;
}

/** A lane for each environment; one put aside only where something is booked in it. */
export function environmentLanes(
  environments: readonly Environment[],
  entries: ReadonlyMap<string, readonly LaneEntry[]>,
  bandsOf: (targets: readonly Target[]) => BandSet,
): readonly TimelineLane[] {
  return environments
    .filter(({ id, archived }) => !archived || entries.has(id))
    .map((environment) => ({
      of: 'environment',
      id: environment.id,
      name: environment.name,
      releases: [],
      daysOff: [],
      entries: entries.get(environment.id) ?? [],
      bands: bandsOf([targetOfPlace(environment, null)]),
    }));
}
