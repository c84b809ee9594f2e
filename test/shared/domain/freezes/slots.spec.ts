import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingDays } from '../../../../shared/domain/calendar/working-days.ts';
import { judge } from '../../../../shared/domain/freezes/judge.ts';
import { makeSchedule } from '../../../../shared/domain/freezes/schedule.ts';
import { rankSlots, type SlotQuestion, USUAL_WEIGHTS } from '../../../../shared/domain/freezes/slots.ts';
import { span } from '../../../../shared/domain/freezes/spans.ts';
import { WorkingCalendar } from '../../../../shared/model/train.ts';
import { Slot } from '../../../../shared/model/verdict.ts';
import { cpuMilliseconds } from '../../../support/cpu-time.ts';
import { aRule, aTarget, daily, once } from '../../../support/schedule.ts';
import { HOUR, someRules, someTarget, WORLD, WORLD_START } from '../../../support/some-schedule.ts';
import { aClock, anInstant, aZone, isoOf } from '../../../support/times.ts';

const MINUTE = 60_000;
const weekdays = workingDays(
  WorkingCalendar.parse({ workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff: [] }),
  new Map(),
);
const berlinHours = {
  name: 'Red',
  zone: aZone('Europe/Berlin'),
  days: weekdays,
  from: aClock('09:00'),
  to: aClock('17:00'),
};

function question(parts: Partial<SlotQuestion>): SlotQuestion {
  return {
    targets: [aTarget({ environment: 'prod', tier: 1 })],
    range: WORLD,
    minutes: 60,
    stepMinutes: 60,
    busy: [],
    teams: [],
    neighbours: [],
    comfortable: 1440,
    weights: USUAL_WEIGHTS,
    ...parts,
  };
}

