import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDayNumber } from '../../../../shared/domain/calendar/days.ts';
import { compareRule } from '../../../../shared/domain/exchange/compare-rule.ts';
import { readCalendar } from '../../../../shared/domain/exchange/ics-events.ts';
import { eventName } from '../../../../shared/domain/exchange/ics-own.ts';
import { writeCalendar } from '../../../../shared/domain/exchange/ics-write.ts';
import type { Clock, When } from '../../../../shared/model/schedule-rule.ts';
import { instant } from '../../../../shared/model/time.ts';
import { daily, once } from '../../../support/schedule.ts';
import { aClock, aZone } from '../../../support/times.ts';

const HOURS = { start: '09:00', end: '17:00' };
const FACTS = { kind: 'freeze', name: 'Quiet', reason: '' } as const;
/** 1 January 2026, as days are numbered. */
const FIRST = 20_454;

function factsWith(holds: When) {
  return { ...FACTS, holds };
}

function changes(before: When, wanted: When): readonly string[] {
  return compareRule({ before: factsWith(before), wanted: factsWith(wanted), base: undefined }, false).changed;
}

const someClock = fc.constantFrom<Clock>(
  { by: 'zone', zone: aZone('Europe/Berlin') },
  { by: 'zone', zone: aZone('America/New_York') },
  { by: 'zone', zone: aZone('Asia/Tokyo') },
  { by: 'offset', minutes: -210 },
  { by: 'aoe' },
);
const someDay = fc.integer({ min: FIRST, max: FIRST + 700 }).map(fromDayNumber);
const someTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30'))
  .map(([hour, minute]) => aClock(`${String(hour).padStart(2, '0')}:${minute}`));
const someRrule = fc.record({
  freq: fc.constantFrom('DAILY', 'WEEKLY;BYDAY=TU,FR', 'WEEKLY', 'MONTHLY;BYMONTHDAY=31', 'MONTHLY;BYDAY=-1SU'),
  interval: fc.constantFrom('', ';INTERVAL=2', ';INTERVAL=3'),
  end: fc.oneof(
    fc.constant(''),
    fc.constant(';COUNT=5'),
    fc.integer({ min: 30, max: 400 }).map((days) => ({ days })),
  ),
});
const someWhen = fc
  .record({
    rrule: someRrule,
    from: someDay,
    startTime: someTime,
    endTime: someTime,
    length: fc.integer({ min: 1, max: 4 }),
    clock: someClock,
    except: fc.uniqueArray(someDay, { maxLength: 4 }),
    also: fc.uniqueArray(someDay, { maxLength: 3 }),
  })
  .map(({ rrule: { freq, interval, end }, from, length, ...rest }): When => {
    const first = Date.parse(from) / 86_400_000;
    const last = typeof end === 'string' ? end : `;UNTIL=${fromDayNumber(first + 400 + end.days).replaceAll('-', '')}`;
    return { by: 'rrule', rrule: `FREQ=${freq}${interval}${last}`, from, endDayOffset: length, ...rest };
  });

describe('shared/domain/exchange/compare-rule', () => {
  it('takes another way of saying the same for the same', () => {
    const monday = daily({ ...HOURS, rrule: 'FREQ=WEEKLY;BYDAY=MO', from: '2026-11-23' });

    expect(changes(monday, daily({ ...HOURS, rrule: 'BYDAY=MO;INTERVAL=1;FREQ=WEEKLY', from: '2026-11-18' }))).toEqual(
      [],
    );
    expect(changes(monday, daily({ ...HOURS, rrule: 'FREQ=WEEKLY;BYDAY=MO', from: '2026-11-30' }))).toEqual(['holds']);
    expect(changes(once('2026-12-01T10:00', '2026-12-02T10:00'), monday)).toEqual(['holds']);
  });

  it('finds every rule again as it was in the calendar that was written of it', () => {
    fc.assert(
      fc.property(someWhen, (holds) => {
        if (holds.by === 'cron') return;
        const entry = {
          uid: 'a',
          rule: null,
          kind: FACTS.kind,
          name: eventName('freeze', 'Quiet'),
          description: '',
          cancelled: false,
        };
        const text = writeCalendar({
          name: '',
          description: '',
          at: instant(0),
          journal: { seq: 0, hash: '' },
          entries: [{ ...entry, times: holds }],
        });
        const { events, problems } = readCalendar(text, aZone('UTC'));

        expect(problems).toEqual([]);
        expect(events.map(({ uid, kind, name }) => [uid, kind, name])).toEqual([['a', 'freeze', 'Quiet']]);
        expect(events.flatMap((event) => changes(holds, event.holds))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
