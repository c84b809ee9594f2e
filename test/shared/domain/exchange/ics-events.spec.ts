import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../../../shared/domain/exchange/ics-events.ts';
import {
  icsCalendar as calendar,
  icsEvent as event,
  icsZone,
  readIcs as read,
  icsTimes as times,
} from '../../../support/ics-file.ts';
import { aZone } from '../../../support/times.ts';

const BERLIN = aZone('Europe/Berlin');

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
      'for hours while clocks go forward: they are exact',
      ['DTSTART;TZID=Europe/Berlin:20270328T013000', 'DURATION:PT2H'],
      [['2027-03-28T00:30', '2027-03-28T02:30']],
    ],
    [
      'for hours until a time that clocks show twice, the second',
      ['DTSTART;TZID=Europe/Berlin:20271031T013000', 'DURATION:PT2H'],
      [['2027-10-30T23:30', '2027-10-31T01:30']],
    ],
    [
      'for a day while clocks go forward: it is 23 hours',
      ['DTSTART;TZID=Europe/Berlin:20270327T120000', 'DURATION:P1D'],
      [['2027-03-27T11:00', '2027-03-28T10:00']],
    ],
    [
      'for 24 hours while clocks go forward',
      ['DTSTART;TZID=Europe/Berlin:20270327T120000', 'DURATION:PT24H'],
      [['2027-03-27T11:00', '2027-03-28T11:00']],
    ],
    [
      'for a day and hours, the day first',
      ['DTSTART;TZID=Europe/Berlin:20270327T013000', 'DURATION:P1DT2H'],
      [['2027-03-27T00:30', '2027-03-28T02:30']],
    ],
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

  const zoned = (tzid: string, ...more: readonly string[]) =>
    event('a', `DTSTART;TZID="${tzid}":20260210T090000`, `DTEND;TZID="${tzid}":20260210T100000`, ...more);
  const CENTRAL = { winter: '+0100', summer: '+0200' };
  const MONTHLY = 'RRULE:FREQ=MONTHLY;COUNT=3';
  const NINE_IN_BERLIN = [
    ['2026-02-10T08:00', '2026-02-10T09:00'],
    ['2026-03-10T08:00', '2026-03-10T09:00'],
    // After 29 March nine o'clock is an hour earlier in UTC.
    ['2026-04-10T07:00', '2026-04-10T08:00'],
  ];

  it('takes a single event in a zone that only the file knows at the distance from UTC that it had then', () => {
    const of = (day: string) => event('a', `DTSTART;TZID=Our own:${day}T120000`, `DTEND;TZID=Our own:${day}T130000`);

    expect(times(...icsZone('Our own', CENTRAL), ...of('20261218'))).toEqual([
      ['2026-12-18T11:00', '2026-12-18T12:00'],
    ]);
    expect(times(...icsZone('Our own', CENTRAL), ...of('20260718'))).toEqual([
      ['2026-07-18T10:00', '2026-07-18T11:00'],
    ]);
  });

  it.each<[string, readonly string[]]>([
    [
      'the name of Windows',
      [...icsZone('W. Europe Standard Time', CENTRAL), ...zoned('W. Europe Standard Time', MONTHLY)],
    ],
    ['the name of Windows without a definition', zoned('W. Europe Standard Time', MONTHLY)],
    [
      'a location by the name of Windows',
      [...icsZone('Ours', CENTRAL, 'X-LIC-LOCATION:W. Europe Standard Time'), ...zoned('Ours', MONTHLY)],
    ],
    ['an IANA name after a path', zoned('/freeassociation.sourceforge.net/Europe/Berlin', MONTHLY)],
  ])('follows the changes of clocks of a zone by %s', (_name, lines) => {
    expect(times(...lines)).toEqual(NINE_IN_BERLIN);
  });

  it('agrees with ical.js, which follows the definition in the file, on a series in a zone by the name of Windows', () => {
    const lines = [
      ...icsZone('W. Europe Standard Time', CENTRAL),
      ...zoned('W. Europe Standard Time', 'RRULE:FREQ=WEEKLY;COUNT=60'),
    ];
    const component = new ICAL.Component(ICAL.parse(calendar(...lines))).getFirstSubcomponent('vevent');
    const series = new ICAL.Event(component ?? undefined).iterator();
    const starts: string[] = [];
    for (let next = series.next(); next; next = series.next()) starts.push(next.toJSDate().toISOString().slice(0, 16));

    expect(times(...lines).map(([start]) => start)).toEqual(starts);
    expect(starts).toHaveLength(60);
  });

  it('takes a series in a zone that only the file knows on the clock of one that changes as it does, and says so', () => {
    const lines = [...icsZone('Our own', CENTRAL), ...zoned('Our own', MONTHLY)];

    expect(times(...lines).map(([start]) => start)).toEqual([
      '2026-02-10T08:00',
      '2026-03-10T08:00',
      '2026-04-10T07:00',
    ]);
    expect(read(...lines).events[0]?.notes).toEqual([
      'it is read on the clock of Europe/Berlin, which changes as its file says of the zone “Our own”',
    ]);
  });

  it('names a series in a zone that only the file knows where its clocks change as nowhere else', () => {
    const none = icsZone('Our own', { winter: '+0107', summer: '+0207' });
    const { events, problems } = read(...none, ...zoned('Our own', MONTHLY));

    expect(events).toEqual([]);
    expect(problems).toEqual([{ uid: 'a', name: 'Event a', problem: expect.stringMatching(/only its file knows/) }]);
  });

  it('takes a series in a zone that only the file knows where its clocks never change', () => {
    const lines = [...icsZone('Our own', { winter: '+0545', summer: '+0545' }), ...zoned('Our own', MONTHLY)];

    expect(times(...lines).map(([start]) => start)).toEqual([
      '2026-02-10T03:15',
      '2026-03-10T03:15',
      '2026-04-10T03:15',
    ]);
  });

  it('reads a short name of a zone as its file defines it, where that is another one', () => {
    // CET is an hour behind this; EST never has summer time.
    const eastern = icsZone('CET', { winter: '+0200', summer: '+0300' });
    const summers = icsZone('EST', CENTRAL);

    expect(times(...eastern, ...event('a', 'DTSTART;TZID=CET:20260718T120000', 'DURATION:PT1H'))).toEqual([
      ['2026-07-18T09:00', '2026-07-18T10:00'],
    ]);
    expect(times(...summers, ...event('a', 'DTSTART;TZID=EST:20260718T120000', 'DURATION:PT1H'))).toEqual([
      ['2026-07-18T10:00', '2026-07-18T11:00'],
    ]);
    expect(times(...summers, ...zoned('EST', MONTHLY)).map(([start]) => start)).toEqual([
      '2026-02-10T08:00',
      '2026-03-10T08:00',
      '2026-04-10T07:00',
    ]);
  });

  it('reads a short name as everybody does where its file defines the same, or nothing', () => {
    const same = icsZone('CET', CENTRAL);
    const [said, unsaid] = [same, []].map((zone) => read(...zone, ...zoned('CET', MONTHLY)).events[0]);

    expect(said?.holds).toMatchObject({ clock: { by: 'zone', zone: 'CET' } });
    expect(unsaid?.holds).toEqual(said?.holds);
  });

  it('takes the newest version of an event, and names the others', () => {
    const version = (sequence: number, stamp: string, day: string) =>
      event('a', `SEQUENCE:${sequence}`, `DTSTAMP:${stamp}T000000Z`, `DTSTART;VALUE=DATE:${day}`);
    const { events, problems } = read(
      ...version(1, '20260101', '20261216'),
      ...version(2, '20260101', '20261217'),
      ...version(2, '20260102', '20261218'),
    );

    expect(events).toMatchObject([{ uid: 'a', holds: { start: { local: '2026-12-18T00:00' } } }]);
    expect(problems.map(({ name, problem }) => [name, problem])).toEqual([
      ['Event a', expect.stringMatching(/newer version/)],
      ['Event a', expect.stringMatching(/newer version/)],
    ]);
  });

  it('takes no event that its newest version calls off', () => {
    const day = 'DTSTART;VALUE=DATE:20261216';
    const { events, cancelled } = read(...event('a', day), ...event('a', day, 'SEQUENCE:1', 'STATUS:CANCELLED'));

    expect([events, cancelled]).toEqual([[], 1]);
  });

  it('takes the newest version of a time of a series, whatever clock names it', () => {
    // 10:00 in Berlin is 09:00 in UTC.
    const change = (sequence: number, at: string, ...lines: readonly string[]) =>
      event(
        'a',
        `SEQUENCE:${sequence}`,
        `RECURRENCE-ID${at}`,
        `DTSTART:2026121${sequence}T140000Z`,
        'DURATION:PT1H',
        ...lines,
      );
    const weekly = event('a', 'DTSTART;TZID=Europe/Berlin:20261202T100000', 'DURATION:PT2H', 'RRULE:FREQ=WEEKLY');
    const older = change(0, ';TZID=Europe/Berlin:20261209T100000');

    const moved = read(...weekly, ...older, ...change(1, ':20261209T090000Z'));
    const off = read(...weekly, ...older, ...change(1, ':20261209T090000Z', 'STATUS:CANCELLED'));

    expect(moved.events).toMatchObject([
      { uid: 'a' },
      { uid: 'a#2026-12-09', holds: { start: { local: '2026-12-11T14:00' } } },
    ]);
    expect(moved.problems).toMatchObject([{ problem: expect.stringMatching(/newer version/) }]);
    expect([off.events.map(({ uid }) => uid), off.cancelled]).toEqual([['a'], 1]);
  });

  it('takes the first of two extra times that start at once, and names the other', () => {
    const periods = 'RDATE;VALUE=PERIOD:20261220T100000Z/PT1H,20261220T100000Z/PT3H';
    const { events, problems } = read(
      ...event('a', 'DTSTART:20261202T100000Z', 'DURATION:PT2H', 'RRULE:FREQ=WEEKLY;COUNT=2', periods),
    );

    expect(events).toMatchObject([
      { uid: 'a' },
      { uid: 'a#2026-12-20T10:00', holds: { end: { local: '2026-12-20T11:00' } } },
    ]);
    expect(problems).toMatchObject([{ name: 'Event a', problem: expect.stringMatching(/start at once/) }]);
  });

  it('names an event that ends before it starts, each on its own clock', () => {
    // 10:30 in Berlin is 09:30 in UTC.
    const lines = event('a', 'DTSTART:20261209T100000Z', 'DTEND;TZID=Europe/Berlin:20261209T103000');

    expect(read(...lines)).toMatchObject({ events: [], problems: [{ problem: expect.stringMatching(/ends before/) }] });
  });

  it('reads all calendars of a file, each with its own zones', () => {
    const [one, other] = [
      { winter: '+0545', summer: '+0545' },
      { winter: '-0330', summer: '-0330' },
    ].map((zone, index) =>
      calendar(...icsZone('Own', zone), ...event(`e${index}`, 'DTSTART;TZID=Own:20260718T120000', 'DURATION:PT1H')),
    );
    const { events, problems } = readCalendar(`${one}${other}`, aZone('Europe/Berlin'));

    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      { uid: 'e0', holds: { start: { clock: { by: 'offset', minutes: 345 } } } },
      { uid: 'e1', holds: { start: { clock: { by: 'offset', minutes: -210 } } } },
    ]);
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

  it.each([
    [
      'that is never over, as Outlook says it',
      ['DTSTART:20261218T100000Z', 'RRULE:FREQ=WEEKLY;UNTIL=45000831T100000Z'],
    ],
    ['that began long ago', ['DTSTART;VALUE=DATE:19001225', 'RRULE:FREQ=YEARLY']],
  ])('reads a series %s', (_what, lines) => {
    expect(read(...event('a', 'DURATION:P1D', ...lines)).problems).toEqual([]);
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
