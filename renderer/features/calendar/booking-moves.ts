import { changedWithAlong } from '../../../shared/domain/environments/booked-along.ts';
import type { Booking, Environment } from '../../../shared/model/environment.ts';
import type { BookingId, EnvironmentId } from '../../../shared/model/ids.ts';
import { type Instant, instant, type LocalTime } from '../../../shared/model/time.ts';
import { type Edit, targetOf } from './timeline/edit.ts';
import type { Preview } from './timeline/ghosts.ts';
import type { TimelineItem } from './timeline/model.ts';

export interface BookingMove {
  readonly id: BookingId;
  readonly startLocal: LocalTime;
  readonly endLocal: LocalTime;
  /** The one that it goes to, where that is another. */
  readonly environmentId?: EnvironmentId;
  readonly base: { readonly startAt: Instant; readonly endAt: Instant; readonly environmentId: EnvironmentId };
}

/** Whether an item that can be moved is a booking: what is neither a release nor a milestone. */
export function isBooking({ what, kind }: Pick<TimelineItem, 'what' | 'kind'>): boolean {
  return what === 'span' && kind === null;
}

/** Why a booking cannot be put on the lane that an edit takes it to; null where it can. */
export function bookingRefusal({ to }: Edit, environments: readonly Environment[]): string | null {
  if (to === null) return null;
  const environment = environments.find(({ id }) => id === to.id);
  if (environment === undefined) return `A booking is of an environment: “${to.name}” is none.`;
  return environment.archived ? `“${to.name}” is archived: bring it back to book it.` : null;
}

/** The environment that an edit takes a booking to, for one that is not refused; nothing where it stays in its own. */
export function environmentOf({ to }: Edit): { readonly environmentId?: EnvironmentId } {
  return to === null ? {} : { environmentId: to.id as EnvironmentId }; // the lane of an environment has its id
}

/** What an edited booking asks of the core, and where it stood when the gesture began; null where it is gone. */
export function bookingMove(edit: Edit, bookings: readonly Booking[]): BookingMove | null {
  const { item } = edit;
  const { startLocal, endLocal } = targetOf(edit);
  const booking = bookings.find(({ id }) => id === item.id);
  if (booking === undefined || endLocal === null) return null;
  const { id, environmentId } = booking;
  const base = { startAt: instant(item.start), endAt: instant(item.end), environmentId };
  return { id, startLocal, endLocal, ...environmentOf(edit), base };
}

/** What is known of environments and their bookings. */
export interface KnownBookings {
  readonly bookings: readonly Booking[];
  readonly environments: readonly Environment[];
}

/**
 * Where an edit takes a booking and those that it brought along, as the core does it: where it goes to another environment,
 * what stands on that one is booked along.
 */
export function previewBooking(edit: Edit, { bookings, environments, now }: KnownBookings & { now: Instant }): Preview {
  const { start, end, startLocal, endLocal } = targetOf(edit);
  const before = bookings.find(({ id }) => id === edit.item.id);
  if (before === undefined || endLocal === null) return new Map([[edit.item.id, { start, end }]]);
  const to = bookingRefusal(edit, environments) === null ? environmentOf(edit) : {};
  const after = { ...before, startLocal, endLocal, startAt: instant(start), endAt: instant(end), ...to };
  const along = bookings.filter(({ causedBy }) => causedBy === before.id);
  const edits = changedWithAlong({ before, after }, { along, environments, now });
  const known = new Set([before, ...along].map(({ id }) => id));
  const brought = edits.flatMap(({ id, to: place }) => (place === null || known.has(id) ? [] : [place.environmentId]));
  const on = to.environmentId === undefined ? {} : { on: [to.environmentId, ...brought] };
  const moved = edits.flatMap(({ id, to: place }) => {
    if (id === before.id || !known.has(id)) return [];
    const where = place === null ? { start, end, on: [] } : { start: place.startAt, end: place.endAt };
    return [[id, where] as const];
  });
  return new Map([[before.id, { start, end, ...on }], ...moved]);
}

/** The bookings of one answer. */
export interface Booked {
  readonly bookings: Booking[];
  readonly leftOut: number;
}

/** An answer as it will be once an edit is kept: shown before the core has answered. */
export function applyBookingMove(booked: Booked, preview: Preview): Booked {
  if (!booked.bookings.some(({ id }) => preview.has(id))) return booked;
  const bookings = booked.bookings.flatMap((booking) => {
    const span = preview.get(booking.id);
    if (span === undefined) return [booking];
    const { start, end, on = [booking.environmentId] } = span;
    // What it would bring along on its new environment comes with the core's answer.
    const [environmentId] = on as readonly EnvironmentId[]; // the lanes of environments have their ids
    return environmentId === undefined
      ? []
      : [{ ...booking, startAt: instant(start), endAt: instant(end), environmentId }];
  });
  return { ...booked, bookings };
}
