import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLegalSpan, isLegalState, legalSpansOf, timeline } from '../../../../shared/domain/freezes/legality.ts';
import { makeSchedule, scheduleFor } from '../../../../shared/domain/freezes/schedule.ts';
import type { Target } from '../../../../shared/domain/freezes/scope.ts';
import { holds, normalise, span, within } from '../../../../shared/domain/freezes/spans.ts';
import type { Override, ScheduleRule, When } from '../../../../shared/model/schedule-rule.ts';
import type { Span } from '../../../../shared/model/span.ts';
import { instant } from '../../../../shared/model/time.ts';
import { Segment } from '../../../../shared/model/verdict.ts';
import { cpuMilliseconds } from '../../../support/cpu-time.ts';
import { anOverride, aRule, aScope, aTarget, once } from '../../../support/schedule.ts';
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
import { anInstant, isoOf } from '../../../support/times.ts';

function segmentsOf(
  rules: readonly ScheduleRule[],
  overrides: readonly Override[],
  target: Target,
  range: Span,
): readonly Segment[] {
  return timeline(scheduleFor(makeSchedule(rules, overrides), target), range);
}

function words(segments: readonly Segment[]): readonly string[] {
  return segments.map((one) =>
    `${isoOf(one.span.start).slice(8, 16)} ${one.state} ${one.because.map((each) => each.ruleId)}`.trim(),
  );
}

const place = aTarget({ environment: 'prod' });
const week = span(anInstant('2026-05-11T00:00Z'), anInstant('2026-05-18T00:00Z'));

