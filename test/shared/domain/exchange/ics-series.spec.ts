import * as fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { icsEvent as event, readIcs as read, icsTimes as times } from '../../../support/ics-file.ts';

/** Tuesdays at 8 in Tokyo, which are Mondays at 23 in UTC. */
const TOKYO = ['DTSTART;TZID=Asia/Tokyo:20260317T080000', 'DTEND;TZID=Asia/Tokyo:20260317T100000'];
const NEW_YORK = ['DTSTART;TZID=America/New_York:20260105T220000', 'DTEND;TZID=America/New_York:20260105T230000'];
const LOS_ANGELES = ['DTSTART;TZID=America/Los_Angeles:20260318T220000', 'DURATION:PT1H'];
const BERLIN = ['DTSTART;TZID=Europe/Berlin:20260322T200000', 'DURATION:PT1H'];
const THREE_DAYS = ['DTSTART;VALUE=DATE:20261201', 'RRULE:FREQ=DAILY;COUNT=3'];
const MORNINGS = ['DTSTART:20260105T080000Z', 'DTEND:20260105T090000Z'];

function startsOf(lines: readonly string[]) {
  return times(...event('a', ...lines)).map(([start]) => start);
}

function problemOf(...lines: readonly string[]) {
  const { events, problems } = read(...event('bad', ...lines), ...event('good', ...MORNINGS));
  expect(events.map(({ uid }) => uid)).toEqual(['good']);
  return problems;
}

