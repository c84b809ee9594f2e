import type { Booking } from '../../../shared/model/environment.ts';
import type { BookingId, EnvironmentId } from '../../../shared/model/ids.ts';
import { type Instant, instant, type LocalTime } from '../../../shared/model/time.ts';
import { type Edit, targetOf } from './timeline/edit.ts';
import type { TimelineItem } from './timeline/model.ts';
import type { Preview } from './timeline/scene.ts';

export interface BookingMove {
  readonly id: BookingId;
  readonly startLocal: LocalTime;
  readonly endLocal: LocalTime;
  readonly base: { readonly startAt: Instant; readonly endAt: Instant; readonly environmentId: EnvironmentId };
}

/** Whether an item that can be moved is a booking: what is neither a release nor a milestone. */
export function isBooking({ what, kind }: Pick<TimelineItem, 'what' | 'kind'>): boolean {
  return what === 'span' && kind === null;
}

/** What an edited booking asks of the core, and where it stood when the gesture began; null where it is gone. */
export function bookingMove(edit: Edit, bookings: readonly Booking[]): BookingMove | null {
  const { item } = edit;
  const { startLocal, endLocal } = targetOf(edit);
  const booking = bookings.find(({ id }) => id === item.id);
  if (booking === undefined || endLocal === null) return null;
  const { id, environmentId } = booking;
  return { id, startLocal, endLocal, base: { startAt: instant(item.start), endAt: instant(item.end), environmentId } };
}

/** Where an edit takes a booking and those that it brought along. */
export function previewBooking(edit: Edit, bookings: readonly Booking[]): Preview {
  const { start, end } = targetOf(edit);
  const along = bookings.filter(({ causedBy }) => causedBy === edit.item.id);
  return new Map([edit.item.id, ...along.map(({ id }) => id)].map((id) => [id, { start, end }] as const));
}

/** The bookings of one answer. */
export interface Booked {
  readonly bookings: Booking[];
  readonly leftOut: number;
}

/** An answer as it will be once an edit is kept: shown before the core has answered. */
export function applyBookingMove(booked: Booked, preview: Preview): Booked {
  if (!booked.bookings.some(({ id }) => preview.has(id))) return booked;
  const bookings = booked.bookings.map((booking) => {
    const span = preview.get(booking.id);
    return span === undefined ? booking : { ...booking, startAt: instant(span.start), endAt: instant(span.end) };
  });
  return { ...booked, bookings };
}
