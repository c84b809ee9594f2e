import { type ReadCalendar, readCalendar } from '../../shared/domain/exchange/ics-events.ts';
import { occurrencesOf } from '../../shared/domain/freezes/occurrences.ts';
import { span } from '../../shared/domain/freezes/spans.ts';
import { aZone } from './times.ts';

/** The text of a calendar file with these lines between its head and its end. */
export function icsCalendar(...lines: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:test', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

/** The lines of one event, `Event <uid>` by name. */
export function icsEvent(uid: string, ...lines: readonly string[]): string[] {
  return ['BEGIN:VEVENT', `UID:${uid}`, `SUMMARY:Event ${uid}`, ...lines, 'END:VEVENT'];
}

/** What the product reads out of a calendar with these lines, for somebody in Berlin. */
export function readIcs(...lines: readonly string[]): ReadCalendar {
  return readCalendar(icsCalendar(...lines), aZone('Europe/Berlin'));
}

/** When the events of a calendar hold in 2026 and 2027, from and to, in UTC to the minute; none of them may be a problem. */
export function icsTimes(...lines: readonly string[]): string[][] {
  const { events, problems } = readIcs(...lines);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const range = span(Date.UTC(2026, 0, 1), Date.UTC(2028, 0, 1));
  const text = (at: number) => new Date(at).toISOString().slice(0, 16);
  return events.flatMap(({ holds }) => occurrencesOf(holds, range).map(({ span: s }) => [text(s.start), text(s.end)]));
}

interface Observance {
  readonly winter: string;
  readonly summer: string;
}

/** The definition of a zone that changes its clocks as Central Europe does, as office suites write it. */
export function icsZone(tzid: string, { winter, summer }: Observance, ...lines: readonly string[]): string[] {
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${tzid}`,
    ...lines,
    'BEGIN:STANDARD',
    'DTSTART:16010101T030000',
    `TZOFFSETFROM:${summer}`,
    `TZOFFSETTO:${winter}`,
    'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:16010101T020000',
    `TZOFFSETFROM:${winter}`,
    `TZOFFSETTO:${summer}`,
    'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
  ];
}
