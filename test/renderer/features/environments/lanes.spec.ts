import { describe, expect, it } from 'vitest';
import { laneOf, MOST_ROWS, stepPath, unitSteps } from '../../../../renderer/features/environments/lanes.ts';
import type { BookingId } from '../../../../shared/model/ids.ts';
import { booking, environment, minute, minutesAt } from '../../../support/bookings.ts';

const NOBODY = new Set<BookingId>();

describe('renderer/features/environments/lanes', () => {
  it('puts bookings that overlap on rows of their own, and those that touch on one', () => {
    const lane = laneOf(
      environment('uat'),
      [booking('b', 'uat', [60, 120]), booking('a', 'uat', [0, 60]), booking('c', 'uat', [90, 150])],
      new Set(['c' as BookingId]),
    );

    expect(lane.placed.map(({ booking: { id }, row, clashes }) => [id, row, clashes])).toEqual([
      ['a', 0, false],
      ['b', 0, false],
      ['c', 1, true],
    ]);
    expect([lane.rows, lane.hidden, lane.steps]).toEqual([2, 0, []]);
  });

  it('counts those for which there is no row', () => {
    const many = Array.from({ length: MOST_ROWS + 3 }, (_, at) => booking(`b${at}`, 'sit', [0, 60]));

    const lane = laneOf(environment('sit', { sharing: 'shared', capacity: 20 }), many, NOBODY);

    expect([lane.placed.length, lane.rows, lane.hidden]).toEqual([MOST_ROWS, MOST_ROWS, 3]);
    // All of them count in the line, drawn or not.
    expect(lane.steps.map(({ units }) => units)).toEqual([MOST_ROWS + 3]);
  });

  it('is one row high where nothing is booked', () => {
    expect(laneOf(environment('uat'), [], NOBODY)).toEqual({ placed: [], rows: 1, hidden: 0, steps: [] });
  });

  it('adds up units over time; who has it alone uses all', () => {
    const steps = unitSteps(environment('sit', { sharing: 'shared', capacity: 5 }), [
      booking('a', 'sit', [0, 60], { units: 2 }),
      booking('b', 'sit', [30, 90], { units: 1 }),
      booking('c', 'sit', [90, 100], { mode: 'exclusive' }),
    ]);

    expect(steps.map(({ start, end, units }) => [minutesAt(start), minutesAt(end), units])).toEqual([
      [0, 30, 2],
      [30, 60, 3],
      [60, 90, 1],
      [90, 100, 5],
    ]);
  });

  it('draws a line that falls to the ground between steps that do not touch', () => {
    const step = (from: number, to: number, units: number) => ({ start: minute(from), end: minute(to), units });

    const path = stepPath(
      [step(0, 10, 2), step(10, 20, 1), step(30, 40, 3)],
      (at) => minutesAt(at as never),
      (units) => 9 - units,
    );

    expect(path).toBe('M0,9V7H10V8H20V9M30,9V6H40V9');
  });
});
