import ICAL from 'ical.js';
import { type Instant, instant, LocalTime, Zone } from '../../model/time.ts';
import { eraAt } from '../calendar/zone-eras.ts';
import { toInstant, toLocal } from '../calendar/zoned-time.ts';
import { WINDOWS_ZONES } from './windows-zones.ts';

const MINUTE = 60_000;
const WEEK = 10_080 * MINUTE;
const YEAR = 31_557_600_000;

/** The definitions met so far, ready to be asked: making one ready takes a hundred times as long as asking it. */
const ready = new WeakMap<ICAL.Component, ICAL.Timezone>();

function timezoneOf(definition: ICAL.Component): ICAL.Timezone {
  const timezone = ready.get(definition) ?? new ICAL.Timezone(definition);
  ready.set(definition, timezone);
  return timezone;
}

/** How far from UTC a definition (VTIMEZONE) says that clocks are at a time that they show, in minutes. */
export function offsetBy(definition: ICAL.Component, shown: ICAL.Time): number {
  return Math.round(timezoneOf(definition).utcOffset(shown) / 60);
}

/** Whether a definition knows more than one distance from UTC. */
export function hasChanges(definition: ICAL.Component): boolean {
  const offsets = definition.getAllSubcomponents().map((part) => String(part.getFirstPropertyValue('tzoffsetto')));
  return new Set(offsets).size > 1;
}

/** Moments that tell two zones apart: each week, and both sides of each change, outside of what clocks then show twice. */
function* tellingMoments(zone: Zone, from: Instant, to: number): Generator<number> {
  for (let at: number = from; at < to; ) {
    const { to: end, offset } = eraAt(instant(at), zone);
    const last = end < to ? end - Math.max(0, offset - eraAt(instant(end), zone).offset) - MINUTE : to;
    for (; at <= last; at += WEEK) yield at;
    if (end < to) yield* [last, end + (end - last)];
    at = end + Math.max(MINUTE, end - last);
  }
}

/** Whether a definition says the same of clocks as a zone does, from a moment on and for some years. */
export function isDefinitionOf(definition: ICAL.Component, zone: Zone, from: Instant, years: number): boolean {
  for (const moment of tellingMoments(zone, from, from + years * YEAR)) {
    const at = instant(moment);
    const shown = ICAL.Time.fromDateTimeString(`${toLocal(at, zone)}:00`);
    if (offsetBy(definition, shown) * MINUTE !== eraAt(at, zone).offset) return false;
  }
  return true;
}

/** What was answered of a definition before, by zone and year: comparing takes a hundred times as long as reading an event. */
const answered = new WeakMap<ICAL.Component, Map<string, boolean>>();

/** The moment from which a definition says anything; null where it does not tell. */
function beginOf(definition: ICAL.Component): LocalTime | null {
  const [first] = definition
    .getAllSubcomponents()
    .map((part) => String(part.getFirstPropertyValue('dtstart')).slice(0, 16))
    .toSorted();
  return LocalTime.safeParse(first).data ?? null;
}

/** Whether a definition says the same of clocks as a zone does, for a year from the first of January or from where it begins. */
export function isDefinitionInYear(definition: ICAL.Component, zone: Zone, year: string): boolean {
  const answers = answered.get(definition) ?? new Map<string, boolean>();
  answered.set(definition, answers);
  const key = `${zone} ${year}`;
  const known = answers.get(key);
  if (known !== undefined) return known;
  const begin = beginOf(definition);
  const newYear = LocalTime.parse(`${year}-01-01T00:00`);
  const from = begin !== null && begin > newYear ? begin : newYear;
  const answer = isDefinitionOf(definition, zone, toInstant(from, zone), 1);
  answers.set(key, answer);
  return answer;
}

/** Rules for changes of clocks that differ fall on different days within as many years. */
const YEARS_COMPARED = 5;

/** A zone that a definition is one of, the reader's own before others; null where there is none. */
export function zoneDefinedBy(definition: ICAL.Component, from: Instant, readers: Zone | null): Zone | null {
  const zones = [...WINDOWS_ZONES.values()].map((name) => Zone.safeParse(name).data ?? null);
  return (
    [readers, ...zones].find((zone) => zone !== null && isDefinitionOf(definition, zone, from, YEARS_COMPARED)) ?? null
  );
}
