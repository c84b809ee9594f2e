import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, eachDay } from '../../../../shared/domain/calendar/days.ts';
import { isWorkingDay } from '../../../../shared/domain/calendar/working-days.ts';
import { scopeGrowth } from '../../../../shared/domain/capacity/scope-growth.ts';
import { instant } from '../../../../shared/model/time.ts';
import { aCalendar } from '../../../support/capacity.ts';
import { aDay, anInstant, aZone } from '../../../support/times.ts';

const BERLIN = aZone('Europe/Berlin');
const release = (openFrom: string, openTo: string, ...boarded: readonly string[]) => ({
  openFrom: aDay(openFrom),
  openTo: aDay(openTo),
  boardedAt: boarded.map(anInstant),
});

describe('shared/domain/capacity/scope-growth', () => {
  it('discovered work: what boards after the day a release was opened, per working day, zero days included', () => {
    // Opened on Thursday; the Saturday's item counts on Monday.
    const found = scopeGrowth(
      [
        release(
          '2026-03-05',
          '2026-03-11',
          '2026-03-01T12:00:00Z',
          '2026-03-05T22:59:00Z',
          '2026-03-05T23:00:00Z',
          '2026-03-07T12:00:00Z',
          '2026-03-09T12:00:00Z',
          '2026-03-12T12:00:00Z',
        ),
      ],
      BERLIN,
      aCalendar(),
    );

    expect(found).toEqual({ counts: [1, 2, 0, 0], discovered: 3, planned: 2, leftOut: 1 });
  });

  it('puts the days of several releases one after another', () => {
    const found = scopeGrowth(
      [
        release('2026-03-02', '2026-03-04', '2026-03-03T12:00:00Z'),
        release('2026-03-03', '2026-03-05', '2026-03-05T12:00:00Z'),
      ],
      BERLIN,
      aCalendar(),
    );

    expect(found.counts).toEqual([1, 0, 0, 1]);
  });

  it.each([
    ['no releases', []],
    ['a release that was open for one day', [release('2026-03-02', '2026-03-02', '2026-03-02T12:00:00Z')]],
    [
      'dirty history: a release that closed before it opened',
      [release('2026-03-05', '2026-03-02', '2026-03-03T12:00:00Z')],
    ],
  ])('%s: no days to draw from', (_what, releases) => {
    expect(scopeGrowth(releases, BERLIN, aCalendar()).counts).toEqual([]);
  });

  it('counts what it cannot place on any working day', () => {
    const weekend = release('2026-03-06', '2026-03-08', '2026-03-07T12:00:00Z', '2026-03-08T12:00:00Z');

    expect(scopeGrowth([weekend], BERLIN, aCalendar())).toEqual({ counts: [], discovered: 0, planned: 0, leftOut: 2 });
  });

  it('counts every item once, and one day a working day of a release', () => {
    const start = anInstant('2026-03-01T00:00:00Z');
    const boarded = fc.array(fc.integer({ min: -5, max: 40 }), { maxLength: 20 });
    const open = fc.record({
      from: fc.integer({ min: 0, max: 20 }),
      length: fc.integer({ min: -2, max: 20 }),
      boarded,
    });
    fc.assert(
      fc.property(fc.array(open, { maxLength: 5 }), (opens) => {
        const releases = opens.map(({ from, length, boarded: offsets }) => ({
          openFrom: addDays(aDay('2026-03-01'), from),
          openTo: addDays(aDay('2026-03-01'), from + length),
          boardedAt: offsets.map((offset) => instant(start + offset * 86_400_000 + 43_200_000)),
        }));

        const { counts, discovered, planned, leftOut } = scopeGrowth(releases, BERLIN, aCalendar());

        const worked = releases.flatMap(({ openFrom, openTo }) =>
          [...eachDay(addDays(openFrom, 1), openTo)].filter((day) => isWorkingDay(day, aCalendar())),
        );
        expect(counts).toHaveLength(worked.length);
        expect(discovered + planned + leftOut).toBe(
          opens.reduce((sum, { boarded: offsets }) => sum + offsets.length, 0),
        );
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(discovered);
      }),
    );
  });
});
