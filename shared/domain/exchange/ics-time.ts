import ICAL from 'ical.js';
import type { Clock } from '../../model/schedule-rule.ts';
import { LocalTime, Zone } from '../../model/time.ts';

/** A moment of an iCalendar file as it is written there; a whole day has no clock of its own. */
export interface IcsMoment {
  readonly local: LocalTime;
  readonly isDay: boolean;
  readonly clock: Clock;
}

/** A moment, or what is wrong with it in words for people. */
export type ReadMoment =
  | { readonly moment: IcsMoment; readonly problem: null }
  | { readonly moment: null; readonly problem: string };

function wrong(problem: string): ReadMoment {
  return { moment: null, problem };
}

function localOf(time: ICAL.Time): LocalTime | null {
  const text = time.isDate ? `${time.toString()}T00:00` : time.toString().slice(0, 16);
  const local = LocalTime.safeParse(text);
  return local.success ? local.data : null;
}

/** Names that programs write before or instead of an IANA name: `/freeassociation.sourceforge.net/Europe/Berlin`. */
function zoneNamed(name: string, component: ICAL.Component): Zone | null {
  const location = component
    .getAllSubcomponents('vtimezone')
    .find((zone) => zone.getFirstPropertyValue('tzid') === name)
    ?.getFirstPropertyValue('x-lic-location');
  const parts = name.split('/');
  const candidates = [name, String(location ?? ''), parts.slice(-2).join('/'), parts.slice(-3).join('/')];
  for (const candidate of candidates) {
    const zone = Zone.safeParse(candidate);
    if (zone.success) return zone.data;
  }
  return null;
}

/** What a zone that only its file knows, such as an office suite's own, was at a moment: a fixed distance from UTC. */
function offsetAt(time: ICAL.Time, name: string, calendar: ICAL.Component): Clock | null {
  const definition = calendar
    .getAllSubcomponents('vtimezone')
    .find((zone) => zone.getFirstPropertyValue('tzid') === name);
  if (definition === undefined) return null;
  const zone = new ICAL.Timezone(definition);
  return { by: 'offset', minutes: Math.round(zone.utcOffset(time) / 60) };
}

/**
 * Reads a moment of a property. UTC stays UTC; a zone by its IANA name, by the location that its definition gives, or as
 * the distance from UTC that its definition had then; a floating time and a whole day are read on the clock given.
 * Source: RFC 5545, 3.3.4, 3.3.5 and 3.8.3.1.
 */
export function readMoment(
  time: ICAL.Time,
  tzid: string | undefined,
  { calendar, floating }: { readonly calendar: ICAL.Component; readonly floating: Zone },
): ReadMoment {
  const local = localOf(time);
  if (local === null) return wrong('it has a date that cannot be read');
  const on = (clock: Clock): ReadMoment => ({ moment: { local, isDay: time.isDate, clock }, problem: null });
  if (time.isDate || (tzid === undefined && time.zone?.tzid !== 'UTC')) return on({ by: 'zone', zone: floating });
  if (tzid === undefined) return on({ by: 'offset', minutes: 0 });
  const zone = zoneNamed(tzid, calendar);
  if (zone !== null) return on({ by: 'zone', zone });
  const offset = offsetAt(time, tzid, calendar);
  return offset === null ? wrong(`nobody knows the time zone “${tzid}”`) : on(offset);
}
