import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactSplit } from '../../../../shared/domain/capacity/train-exact.ts';
import { highestHazard } from '../../../../shared/domain/capacity/train-load.ts';
import { riskOf } from '../../../../shared/domain/capacity/train-risk.ts';
import { ordersOf } from '../../../../shared/domain/capacity/train-search.ts';
import { unitsOf } from '../../../../shared/domain/capacity/train-units.ts';
import { anItem, leastHighestRisk, someItems } from '../../../support/train-items.ts';

describe('shared/domain/capacity/train-exact', () => {
  it.each([
    ['free items', false],
    ['items that depend on one another', true],
  ])('finds what looking at every split finds, from the worst start: %s', (_what, bound) => {
    fc.assert(
      fc.property(
        someItems(6, bound),
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom(0, 0.1, 0.5, 1),
        (items, trains, beta) => {
          const all = unitsOf(items, beta);
          const known = all.units.map(() => 0);

          const found = exactSplit(all, { trains, order: ordersOf(all).riskFirst, known });

          expect(found.proven).toBe(true);
          const risk = riskOf(highestHazard(found.assignment, trains, all));
          expect(risk).toBeCloseTo(leastHighestRisk(items, trains, beta), 8);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('leaves an early train free for a unit that comes later, where units are bound', () => {
    const items = [anItem('u', 0.3), anItem('v', 0.31), anItem('w', 0.02, { dependsOn: ['v'] })];
    const all = unitsOf(items, 0);

    const found = exactSplit(all, { trains: 2, order: [0, 1, 2], known: [0, 0, 0] });

    // v alone first, then u with w: 1 - 0.7 * 0.98 = 0.314; u alone first leaves w to v: 1 - 0.69 * 0.98.
    expect(found.assignment).toEqual([1, 0, 1]);
    expect(riskOf(highestHazard(found.assignment, 2, all))).toBeCloseTo(0.314, 12);
  });

  it('looks no further where the known split reaches the bound', () => {
    const all = unitsOf([anItem('a', 0.3), anItem('b', 0.1)], 0);

    expect(exactSplit(all, { trains: 2, order: [0, 1], known: [0, 1] })).toEqual({ assignment: [0, 1], proven: true });
  });

  it('gives back what is known of a scope that is too large, and claims nothing', () => {
    const items = Array.from({ length: 40 }, (_, index) => anItem(`i${index}`, 0.01 + index / 1_000));
    const all = unitsOf(items, 0.1);
    const known = all.units.map((_, index) => index % 3);

    const found = exactSplit(all, { trains: 3, order: ordersOf(all).riskFirst, known });

    expect(found).toEqual({ assignment: known, proven: false });
  });

  it('gives up after so many partial splits, with a split that is no worse than the known one', () => {
    const items = Array.from({ length: 24 }, (_, index) =>
      anItem(`i${index}`, 0.05 + ((index * 37) % 24) / 100, { dependsOn: index > 20 ? ['i0'] : [] }),
    );
    const all = unitsOf(items, 0.2);
    const known = all.units.map(() => 0);

    const found = exactSplit(all, { trains: 5, order: ordersOf(all).riskFirst, known });

    expect(found.proven).toBe(false);
    expect(highestHazard(found.assignment, 5, all)).toBeLessThan(highestHazard(known, 5, all));
  });
});