describe('shared/domain/exchange/ics-series', () => {
  it.each<[string, readonly string[], string[]]>([
    [
      'keeps the last time, at UNTIL in UTC a day before it on the wall',
      [...TOKYO, 'RRULE:FREQ=WEEKLY;UNTIL=20260330T230000Z'],
      ['2026-03-16T23:00', '2026-03-23T23:00', '2026-03-30T23:00'],
    ],
    [
      'drops a time that starts a minute after UNTIL',
      [...TOKYO, 'RRULE:FREQ=WEEKLY;UNTIL=20260330T225900Z'],
      ['2026-03-16T23:00', '2026-03-23T23:00'],
    ],
    [
      'names none more than UNTIL in UTC a day after it on the wall',
      [...LOS_ANGELES, 'RRULE:FREQ=DAILY;UNTIL=20260321T050000Z'],
      ['2026-03-19T05:00', '2026-03-20T05:00', '2026-03-21T05:00'],
    ],
    [
      'reckons UNTIL with the summer time that holds then',
      [...BERLIN, 'RRULE:FREQ=WEEKLY;UNTIL=20260329T180000Z'],
      ['2026-03-22T19:00', '2026-03-29T18:00'],
    ],
    [
      'drops a time that UNTIL would reach in winter time alone',
      [...BERLIN, 'RRULE:FREQ=WEEKLY;UNTIL=20260329T175900Z'],
      ['2026-03-22T19:00'],
    ],
    [
      'reads an UNTIL without a zone on the clock of the start',
      [...TOKYO, 'RRULE:FREQ=WEEKLY;UNTIL=20260324T080000'],
      ['2026-03-16T23:00', '2026-03-23T23:00'],
    ],
    [
      'takes an UNTIL that is a day with that day',
      [...TOKYO, 'RRULE:FREQ=WEEKLY;UNTIL=20260331'],
      ['2026-03-16T23:00', '2026-03-23T23:00', '2026-03-30T23:00'],
    ],
    [
      'takes out the time that an EXDATE in UTC names',
      [...NEW_YORK, 'RRULE:FREQ=DAILY;COUNT=3', 'EXDATE:20260107T030000Z'],
      ['2026-01-06T03:00', '2026-01-08T03:00'],
    ],
    [
      'takes out the time that an EXDATE of another zone names',
      [...NEW_YORK, 'RRULE:FREQ=DAILY;COUNT=3', 'EXDATE;TZID=Europe/Berlin:20260107T040000'],
      ['2026-01-06T03:00', '2026-01-08T03:00'],
    ],
    [
      'reads an EXDATE without a zone on the clock of the start',
      [...NEW_YORK, 'RRULE:FREQ=DAILY;COUNT=3', 'EXDATE:20260106T220000'],
      ['2026-01-06T03:00', '2026-01-08T03:00'],
    ],
    [
      'takes out the whole day of an EXDATE that is a day, said to be one or not',
      [...NEW_YORK, 'RRULE:FREQ=DAILY;COUNT=4', 'EXDATE;VALUE=DATE:20260106', 'EXDATE:20260107', 'EXDATE:'],
      ['2026-01-06T03:00', '2026-01-09T03:00'],
    ],
    [
      'takes nothing out for an EXDATE at which no time starts',
      [...NEW_YORK, 'RRULE:FREQ=DAILY;COUNT=2', 'EXDATE:20260107T020000Z'],
      ['2026-01-06T03:00', '2026-01-07T03:00'],
    ],
    [
      'takes out a time that clocks moved by where it is, in UTC',
      [
        'DTSTART;TZID=Europe/Berlin:20260328T023000',
        'DTEND;TZID=Europe/Berlin:20260328T040000',
        'RRULE:FREQ=DAILY;COUNT=3',
        // 02:30 was left out on the 29th: RFC 5545 puts it at 03:30, which is 01:30 in UTC.
        'EXDATE:20260329T013000Z',
      ],
      ['2026-03-28T01:30', '2026-03-30T00:30'],
    ],
    [
      'adds a day for an RDATE at the time of the others, in UTC or in another zone',
      [...TOKYO, 'RDATE:20260330T230000Z', 'RDATE;TZID=Europe/Berlin:20260407T010000'],
      ['2026-03-16T23:00', '2026-03-30T23:00', '2026-04-06T23:00'],
    ],
    [
      'takes the day of whole days from a time that lies on it here and as it is written',
      [...THREE_DAYS, 'EXDATE:20261202T000000Z'],
      ['2026-11-30T23:00', '2026-12-02T23:00'],
    ],
    [
      'ends whole days at a time that lies on the next day here, where nothing falls there',
      ['DTSTART;VALUE=DATE:20261201', 'RRULE:FREQ=WEEKLY;UNTIL=20261208T235959Z'],
      ['2026-11-30T23:00', '2026-12-07T23:00'],
    ],
  ])('%s', (_name, lines, expected) => {
    expect(startsOf(lines)).toEqual(expected);
  });

  it('makes an extra time at another time of the day an event of its own, as long as the others', () => {
    const lines = event('a', ...MORNINGS, 'RDATE:20260106T180000Z,20260107T080000Z');

    expect(times(...lines)).toEqual([
      ['2026-01-05T08:00', '2026-01-05T09:00'],
      ['2026-01-07T08:00', '2026-01-07T09:00'],
      ['2026-01-06T18:00', '2026-01-06T19:00'],
    ]);
    expect(read(...lines).events.map(({ uid }) => uid)).toEqual(['a', 'a#2026-01-06T18:00']);
  });

  it('makes each extra period an event of its own, in place of a time that it starts with', () => {
    const lines = event(
      'a',
      ...MORNINGS,
      'RRULE:FREQ=DAILY;COUNT=2',
      'RDATE;VALUE=PERIOD:20260106T080000Z/20260106T120000Z,20260110T180000Z/P1DT6H',
    );

    expect(times(...lines)).toEqual([
      ['2026-01-05T08:00', '2026-01-05T09:00'],
      ['2026-01-06T08:00', '2026-01-06T12:00'],
      ['2026-01-10T18:00', '2026-01-12T00:00'],
    ]);
  });

  it('leaves out an extra time that is taken out or changed', () => {
    const series = event('a', ...MORNINGS, 'RDATE:20260106T180000Z,20260107T180000Z', 'EXDATE:20260106T180000Z');
    const changed = event('a', 'RECURRENCE-ID:20260107T180000Z', 'DTSTART:20260107T200000Z', 'DURATION:PT1H');

    expect(times(...series, ...changed)).toEqual([
      ['2026-01-05T08:00', '2026-01-05T09:00'],
      ['2026-01-07T20:00', '2026-01-07T21:00'],
    ]);
    expect(read(...series, ...changed).events.map(({ uid }) => uid)).toEqual(['a', 'a#2026-01-07T18:00']);
  });

  it.each([
    ['hours where it is left out when clocks change', 'DURATION:PT6H', 'EXDATE;TZID=Europe/Berlin:20270327T230000'],
    ['whole days', 'DURATION:P1D', 'COMMENT:none'],
    ['days and hours, of which only the days go over the change', 'DURATION:P2DT1H', 'COMMENT:none'],
  ])('takes a series that lasts %s', (_name, duration, more) => {
    const series = event(
      'a',
      'DTSTART;TZID=Europe/Berlin:20270320T230000',
      duration,
      'RRULE:FREQ=WEEKLY;COUNT=3',
      more,
    );

    expect(read(...series)).toMatchObject({ problems: [], events: [{ notes: [] }] });
  });

  it.each([
    ['each night', 'FREQ=DAILY'],
    ['each day of the week', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU'],
  ])('takes hours without end on %s', (_name, rule) => {
    const series = event('a', 'DTSTART;TZID=Europe/Berlin:20261201T220000', 'DURATION:PT1H', `RRULE:${rule}`);

    expect(read(...series)).toMatchObject({ problems: [], events: [{ holds: { endTime: '23:00' }, notes: [] }] });
  });

  it('takes hours without end to end by the clock where clocks change during one, and says so', () => {
    const start = 'DTSTART;TZID=Europe/Berlin:20261205T220000';
    const { events, problems } = read(...event('a', start, 'DURATION:PT8H', 'RRULE:FREQ=WEEKLY;BYDAY=SA'));

    expect(problems).toEqual([]);
    expect(events[0]?.holds).toMatchObject({ startTime: '22:00', endTime: '06:00', endDayOffset: 1, except: [] });
    expect(events[0]?.notes).toEqual([
      'it lasts a number of hours, and where clocks change during a time of it, it ends by the clock all the same: ' +
        'that of Sat 27 Mar 2027 on Sun 28 Mar 2027 at 06:00',
    ]);
  });

  it('takes the hours of an extra time as exact', () => {
    const extra = 'RDATE;VALUE=PERIOD;TZID=Europe/Berlin:20270328T010000/PT2H';

    expect(times(...event('a', ...MORNINGS, extra))[1]).toEqual(['2027-03-28T00:00', '2027-03-28T02:00']);
  });

  it('finds the time that a RECURRENCE-ID in UTC changes on the clock of the series', () => {
    const series = event('a', ...NEW_YORK, 'RRULE:FREQ=DAILY;COUNT=3');
    const changed = event('a', 'RECURRENCE-ID:20260107T030000Z', 'DTSTART:20260107T120000Z', 'DURATION:PT1H');

    expect(times(...series, ...changed).map(([start]) => start)).toEqual([
      '2026-01-06T03:00',
      '2026-01-08T03:00',
      '2026-01-07T12:00',
    ]);
    expect(read(...series, ...changed).events.map(({ uid }) => uid)).toEqual(['a', 'a#2026-01-06']);
  });

  it('names a series that changes for good from one time on, and the event that changes it', () => {
    const series = event('a', ...MORNINGS, 'RRULE:FREQ=DAILY;COUNT=4');
    const rest = 'RECURRENCE-ID;RANGE=THISANDFUTURE:20260107T080000Z';
    const changed = event('a', rest, 'DTSTART:20260107T120000Z', 'DURATION:PT1H');

    const { events, problems } = read(...series, ...changed);

    expect(events).toEqual([]);
    expect(problems).toEqual([
      { uid: 'a', name: 'Event a', problem: expect.stringContaining('THISANDFUTURE') },
      { uid: 'a#2026-01-07', name: 'Event a', problem: expect.stringContaining('THISANDFUTURE') },
    ]);
  });

  it('names a series whose times are called off from one on', () => {
    const rest = 'RECURRENCE-ID;RANGE=THISANDFUTURE:20260107T080000Z';
    const { problems, cancelled } = read(
      ...event('a', ...MORNINGS, 'RRULE:FREQ=DAILY;COUNT=4'),
      ...event('a', rest, 'DTSTART:20260107T080000Z', 'STATUS:CANCELLED'),
    );

    expect([problems.map(({ uid }) => uid), cancelled]).toEqual([['a'], 1]);
  });

  it.each<[string, readonly string[], RegExp]>([
    [
      'an exception that does not exist',
      [...MORNINGS, 'RRULE:FREQ=DAILY', 'EXDATE:20260230T080000Z'],
      /cannot be read/,
    ],
    [
      'an exception in a zone nobody knows',
      [...MORNINGS, 'RRULE:FREQ=DAILY', 'EXDATE;TZID=X/Y:20260106T080000'],
      /X\/Y/,
    ],
    ['an end that does not exist', [...MORNINGS, 'RRULE:FREQ=DAILY;UNTIL=20260230T080000Z'], /cannot be read/],
    ['an end before its start', [...MORNINGS, 'RRULE:FREQ=DAILY;UNTIL=20260105T075900Z'], /over before/],
    ['both a count and an end', [...MORNINGS, 'RRULE:FREQ=DAILY;COUNT=2;UNTIL=20260107T080000Z'], /COUNT and UNTIL/],
    ['two rules', [...MORNINGS, 'RRULE:FREQ=DAILY;COUNT=2', 'RRULE:FREQ=WEEKLY;COUNT=2'], /more than one rule/],
    ['a rule of exceptions', [...MORNINGS, 'RRULE:FREQ=DAILY', 'EXRULE:FREQ=WEEKLY'], /EXRULE/],
    ['a whole day more among times', [...MORNINGS, 'RDATE;VALUE=DATE:20260106'], /a whole day/],
    ['a time more among whole days', [...THREE_DAYS, 'RDATE:20261220T080000Z'], /an extra one of them has a time/],
    ['an extra period without length', [...MORNINGS, 'RDATE;VALUE=PERIOD:20260106T080000Z/PT0S'], /no length/],
    ['times without length', ['DTSTART:20260105T080000Z', 'RRULE:FREQ=DAILY'], /no length/],
    // Midnight of the 3rd in Berlin, or the 2nd as it is written: nobody can tell which day is meant.
    ['whole days less a time that may be on two', [...THREE_DAYS, 'EXDATE:20261202T230000Z'], /not on the same day/],
    [
      'whole days until a time that may be on two',
      ['DTSTART;VALUE=DATE:20261201', 'RRULE:FREQ=DAILY;UNTIL=20261202T230000Z'],
      /not on the same day/,
    ],
  ])('names a series with %s', (_name, lines, problem) => {
    expect(problemOf(...lines)).toEqual([{ uid: 'bad', name: 'Event bad', problem: expect.stringMatching(problem) }]);
  });

  it('agrees with rrule-temporal on UNTIL, EXDATE and RDATE in UTC, in zones on both sides of it', () => {
    const stamp = (at: Temporal.Instant) => `${at.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}`;
    const someSeries = fc.record({
      zone: fc.constantFrom('Asia/Tokyo', 'America/Los_Angeles', 'Europe/Berlin', 'Pacific/Auckland', 'Asia/Kolkata'),
      day: fc.integer({ min: 1, max: 400 }),
      // No zone above changes its clocks at these hours, where libraries differ.
      hour: fc.constantFrom(0, 5, 8, 12, 22, 23),
      rule: fc.constantFrom(
        'FREQ=DAILY',
        'FREQ=DAILY;INTERVAL=3',
        'FREQ=WEEKLY;BYDAY=MO,TH',
        'FREQ=MONTHLY;BYDAY=-1SU',
      ),
      untilMinutes: fc.integer({ min: 40 * 24 * 60, max: 60 * 24 * 60 }),
      untilOnTime: fc.boolean(),
      out: fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 4 }),
      extra: fc.uniqueArray(fc.integer({ min: 70, max: 100 }), { maxLength: 3 }),
    });

    fc.assert(
      fc.property(someSeries, ({ zone, day, hour, rule, untilMinutes, untilOnTime, out, extra }) => {
        const first = Temporal.PlainDate.from('2026-01-01').add({ days: day });
        const start = first.toZonedDateTime({ timeZone: zone, plainTime: { hour } });
        const on = (days: number) => stamp(start.add({ days }).toInstant());
        const until = untilOnTime ? on(45) : stamp(start.add({ minutes: untilMinutes }).toInstant());
        const local = (at: Temporal.ZonedDateTime) =>
          at.toPlainDateTime().toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
        const lines = [
          `DTSTART;TZID=${zone}:${local(start)}`,
          `RRULE:${rule};UNTIL=${until}`,
          ...(out.length > 0 ? [`EXDATE:${out.map(on).join(',')}`] : []),
          ...(extra.length > 0 ? [`RDATE:${extra.map(on).join(',')}`] : []),
        ];

        const library = new RRuleTemporal({ rruleString: lines.join('\n') }).all();

        expect(startsOf([...lines, 'DURATION:PT1H'])).toEqual(
          library.map((at) => at.toInstant().toString().slice(0, 16)),
        );
      }),
    );
  });
});
