import { describe, expect, it } from 'vitest';
import { clockWords, whenWords } from '../../../renderer/lib/when-words.ts';
import { When } from '../../../shared/model/schedule-rule.ts';

const berlin = { by: 'zone', zone: 'Europe/Berlin' };

function recurring(changes: object = {}): When {
  return When.parse({
    by: 'rrule',
    rrule: 'FREQ=WEEKLY;BYDAY=SA',
    from: '2026-11-01',
    startTime: '22:00',
    endTime: '02:00',
    endDayOffset: 1,
    clock: berlin,
    except: [],
    also: [],
    ...changes,
  });
}

function cron(start: string, end: string): When {
  return When.parse({ by: 'cron', start, end, zone: 'Europe/London' });
}

function once(end: string, clock: unknown = berlin, endClock: unknown = clock): When {
  return When.parse({
    by: 'once',
    start: { local: '2026-12-18T18:00', clock },
    end: { local: end, clock: endClock },
  });
}

describe('../../../renderer/lib/when-words', () => {
  it.each([
    [recurring(), 'every week on Saturday from 22:00 to 02:00 the next day'],
    [recurring({ endDayOffset: 3 }), 'every week on Saturday from 22:00 to 02:00, 3 days later'],
    [recurring({ startTime: '00:00', endTime: '00:00' }), 'every week on Saturday all day'],
    [recurring({ startTime: '00:00', endTime: '00:00', endDayOffset: 2 }), 'every week on Saturday for 2 whole days'],
    [
      recurring({ except: ['2026-12-26'], also: ['2026-12-25', '2026-12-27'] }),
      'every week on Saturday from 22:00 to 02:00 the next day, but not on 1 day, and on 2 more days',
    ],
    [once('2026-12-18T20:00'), 'Fri 18 Dec 2026, 18:00 to 20:00 CET'],
    [once('2027-01-04T08:00'), 'Fri 18 Dec 2026, 18:00 to Mon 4 Jan 2027, 08:00 CET'],
    [once('2026-12-20T08:00', berlin, { by: 'aoe' }), 'Fri 18 Dec 2026, 18:00 CET to Sun 20 Dec 2026, 08:00 AoE'],
    [cron('0 18 * * FRI', '0 6 * * 1'), 'every Friday 18:00 to the next Monday 06:00'],
    [cron('0 9 * * *', '30 17 * * *'), 'every day from 09:00 to 17:30'],
    [cron('0 22 * * *', '0 4 * * *'), 'every day from 22:00 to 04:00 the next day'],
    [cron('0 22 * * 7', '0 4 * * *'), 'every Sunday 22:00 to the next day 04:00'],
    [cron('*/5 * * * *', '@daily'), 'from each “*/5 * * * *” to the next “@daily” (cron)'],
  ])('says when %j holds', (holds, words) => {
    expect(whenWords(holds)).toBe(words);
  });

  it.each([
    [recurring({ clock: { by: 'offset', minutes: -570 } }), 'UTC-09:30'],
    [recurring({ clock: { by: 'aoe' } }), 'anywhere on Earth (UTC-12:00)'],
    [cron('@daily', '@daily'), 'Europe/London'],
    [once('2026-12-20T08:00', berlin, { by: 'aoe' }), 'Europe/Berlin to anywhere on Earth (UTC-12:00)'],
  ])('names the clock of %j', (holds, words) => {
    expect(clockWords(holds)).toBe(words);
  });
});
