import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildMonth,
  fitWeek,
  monthRange,
  stepDay,
} from '../../../../../renderer/features/calendar/month/month-model.ts';
import type { PlanItem } from '../../../../../renderer/features/calendar/plan-items.ts';
import { addDays, daysBetween, weekdayOf } from '../../../../../shared/domain/calendar/days.ts';
import type { ReleaseId } from '../../../../../shared/model/ids.ts';
import type { Day } from '../../../../../shared/model/time.ts';
import { anEntry } from '../../../../support/calendar-lanes.ts';
import { aDay, anInstant, aZone, someDay } from '../../../../support/times.ts';

function item(id: string, first: Day, last: Day = first, kind: PlanItem['kind'] = 'uat'): PlanItem {
  return {
    id,
    releaseId: id as ReleaseId,
    releaseName: id,
    trainName: 't',
    state: 'planned',
    kind,
    label: id,
    startAt: anInstant(`${first}T09:00Z`),
    endAt: first === last ? null : anInstant(`${last}T17:00Z`),
    first,
    last,
    zone: aZone('UTC'),
    pinned: false,
    entry: null,
  };
}

const someItems = fc.array(
  fc
    .tuple(fc.integer({ min: -12, max: 40 }), fc.integer({ min: 0, max: 15 }), fc.boolean())
    .map(([offset, length, departs]) => {
      const first = addDays(aDay('2026-06-01'), offset);
      return departs
        ? item(`d${offset}-${length}`, first, first, null)
        : item(`m${offset}-${length}`, first, addDays(first, length));
    }),
  { maxLength: 30 },
);

describe('renderer/features/calendar/month/month-model', () => {
  it('shows whole weeks from Monday', () => {
    expect(monthRange(aDay('2026-11-23'))).toEqual({ from: '2026-10-26', to: '2026-12-06' });
    expect(monthRange(aDay('2027-02-10'))).toEqual({ from: '2027-02-01', to: '2027-02-28' });
    fc.assert(
      fc.property(someDay, (day) => {
        const { from, to } = monthRange(day);
        expect([weekdayOf(from), weekdayOf(to)]).toEqual([1, 7]);
        expect(from <= day && day <= to).toBe(true);
        expect(buildMonth(day, []).weeks).toHaveLength((daysBetween(from, to) + 1) / 7);
      }),
    );
  });

  it('lists for each day what touches it, as a look at every item does', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        for (const { day, items: listed } of buildMonth(aDay('2026-06-15'), items).weeks.flatMap(({ days }) => days)) {
          const brute = items.filter(({ first, last }) => first <= day && day <= last);
          expect(new Set(listed)).toEqual(new Set(brute));
        }
      }),
    );
  });

  it('lays no two items over one another, and departures on top', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        for (const { bars } of buildMonth(aDay('2026-06-15'), items).weeks) {
          for (const [index, one] of bars.entries()) {
            for (const other of bars.slice(index + 1)) {
              const meet = one.from <= other.to && other.from <= one.to;
              if (one.row === other.row) expect(meet).toBe(false);
              if (meet && one.item.kind !== null) expect(other.item.kind === null).toBe(false);
            }
          }
        }
      }),
    );
  });

  it('counts for each day what does not fit, so that nothing is lost', () => {
    fc.assert(
      fc.property(someItems, fc.integer({ min: 2, max: 6 }), (items, rows) => {
        for (const week of buildMonth(aDay('2026-06-15'), items).weeks) {
          const { shown, more } = fitWeek(week, rows);
          week.days.forEach(({ items: touching }, column) => {
            const seen = shown.filter(({ from, to }) => from <= column && column <= to);
            expect(seen.length + (more[column] ?? 0)).toBe(touching.length);
            // The line that says how many more takes the last row.
            const used = Math.max(0, ...seen.map(({ row }) => row + 1));
            expect(used).toBeLessThanOrEqual((more[column] ?? 0) > 0 ? rows - 1 : rows);
          });
        }
      }),
    );
  });

  it('cuts a span at the ends of the week, and says so', () => {
    const span = item('freeze', aDay('2026-06-04'), aDay('2026-06-16'));

    const bars = buildMonth(aDay('2026-06-15'), [span]).weeks.map(({ bars: [bar] }) => bar);

    expect(bars.slice(0, 3).map((bar) => bar && [bar.from, bar.to, bar.goesBefore, bar.goesAfter])).toEqual([
      [3, 6, false, true],
      [0, 6, true, true],
      [0, 1, true, false],
    ]);
  });

  it.each([
    ['ArrowLeft', '2026-06-14'],
    ['ArrowDown', '2026-06-22'],
    ['PageUp', '2026-05-15'],
    ['PageDown', '2026-07-15'],
    ['Home', '2026-06-15'],
    ['End', '2026-06-21'],
    ['x', null],
  ])('walks by %s to %s', (key, day) => {
    expect(stepDay(aDay('2026-06-15'), key)).toBe(day);
  });

  it('puts freezes on top, then departures, milestones, bookings, and windows last', () => {
    const day = aDay('2026-06-10');
    const looks = ['window', 'exclusive', 'freeze'] as const;
    const entries = looks.map((look) => ({ ...item(look, day, day, null), entry: anEntry(look, { look }) }));

    const month = buildMonth(day, [...entries, item('departure', day, day, null), item('milestone', day)]);

    const bars = month.weeks.flatMap((week) => week.bars).toSorted((a, b) => a.row - b.row);
    expect(bars.map((bar) => bar.item.id)).toEqual(['freeze', 'departure', 'milestone', 'exclusive', 'window']);
  });
});