describe('shared/domain/freezes/slots', () => {
  it('ranks the slots of two days as worked out by hand', () => {
    const rules = [
      aRule({
        id: 'evening',
        kind: 'window',
        holds: daily({ rrule: 'FREQ=DAILY', start: '14:00', end: '17:00', zone: 'Europe/Berlin' }),
      }),
      aRule({ id: 'audit', holds: once('2026-05-13T14:00', '2026-05-13T15:00') }),
    ];

    const slots = rankSlots(
      makeSchedule(rules, []),
      question({
        range: span(anInstant('2026-05-12T00:00Z'), anInstant('2026-05-14T00:00Z')),
        minutes: 60,
        stepMinutes: 60,
        busy: [
          {
            name: 'Month end',
            span: span(anInstant('2026-05-12T00:00Z'), anInstant('2026-05-12T13:30Z')),
            weight: 0.5,
          },
        ],
        teams: [berlinHours],
        neighbours: [{ name: 'Web', span: span(anInstant('2026-05-12T03:00Z'), anInstant('2026-05-12T04:00Z')) }],
      }),
    );

    // Tuesday 12:00, 13:00 and 14:00 UTC; on Wednesday the audit takes the last hour. Tier 1 wants 240 minutes afterwards.
    expect(
      slots.map((one) => [isoOf(one.span.start).slice(8, 16), one.score, one.parts.map((part) => part.points)]),
    ).toEqual([
      ['13T12:00', 77.5, [7.5, 30, 25, 15]],
      ['13T13:00', 70, [0, 30, 25, 15]],
      ['12T14:00', 61.3, [0, 30, 25, 6.3]],
      ['12T13:00', 60.6, [7.5, 22.5, 25, 5.6]],
      ['12T12:00', 60, [15, 15, 25, 5]],
    ]);
  });

  it('adds its parts up to the score, and says each in words', () => {
    fc.assert(
      fc.property(someRules, someTarget, (rules, target) => {
        const slots = rankSlots(makeSchedule(rules, []), question({ targets: [target], teams: [berlinHours] }));
        for (const slot of slots) {
          const sum = slot.parts.reduce((total, part) => total + Math.round(part.points * 10), 0);

          expect(Slot.safeParse(slot).success).toBe(true);
          expect(Math.round(slot.score * 10)).toBe(sum);
          expect(slot.parts.map((part) => part.by)).toEqual(['criticality', 'business', 'team-hours', 'neighbours']);
          expect(slot.parts.every((part) => part.words.length > 0 && part.points <= part.outOf)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('finds exactly the full hours that are legal, best first, of equals the earlier first', () => {
    fc.assert(
      fc.property(
        someRules,
        fc.array(someTarget, { minLength: 1, maxLength: 2 }),
        fc.integer({ min: 1, max: 6 }),
        (rules, targets, hours) => {
          const schedule = makeSchedule(rules, []);
          const legal: number[] = [];
          for (let at: number = WORLD.start; at + hours * HOUR <= WORLD.end; at += HOUR) {
            if (judge(schedule, targets, span(at, at + hours * HOUR)).legal) legal.push(at);
          }

          const slots = rankSlots(schedule, question({ targets, minutes: hours * 60 }));

          expect(slots.map((one) => one.span.start as number).sort((a, b) => a - b)).toEqual(legal);
          for (const [index, slot] of slots.entries()) {
            const next = slots[index + 1];
            if (next === undefined) continue;

            expect(slot.score > next.score || (slot.score === next.score && slot.span.start < next.span.start)).toBe(
              true,
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('rates a slot the same in a longer range', () => {
    fc.assert(
      fc.property(someRules, someTarget, fc.integer({ min: 10, max: 130 }), (rules, target, hour) => {
        const schedule = makeSchedule(rules, []);
        const part = span(WORLD_START, WORLD_START + hour * HOUR);
        const whole = rankSlots(schedule, question({ targets: [target], teams: [berlinHours] }));

        expect(rankSlots(schedule, question({ targets: [target], teams: [berlinHours], range: part }))).toEqual(
          whole.filter((one) => one.span.end <= part.end),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('starts where legal time starts, and then at every step of UTC', () => {
    const rules = [aRule({ id: 'w', kind: 'window', holds: once('2026-05-12T10:10', '2026-05-12T12:00') })];

    const slots = rankSlots(makeSchedule(rules, []), question({ minutes: 30, stepMinutes: 30 }));

    expect(slots.map((one) => isoOf(one.span.start).slice(11, 16)).sort()).toEqual([
      '10:10',
      '10:30',
      '11:00',
      '11:30',
    ]);
  });

  it('answers none where none is legal or long enough', () => {
    const rules = [aRule({ id: 'w', kind: 'window', holds: once('2026-05-12T10:00', '2026-05-12T10:59') })];

    expect(rankSlots(makeSchedule(rules, []), question({}))).toEqual([]);
  });

  it('refuses to list what nobody reads', () => {
    const range = span(WORLD_START, WORLD_START + 100 * 24 * HOUR);

    expect(() => rankSlots(makeSchedule([], []), question({ range, stepMinutes: 5 }))).toThrow(
      'There are more than 20000 legal slots in the span asked about.',
    );
    expect(() =>
      rankSlots(
        makeSchedule([], []),
        question({ range: span(range.start, range.start + 19_000 * 5 * MINUTE), stepMinutes: 5 }),
      ),
    ).not.toThrow();
  });

  it('ranks the slots of a quarter without being slow', () => {
    const rules = [
      aRule({ id: 'w', kind: 'window', holds: daily({ rrule: 'FREQ=DAILY', start: '08:00', end: '20:00' }) }),
    ];
    const neighbours = Array.from({ length: 1_000 }, (_, index) => ({
      name: `d${index}`,
      span: span(WORLD_START + index * 2 * HOUR, WORLD_START + (index * 2 + 1) * HOUR),
    }));
    const range = span(WORLD_START, WORLD_START + 91 * 24 * HOUR);
    const before = cpuMilliseconds();

    const slots = rankSlots(
      makeSchedule(rules, []),
      question({ range, stepMinutes: 15, neighbours, teams: [berlinHours] }),
    );

    expect(slots).toHaveLength(91 * 45);
    expect(cpuMilliseconds() - before).toBeLessThan(2_000);
  });
});
