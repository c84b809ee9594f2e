import * as fc from 'fast-check';
import { fromDayNumber } from '../../shared/domain/calendar/days.ts';
import { ClockTime, Day, type Instant, instant, LocalTime, Zone } from '../../shared/model/time.ts';

/** A day that the model accepts. */
export function aDay(text: string): Day {
  return Day.parse(text);
}

export function aClock(text: string): ClockTime {
  return ClockTime.parse(text);
}

export function aLocal(text: string): LocalTime {
  return LocalTime.parse(text);
}

export function aZone(name: string): Zone {
  return Zone.parse(name);
}

/** The moment of an ISO text that carries its own offset: `2026-03-29T01:30:00Z`. */
export function anInstant(text: string): Instant {
  const milliseconds = Date.parse(text);
  if (!/(Z|[+-]\d{2}:\d{2})$/.test(text) || Number.isNaN(milliseconds)) throw new Error(`no moment: ${text}`);
  return instant(milliseconds);
}

/** A moment as ISO text in UTC, so that a failed expectation can be read. */
export function isoOf(at: Instant): string {
  return new Date(at).toISOString();
}

/** Days of the two centuries that plans are about. */
export const someDay = fc.integer({ min: -25_567, max: 47_481 }).map(fromDayNumber);

export const someClock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => aClock(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`));
