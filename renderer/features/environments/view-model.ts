import { takesAll } from '../../../shared/domain/conflicts/environment-bookings.ts';
import type { WaivableConflict } from '../../../shared/model/conflict.ts';
import type {
  Booking,
  BookingPurpose,
  Environment,
  EnvironmentKind,
  QueueDiscipline,
  Sharing,
} from '../../../shared/model/environment.ts';
import type { QueuePlace, Utilisation } from '../../../shared/model/environment-use.ts';
import type { BookingId } from '../../../shared/model/ids.ts';
import type { Span } from '../../../shared/model/span.ts';
import type { Zone } from '../../../shared/model/time.ts';
import { formatCount, formatDuration, formatInstant, formatNumber, zoneName } from '../../lib/format.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export const kindWords = {
  development: 'Development',
  test: 'Test',
  staging: 'Staging',
  'pre-production': 'Pre-production',
  production: 'Production',
} as const satisfies Record<EnvironmentKind, string>;

export const sharingWords = {
  exclusive: 'Exclusive',
  shared: 'Shared',
  'by-service': 'By service',
} as const satisfies Record<Sharing, string>;

export const sharingHints = {
  exclusive: 'One booking at a time.',
  shared: 'As many bookings at a time as its capacity holds.',
  'by-service': 'Any bookings at a time, as long as no service is in two of them.',
} as const satisfies Record<Sharing, string>;

export const disciplineWords = {
  'first-come': 'Who asked first',
  priority: 'By priority',
  'earliest-deadline': 'Earliest deadline',
} as const satisfies Record<QueueDiscipline, string>;

export const purposeWords = {
  use: 'Use it',
  'blue-green': 'Spare for blue-green',
  canary: 'Spare for a canary',
} as const satisfies Record<BookingPurpose, string>;

/** A share as a whole percentage; under one half of a percent but not nothing is `<1%`. */
export function percentText(share: number | null): string {
  if (share === null) return '';
  const percent = share * 100;
  return percent > 0 && percent < 0.5 ? '<1%' : `${Math.round(percent)}%`;
}

/** Minutes for people. */
export function minutesText(minutes: number): string {
  return minutes === 0 ? 'no time' : formatDuration(minutes * MINUTE);
}

/** When a booking is, in a zone: `24 Nov, 09:00 to 25 Nov, 17:00 CET`. */
export function spanText({ start, end }: Span, zone: Zone): string {
  return `${formatInstant(start, zone, 'short')} to ${formatInstant(end, zone, 'short')} ${zoneName(zone, start)}`;
}

/** A booking's time as a span. */
export function spanOf({ startAt, endAt }: Pick<Booking, 'startAt' | 'endAt'>): Span {
  return { start: startAt, end: endAt };
}

/** How a booking has its environment: alone, or which part of it. */
export function holdText(booking: Booking, environment: Environment): string {
  if (booking.purpose !== 'use') return `${formatCount(booking.units, 'unit')} kept for a rollout`;
  if (takesAll(booking, environment)) return 'alone';
  if (environment.sharing === 'by-service') {
    return booking.services.length === 0
      ? 'shared, every service'
      : `shared, ${formatCount(booking.services.length, 'service')}`;
  }
  return `shared, ${formatNumber(booking.units)} of ${formatCount(environment.capacity, 'unit')}`;
}

/** What the picture says of a booking to those who do not see it. */
export function bookingLabel(
  booking: Booking,
  { environment, zone, clashes }: { readonly environment: Environment; readonly zone: Zone; readonly clashes: boolean },
): string {
  const parts = [booking.title, holdText(booking, environment), spanText(spanOf(booking), zone)];
  if (booking.causedBy !== null) parts.push('booked along');
  if (clashes) parts.push('clashes');
  return parts.join(', ');
}

/** The bookings that have a side in a clash that nobody waived. */
export function clashingBookings(conflicts: readonly WaivableConflict[]): ReadonlySet<BookingId> {
  const ids = conflicts
    .filter(({ waiver }) => waiver === null)
    .flatMap(({ conflict }) => conflict.sides)
    .filter(({ thing }) => thing.kind === 'booking')
    // Things of this kind are named by their booking ids.
    .map(({ thing }) => thing.id as BookingId);
  return new Set(ids);
}

/** A row behind the figures of an environment's use. */
export interface UseRow {
  readonly booking: Booking;
  /** Unit hours in the range; all units where it has the environment alone. */
  readonly unitHours: number;
}

/** The bookings that an environment's figures over a range are made of, earliest first. */
export function rowsOfUse(environment: Environment, bookings: readonly Booking[], range: Span): readonly UseRow[] {
  return bookings
    .filter(
      ({ environmentId, startAt, endAt }) =>
        environmentId === environment.id && startAt < range.end && endAt > range.start,
    )
    .map((booking) => {
      const length = Math.min(booking.endAt, range.end) - Math.max(booking.startAt, range.start);
      const units = takesAll(booking, environment) ? Math.max(booking.units, environment.capacity) : booking.units;
      return { booking, unitHours: (length / HOUR) * units };
    });
}

/** The longest that anybody who has not begun waits, for people; empty where nobody does. */
export function waitText({ summary }: Utilisation['overall']['waiting']): string {
  return summary === null || summary.longest === 0 ? '' : minutesText(summary.longest);
}

/** When somebody in the queue would get the environment, in words. */
export function expectedText({ expected, waitMinutes, late }: QueuePlace, zone: Zone): string {
  if (expected === null || waitMinutes === null) return 'Never: it needs more than there is.';
  const wait = waitMinutes === 0 ? 'no waiting' : `after waiting ${minutesText(waitMinutes)}`;
  return `From ${formatInstant(expected.start, zone, 'short')}, ${wait}${late === true ? '; too late for its deadline' : ''}.`;
}
