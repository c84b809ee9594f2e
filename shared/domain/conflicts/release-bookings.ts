import type { Booking, Environment } from '../../model/environment.ts';
import type { ReleaseId } from '../../model/ids.ts';
import type { Instant } from '../../model/time.ts';
import { overlaps } from '../freezes/spans.ts';
import { ownerOf, wholeFamily } from './booking-families.ts';
import type { Deployment } from './deployments.ts';
import { shifted } from './shift.ts';

interface ById<T> {
  readonly get: (id: string) => T | undefined;
}

/** What is booked for releases, as far as their moves ask for it: a plan's view says it, and so can the tables. */
export interface ReleaseBookings {
  readonly bookingsOf: (releaseId: string) => readonly Booking[];
  readonly causedBy: (bookingId: string) => readonly Booking[];
  readonly deploymentsOf: (releaseId: string) => readonly Deployment[];
  readonly tables: {
    readonly now: Instant;
    readonly booking: ById<Booking>;
    readonly environment: ById<Environment>;
  };
}

/**
 * The bookings that can go along with a release: all of its own and what came along with them, but not what has begun, nor
 * what one of them came along with for somebody else.
 */
export function bookingsAlong(booked: ReleaseBookings, releaseId: ReleaseId): readonly Booking[] {
  const families = booked.bookingsOf(releaseId).flatMap((booking) => wholeFamily(booked, booking));
  const all = new Map(families.map((each) => [each.id, each]));
  return [...all.values()].filter((each) => each.startAt >= booked.tables.now && ownerOf(booked, each) === releaseId);
}

/** Whether a release is deployed by a booking: in production, or as a rollout. */
export function isToDeploy({ purpose }: Booking, { kind }: Environment): boolean {
  return kind === 'production' || purpose !== 'use';
}

/** Whether one of a release's bookings holds one of its deployments: a move without it would lead out of it. */
function holdsDeployment(booked: ReleaseBookings, releaseId: ReleaseId): boolean {
  const deployments = booked.deploymentsOf(releaseId);
  return booked.bookingsOf(releaseId).some((booking) => {
    const place = booked.tables.environment.get(booking.environmentId);
    if (place === undefined || !isToDeploy(booking, place)) return false;
    return deployments.some(({ span }) => overlaps(span, { start: booking.startAt, end: booking.endAt }));
  });
}

/** What a move of a release asks of its bookings: to come along, to stay, or what is usual. */
export interface AlongAsked {
  readonly releaseId: ReleaseId;
  /** How many days later the release departs. */
  readonly days: number;
  /** Whether its bookings come along; unless told, where one of them holds a deployment of the release. */
  readonly withBookings: boolean | undefined;
}

/** The bookings that a release could take along, and as they are after it did; none moved where they stay. */
export interface Along {
  readonly bookings: readonly Booking[];
  readonly moved: readonly Booking[];
}

/**
 * The bookings that go along when a release moves: by as many days, at the same time of day. Another hour of the same day
 * leaves them where they are; so stays one that no local time can say there. Asked before the release is moved.
 */
export function movedBookings(booked: ReleaseBookings, { releaseId, days, withBookings }: AlongAsked): Along {
  if (days === 0) return { bookings: [], moved: [] };
  const bookings = bookingsAlong(booked, releaseId);
  if (!(withBookings ?? holdsDeployment(booked, releaseId))) return { bookings, moved: [] };
  const moved = bookings.flatMap((booking) => {
    const place = shifted(booking, { days });
    if (place?.endLocal == null || place.endAt === null || place.endAt <= place.startAt) return [];
    const { startLocal, endLocal, startAt, endAt } = place;
    return [{ ...booking, startLocal, endLocal, startAt, endAt }];
  });
  return { bookings, moved };
}
