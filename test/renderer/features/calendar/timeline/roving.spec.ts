import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildModel } from '../../../../../renderer/features/calendar/timeline/model.ts';
import {
  entryItem,
  nearestIn,
  type Step,
  stepFrom,
} from '../../../../../renderer/features/calendar/timeline/roving.ts';
import { DAY, DAY_ZERO, itemOf, lane, milestone, release, somePlan } from '../../../../support/timeline.ts';

const at = (day: number) => DAY_ZERO + day * DAY;
const model = buildModel(
  [
    lane('a', [
      release('a1', { departsAt: at(10), milestones: [milestone('a-cut', { startAt: at(2) })] }),
      release('a2', { departsAt: at(24), milestones: [milestone('a-uat', { startAt: at(20), endAt: at(22) })] }),
    ]),
    lane('empty', []),
    lane('b', [release('b1', { departsAt: at(4) }), release('b2', { departsAt: at(21) })]),
  ],
  at(0),
);

function walk(from: string, step: Step): string {
  return stepFrom(model, itemOf(model, from), step).id;
}

describe('renderer/features/calendar/timeline/roving', () => {
  it.each([
    ['a-cut', 'next', 'a1'],
    ['a1', 'previous', 'a-cut'],
    ['a-cut', 'previous', 'a-cut'],
    ['a2', 'next', 'a2'],
    ['a-cut', 'next-release', 'a1'],
    ['a1', 'next-release', 'a2'],
    ['a-uat', 'previous-release', 'a1'],
    ['a1', 'previous-release', 'a1'],
    ['a-uat', 'first', 'a-cut'],
    ['a-cut', 'last', 'a2'],
    ['a-uat', 'down', 'b2'],
    ['a-cut', 'down', 'b1'],
    ['b2', 'up', 'a-uat'],
    ['b1', 'down', 'b1'],
  ] as const)('goes from %s by %s to %s', (from, step, to) => {
    expect(walk(from, step)).toBe(to);
  });

  it('reaches every item of a lane by stepping', () => {
    fc.assert(
      fc.property(somePlan, (any) => {
        for (const { items } of any.lanes) {
          let [current] = items;
          for (const expected of items) {
            expect(current).toBe(expected);
            if (current !== undefined) current = stepFrom(any, current, 'next');
          }
        }
      }),
    );
  });

  it('finds the nearest as a look at every item does', () => {
    fc.assert(
      fc.property(somePlan, fc.integer({ min: -40, max: 140 }), (any, day) => {
        for (const each of any.lanes) {
          const distances = each.items.map((item) => Math.abs(item.start - at(day)));
          const found = nearestIn(each, at(day));
          expect(found === null ? null : Math.abs(found.start - at(day))).toBe(
            distances.length === 0 ? null : Math.min(...distances),
          );
        }
      }),
    );
  });

  it('enters at the first lane that holds anything', () => {
    expect(entryItem(model, at(9))?.id).toBe('a1');
    expect(entryItem(buildModel([lane('empty', [])], 0), 0)).toBeNull();
  });
});
