import { Cron } from 'croner';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CronPair, cronOccurrences } from '../../../../shared/domain/freezes/cron.ts';
import { normalise, span, within } from '../../../../shared/domain/freezes/spans.ts';
import { anInstant, aZone, isoOf } from '../../../support/times.ts';
import { CLOCK_CHANGES, type Reading, readings } from '../../../support/wall-clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function pair(start: string, end: string, zone = 'UTC'): CronPair {
  return { start, end, zone: aZone(zone) };
}

function between(from: string, to: string) {
  return span(anInstant(from), anInstant(to));
}

function spansOf(rule: CronPair, from: string, to: string): readonly string[] {
  return cronOccurrences(rule, between(from, to)).map((one) => `${isoOf(one.span.start)}/${isoOf(one.span.end)}`);
}

/** A field of numbers, `*` or `*` by steps, read for the oracle only. */
function names(field: string, value: number): boolean {
  if (field === '*') return true;
  if (field.startsWith('*/')) return value % Number(field.slice(2)) === 0;
  return field.split(',').some((one) => Number(one) === value);
}

function namesWall(pattern: string, wall: number): boolean {
  const [minute = '', hour = '', , , weekday = ''] = pattern.split(' ');
  const date = new Date(wall);
  return names(minute, date.getUTCMinutes()) && names(hour, date.getUTCHours()) && names(weekday, date.getUTCDay());
}

/** The oracle: goes through every minute of the zone's clock, one after the other, and switches on and off. */
function heldMinutes({ start, end }: CronPair, minutes: readonly Reading[], from: number): readonly number[] {
  const held: number[] = [];
  let on = false;
  let before: number | null = null;
  for (const { at, shown, reached } of minutes) {
    const goesOn = before === null || reached > before;
    // Every time that the clock passes on its way to this minute; or the one that it shows once more.
    for (
      let wall = goesOn ? (before ?? reached - MINUTE) + MINUTE : shown;
      wall <= (goesOn ? reached : shown);
      wall += MINUTE
    ) {
      const counts = (pattern: string) => goesOn || /[*/]/.test(pattern.split(' ').slice(0, 2).join(''));
      if (counts(end) && namesWall(end, wall)) on = false;
      if (counts(start) && namesWall(start, wall)) on = true;
    }
    before = reached;
    if (on && at >= from) held.push(at);
  }
  return held;
}

const someMinute = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 59 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('*/20', '*/30', '0,30') },
);
const someHour = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 4 }).map(String) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 23 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('*', '*/2', '1,2,3') },
);
const somePattern = fc.tuple(someMinute, someHour).map(([minute, hour]) => `${minute} ${hour} * * *`);

