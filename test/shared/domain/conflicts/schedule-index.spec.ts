import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanRule } from '../../../../shared/domain/conflicts/plan.ts';
import { ScheduleIndex } from '../../../../shared/domain/conflicts/schedule-index.ts';
import { meets } from '../../../../shared/domain/freezes/scope.ts';
import type { Target } from '../../../../shared/model/verdict.ts';
import { aPlanRule, hours } from '../../../support/conflicts/things.ts';
import { aTarget } from '../../../support/schedule.ts';

const all = hours(-1_000, 1_000);

const someRule = (id: string): fc.Arbitrary<PlanRule> =>
  fc
    .record({
      environments: fc.subarray(['e1', 'e2']),
      services: fc.subarray(['s1', 's2']),
      times: fc.array(fc.tuple(fc.nat(50), fc.nat(10)), { maxLength: 3 }),
    })
    .map(({ times, ...scope }) =>
      aPlanRule(
        id,
        'window',
        times.map(([start, length]) => [start, start + length] as const),
        { scope },
      ),
    );
const someRules = (prefix: string) => fc.tuple(...[0, 1, 2, 3].map((index) => someRule(`${prefix}${index}`)));
const targets: readonly Target[] = [
  aTarget(),
  aTarget({ environment: 'e1' }),
  aTarget({ environment: 'e2', service: 's1' }),
  aTarget({ service: 's2' }),
];

function names(index: { overlapping: (span: typeof all) => readonly { rule: { id: string } }[] } | null | undefined) {
  return index
    ? index
        .overlapping(all)
        .map(({ rule }) => rule.id)
        .sort()
    : index;
}

function timesOf(rules: readonly PlanRule[]): readonly string[] {
  return rules
    .flatMap(({ rule, occurrences }) => occurrences.filter(({ span }) => span.start < span.end).map(() => rule.id))
    .sort();
}

describe('shared/domain/conflicts/schedule-index', () => {
  it('finds the times of the rules that are about a target, as a look at each rule does', () => {
    fc.assert(
      fc.property(someRules('r'), fc.constantFrom(...targets), (rules, target) => {
        const meant = rules.filter(({ rule }) => meets(rule.scope, target));

        const found = new ScheduleIndex(rules).about(target);

        expect(names(found)).toEqual(meant.length === 0 ? null : timesOf(meant));
      }),
    );
  });

  it('tells a target that no rule is about from one whose rules never hold', () => {
    const index = new ScheduleIndex([aPlanRule('never', 'window', [], { scope: { services: ['s1'] } })]);

    expect(index.about(aTarget({ service: 's1' }))?.size).toBe(0);
    expect(index.about(aTarget({ service: 's2' }))).toBeNull();
  });

  it('sorts times by the environments that their rules name', () => {
    const index = new ScheduleIndex([
      aPlanRule('both', 'freeze', [[0, 1]], { scope: { environments: ['e1', 'e2'] } }),
      aPlanRule('one', 'freeze', [[2, 3]], { scope: { environments: ['e1'], services: ['s1'] } }),
      aPlanRule('none', 'freeze', [[4, 5]], { scope: { services: ['s1'] } }),
    ]);

    expect([names(index.naming('e1')), names(index.naming('e2')), names(index.elsewhere), names(index.all)]).toEqual([
      ['both', 'one'],
      ['both'],
      ['none'],
      ['both', 'none', 'one'],
    ]);
    expect(index.naming('e3')).toBeUndefined();
  });

  it('answers after rules came and went what a new one answers', () => {
    fc.assert(
      fc.property(someRules('x'), someRules('y'), (old, added) => {
        const index = new ScheduleIndex(old);
        for (const target of targets) index.about(target);
        for (const each of added) index.add(each);
        for (const each of old) index.remove(each);
        const fresh = new ScheduleIndex(added);

        expect(names(index.all)).toEqual(names(fresh.all));
        expect(names(index.elsewhere)).toEqual(names(fresh.elsewhere));
        expect(names(index.naming('e1')) ?? []).toEqual(names(fresh.naming('e1')) ?? []);
        for (const target of targets) expect(names(index.about(target))).toEqual(names(fresh.about(target)));
      }),
    );
  });
});
