import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstLegal, nearWindows } from '../../../../shared/domain/freezes/first-legal.ts';
import { occurrencesOf } from '../../../../shared/domain/freezes/occurrences.ts';
import { makeSchedule } from '../../../../shared/domain/freezes/schedule.ts';
import { meets } from '../../../../shared/domain/freezes/scope.ts';
import { span } from '../../../../shared/domain/freezes/spans.ts';
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

  it('names the windows next to a span, and none where the days do not reach', () => {
    const rules = [
      aRule({ id: 'a', kind: 'window', holds: once('2026-05-01T10:00', '2026-05-01T12:00') }),
      aRule({ id: 'b', kind: 'window', holds: once('2026-05-02T10:00', '2026-05-02T12:00') }),
      aRule({ id: 'c', kind: 'window', holds: once('2026-06-10T10:00', '2026-06-10T12:00') }),
      aRule({
        id: 'd',
        kind: 'window',
        scope: aScope({ environments: ['test'] }),
        holds: once('2026-05-05T10:00', '2026-05-05T12:00'),
      }),
      aRule({ id: 'f', holds: once('2026-05-05T10:00', '2026-05-05T12:00') }),
    ];
    const around = span(anInstant('2026-05-04T00:00Z'), anInstant('2026-05-04T01:00Z'));
    const names = (days: number) => {
      const { before, after } = nearWindows(makeSchedule(rules, []), prod, { around, days });
      return [before?.name ?? null, after?.name ?? null];
    };

    expect(names(90)).toEqual(['b', 'c']);
    expect(names(7)).toEqual(['b', null]);
    expect(names(1)).toEqual([null, null]);
  });

  it('names the first by its id of windows that are as near', () => {
    const rules = ['b', 'a', 'c'].flatMap((id) => [
      aRule({ id, kind: 'window', holds: once('2026-05-01T10:00', '2026-05-01T12:00') }),
      aRule({ id: `${id}2`, kind: 'window', holds: once('2026-05-06T10:00', '2026-05-06T12:00') }),
    ]);
    const around = span(anInstant('2026-05-04T00:00Z'), anInstant('2026-05-04T01:00Z'));

    for (const order of [rules, rules.toReversed()]) {
      const { before, after } = nearWindows(makeSchedule(order, []), prod, { around, days: 7 });

      expect([before?.ruleId, after?.ruleId]).toEqual(['a', 'a2']);
    }
  });

  it('names the windows that a look at every one finds next to a span', () => {
    fc.assert(
      fc.property(someRules, someTarget, fc.integer({ min: 0, max: 143 }), (rules, target, hour) => {
        const around = span(WORLD_START + hour * HOUR, WORLD_START + (hour + 1) * HOUR);
        const schedule = makeSchedule(rules, []);

        const { before, after } = nearWindows(schedule, target, { around, days: 30 });

        const all = nearByHand(
          rules.filter((rule) => rule.kind === 'window' && meets(rule.scope, target)),
          around,
        );
        expect([before?.occurrence.span.end ?? null, after?.occurrence.span.start ?? null]).toEqual(all);
      }),
      { numRuns: 100 },
    );
  });
});

function nearByHand(rules: readonly Parameters<typeof makeSchedule>[0][number][], around: ReturnType<typeof span>) {
  const reach = span(around.start - 30 * 24 * HOUR, around.end + 30 * 24 * HOUR);
  const spans = rules.flatMap((rule) => occurrencesOf(rule.holds, reach).map((one) => one.span));
  const ends = spans.map((one) => one.end as number).filter((end) => end <= around.start);
  const starts = spans.map((one) => one.start as number).filter((start) => start >= around.end && start < reach.end);
  return [ends.length === 0 ? null : Math.max(...ends), starts.length === 0 ? null : Math.min(...starts)];
}