describe('shared/domain/freezes/legality', () => {
  it('is open everywhere without rules', () => {
    expect(segmentsOf([], [], place, week)).toEqual([{ span: week, state: 'open', because: [] }]);
  });

  it('has freeze beat maintenance beat window, and says which', () => {
    const rules = [
      aRule({ id: 'w', kind: 'window', holds: once('2026-05-12T00:00', '2026-05-16T00:00') }),
      aRule({ id: 'm', kind: 'maintenance', holds: once('2026-05-13T00:00', '2026-05-15T00:00') }),
      aRule({ id: 'f', kind: 'freeze', holds: once('2026-05-14T00:00', '2026-05-17T00:00') }),
    ];

    expect(words(segmentsOf(rules, [], place, week))).toEqual([
      '11T00:00 outside-windows',
      '12T00:00 open w',
      '13T00:00 maintenance m',
      '14T00:00 frozen f',
      '17T00:00 outside-windows',
    ]);
  });

  it('lets an override through its own freeze only, and neither into a maintenance nor out of the windows', () => {
    const rules = [
      aRule({ id: 'w', kind: 'window', holds: once('2026-05-11T00:00', '2026-05-16T00:00') }),
      aRule({ id: 'm', kind: 'maintenance', holds: once('2026-05-13T00:00', '2026-05-13T12:00') }),
      aRule({ id: 'f1', holds: once('2026-05-11T00:00', '2026-05-18T00:00') }),
      aRule({ id: 'f2', holds: once('2026-05-14T00:00', '2026-05-15T00:00') }),
    ];
    const override = anOverride({ freeze: 'f1', start: '2026-05-12T00:00Z', end: '2026-05-17T00:00Z' });

    expect(words(segmentsOf(rules, [override], place, week))).toEqual([
      '11T00:00 frozen f1',
      '12T00:00 overridden f1,w',
      '13T00:00 maintenance m',
      '13T12:00 overridden f1,w',
      '14T00:00 frozen f2',
      '15T00:00 overridden f1,w',
      '16T00:00 outside-windows',
      '17T00:00 frozen f1',
    ]);
  });

  it('counts an override from its approval on, and not at all where the same person approved it', () => {
    const rules = [aRule({ id: 'f', holds: once('2026-05-11T00:00', '2026-05-18T00:00') })];
    const times = { freeze: 'f', start: '2026-05-11T00:00Z', end: '2026-05-18T00:00Z' };

    expect(words(segmentsOf(rules, [anOverride({ ...times, approvedAt: '2026-05-12T09:00Z' })], place, week))).toEqual([
      '11T00:00 frozen f',
      '12T09:00 overridden f',
    ]);
    expect(words(segmentsOf(rules, [anOverride({ ...times, approvedBy: 'a nn' })], place, week))).toEqual([
      '11T00:00 frozen f',
    ]);
  });

  it('tells occurrences of one rule apart, though nothing else changes between them', () => {
    const holds = { by: 'cron', start: '0 0 * * *', end: '0 0 * * *', zone: 'UTC' } as When;

    const segments = segmentsOf([aRule({ id: 'f', holds })], [], place, span(week.start, week.start + 48 * HOUR));

    expect(segments.map((one) => one.because.map((each) => each.occurrence.key))).toEqual([
      ['2026-05-11T00:00 UTC'],
      ['2026-05-12T00:00 UTC'],
    ]);
  });

  it('does not split what is frozen by what changes beneath it', () => {
    const rules = [
      aRule({ id: 'f', holds: once('2026-05-01T00:00', '2026-06-01T00:00') }),
      aRule({ id: 'w', kind: 'window', holds: once('2026-05-12T00:00', '2026-05-13T00:00') }),
    ];

    expect(words(segmentsOf(rules, [], place, week))).toEqual(['11T00:00 frozen f']);
  });

  it('takes an empty span for the moment at which it lies', () => {
    const rules = [aRule({ id: 'f', holds: once('2026-05-12T00:00', '2026-05-13T00:00') })];
    const at = (text: string) => span(anInstant(text), anInstant(text));

    expect(segmentsOf(rules, [], place, at('2026-05-12T00:00Z'))).toMatchObject([
      { span: at('2026-05-12T00:00Z'), state: 'frozen' },
    ]);
    expect(segmentsOf(rules, [], place, at('2026-05-13T00:00Z'))).toMatchObject([{ state: 'open' }]);
  });

  it('says of every hour what a look at every rule says, with the same rules for reason', () => {
    fc.assert(
      fc.property(someRules, someOverrides, someTarget, (rules, overrides, target) => {
        const segments = segmentsOf(rules, overrides, target, WORLD);

        expect(() => segments.map((one) => Segment.parse(one))).not.toThrow();
        expect(normalise(segments.map((one) => one.span))).toEqual([WORLD]);
        for (let hour = 0; hour < WORLD_HOURS; hour += 1) {
          const at = WORLD_START + hour * HOUR;
          const segment = segments.filter((one) => one.span.start <= at && at < one.span.end);

          expect(segment).toHaveLength(1);
          expect({
            state: segment[0]?.state,
            because: [...new Set(segment[0]?.because.map((one) => one.name))].sort(),
          }).toEqual(stateAt(rules, overrides, target, at));
        }
      }),
      { numRuns: 120 },
    );
  });

  it('agrees with its short form, which gives no reasons', () => {
    fc.assert(
      fc.property(someRules, someOverrides, someTarget, (rules, overrides, target) => {
        const schedule = scheduleFor(makeSchedule(rules, overrides), target);
        const legal = timeline(schedule, WORLD).filter((one) => isLegalState(one.state));

        expect(legalSpansOf(schedule, WORLD)).toEqual(normalise(legal.map((one) => one.span)));
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with its shortest form, which says only whether a span is legal', () => {
    const someHour = fc.integer({ min: 0, max: WORLD_HOURS });
    const length = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(someRules, someOverrides, someTarget, someHour, length, (rules, overrides, target, hour, hours) => {
        const schedule = scheduleFor(makeSchedule(rules, overrides), target);
        const range = span(WORLD_START + hour * HOUR, WORLD_START + (hour + hours) * HOUR);

        expect(isLegalSpan(schedule, range)).toBe(timeline(schedule, range).every((one) => isLegalState(one.state)));
      }),
      { numRuns: 500 },
    );
  });

  it('says the same in whatever order rules and overrides come', () => {
    const world = fc.tuple(someRules, someOverrides).chain(([rules, overrides]) =>
      fc.record({
        rules: fc.constant(rules),
        overrides: fc.constant(overrides),
        shuffledRules: fc.shuffledSubarray(rules, { minLength: rules.length }),
        shuffledOverrides: fc.shuffledSubarray(overrides, { minLength: overrides.length }),
      }),
    );
    fc.assert(
      fc.property(world, someTarget, ({ rules, overrides, shuffledRules, shuffledOverrides }, target) => {
        expect(segmentsOf(shuffledRules, shuffledOverrides, target, WORLD)).toEqual(
          segmentsOf(rules, overrides, target, WORLD),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('says the same of a span and of its parts', () => {
    fc.assert(
      fc.property(
        someRules,
        someOverrides,
        someTarget,
        fc.integer({ min: 1, max: WORLD_HOURS * 60 - 1 }),
        (rules, overrides, target, minutes) => {
          const schedule = scheduleFor(makeSchedule(rules, overrides), target);
          const cut = WORLD_START + minutes * 60_000;
          const halves = [span(WORLD.start, cut), span(cut, WORLD.end)];
          const whole = timeline(schedule, WORLD);

          for (const half of halves) {
            const inside = whole.flatMap((one) => within([one.span], half).map((part) => ({ ...one, span: part })));
            expect(timeline(schedule, half)).toEqual(inside);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('says the same where a rule is split into two that join', () => {
    const cutAt = (text: string, rule: ScheduleRule): readonly ScheduleRule[] => {
      if (rule.holds.by !== 'once' || !(rule.holds.start.local < text && text < rule.holds.end.local)) return [rule];
      const { start, end } = rule.holds;
      const parts = [once(start.local, text), once(text, end.local)];
      return parts.map((holdsPart, index) =>
        aRule({ id: `${rule.id}-${index}`, kind: rule.kind, scope: rule.scope, holds: holdsPart }),
      );
    };
    fc.assert(
      fc.property(someRules, someTarget, fc.integer({ min: 0, max: WORLD_HOURS }), (rules, target, hour) => {
        const text = new Date(WORLD_START + hour * HOUR).toISOString().slice(0, 16);
        const split = rules.flatMap((rule) => cutAt(text, rule));
        const states = (from: readonly ScheduleRule[]) =>
          segmentsOf(from, [], target, WORLD).flatMap((one, index, all) =>
            all[index - 1]?.state === one.state ? [] : [`${one.span.start} ${one.state}`],
          );

        expect(states(split)).toEqual(states(rules));
      }),
      { numRuns: 200 },
    );
  });

  it('needs no more than seconds for a target that ten thousand rules are about', () => {
    const rules = Array.from({ length: 10_000 }, (_, index) => {
      const start = instant(WORLD_START + index * HOUR);
      return aRule({
        id: `r${index}`,
        kind: (['window', 'freeze', 'maintenance'] as const)[index % 3] ?? 'window',
        scope: aScope({ environments: ['prod'] }),
        holds: once(isoOf(start).slice(0, 16), isoOf(instant(start + 300 * HOUR)).slice(0, 16)),
      });
    });
    const schedule = scheduleFor(makeSchedule(rules, []), place);
    const range = span(WORLD_START, WORLD_START + 11_000 * HOUR);
    const before = cpuMilliseconds();

    const legal = legalSpansOf(schedule, range);

    expect(holds(legal, WORLD_START)).toBe(true);
    expect(cpuMilliseconds() - before).toBeLessThan(4_000);
  });
});