describe('shared/domain/freezes/cron', () => {
  it('keeps a freeze with a zone on its local times across the change of clocks (GitLab #212460)', () => {
    const weekend = pair('0 23 * * FRI', '0 7 * * MON', 'Europe/Berlin');

    expect(spansOf(weekend, '2026-03-17T00:00Z', '2026-04-06T00:00Z')).toEqual([
      '2026-03-20T22:00:00.000Z/2026-03-23T06:00:00.000Z',
      '2026-03-27T22:00:00.000Z/2026-03-30T05:00:00.000Z',
      '2026-04-03T21:00:00.000Z/2026-04-06T05:00:00.000Z',
    ]);
  });

  it('answers whole occurrences, also those that began long before', () => {
    const winter = pair('0 0 20 12 *', '0 0 3 1 *', 'UTC');

    expect(spansOf(winter, '2026-12-31T10:00Z', '2026-12-31T10:01Z')).toEqual([
      '2026-12-20T00:00:00.000Z/2027-01-03T00:00:00.000Z',
    ]);
    expect(spansOf(winter, '2027-01-03T00:00Z', '2027-12-20T00:00Z')).toEqual([]);
  });

  it('tells occurrences apart by the local time of their start', () => {
    const nights = cronOccurrences(
      pair('0 22 * * *', '0 4 * * *', 'Europe/Berlin'),
      between('2026-10-24T12:00Z', '2026-10-26T12:00Z'),
    );

    expect(nights.map((one) => one.key)).toEqual(['2026-10-24T22:00 UTC+02:00', '2026-10-25T22:00 UTC+01:00']);
  });

  it('lets a start say nothing while the rule holds already', () => {
    expect(spansOf(pair('0 8,9,10 * * *', '0 12 * * *'), '2026-05-01T00:00Z', '2026-05-02T00:00Z')).toEqual([
      '2026-05-01T08:00:00.000Z/2026-05-01T12:00:00.000Z',
    ]);
  });

  it('holds on where it ends and starts at once', () => {
    expect(spansOf(pair('0 8 * * *', '0 8 * * *'), '2026-05-01T10:00Z', '2026-05-02T10:00Z')).toEqual([
      '2026-05-01T08:00:00.000Z/2026-05-02T08:00:00.000Z',
      '2026-05-02T08:00:00.000Z/2026-05-03T08:00:00.000Z',
    ]);
  });

  it('does not begin later, and so until tomorrow, where clocks skip both its start and its end', () => {
    expect(
      spansOf(pair('10 2 * * *', '50 2 * * *', 'Europe/Berlin'), '2026-03-29T00:00Z', '2026-03-29T22:00Z'),
    ).toEqual([]);
    expect(
      spansOf(pair('10 */2 * * *', '50 */2 * * *', 'Europe/Berlin'), '2026-03-29T00:00Z', '2026-03-29T02:00Z'),
    ).toEqual([]);
  });

  it('keeps what clocks skip only a part of: it starts at the change', () => {
    expect(spansOf(pair('30 2 * * *', '0 6 * * *', 'Europe/Berlin'), '2026-03-29T00:00Z', '2026-03-29T22:00Z')).toEqual(
      ['2026-03-29T01:00:00.000Z/2026-03-29T04:00:00.000Z'],
    );
  });

  it('starts a fixed time that clocks show twice once, and a wildcard each time', () => {
    expect(
      spansOf(pair('15 2 * * *', '30 2 * * *', 'Europe/Berlin'), '2026-10-25T00:00Z', '2026-10-25T05:00Z'),
    ).toEqual(['2026-10-25T00:15:00.000Z/2026-10-25T00:30:00.000Z']);
    expect(
      spansOf(pair('15 * * * *', '30 * * * *', 'Europe/Berlin'), '2026-10-25T00:00Z', '2026-10-25T02:00Z'),
    ).toEqual([
      '2026-10-25T00:15:00.000Z/2026-10-25T00:30:00.000Z',
      '2026-10-25T01:15:00.000Z/2026-10-25T01:30:00.000Z',
    ]);
  });

  it.each(CLOCK_CHANGES)('holds in %s about %s in the minutes that a walk along its clock holds', (name, about) => {
    const zone = aZone(name);
    const from = anInstant(about) - 30 * HOUR;
    const to = anInstant(about) + 30 * HOUR;
    // All patterns tried end on every day: three days before, the walk knows whether they hold.
    const walk = readings(from - 3 * DAY, to, zone);
    fc.assert(
      fc.property(somePattern, somePattern, (start, end) => {
        const rule = { start, end, zone };
        const set = normalise(cronOccurrences(rule, span(from, to)).map((one) => one.span));
        const minutes = within(set, span(from, to)).flatMap((one) =>
          Array.from({ length: (one.end - one.start) / MINUTE }, (_, index) => one.start + index * MINUTE),
        );

        expect(minutes.map((at) => isoOf(span(at, at).start))).toEqual(
          heldMinutes(rule, walk, from).map((at) => isoOf(span(at, at).start)),
        );
      }),
      { numRuns: 15 },
    );
  });

  it('answers for a part of a range what it answers for the whole', () => {
    const moment = fc
      .integer({ min: 0, max: 40 * 24 * 60 })
      .map((minutes) => anInstant('2026-02-25T00:00Z') + minutes * MINUTE);
    fc.assert(
      fc.property(somePattern, somePattern, moment, moment, (start, end, a, b) => {
        const rule = pair(start, end, 'America/New_York');
        const part = span(Math.min(a, b), Math.max(a, b) + MINUTE);
        const whole = cronOccurrences(rule, between('2026-02-20T00:00Z', '2026-04-20T00:00Z'));

        expect(cronOccurrences(rule, part)).toEqual(
          whole.filter((one) => one.span.start < part.end && one.span.end > part.start),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('starts when croner itself would, in its own reading of the zone, which does without our eras', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 59 }),
        fc.integer({ min: 0, max: 23 }),
        fc.constantFrom(...CLOCK_CHANGES),
        (minute, hour, change) => {
          const [name, about] = change;
          fc.pre(about !== '2011-12-30T10:00Z');
          const start = `${minute} ${hour} * * *`;
          const from = anInstant(about) - 36 * HOUR;
          const job = new Cron(start, { timezone: name, mode: '5-part', paused: true, fixedTimeRule: 'no-wildcard' });
          const first = job.nextRun(new Date(from))?.getTime();

          const ours = cronOccurrences(
            pair(start, `${(minute + 1) % 60} ${(hour + 12) % 24} * * *`, name),
            span(from, from + 40 * HOUR),
          );
          expect(ours.map((one) => one.span.start as number).filter((at) => at > from)[0]).toBe(first);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('refuses a pattern that cannot be read, and one that names too much', () => {
    const year = between('2026-01-01T00:00Z', '2027-01-01T00:00Z');

    expect(() => cronOccurrences(pair('0 25 * * *', '0 8 * * *'), year)).toThrow(
      'The cron pattern "0 25 * * *" cannot be used: "25" cannot be read as the hour.',
    );
    expect(() => cronOccurrences(pair('* * * * *', '0 0 29 2 *'), year)).toThrow('names more than 1000000 times');
  });
});
