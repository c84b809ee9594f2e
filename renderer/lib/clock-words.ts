import { fromDayNumber } from '../../shared/domain/calendar/days.ts';
import { clockName, offsetOn } from '../../shared/domain/freezes/clock.ts';
import type { Clock, When } from '../../shared/model/schedule-rule.ts';
import type { Span } from '../../shared/model/span.ts';
import type { Instant, LocalTime, Zone } from '../../shared/model/time.ts';
import { formatInstant, formatLocal, zoneName } from './format.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** What a clock shows at a moment. */
export function localOn(clock: Clock, at: number): LocalTime {
  const wall = at + offsetOn(clock, at);
  const day = fromDayNumber(Math.floor(wall / DAY));
  const minutes = Math.floor((((wall % DAY) + DAY) % DAY) / MINUTE);
  const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return `${day}T${time}` as LocalTime; // made of a day and a time of the day
}

/** The clock that a rule's start is read on, and that of its end. */
export function clocksOf(holds: When): { readonly start: Clock; readonly end: Clock } {
  if (holds.by === 'once') return { start: holds.start.clock, end: holds.end.clock };
  const clock: Clock = holds.by === 'cron' ? { by: 'zone', zone: holds.zone } : holds.clock;
  return { start: clock, end: clock };
}

/** A clock by a short name at a moment: `CET`, `UTC+10:00`, `AoE`. */
export function shortClock(clock: Clock, at: number): string {
  if (clock.by === 'aoe') return 'AoE';
  return clock.by === 'zone' ? zoneName(clock.zone, at as Instant) : clockName(clock); // moments are instants
}

/** Whether two clocks show the same at a moment. */
function agree(clock: Clock, zone: Zone, at: number): boolean {
  return offsetOn(clock, at) === offsetOn({ by: 'zone', zone }, at);
}

function told(from: LocalTime, to: LocalTime): string {
  const isOneDay = from.slice(0, 10) === to.slice(0, 10);
  return `${formatLocal(from)} to ${isOneDay ? to.slice(11) : formatLocal(to)}`;
}

/** A span on the clocks of its rule: `Fri 18 Dec 2026, 18:00 to Mon 4 Jan 2027, 08:00 CET`. */
export function ownTimes(span: Span, holds: When): string {
  const { start, end } = clocksOf(holds);
  const [from, to] = [shortClock(start, span.start), shortClock(end, span.end)];
  if (from === to) return `${told(localOn(start, span.start), localOn(end, span.end))} ${to}`;
  return `${formatLocal(localOn(start, span.start))} ${from} to ${formatLocal(localOn(end, span.end))} ${to}`;
}

/** The same span on the clock of the reader; null where that says the same. */
export function readersTimes(span: Span, holds: When, zone: Zone): string | null {
  const { start, end } = clocksOf(holds);
  if (agree(start, zone, span.start) && agree(end, zone, span.end)) return null;
  return spanIn(span, zone);
}

/** A span on the clock of a zone, with its name. */
export function spanIn({ start, end }: Span, zone: Zone): string {
  const clock: Clock = { by: 'zone', zone };
  const [from, to] = [zoneName(zone, start), zoneName(zone, end)];
  if (from === to) return `${told(localOn(clock, start), localOn(clock, end))} ${to}`;
  return `${formatInstant(start, zone)} ${from} to ${formatInstant(end, zone)} ${to}`;
}
