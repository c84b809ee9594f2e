import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, eachDay } from '../../../../shared/domain/calendar/days.ts';
import { comingOccurrences, occurrencesOf } from '../../../../shared/domain/freezes/occurrences.ts';
import { normalise, span, totalMinutes, within } from '../../../../shared/domain/freezes/spans.ts';
import { When } from '../../../../shared/model/schedule-rule.ts';
import type { Span } from '../../../../shared/model/span.ts';
import { instant } from '../../../../shared/model/time.ts';
import { daily, once } from '../../../support/schedule.ts';
import { aDay, anInstant, isoOf } from '../../../support/times.ts';
import { CLOCK_CHANGES, readings } from '../../../support/wall-clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function between(from: string, to: string): Span {
  return span(anInstant(from), anInstant(to));
}

function listed(when: unknown, range: Span): readonly string[] {
  return occurrencesOf(When.parse(when), range).map(
    (one) => `${one.key}: ${isoOf(one.span.start)}/${isoOf(one.span.end)}`,
  );
}

function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

const someTime = fc.integer({ min: 0, max: 24 * 60 - 1 });
const nightTime = fc.integer({ min: 0, max: 5 * 60 });

describe('shared/domain/freezes/occurrences', () => {
  it('reads each bound of a freeze on its own distance from UTC, as in the Pulumi example (+10:00 and +08:00)', () => {
    const when = {
      by: 'once',
      start: { local: '2026-12-20T00:00', clock: { by: 'offset', minutes: 600 } },
      end: { local: '2027-01-02T00:00', clock: { by: 'offset', minutes: 480 } },
    };

    expect(listed(when, between('2026-12-01T00:00Z', '2027-02-01T00:00Z'))).toEqual([
      'once: 2026-12-19T14:00:00.000Z/2027-01-01T16:00:00.000Z',
    ]);
  });

  it('ends a freeze anywhere on Earth at 12:00 UTC of the next day (AoE)', () => {
    const when = {
      by: 'once',
      start: { local: '2026-05-14T00:00', clock: { by: 'zone', zone: 'UTC' } },
      end: { local: '2026-05-15T00:00', clock: { by: 'aoe' } },
    };

    expect(listed(when, between('2026-05-01T00:00Z', '2026-06-01T00:00Z'))).toEqual([
      'once: 2026-05-14T00:00:00.000Z/2026-05-15T12:00:00.000Z',
    ]);
  });

  it('names every third Saturday, each an occurrence of its own (Octopus #9173)', () => {
    const when = daily({ rrule: 'FREQ=MONTHLY;BYDAY=3SA', start: '08:00', end: '20:00', zone: 'America/New_York' });

    expect(listed(when, between('2026-01-01T00:00Z', '2026-05-01T00:00Z'))).toEqual([
      '2026-01-17: 2026-01-17T13:00:00.000Z/2026-01-18T01:00:00.000Z',
      '2026-02-21: 2026-02-21T13:00:00.000Z/2026-02-22T01:00:00.000Z',
      '2026-03-21: 2026-03-21T12:00:00.000Z/2026-03-22T00:00:00.000Z',
      '2026-04-18: 2026-04-18T12:00:00.000Z/2026-04-19T00:00:00.000Z',
    ]);
  });

  it('takes single days out and adds others, and counts what was added twice once', () => {
    const when = daily({
      rrule: 'FREQ=WEEKLY;BYDAY=FR',
      start: '18:00',
      end: '20:00',
      except: ['2026-05-08'],
      also: ['2026-05-05', '2026-05-15', '2026-07-01'],
    });

    expect(occurrencesOf(when, between('2026-05-01T00:00Z', '2026-05-20T00:00Z')).map((one) => one.key)).toEqual([
      '2026-05-01',
      '2026-05-05',
      '2026-05-15',
    ]);
  });

  it('answers whole occurrences that began long before the range', () => {
    const when = daily({
      rrule: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20',
      start: '00:00',
      end: '00:00',
      endDayOffset: 14,
    });

    expect(listed(when, between('2027-01-02T23:59Z', '2027-01-02T23:59:01Z'))).toEqual([
      '2026-12-20: 2026-12-20T00:00:00.000Z/2027-01-03T00:00:00.000Z',
    ]);
    expect(listed(when, between('2027-01-03T00:00Z', '2027-02-03T00:00Z'))).toEqual([]);
  });

  it('leaves out what has no minute: turned round, empty, or wholly skipped by the clocks', () => {
    const march = between('2026-03-01T00:00Z', '2026-04-01T00:00Z');

    expect(listed(once('2026-03-10T10:00', '2026-03-10T10:00'), march)).toEqual([]);
    expect(listed(once('2026-03-10T10:00', '2026-03-10T09:00'), march)).toEqual([]);
    expect(listed(once('2026-03-29T02:10', '2026-03-29T02:50', 'Europe/Berlin'), march)).toEqual([]);
    expect(listed(once('2026-03-10T10:00', '2026-03-10T11:00'), span(march.start, march.start))).toEqual([]);
  });

  it.each(CLOCK_CHANGES)('holds a daily rule in %s about %s in the minutes whose clock lies in it', (zone, about) => {
    const from = anInstant(about) - 30 * HOUR;
    const to = anInstant(about) + 30 * HOUR;
    const minutes = readings(from, to, zone as never);
    const days = [...eachDay(addDays(aDay(about.slice(0, 10)), -5), addDays(aDay(about.slice(0, 10)), 5))];
    fc.assert(
      fc.property(
        fc.oneof(nightTime, someTime),
        fc.oneof(nightTime, someTime),
        fc.integer({ min: 0, max: 2 }),
        (start, end, endDayOffset) => {
          const when = daily({
            rrule: 'FREQ=DAILY',
            from: '2011-01-01',
            start: clockText(start),
            end: clockText(end),
            endDayOffset,
            zone,
          });
          const held = within(normalise(occurrencesOf(when, span(from, to)).map((one) => one.span)), span(from, to));
          const walls = days.map((day) => {
            const midnight = Date.parse(`${day}T00:00:00Z`);
            return [midnight + start * MINUTE, midnight + endDayOffset * 24 * HOUR + end * MINUTE] as const;
          });
          const wanted = minutes.filter((one) =>
            walls.some(([first, last]) => first <= one.reached && one.reached < last),
          );

          expect(held).toEqual(normalise(wanted.map((one) => span(one.at, one.at + MINUTE))));
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each(CLOCK_CHANGES)(
    'joins in %s about %s the rules that join on the wall: no minute is lost or in two',
    (zone, about) => {
      const from = anInstant(about) - 30 * HOUR;
      const range = span(from, from + 60 * HOUR);
      fc.assert(
        fc.property(fc.uniqueArray(fc.oneof(nightTime, someTime), { minLength: 1, maxLength: 6 }), (cuts) => {
          const times = [...cuts].sort((a, b) => a - b);
          const parts = times.flatMap((start, index) => {
            const next = times[index + 1];
            const ends =
              next === undefined ? { end: clockText(times[0] ?? 0), endDayOffset: 1 } : { end: clockText(next) };
            const when = daily({ rrule: 'FREQ=DAILY', from: '2011-01-01', start: clockText(start), zone, ...ends });
            return within(normalise(occurrencesOf(when, range).map((one) => one.span)), range);
          });

          expect(normalise(parts)).toEqual([range]);
          expect(parts.reduce((sum, one) => sum + totalMinutes([one]), 0)).toBe(60 * 60);
        }),
        { numRuns: 40 },
      );
    },
  );

  it('answers for a part of a range what it answers for the whole', () => {
    const rule = fc.constantFrom(
      'FREQ=DAILY;INTERVAL=3',
      'FREQ=WEEKLY;BYDAY=MO,TH',
      'FREQ=MONTHLY;BYDAY=3SA',
      'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3',
    );
    const moment = fc
      .integer({ min: 0, max: 100 * 24 * 60 })
      .map((minutes) => anInstant('2026-02-01T00:00Z') + minutes * MINUTE);
    fc.assert(
      fc.property(rule, fc.integer({ min: 1, max: 9 }), moment, moment, (rrule, endDayOffset, a, b) => {
        const when = daily({
          rrule,
          from: '2026-01-05',
          start: '20:00',
          end: '04:00',
          endDayOffset,
          zone: 'Europe/Berlin',
          also: ['2026-04-01'],
        });
        const whole = occurrencesOf(when, between('2025-12-01T00:00Z', '2026-08-01T00:00Z'));
        const part = span(Math.min(a, b), Math.max(a, b) + MINUTE);

        expect(occurrencesOf(when, part)).toEqual(
          whole.filter((one) => one.span.start < part.end && one.span.end > part.start),
        );
      }),
    );
  });

  it('reckons what comes next on the clock of the rule, not on that of who asks (Rundeck #7162)', () => {
    const friday = daily({ rrule: 'FREQ=WEEKLY;BYDAY=FR', start: '22:00', end: '23:00', zone: 'America/New_York' });
    const cron = When.parse({ by: 'cron', start: '0 22 * * FRI', end: '0 23 * * FRI', zone: 'America/New_York' });
    const afternoonInBerlin = anInstant('2026-05-16T03:30:00+02:00');

    const expected = ['2026-05-16T02:00:00.000Z', '2026-05-23T02:00:00.000Z'];
    for (const when of [friday, cron]) {
      const next = comingOccurrences(when, { after: afternoonInBerlin, count: 2, days: 60 });

      expect(next.map((one) => isoOf(one.span.start))).toEqual(expected);
    }
  });

  it('names the occurrence that holds first, no more than asked for, and none beyond the days ahead', () => {
    const yearly = daily({ rrule: 'FREQ=YEARLY', from: '2026-01-10', start: '00:00', end: '12:00' });
    const after = anInstant('2026-01-10T11:00Z');

    expect(comingOccurrences(yearly, { after, count: 1, days: 365 }).map((one) => one.key)).toEqual(['2026-01-10']);
    expect(comingOccurrences(yearly, { after, count: 3, days: 800 }).map((one) => one.key)).toEqual([
      '2026-01-10',
      '2027-01-10',
      '2028-01-10',
    ]);
    expect(comingOccurrences(yearly, { after: instant(after + HOUR), count: 1, days: 90 })).toEqual([]);
    expect(daysBetween(aDay('2026-01-10'), aDay('2027-01-10'))).toBe(365);
  });
});
