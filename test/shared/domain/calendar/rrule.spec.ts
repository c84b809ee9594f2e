import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRrule, validateRrule } from '../../../../shared/domain/calendar/rrule.ts';

describe('shared/domain/calendar/rrule', () => {
  it('reads every part', () => {
    const text =
      'FREQ=YEARLY;INTERVAL=2;COUNT=9;BYMONTH=3,12;BYYEARDAY=1,-366;BYMONTHDAY=15,-1;BYDAY=MO,1TU,-2FR;BYSETPOS=1,-1;WKST=SU';

    const { rule, problem } = readRrule(text);

    expect(problem).toBeNull();
    expect(rule).toEqual({
      frequency: 'YEARLY',
      interval: 2,
      count: 9,
      until: null,
      byMonth: [3, 12],
      byWeekNumber: [],
      byYearDay: [1, -366],
      byMonthDay: [15, -1],
      byDay: [
        { weekday: 1, nth: 0 },
        { weekday: 2, nth: 1 },
        { weekday: 5, nth: -2 },
      ],
      bySetPosition: [1, -1],
      weekStart: 7,
    });
  });

  it('fills in what is left out', () => {
    expect(readRrule('FREQ=WEEKLY').rule).toEqual({
      frequency: 'WEEKLY',
      interval: 1,
      count: null,
      until: null,
      byMonth: [],
      byWeekNumber: [],
      byYearDay: [],
      byMonthDay: [],
      byDay: [],
      bySetPosition: [],
      weekStart: 1,
    });
  });

  it.each([
    'RRULE:FREQ=WEEKLY;BYDAY=TU',
    'rrule:freq=weekly;byday=tu',
    '  FREQ=WEEKLY;BYDAY=TU;  ',
    'FREQ=WEEKLY; BYDAY=TU',
    'FREQ=WEEKLY;BYDAY=TU,TU,tu',
    'BYDAY=TU;FREQ=WEEKLY',
  ])('reads the same rule from "%s"', (text) => {
    expect(readRrule(text)).toEqual(readRrule('FREQ=WEEKLY;BYDAY=TU'));
  });

  it.each([
    ['FREQ=DAILY;BYSETPOS=1;BYMONTHDAY=1,2', null],
    ['FREQ=WEEKLY;UNTIL=20280229', null],
    ['FREQ=MONTHLY;BYDAY=5FR,-5MO', null],
    ['FREQ=YEARLY;BYDAY=53TH', null],
    ['FREQ=YEARLY;BYWEEKNO=53,-1;BYDAY=MO', null],
    ['FREQ=MONTHLY;BYDAY=+1MO', null],
    ['', '"" is not written NAME=VALUE'],
    ['every Tuesday', '"EVERY TUESDAY" is not written NAME=VALUE'],
    ['FREQ=WEEKLY;BYDAY=', '"BYDAY=" is not written NAME=VALUE'],
    ['FREQ=WEEKLY;;COUNT=2', '"" is not written NAME=VALUE'],
    ['INTERVAL=2', 'The rule does not say how often: begin it with FREQ=WEEKLY, for example'],
    ['FREQ=FORTNIGHTLY', 'FREQ=FORTNIGHTLY is none of DAILY, WEEKLY, MONTHLY, YEARLY'],
    ['FREQ=HOURLY', 'FREQ=HOURLY recurs within a day, but releases recur by day'],
    ['FREQ=SECONDLY;COUNT=2', 'FREQ=SECONDLY recurs within a day, but releases recur by day'],
    ['FREQ=DAILY;BYHOUR=9', 'BYHOUR names a time, but the departure time is given apart'],
    ['FREQ=YEARLY;RSCALE=CHINESE', 'RSCALE is not a part that a rule can have here'],
    ['FREQ=WEEKLY;DTSTART=20260101', 'DTSTART is not a part that a rule can have here'],
    ['FREQ=WEEKLY;FREQ=DAILY', 'FREQ is given twice'],
    ['DTSTART:20260101\nRRULE:FREQ=WEEKLY', 'The rule takes one line; the first day is given apart from it'],
    ['FREQ=WEEKLY;INTERVAL=0', 'INTERVAL=0 is not a whole number from 1 to 1000'],
    ['FREQ=WEEKLY;INTERVAL=1.5', 'INTERVAL=1.5 is not a whole number from 1 to 1000'],
    ['FREQ=WEEKLY;INTERVAL=1001', 'INTERVAL=1001 is not a whole number from 1 to 1000'],
    ['FREQ=WEEKLY;COUNT=-1', 'COUNT=-1 is not a whole number from 1 to 10000'],
    ['FREQ=WEEKLY;COUNT=1E3', 'COUNT=1E3 is not a whole number from 1 to 10000'],
    ['FREQ=WEEKLY;BYMONTH=13', 'BYMONTH=13 is not a whole number from 1 to 12'],
    ['FREQ=WEEKLY;BYMONTH=1,', 'BYMONTH= is not a whole number from 1 to 12'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'BYMONTHDAY=0 is not a whole number from -31 to 31 except 0'],
    ['FREQ=MONTHLY;BYMONTHDAY=-32', 'BYMONTHDAY=-32 is not a whole number from -31 to 31 except 0'],
    ['FREQ=YEARLY;BYYEARDAY=367', 'BYYEARDAY=367 is not a whole number from -366 to 366 except 0'],
    ['FREQ=YEARLY;BYWEEKNO=54', 'BYWEEKNO=54 is not a whole number from -53 to 53 except 0'],
    ['FREQ=WEEKLY;BYDAY=XX', 'BYDAY=XX is not a weekday; weekdays are MO, TU, WE, TH, FR, SA, SU'],
    ['FREQ=MONTHLY;BYDAY=0MO', 'BYDAY=0 is not a whole number from -53 to 53 except 0'],
    ['FREQ=MONTHLY;BYDAY=1', 'BYDAY=1 is not a weekday; weekdays are MO, TU, WE, TH, FR, SA, SU'],
    ['FREQ=WEEKLY;WKST=1MO', 'WKST=1MO is not a weekday; weekdays are MO, TU, WE, TH, FR, SA, SU'],
    ['FREQ=WEEKLY;UNTIL=20270229', 'UNTIL=20270229 is not a day; write it like UNTIL=20271231'],
    ['FREQ=WEEKLY;UNTIL=2027-12-31', 'UNTIL=2027-12-31 is not a day; write it like UNTIL=20271231'],
    [
      'FREQ=WEEKLY;UNTIL=20261231T225959Z',
      'UNTIL=20261231T225959Z names a time, but releases recur by day; write UNTIL=20261231',
    ],
    ['FREQ=WEEKLY;COUNT=2;UNTIL=20271231', 'COUNT and UNTIL exclude each other; keep one'],
    ['FREQ=MONTHLY;BYWEEKNO=1', 'BYWEEKNO goes with FREQ=YEARLY only'],
    ['FREQ=MONTHLY;BYYEARDAY=1', 'BYYEARDAY goes with FREQ=YEARLY only'],
    ['FREQ=WEEKLY;BYMONTHDAY=1', 'BYMONTHDAY does not go with FREQ=WEEKLY'],
    ['FREQ=WEEKLY;BYDAY=1MO', 'A numbered weekday in BYDAY goes with FREQ=MONTHLY or FREQ=YEARLY only'],
    ['FREQ=DAILY;BYDAY=TU,-1MO', 'A numbered weekday in BYDAY goes with FREQ=MONTHLY or FREQ=YEARLY only'],
    ['FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO', 'A numbered weekday does not go with BYWEEKNO'],
    [
      'FREQ=MONTHLY;BYDAY=6MO',
      'A month has at most five of a weekday: number it from 1 to 5, or -1 to -5 from its end',
    ],
    [
      'FREQ=YEARLY;BYMONTH=2;BYDAY=-6MO',
      'A month has at most five of a weekday: number it from 1 to 5, or -1 to -5 from its end',
    ],
    [
      'FREQ=MONTHLY;BYSETPOS=-1',
      'BYSETPOS picks from what another BY part names; add one, such as BYDAY=MO,TU,WE,TH,FR',
    ],
  ])('says of "%s": %s', (text, problem) => {
    expect(validateRrule(text)).toBe(problem);
  });

  it('answers any text with a rule or with words, never with a crash', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^(FREQ|BYDAY|COUNT|UNTIL)=[A-Z0-9,;=+-]{0,20}$/)),
        (text) => {
          const { rule, problem } = readRrule(text);

          expect(rule === null).toBe(problem !== null);
        },
      ),
    );
  });
});
