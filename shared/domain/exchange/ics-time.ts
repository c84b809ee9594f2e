import ICAL from 'ical.js';
import type { Bound, Clock } from '../../model/schedule-rule.ts';
import { Day, type Instant, instant, LocalTime, Zone } from '../../model/time.ts';
import { toInstant, toLocal } from '../calendar/zoned-time.ts';
import { instantOf, offsetOn } from '../freezes/clock.ts';
import { hasChanges, isDefinitionInYear, offsetBy } from './ics-definitions.ts';
import { AOE_NAME } from './ics-own.ts';
import { WINDOWS_ZONES } from './windows-zones.ts';

/** A moment of an iCalendar file as it is written there; a whole day has no clock of its own. */
export interface IcsMoment {
  readonly local: LocalTime;
  readonly isDay: boolean;
  readonly clock: Clock;
  /** What defines its zone where the clock is only what that had at this moment: nobody but the file knows it, and it changes. */
  readonly passing: ICAL.Component | null;
}

/** The calendar that a moment is read in, and the clock of times that name none. */
export interface IcsSource {
  readonly calendar: ICAL.Component;
  readonly floating: Clock;
}

/** A moment, or what is wrong with it in words for people. */
export type ReadMoment =
  | { readonly moment: IcsMoment; readonly problem: null }
  | { readonly moment: null; readonly problem: string };

/** What is said of a date that does not exist or is garbled. */
export const UNREADABLE = 'it has a date that cannot be read';

function wrong(problem: string): ReadMoment {
  return { moment: null, problem };
}

function localOf(time: ICAL.Time): LocalTime | null {
  const text = time.isDate ? `${time.toString()}T00:00` : time.toString().slice(0, 16);
  const local = LocalTime.safeParse(text);
  return local.success ? local.data : null;
}

function definitionOf(name: string, calendar: ICAL.Component): ICAL.Component | undefined {
  return calendar.getAllSubcomponents('vtimezone').find((zone) => zone.getFirstPropertyValue('tzid') === name);
}

/**
 * The zone that a name means: an IANA name, alone or after what a program writes before it
 * (`/freeassociation.sourceforge.net/Europe/Berlin`), a name of Windows, or what the definition gives as its location.
 */
function zoneNamed(name: string, definition: ICAL.Component | undefined): Zone | null {
  const location = String(definition?.getFirstPropertyValue('x-lic-location') ?? '');
  const parts = name.split('/');
  const candidates = [name, location, parts.slice(-2).join('/'), parts.slice(-3).join('/')];
  for (const candidate of candidates) {
    const zone = Zone.safeParse(WINDOWS_ZONES.get(candidate) ?? candidate);
    if (zone.success) return zone.data;
  }
  return null;
}

/**
 * Whether a zone that goes by a name is the one that its file defines. A name such as Europe/Berlin, a location or a name of Windows
 * means the same everywhere; EST or CET may be what a file calls a zone of its own, so its definition counts where both differ within
 * the year.
 */
function isMeant(name: string, zone: Zone, local: LocalTime, definition: ICAL.Component | undefined): boolean {
  if (definition === undefined || name !== zone || name.includes('/')) return true;
  return isDefinitionInYear(definition, zone, local.slice(0, 4));
}

/**
 * Reads a moment of a property. UTC stays UTC; a zone by its IANA name, by its name in Windows, by the location that its
 * definition gives, or else as the distance from UTC that its definition had then; a floating time and a whole day are read on
 * the clock given. Source: RFC 5545, 3.3.4, 3.3.5 and 3.8.3.1.
 */
export function readMoment(time: ICAL.Time, tzid: string | undefined, { calendar, floating }: IcsSource): ReadMoment {
  const local = localOf(time);
  if (local === null) return wrong(UNREADABLE);
  const on = (clock: Clock, passing: ICAL.Component | null = null): ReadMoment => ({
    moment: { local, isDay: time.isDate, clock, passing },
    problem: null,
  });
  if (time.isDate || (tzid === undefined && time.zone?.tzid !== 'UTC')) return on(floating);
  if (tzid === undefined) return on({ by: 'offset', minutes: 0 });
  if (tzid === AOE_NAME) return on({ by: 'aoe' });
  const definition = definitionOf(tzid, calendar);
  const zone = zoneNamed(tzid, definition);
  if (zone !== null && isMeant(tzid, zone, local, definition)) return on({ by: 'zone', zone });
  if (definition === undefined) return wrong(`nobody knows the time zone “${tzid}”`);
  const clock: Clock = { by: 'offset', minutes: offsetBy(definition, time) };
  return on(clock, hasChanges(definition) ? definition : null);
}

/** Whether a date or time, as the file has it, exists; the parser makes 2 March of 30 February. */
export function isRealMoment(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)Z?)?$/.test(text) &&
    Day.safeParse(text.slice(0, 10)).success
  );
}

/**
 * The instant of a local time on its clock, as RFC 5545 (3.3.5) has it: what clocks skip comes later by as much, and of
 * what they show twice it is the first.
 */
export function instantOfLocal({ local, clock }: Bound): Instant {
  return clock.by === 'zone' ? toInstant(local, clock.zone) : instantOf({ local, clock });
}

/** What a clock shows at an instant. */
export function localOn(clock: Clock, at: Instant): LocalTime {
  return toLocal(instant(at + offsetOn(clock, at)), 'UTC' as Zone);
}

/** What of a duration is days, which are as long as clocks have them (RFC 5545, 3.3.6). */
export function daysIn({ weeks, days, isNegative }: ICAL.Duration): ICAL.Duration {
  return new ICAL.Duration({ weeks, days, isNegative });
}

/** What of a duration is hours, minutes and seconds, which are exact: in milliseconds. */
export function exactTimeIn(duration: ICAL.Duration): number {
  return (duration.toSeconds() - daysIn(duration).toSeconds()) * 1_000;
}

/**
 * A moment that is so many milliseconds of exact time after another, whatever clocks do between (RFC 5545, 3.3.6). What a
 * clock shows for the second time is said by its distance from UTC: of a time shown twice, its own name means the first.
 */
export function exactlyAfter(moment: IcsMoment, milliseconds: number): IcsMoment {
  const at = instant(instantOfLocal(moment) + Math.floor(milliseconds / 60_000) * 60_000);
  const local = localOn(moment.clock, at);
  if (instantOfLocal({ local, clock: moment.clock }) === at) return { ...moment, local };
  return { ...moment, local, clock: { by: 'offset', minutes: offsetOn(moment.clock, at) / 60_000 } };
}
