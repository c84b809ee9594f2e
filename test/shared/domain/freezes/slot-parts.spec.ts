import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingDays } from '../../../../shared/domain/calendar/working-days.ts';
import {
  rateBusiness,
  rateCriticality,
  rateNeighbours,
  rateTeamHours,
  roomWanted,
  type TeamHours,
  tierOf,
  workingSpans,
} from '../../../../shared/domain/freezes/slot-parts.ts';
import { span } from '../../../../shared/domain/freezes/spans.ts';
import { instant, type Zone } from '../../../../shared/model/time.ts';
import { WorkingCalendar } from '../../../../shared/model/train.ts';
import { aClock, aDay, anInstant, aZone } from '../../../support/times.ts';
import { shownAt } from '../../../support/wall-clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const start = anInstant('2026-05-12T10:00Z');
const slot = span(start, start + HOUR);

function team(zone: string, from: string, to: string, name = 'Red'): TeamHours {
  const calendar = WorkingCalendar.parse({ workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff: ['2026-05-14'] });
  return { name, zone: aZone(zone), days: workingDays(calendar, new Map()), from: aClock(from), to: aClock(to) };
}

function around(hours: number, length: number) {
  return span(start + hours * HOUR, start + (hours + length) * HOUR);
}

describe('shared/domain/freezes/slot-parts', () => {
  it('goes by the most critical tier; what nobody knows the tier of counts as 2', () => {
    expect(tierOf([3, 1, 4])).toBe(1);
    expect(tierOf([3, null])).toBe(2);
    expect(tierOf([])).toBe(2);
    expect([1, 2, 3, 4].map(roomWanted)).toEqual([240, 120, 60, 30]);
  });

  it.each([
    [
      'as much as tier 1 wants',
      1,
      around(-1, 6),
      1,
      'At least 240 min are left after it to back out in, as tier 1 wants.',
    ],
    ['half of it', 1, around(-1, 4), 0.5, '120 min are left after it to back out in; tier 1 wants 240.'],
    ['enough for tier 3', 3, around(-1, 4), 1, 'At least 60 min are left after it to back out in, as tier 3 wants.'],
    ['nothing', 1, around(-1, 2), 0, '0 min are left after it to back out in; tier 1 wants 240.'],
  ])('rates a slot that leaves %s', (_, tier, legal, value, words) => {
    expect(rateCriticality([legal], tier)(slot)).toEqual({ value, words });
  });

  it('does not count legal time beyond the next hole', () => {
    expect(rateCriticality([around(0, 1), around(2, 9)], 1)(slot).value).toBe(0);
    expect(rateCriticality([around(0, 2), around(3, 9)], 1)(slot).value).toBe(0.25);
  });

  it.each([
    ['outside busy times', [{ name: 'Sale', span: around(2, 5), weight: 1 }], 1, 1, 'In no busy time.'],
    [
      'wholly in one',
      [{ name: 'Sale', span: around(-1, 5), weight: 0.8 }],
      1,
      0.2,
      '60 min of it are in "Sale" (weight 0.8); tier 1 counts 100 % of that.',
    ],
    [
      'half in one',
      [{ name: 'Sale', span: around(0.5, 5), weight: 0.8 }],
      1,
      0.6,
      '30 min of it are in "Sale" (weight 0.8); tier 1 counts 100 % of that.',
    ],
    [
      'in one that matters less to it',
      [{ name: 'Sale', span: around(-1, 5), weight: 0.8 }],
      4,
      0.8,
      '60 min of it are in "Sale" (weight 0.8); tier 4 counts 25 % of that.',
    ],
    [
      'in two at once, by the heavier',
      [
        { name: 'Month end', span: around(-1, 5), weight: 0.5 },
        { name: 'Quarter end', span: around(0.5, 5), weight: 1 },
      ],
      1,
      0.25,
      '30 min of it are in "Quarter end" (weight 1); tier 1 counts 100 % of that.',
    ],
  ])('rates a slot %s', (_, busy, tier, value, words) => {
    const rated = rateBusiness(busy, tier)(slot);

    expect(rated.value).toBeCloseTo(value);
    expect(rated.words).toBe(words);
  });

  it('rates busy times as a look at every minute does, in whatever order they come', () => {
    const someBusy = fc.array(
      fc.record({
        name: fc.constantFrom('a', 'b', 'c'),
        weight: fc.constantFrom(0.2, 0.5, 1),
        span: fc
          .tuple(fc.integer({ min: -60, max: 90 }), fc.integer({ min: 0, max: 90 }))
          .map(([from, length]) => span(start + from * MINUTE, start + (from + length) * MINUTE)),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(someBusy, (busy) => {
        let load = 0;
        for (let at = slot.start; at < slot.end; at = instant(at + MINUTE)) {
          load += Math.max(
            0,
            ...busy.filter((one) => one.span.start <= at && at < one.span.end).map((one) => one.weight),
          );
        }

        expect(rateBusiness(busy, 2)(slot).value).toBeCloseTo(1 - (0.75 * load) / 60);
        expect(rateBusiness(busy.toReversed(), 2)(slot)).toEqual(rateBusiness(busy, 2)(slot));
      }),
    );
  });

  it.each([
    ['Europe/Berlin', '09:00', '17:00', '2026-03-27T00:00Z'],
    ['America/New_York', '22:00', '06:00', '2026-03-06T00:00Z'],
    ['Asia/Kolkata', '08:30', '17:30', '2026-05-11T00:00Z'],
    ['Australia/Lord_Howe', '00:00', '00:00', '2026-10-02T00:00Z'],
  ])('knows the hours of a team in %s from %s to %s in the minutes that its clock shows', (zone, from, to, first) => {
    const hours = team(zone, from, to);
    const range = span(anInstant(first), anInstant(first) + 6 * 24 * HOUR);
    const found = workingSpans(hours, range);

    for (let at = range.start; at < range.end; at = instant(at + 10 * MINUTE)) {
      const at10 = at as number;
      const inside = found.some((one) => one.start <= at10 && at10 < one.end);

      expect([new Date(at).toISOString(), inside]).toEqual([new Date(at).toISOString(), isWorked(at10, hours)]);
    }
  });

  it('rates by the share of the slot in which each team is at work', () => {
    const range = span(start - 48 * HOUR, start + 48 * HOUR);
    const red = team('Europe/Berlin', '09:00', '12:30');
    const blue = team('America/New_York', '09:00', '17:00', 'Blue');

    expect(rateTeamHours([red, blue], range)(slot)).toEqual({
      value: 0.25,
      words: 'At work in these 60 min: Red for 30 min, Blue for 0 min.',
    });
    expect(rateTeamHours([], range)(slot)).toEqual({ value: 1, words: 'No team is named.' });
  });

  it.each([
    ['nothing near', around(30, 1), 1, 'Nothing else is deployed within 1440 min.'],
    ['something later', around(7, 1), 0.25, '"Web" is 360 min away; 1440 are comfortable.'],
    ['something earlier', around(-7, 1), 0.25, '"Web" is 360 min away; 1440 are comfortable.'],
    ['something at once', around(0.5, 1), 0, '"Web" is deployed at the same time or next to it.'],
    ['something right after', around(1, 1), 0, '"Web" is deployed at the same time or next to it.'],
  ])('rates the distance to neighbours: %s', (_, other, value, words) => {
    const neighbours = [
      { name: 'Web', span: other },
      { name: 'Far', span: around(40, 1) },
    ];

    expect(rateNeighbours(neighbours, 1440)(slot)).toEqual({ value, words });
    expect(rateNeighbours(neighbours.toReversed(), 1440)(slot)).toEqual({ value, words });
  });
});

/** The oracle: by what the runtime's formatter shows; no shift of these is cut by a change of clocks. */
function isWorked(at: number, { zone, from, to }: { zone: Zone; from: string; to: string }): boolean {
  const shown = new Date(shownAt(at, zone)).toISOString();
  const clock = shown.slice(11, 16);
  const isOvernight = to <= from;
  if (!isOvernight) return clock >= from && clock < to && isWorkday(shown.slice(0, 10));
  if (clock >= from) return isWorkday(shown.slice(0, 10));
  return clock < to && isWorkday(new Date(Date.parse(shown) - 24 * HOUR).toISOString().slice(0, 10));
}

function isWorkday(day: string): boolean {
  const weekday = new Date(`${aDay(day)}T00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5 && day !== '2026-05-14';
}
