import { daysBetween } from '../../../shared/domain/calendar/days.ts';
import { localWords } from '../../../shared/domain/calendar/time-words.ts';
import { dayOfLocal, endInstant, toInstant } from '../../../shared/domain/calendar/zoned-time.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { Instant, LocalTime, Zone } from '../../../shared/model/time.ts';

/** The longest that a milestone or booking may last: what a search by time reaches back for. */
export const LONGEST_SPAN_DAYS = 800;

/** A span as people type it; `endLocal` null for a point. */
export interface LocalSpan {
  readonly startLocal: LocalTime;
  readonly endLocal: LocalTime | null;
}

export interface PlacedSpan extends LocalSpan {
  readonly startAt: Instant;
  readonly endAt: Instant | null;
}

/** A span typed by people, with its instants; refuses one that ends before it starts or never ends. */
export function placedSpan({ startLocal, endLocal }: LocalSpan, zone: Zone): PlacedSpan {
  const startAt = toInstant(startLocal, zone);
  const endAt = endLocal === null ? null : endInstant(endLocal, startLocal, zone);
  if (endLocal !== null && endLocal < startLocal) {
    throw new Failure(
      'BAD_INPUT',
      `It would end (${localWords(endLocal)}) before it starts (${localWords(startLocal)}).`,
      {
        where: 'endLocal',
        remedy: 'Move the end later or the start earlier.',
      },
    );
  }
  if (endLocal !== null && daysBetween(dayOfLocal(startLocal), dayOfLocal(endLocal)) > LONGEST_SPAN_DAYS) {
    throw new Failure('BAD_INPUT', `It would last longer than ${LONGEST_SPAN_DAYS} days.`, {
      where: 'endLocal',
      remedy: 'Make it shorter, or several milestones.',
    });
  }
  return { startLocal, endLocal, startAt, endAt };
}
