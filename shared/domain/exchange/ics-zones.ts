import ICAL from 'ical.js';
import type { Clock } from '../../model/schedule-rule.ts';
import type { Span } from '../../model/span.ts';
import { type Instant, instant } from '../../model/time.ts';
import { type Era, eraAt } from '../calendar/zone-eras.ts';
import { clockName, offsetOn } from '../freezes/clock.ts';
import { AOE_NAME } from './ics-own.ts';
import { localOn } from './ics-time.ts';

const MINUTE = 60_000;

/** The name of a clock in a calendar file; null for UTC, which needs none. */
export function zoneId(clock: Clock): string | null {
  if (clock.by === 'aoe') return AOE_NAME;
  const name = clockName(clock);
  return name === 'UTC' ? null : name;
}

/** What a clock shows at a moment, without a zone. */
export function wallTimeOn(clock: Clock, at: Instant): ICAL.Time {
  return ICAL.Time.fromDateTimeString(`${localOn(clock, at)}:00`);
}

function offsetText(milliseconds: number): ICAL.UtcOffset {
  return ICAL.UtcOffset.fromSeconds(Math.round(milliseconds / 1_000));
}

/** From one change of a clock to the next: what it was from UTC before, and what it is then. */
interface Change {
  readonly at: Instant;
  readonly before: number;
  readonly after: number;
}

function erasIn(clock: Clock, { start, end }: Span): readonly Era[] {
  if (clock.by !== 'zone') return [];
  const eras = [eraAt(start, clock.zone)];
  for (let last = eras[0]; last !== undefined && last.to < end; last = eras.at(-1))
    eras.push(eraAt(last.to, clock.zone));
  return eras;
}

function changesIn(clock: Clock, range: Span): readonly Change[] {
  const offset = offsetOn(clock, range.start);
  const first = { at: instant(Math.min(range.start, 0)), before: offset, after: offset };
  const eras = erasIn(clock, range);
  const later = eras.slice(1).map((era, index) => {
    return { at: instant(era.from), before: eras[index]?.offset ?? era.offset, after: era.offset };
  });
  return [first, ...later];
}

function observance({ at, before, after }: Change, usual: number): ICAL.Component {
  const part = new ICAL.Component(after > usual ? 'daylight' : 'standard');
  part.addPropertyWithValue('dtstart', wallTimeOn({ by: 'offset', minutes: Math.trunc(before / MINUTE) }, at));
  part.addPropertyWithValue('tzoffsetfrom', offsetText(before));
  part.addPropertyWithValue('tzoffsetto', offsetText(after));
  return part;
}

/**
 * The definition of a clock for a calendar file: each change of it in a span, so that programs that do not know the zone's name
 * read the same moments. Source: RFC 5545, 3.6.5.
 */
export function zoneDefinition(clock: Clock, range: Span): ICAL.Component {
  const zone = new ICAL.Component('vtimezone');
  zone.addPropertyWithValue('tzid', zoneId(clock) ?? 'UTC');
  const changes = changesIn(clock, range);
  const usual = Math.min(...changes.map(({ after }) => after));
  for (const change of changes) zone.addSubcomponent(observance(change, usual));
  return zone;
}
