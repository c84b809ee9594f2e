import { describe, expect, it } from 'vitest';
import {
  newRuleDraft,
  planOf,
  readRule,
  readWhen,
  ruleDraftOf,
} from '../../../../../renderer/features/windows/form/read-rule.ts';
import {
  newWhenDraft,
  offsetMinutes,
  type WhenDraft,
} from '../../../../../renderer/features/windows/form/when-draft.ts';
import { ScheduleRule, When } from '../../../../../shared/model/schedule-rule.ts';
import { day } from '../../../../../shared/model/time.ts';
import { freezePlan } from '../../../../support/plans.ts';

const today = day('2026-11-24');
const ZONE = 'Europe/Berlin';

function drafted(changes: Partial<WhenDraft> = {}): WhenDraft {
  return { ...newWhenDraft(ZONE, today), ...changes };
}

function ruleOf(holds: unknown) {
  return ScheduleRule.parse({ ...freezePlan({ holds }), id: 'rule-1', source: null });
}

const recurring = {
  by: 'rrule',
  rrule: 'FREQ=WEEKLY;BYDAY=SA',
  from: '2026-11-01',
  startTime: '22:00',
  endTime: '02:00',
  endDayOffset: 1,
  clock: { by: 'zone', zone: 'Asia/Tokyo' },
  except: ['2026-12-26'],
  also: [],
};

describe('renderer/features/windows/form/read-rule', () => {
  it.each<[WhenDraft['mode'], Partial<WhenDraft>, string]>([
    ['daily', { interval: '2' }, 'FREQ=DAILY;INTERVAL=2'],
    ['weekly', { weekdays: [5, 1] }, 'FREQ=WEEKLY;BYDAY=MO,FR'],
    ['weekly', { until: '2027-06-30' }, 'FREQ=WEEKLY;BYDAY=SA;UNTIL=20270630'],
    ['monthly-weekday', { nth: '-1', weekday: '5' }, 'FREQ=MONTHLY;BYDAY=-1FR'],
    ['monthly-day', { monthDay: '-1', interval: '3' }, 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1'],
    ['yearly', { month: '12', monthDay: '24' }, 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24'],
    ['rrule', { rrule: ' FREQ=DAILY;COUNT=3 ', until: '2027-06-30' }, 'FREQ=DAILY;COUNT=3'],
  ])('builds the rule of %s %j', (mode, changes, rrule) => {
    expect(readWhen(drafted({ mode, ...changes })).holds).toMatchObject({ by: 'rrule', rrule });
  });

  it.each([
    ['a single time', freezePlan().holds],
    [
      'one on two clocks',
      {
        by: 'once',
        start: { local: '2026-12-01T00:00', clock: { by: 'aoe' } },
        end: { local: '2026-12-05T00:00', clock: { by: 'offset', minutes: -570 } },
      },
    ],
    ['weeks', recurring],
    ['days until a last one', { ...recurring, rrule: 'FREQ=DAILY;INTERVAL=3;UNTIL=20271231' }],
    ['the last Friday', { ...recurring, rrule: 'FREQ=MONTHLY;BYDAY=-1FR' }],
    ['a day of the month', { ...recurring, rrule: 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1', clock: { by: 'aoe' } }],
    ['a day of the year', { ...recurring, rrule: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24' }],
    ['a rule that the builder cannot say', { ...recurring, rrule: 'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1' }],
    ['so many times', { ...recurring, rrule: 'FREQ=DAILY;COUNT=3' }],
    ['days of some months', { ...recurring, rrule: 'FREQ=DAILY;BYMONTH=1,2' }],
    ['cron', { by: 'cron', start: '0 18 * * FRI', end: '@weekly', zone: 'UTC' }],
  ])('gives back %s as it was', (_what, holds) => {
    const rule = ruleOf(holds);

    const read = readRule(ruleDraftOf(rule, ZONE, today));

    expect(read.problems).toEqual({});
    expect(read.plan).toEqual(planOf(rule));
    expect(read.plan?.holds).toEqual(When.parse(holds));
  });

  it.each<[string, Partial<WhenDraft>, string]>([
    ['holds.end', { mode: 'once', endLocal: '2026-11-20T00:00' }, 'It ends before it starts'],
    ['holds.start', { mode: 'once', startLocal: '' }, 'Choose the day and the time that it starts.'],
    ['holds.rrule', { mode: 'rrule', rrule: 'FREQ=HOURLY' }, 'recurs within a day'],
    ['holds.endTime', { mode: 'daily', endTime: '08:00' }, 'not after it starts'],
    ['holds.except', { mode: 'daily', except: '2026-02-30' }, 'Write days like 2026-12-24'],
    ['holds.clock', { mode: 'daily', clock: { by: 'offset', zone: '', offset: 'far' } }, 'written +05:30'],
    ['holds.clock', { mode: 'cron', clock: { by: 'zone', zone: 'Mars/Base', offset: '' } }, 'Choose the clock'],
    ['holds.start', { mode: 'cron', cronStart: '99 * * * *' }, '"99" cannot be read as the minute'],
    ['holds.until', { mode: 'daily', until: 'soon' }, 'Choose a day, or none.'],
  ])('names what is wrong at %s', (place, changes, words) => {
    const { holds, problems } = readWhen(drafted(changes));

    expect(holds).toBeNull();
    expect(problems[place]).toContain(words);
  });

  it('wants a name', () => {
    expect(readRule(newRuleDraft(ZONE, today)).problems).toEqual({ name: 'Give it a name of at most 120 characters.' });
  });

  it.each([
    ['+05:30', 330],
    ['-0930', -570],
    ['UTC+10', 600],
    ['−8', -480],
    ['0', 0],
    ['far', null],
    ['+5:75', null],
  ])('reads the distance %j as %j', (text, minutes) => {
    expect(offsetMinutes(text)).toBe(minutes);
  });
});
