import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstLegal } from '../../../../shared/domain/freezes/first-legal.ts';
import { makeSchedule } from '../../../../shared/domain/freezes/schedule.ts';
import { instant } from '../../../../shared/model/time.ts';
import { FirstLegal } from '../../../../shared/model/verdict.ts';
import { cpuMilliseconds } from '../../../support/cpu-time.ts';
import { aRule, aScope, aTarget, daily, once } from '../../../support/schedule.ts';
import { HOUR, someOverrides, someRules, someTarget, stateAt, WORLD_START } from '../../../support/some-schedule.ts';
import { anInstant, isoOf } from '../../../support/times.ts';

const prod = aTarget({ environment: 'prod' });

describe('shared/domain/freezes/first-legal', () => {
  it('answers the moment itself where nothing forbids it, on a whole minute', () => {
    const after = anInstant('2026-05-12T10:00:30Z');

    expect(firstLegal(makeSchedule([], []), [prod], { after, minutes: 30, days: 1 })).toEqual({
      found: 'yes',
      at: anInstant('2026-05-12T10:01Z'),
      waiting: [],
    });
  });

  it('passes over times that are too short, and says what is waited for', () => {
    const rules = [
      aRule({ id: 'short', kind: 'window', holds: once('2026-05-12T10:00', '2026-05-12T10:29') }),
      aRule({ id: 'long', kind: 'window', holds: once('2026-05-13T10:00', '2026-05-13T12:00') }),
      aRule({ id: 'freeze', holds: once('2026-05-12T00:00', '2026-05-12T08:00') }),
    ];

    const answer = firstLegal(makeSchedule(rules, []), [prod], {
      after: anInstant('2026-05-12T06:00Z'),
      minutes: 30,
      days: 7,
    });

    expect(answer).toMatchObject({ found: 'yes', at: anInstant('2026-05-13T10:00Z') });
    expect(answer.waiting[0]?.segments.map((one) => `${isoOf(one.span.start).slice(8, 16)} ${one.state}`)).toEqual([
      '12T06:00 frozen',
      '12T08:00 outside-windows',
      '12T10:29 outside-windows',
    ]);
  });

  it('joins times of different windows, and of a window and an override', () => {
    const rules = [
      aRule({ id: 'a', kind: 'window', holds: once('2026-05-12T10:00', '2026-05-12T11:00') }),
      aRule({ id: 'b', kind: 'window', holds: once('2026-05-12T11:00', '2026-05-12T12:00') }),
    ];

    expect(
      firstLegal(makeSchedule(rules, []), [prod], { after: anInstant('2026-05-12T06:00Z'), minutes: 120, days: 7 }),
    ).toMatchObject({ found: 'yes', at: anInstant('2026-05-12T10:00Z') });
  });

  it('says honestly that there is none in the days it looked through', () => {
    const rules = [aRule({ id: 'f', holds: once('2026-05-01T00:00', '2026-08-01T00:00') })];
    const after = anInstant('2026-05-12T06:00Z');

    const none = firstLegal(makeSchedule(rules, []), [prod], { after, minutes: 1, days: 80 });
    const one = firstLegal(makeSchedule(rules, []), [prod], { after, minutes: 1, days: 81 });

    expect(none).toMatchObject({ found: 'no', lookedUntil: anInstant('2026-07-31T06:00Z') });
    expect(none.waiting[0]?.segments.map((each) => each.because[0]?.ruleId)).toEqual(['f']);
    expect(one).toMatchObject({ found: 'yes', at: anInstant('2026-08-01T00:00Z') });
    expect([none, one].every((each) => FirstLegal.safeParse(each).success)).toBe(true);
  });

  it('has found none where the first would start just when the days are over', () => {
    const rules = [aRule({ id: 'f', holds: once('2026-05-01T00:00', '2026-05-14T06:00') })];
    const find = (days: number) =>
      firstLegal(makeSchedule(rules, []), [prod], { after: anInstant('2026-05-12T06:00Z'), minutes: 60, days });

    expect(find(2).found).toBe('no');
    expect(find(3)).toMatchObject({ found: 'yes', at: anInstant('2026-05-14T06:00Z') });
  });

  it('waits for the time that is legal for all targets, and says which of them waits', () => {
    const rules = [
      aRule({
        id: 'p',
        scope: aScope({ environments: ['prod'] }),
        holds: once('2026-05-12T00:00', '2026-05-12T10:00'),
      }),
    ];
    const wanted = { after: anInstant('2026-05-12T06:00Z'), minutes: 10, days: 7 };

    const answer = firstLegal(makeSchedule(rules, []), [aTarget({ environment: 'test' }), prod], wanted);

    expect(answer).toMatchObject({ found: 'yes', at: anInstant('2026-05-12T10:00Z'), waiting: [{ target: prod }] });
    expect(answer.waiting).toHaveLength(1);
  });

  it('finds the first hour from which a look at every hour finds enough of them', () => {
    const someTargets = fc.array(someTarget, { minLength: 1, maxLength: 2 });
    const hours = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(
        someRules,
        someOverrides,
        someTargets,
        hours,
        fc.integer({ min: 1, max: 30 }),
        (rules, overrides, targets, from, length) => {
          const isOpen = (hour: number) =>
            targets.every((one) =>
              ['open', 'overridden'].includes(stateAt(rules, overrides, one, WORLD_START + hour * HOUR).state),
            );
          let expected: number | null = null;
          for (let hour = from, run = 0; hour < from + 5 * 24 + length && expected === null; hour += 1) {
            run = isOpen(hour) ? run + 1 : 0;
            if (run === length) expected = hour - length + 1;
          }
          const wanted = { after: instant(WORLD_START + from * HOUR), minutes: length * 60, days: 5 };

          const answer = firstLegal(makeSchedule(rules, overrides), targets, wanted);

          const at = expected === null || expected >= from + 5 * 24 ? null : instant(WORLD_START + expected * HOUR);
          expect(answer.found === 'yes' ? answer.at : null).toBe(at);
          expect(answer.waiting.every((one) => !one.legal && one.segments.length > 0)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('looks through years of weekly windows without being slow', () => {
    const rules = [
      aRule({ id: 'w', kind: 'window', holds: daily({ rrule: 'FREQ=WEEKLY;BYDAY=SA', start: '10:00', end: '12:00' }) }),
    ];
    const before = cpuMilliseconds();

    const answer = firstLegal(makeSchedule(rules, []), [prod], {
      after: anInstant('2026-05-12T06:00Z'),
      minutes: 121,
      days: 3650,
    });

    expect(answer.found).toBe('no');
    expect(answer.waiting[0]?.segments).toHaveLength(100);
    expect(cpuMilliseconds() - before).toBeLessThan(2_000);
  });
});
