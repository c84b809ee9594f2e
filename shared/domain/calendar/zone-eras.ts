import { Temporal } from 'temporal-polyfill';
import { Failure } from '../../model/failure.ts';
import type { Zone } from '../../model/time.ts';

/** A stretch of time in which a zone kept one distance from UTC: `from` included, `to` not, in milliseconds. */
export interface Era {
  readonly from: number;
  readonly to: number;
  /** Milliseconds ahead of UTC. */
  readonly offset: number;
}

const NANOSECONDS = 1_000_000;

/**
 * The eras met so far, per zone, in order of time. A conversion then costs a binary search in place of
 * a look-up in the time zone database, which is some thirty times slower; the answer is the same.
 */
const known = new Map<Zone, Era[]>();

function zonedAt(at: number, zone: Zone): Temporal.ZonedDateTime {
  try {
    return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  } catch (error) {
    throw new Failure(
      'BAD_INPUT',
      `This system cannot tell the time in the zone "${zone}".`,
      { where: zone, remedy: 'Use an IANA zone such as Europe/Berlin and a date between the years 0 and 9999.' },
      { cause: error },
    );
  }
}

function readEra(at: number, zone: Zone): Era {
  const zoned = zonedAt(at, zone);
  // 'previous' looks strictly before: one millisecond on, it finds a change at `at` itself.
  const previous = zoned.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const next = zoned.getTimeZoneTransition('next');
  return {
    from: previous?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    to: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: zoned.offsetNanoseconds / NANOSECONDS,
  };
}

/** The index of the first era that ends after a moment. */
function search(eras: readonly Era[], at: number): number {
  let low = 0;
  let high = eras.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((eras[middle] as Era).to <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The era of a zone that a moment lies in; `at` in milliseconds since 1970. Refuses a zone that this system does not know. */
export function eraAt(at: number, zone: Zone): Era {
  const eras = known.get(zone) ?? [];
  const index = search(eras, at);
  const found = eras[index];
  if (found !== undefined && found.from <= at) return found;
  const era = readEra(at, zone);
  eras.splice(index, 0, era);
  known.set(zone, eras);
  return era;
}
