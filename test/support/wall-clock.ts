import type { Zone } from '../../shared/model/time.ts';

/** What a wall clock that is never put back shows at a minute: `shown` by the zone, `reached` the latest shown so far. */
export interface Reading {
  /** The minute, in milliseconds since 1970. */
  readonly at: number;
  readonly shown: number;
  readonly reached: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

const formatters = new Map<Zone, Intl.DateTimeFormat>();

function formatterOf(zone: Zone): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formatters.set(zone, formatter);
  return formatter;
}

/** What a zone's clock shows at a moment, in milliseconds as if it were UTC: the runtime's formatter, no code of ours. */
export function shownAt(at: number, zone: Zone): number {
  const parts = formatterOf(zone).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
}

/** Every minute from one moment to another (not included), two days of readings taken before to know what was reached. */
export function readings(from: number, to: number, zone: Zone): readonly Reading[] {
  const found: Reading[] = [];
  let reached = Number.NEGATIVE_INFINITY;
  for (let at = from - 2 * DAY; at < to; at += MINUTE) {
    const shown = shownAt(at, zone);
    reached = Math.max(reached, shown);
    if (at >= from) found.push({ at, shown, reached });
  }
  return found;
}

/** Days on which clocks change, or a day is left out, by zone: the middle of each, in UTC. */
export const CLOCK_CHANGES: readonly (readonly [zone: string, about: string])[] = [
  ['Europe/Berlin', '2026-03-29T01:00Z'],
  ['Europe/Berlin', '2026-10-25T01:00Z'],
  ['America/New_York', '2026-03-08T07:00Z'],
  ['America/New_York', '2026-11-01T06:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00Z'],
  ['Pacific/Apia', '2012-03-31T14:00Z'],
  ['Africa/Cairo', '2026-04-23T22:00Z'],
  ['Africa/Cairo', '2026-10-29T21:00Z'],
];
