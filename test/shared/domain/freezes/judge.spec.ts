import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLegal, judge, legalMinutes, legalSpans, spanOfDeployment } from '../../../../shared/domain/freezes/judge.ts';
import { makeSchedule } from '../../../../shared/domain/freezes/schedule.ts';
import { covers, span } from '../../../../shared/domain/freezes/spans.ts';
import { Verdict } from '../../../../shared/model/verdict.ts';
import { aRule, aTarget, once } from '../../../support/schedule.ts';
import {
  HOUR,
  someOverrides,
  someRules,
  someTarget,
  stateAt,
  WORLD,
  WORLD_HOURS,
  WORLD_START,
} from '../../../support/some-schedule.ts';
import { anInstant } from '../../../support/times.ts';

const someTargets = fc.array(someTarget, { minLength: 1, maxLength: 3 });
const someHour = fc.integer({ min: 0, max: WORLD_HOURS });

function isOpen(state: string): boolean {
  return state === 'open' || state === 'overridden';
}

describe('shared/domain/freezes/judge', () => {
  it('allows a span for several targets when every hour of it is open for each of them, and says why else', () => {
    fc.assert(
      fc.property(someRules, someOverrides, someTargets, someHour, someHour, (rules, overrides, targets, a, b) => {
        const range = span(WORLD_START + Math.min(a, b) * HOUR, WORLD_START + (Math.max(a, b) + 1) * HOUR);
        const hours = Array.from(
          { length: (range.end - range.start) / HOUR },
          (_, index) => range.start + index * HOUR,
        );

        const verdict = judge(makeSchedule(rules, overrides), targets, range);

        const open = targets.map((target) => hours.every((at) => isOpen(stateAt(rules, overrides, target, at).state)));
        expect(verdict.targets.map((one) => one.legal)).toEqual(open);
        expect(verdict.legal).toBe(open.every(Boolean));
        expect(isLegal(makeSchedule(rules, overrides), targets, range)).toBe(verdict.legal);
        expect(Verdict.safeParse(verdict).success).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('counts the hours in which every target is open', () => {
    fc.assert(
      fc.property(someRules, someOverrides, someTargets, (rules, overrides, targets) => {
        const hours = Array.from({ length: WORLD_HOURS }, (_, index) => WORLD_START + index * HOUR);
        const open = hours.filter((at) => targets.every((one) => isOpen(stateAt(rules, overrides, one, at).state)));
        const schedule = makeSchedule(rules, overrides);

        expect(legalMinutes(schedule, targets, WORLD)).toBe(open.length * 60);
        for (const at of open) expect(covers(legalSpans(schedule, targets, WORLD), span(at, at + HOUR))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('counts in parts what it counts in one', () => {
    fc.assert(
      fc.property(someRules, someTargets, fc.integer({ min: 0, max: WORLD_HOURS * 60 }), (rules, targets, minutes) => {
        const schedule = makeSchedule(rules, []);
        const cut = WORLD_START + minutes * 60_000;
        const parts = [span(WORLD.start, cut), span(cut, WORLD.end)].map((part) =>
          legalMinutes(schedule, targets, part),
        );

        expect(parts[0]).toBeTypeOf('number');
        expect((parts[0] ?? 0) + (parts[1] ?? 0)).toBe(legalMinutes(schedule, targets, WORLD));
      }),
    );
  });

  it('forbids nothing where there is no target, and judges a moment as what holds then', () => {
    const schedule = makeSchedule([aRule({ id: 'f', holds: once('2026-05-12T00:00', '2026-05-13T00:00') })], []);
    const moment = (text: string) => span(anInstant(text), anInstant(text));

    expect(judge(schedule, [], WORLD)).toEqual({ span: WORLD, legal: true, targets: [] });
    expect(judge(schedule, [aTarget()], moment('2026-05-12T23:59Z')).legal).toBe(false);
    expect(judge(schedule, [aTarget()], moment('2026-05-13T00:00Z')).legal).toBe(true);
  });

  it('judges a deployment when it is to begin', () => {
    const askedAt = anInstant('2026-05-12T10:00Z');
    const scheduledAt = anInstant('2026-05-14T10:00Z');

    expect(spanOfDeployment({ askedAt, scheduledAt: null, minutes: 30 })).toEqual(span(askedAt, askedAt + HOUR / 2));
    expect(spanOfDeployment({ askedAt, scheduledAt, minutes: 30 })).toEqual(span(scheduledAt, scheduledAt + HOUR / 2));
  });
});
