import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../../../shared/domain/exchange/ics-events.ts';
import { occurrencesOf } from '../../../../shared/domain/freezes/occurrences.ts';
import { span } from '../../../../shared/domain/freezes/spans.ts';
import { aZone } from '../../../support/times.ts';

const BERLIN = aZone('Europe/Berlin');

function calendar(...lines: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:test', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

function event(uid: string, ...lines: readonly string[]): string[] {
  return ['BEGIN:VEVENT', `UID:${uid}`, `SUMMARY:Event ${uid}`, ...lines, 'END:VEVENT'];
}

function read(...lines: readonly string[]) {
  return readCalendar(calendar(...lines), BERLIN);
}

/** When an event holds in 2026 and 2027, in UTC to the minute. */
function times(...lines: readonly string[]): string[][] {
  const { events, problems } = read(...lines);
  expect(problems).toEqual([]);
  const range = span(Date.UTC(2026, 0, 1), Date.UTC(2028, 0, 1));
  const text = (at: number) => new Date(at).toISOString().slice(0, 16);
  return events.flatMap(({ holds }) => occurrencesOf(holds, range).map(({ span: s }) => [text(s.start), text(s.end)]));
}

describe('shared/domain/exchange/ics-events', () => {
  it.each<[string, readonly string[], string[][]]>([
    ['in UTC', ['DTSTART:20261218T170000Z', 'DTEND:20261218T190000Z'], [['2026-12-18T17:00', '2026-12-18T19:00']]],
    [
      'in a zone by name',
      ['DTSTART;TZID=America/New_York:20261218T120000', 'DTEND;TZID=America/New_York:20261218T130000'],
      [['2026-12-18T17:00', '2026-12-18T18:00']],
    ],
    [
      'floating, on the clock of the reader',
      ['DTSTART:20261218T180000', 'DURATION:PT90M'],
      [['2026-12-18T17:00', '2026-12-18T18:30']],
    ],
    [
      'for whole days, the end not included',
      ['DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261227'],
      [['2026-12-23T23:00', '2026-12-26T23:00']],
    ],
    ['for one whole day', ['DTSTART;VALUE=DATE:20261224'], [['2026-12-23T23:00', '2026-12-24T23:00']]],
    [
      'with bounds in different zones',
      ['DTSTART;TZID=Asia/Tokyo:20261219T020000', 'DTEND;TZID=Europe/Berlin:20261218T190000'],
      [['2026-12-18T17:00', '2026-12-18T18:00']],
    ],
    [
      'over a change of clocks, by wall time',
      [
        'DTSTART;TZID=Europe/Berlin:20260321T220000',
        'DTEND;TZID=Europe/Berlin:20260322T020000',
        'RRULE:FREQ=WEEKLY;COUNT=2',
      ],
      [
        ['2026-03-21T21:00', '2026-03-22T01:00'],
        // Clocks went forward at 2: the window ends there, an hour of wall time short.
        ['2026-03-28T21:00', '2026-03-29T01:00'],
      ],
    ],
    [
      'with an end, exceptions and extra days',
      [
        'DTSTART;TZID=Europe/Berlin:20261201T200000',
        'DTEND;TZID=Europe/Berlin:20261201T210000',
        'RRULE:FREQ=DAILY;UNTIL=20261203T190000Z',
        'EXDATE;TZID=Europe/Berlin:20261202T200000',
        'RDATE;TZID=Europe/Berlin:20261224T200000',
      ],
      [
        ['2026-12-01T19:00', '2026-12-01T20:00'],
        ['2026-12-03T19:00', '2026-12-03T20:00'],
        ['2026-12-24T19:00', '2026-12-24T20:00'],
      ],
    ],
  ])('reads an event %s', (_name, lines, expected) => {
    expect(times(...event('a', ...lines))).toEqual(expected);
  });

  it('makes an occurrence that was changed an event of its own, and an exception of its series', () => {
    const series = event('a', 'DTSTART:20261201T200000Z', 'DTEND:20261201T210000Z', 'RRULE:FREQ=DAILY;COUNT=3');
    const changed = event('a', 'RECURRENCE-ID:20261202T200000Z', 'DTSTART:20261205T100000Z', 'DTEND:20261205T110000Z');

    expect(times(...series, ...changed)).toEqual([
      ['2026-12-01T20:00', '2026-12-01T21:00'],
      ['2026-12-03T20:00', '2026-12-03T21:00'],
      ['2026-12-05T10:00', '2026-12-05T11:00'],
    ]);
    expect(read(...series, ...changed).events.map(({ uid }) => uid)).toEqual(['a', 'a#2026-12-02']);
  });

  it('reads folded lines, escaped text and a mark at the beginning', () => {
    const text = calendar(
      'X-WR-CALNAME:Freezes\\, EMEA',
      ...event('a', 'DTSTART:20261218T170000Z', 'DTEND:20261218T190000Z', 'DESCRIPTION:One\\nTwo \\; thr', ' ee'),
    );

    const { name, events } = readCalendar(`\uFEFF${text.replaceAll('\r\n', '\n')}`, BERLIN);

    expect([name, events[0]?.description]).toEqual(['Freezes, EMEA', 'One\nTwo ; three']);
  });

  const EXCHANGE = [
    'BEGIN:VTIMEZONE',
    'TZID:W. Europe Standard Time',
    'BEGIN:STANDARD',
    'DTSTART:16010101T030000',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:16010101T020000',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
  ];

  it('takes a zone that only the file knows as the distance from UTC that it had then', () => {
    const zoned = (time: string) => `;TZID="W. Europe Standard Time":${time}`;
    const of = (day: string) => event('a', `DTSTART${zoned(`${day}T120000`)}`, `DTEND${zoned(`${day}T130000`)}`);

    expect(times(...EXCHANGE, ...of('20261218'))).toEqual([['2026-12-18T11:00', '2026-12-18T12:00']]);
    expect(times(...EXCHANGE, ...of('20260718'))).toEqual([['2026-07-18T10:00', '2026-07-18T11:00']]);
  });

  it('takes a zone by the location that its definition names', () => {
    const zone = ['BEGIN:VTIMEZONE', 'TZID:home', 'X-LIC-LOCATION:Europe/Berlin', 'END:VTIMEZONE'];

    expect(
      times(...zone, ...event('a', 'DTSTART;TZID=home:20260718T120000', 'DTEND;TZID=home:20260718T130000')),
    ).toEqual([['2026-07-18T10:00', '2026-07-18T11:00']]);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['no start', [], /no start/],
    ['a date that does not exist', ['DTSTART:20260230T100000Z', 'DTEND:20260231T100000Z'], /cannot be read|no length/],
    ['a garbled date', ['DTSTART:garbage'], /cannot be read|no start/],
    ['no length', ['DTSTART:20261218T170000Z', 'DTEND:20261218T170000Z'], /no length/],
    ['an unknown zone', ['DTSTART;TZID=Mars/Olympus:20261218T170000', 'DURATION:PT1H'], /nobody knows .*Mars/],
    [
      'a rule within a day',
      ['DTSTART:20261218T170000Z', 'DURATION:PT1H', 'RRULE:FREQ=HOURLY'],
      /recurrence cannot be used/,
    ],
  ])('names an event with %s, and takes the others', (_name, lines, problem) => {
    const good = event('good', 'DTSTART:20261218T170000Z', 'DURATION:PT1H');

    const { events, problems } = read(...event('bad', ...lines), ...good);

    expect(events.map(({ uid }) => uid)).toEqual(['good']);
    expect(problems).toEqual([{ uid: 'bad', name: 'Event bad', problem: expect.stringMatching(problem) }]);
  });

  it('leaves out what was called off, and says how many', () => {
    const { events, cancelled } = read(...event('a', 'DTSTART:20261218T170000Z', 'DURATION:PT1H', 'STATUS:CANCELLED'));

    expect([events, cancelled]).toEqual([[], 1]);
  });

  it('names an event without a UID', () => {
    const { problems } = read('BEGIN:VEVENT', 'SUMMARY:Lost', 'DTSTART:20261218T170000Z', 'END:VEVENT');

    expect(problems).toEqual([{ uid: '', name: 'Lost', problem: expect.stringContaining('no UID') }]);
  });

  it.each(['', 'hello', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\n', 'BEGIN:VCARD\nEND:VCARD', '\u0000\u0001', '<html></html>'])(
    'says of %j that it is no calendar',
    (text) => {
      const { events, problems } = readCalendar(text, BERLIN);

      expect(events).toEqual([]);
      expect(problems).toEqual([{ uid: '', name: '', problem: expect.stringContaining('not a calendar') }]);
    },
  );
});
