import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { occurrencesOf } from '../../../../shared/domain/freezes/occurrences.ts';
import {
  changeOverrides,
  changeRules,
  type Held,
  heldDuring,
  makeSchedule,
  scheduleFor,
} from '../../../../shared/domain/freezes/schedule.ts';
import { meets } from '../../../../shared/domain/freezes/scope.ts';
import { span } from '../../../../shared/domain/freezes/spans.ts';
import type { ScheduleRuleId } from '../../../../shared/model/ids.ts';
import { anOverride, aRule, aScope, aTarget, daily, once } from '../../../support/schedule.ts';
import { HOUR, someRules, someTarget, WORLD, WORLD_START } from '../../../support/some-schedule.ts';
import { anInstant } from '../../../support/times.ts';

function listed(held: readonly Held[]): readonly string[] {
  return held.map((one) => `${one.rule.id} ${one.occurrence.key}`).sort();
}

const someRange = fc
  .tuple(fc.integer({ min: -2_000, max: 2_000 }), fc.integer({ min: 0, max: 4_000 }))
  .map(([start, length]) => span(WORLD_START + start * HOUR, WORLD_START + (start + length) * HOUR));

describe('shared/domain/freezes/schedule', () => {
  it('finds of each target what a look at every rule finds, in a range of any length', () => {
    fc.assert(
      fc.property(someRules, someTarget, someRange, (rules, target, range) => {
        const byHand = rules
          .filter((rule) => meets(rule.scope, target))
          .flatMap((rule) => occurrencesOf(rule.holds, range).map((one) => `${rule.id} ${one.key}`));

        const found = scheduleFor(makeSchedule(rules, []), target);

        expect(listed(heldDuring(found, range))).toEqual(byHand.sort());
        expect(found.hasWindows).toBe(rules.some((rule) => rule.kind === 'window' && meets(rule.scope, target)));
      }),
      { numRuns: 150 },
    );
  });

  it('changes rules to what it would be if made anew, whatever was asked before', () => {
    fc.assert(
      fc.property(
        someRules,
        someRules,
        fc.subarray([0, 1, 2, 3, 4, 5, 6]),
        someTarget,
        (rules, others, dropped, target) => {
          const before = makeSchedule(rules, []);
          const asked = listed(heldDuring(scheduleFor(before, target), WORLD));
          const drop = dropped.map((index) => `r${index}` as ScheduleRuleId);
          const put = others.slice(0, 3);

          const after = changeRules(before, { drop, put });

          const kept = rules.filter((rule) => !drop.includes(rule.id) && !put.some((one) => one.id === rule.id));
          const anew = scheduleFor(makeSchedule([...kept, ...put], []), target);
          expect(listed(heldDuring(scheduleFor(after, target), WORLD))).toEqual(listed(heldDuring(anew, WORLD)));
          expect(scheduleFor(after, target).hasWindows).toBe(anew.hasWindows);
          expect(listed(heldDuring(scheduleFor(before, target), WORLD))).toEqual(asked);
          expect([...after.rules.keys()].sort()).toEqual([...kept, ...put].map((rule) => rule.id).sort());
        },
      ),
      { numRuns: 150 },
    );
  });

  it('takes only overrides that count, and only where they are about the target', () => {
    const rule = aRule({ id: 'year-end', holds: once('2026-12-20T00:00', '2027-01-03T00:00') });
    const times = { freeze: 'year-end', start: '2026-12-21T00:00Z', end: '2026-12-22T00:00Z' };
    const ofPay = anOverride({ ...times, scope: aScope({ services: ['pay'] }) });
    const schedule = makeSchedule([rule], [ofPay, anOverride({ ...times, approvedBy: null })]);

    expect(scheduleFor(schedule, aTarget({ service: 'pay' })).overridesOf(rule.id)).toHaveLength(1);
    expect(scheduleFor(schedule, aTarget({ service: 'web' })).overridesOf(rule.id)).toEqual([]);
    expect(scheduleFor(changeOverrides(schedule, []), aTarget({ service: 'pay' })).overridesOf(rule.id)).toEqual([]);
  });

  it('lets the later of two rules with one id count', () => {
    const rules = [
      aRule({ id: 'x', scope: aScope({ services: ['pay'] }), holds: once('2026-05-01T00:00', '2026-05-02T00:00') }),
      aRule({ id: 'x', holds: once('2026-06-01T00:00', '2026-06-02T00:00') }),
    ];

    const found = heldDuring(
      scheduleFor(makeSchedule(rules, []), aTarget({ service: 'pay' })),
      span(anInstant('2026-01-01T00:00Z'), anInstant('2027-01-01T00:00Z')),
    );

    expect(found.map(({ occurrence }) => occurrence.span.start)).toEqual([anInstant('2026-06-01T00:00Z')]);
  });

  it('names the rule that cannot be read', () => {
    const broken = aRule({
      id: 'odd',
      kind: 'window',
      holds: daily({ rrule: 'FREQ=HOURLY', start: '08:00', end: '09:00' }),
    });

    expect(() => heldDuring(scheduleFor(makeSchedule([broken], []), aTarget()), WORLD)).toThrow(
      'The window "odd": The cadence cannot be read',
    );
  });

  it('has nothing to say of an empty range', () => {
    const rule = aRule({ id: 'x', holds: once('2026-05-01T00:00', '2026-06-02T00:00') });

    expect(heldDuring(scheduleFor(makeSchedule([rule], []), aTarget()), span(WORLD_START, WORLD_START))).toEqual([]);
  });
});
