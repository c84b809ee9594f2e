import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactSplit } from '../../../../shared/domain/capacity/train-exact.ts';
import { type Assignment, highestHazard, lowerBoundOf } from '../../../../shared/domain/capacity/train-load.ts';
import { riskOf } from '../../../../shared/domain/capacity/train-risk.ts';
import { goodSplit, ordersOf } from '../../../../shared/domain/capacity/train-search.ts';
import { type Units, unitsOf } from '../../../../shared/domain/capacity/train-units.ts';
import { anItem, leastHighestRisk, someItems } from '../../../support/train-items.ts';

function split(all: Units, trains: number, known: Assignment | null = null): Assignment {
  return goodSplit(all, { trains, orders: ordersOf(all), least: lowerBoundOf(all, trains), known });
}

describe('shared/domain/capacity/train-search', () => {
  it('keeps items that share a service one after another, and risk first otherwise', () => {
    const items = [
      anItem('a', 0.1, { services: ['x'] }),
      anItem('b', 0.3, { services: ['y'] }),
      anItem('c', 0.2, { services: ['x'] }),
      anItem('d', 0.4, { services: ['y'], dependsOn: ['a'] }),
    ];
    const all = unitsOf(items, 0.5);
    const names = (order: readonly number[]) => order.map((unit) => items[all.units[unit]?.members[0] ?? -1]?.id);

    const { together, riskFirst } = ordersOf(all);

    expect(names(together)).toEqual(['a', 'c', 'b', 'd']);
    expect(names(riskFirst)).toEqual(['b', 'c', 'a', 'd']);
  });

  it('puts every unit on a train after what it depends on', () => {
    fc.assert(
      fc.property(someItems(12, true), fc.integer({ min: 1, max: 5 }), (items, trains) => {
        const all = unitsOf(items, 0.2);

        const assignment = split(all, trains);

        expect(assignment).toHaveLength(all.units.length);
        for (const [index, { before }] of all.units.entries()) {
          expect(assignment[index]).toBeGreaterThanOrEqual(0);
          expect(assignment[index]).toBeLessThan(trains);
          for (const other of before) expect(assignment[other]).toBeLessThanOrEqual(assignment[index] ?? -1);
        }
      }),
    );
  });

  it('comes near to the best of all splits', () => {
    let [tried, best] = [0, 0];
    fc.assert(
      fc.property(someItems(6, true), fc.integer({ min: 2, max: 3 }), (items, trains) => {
        const all = unitsOf(items, 0.3);
        const found = riskOf(highestHazard(split(all, trains), trains, all));
        const least = leastHighestRisk(items, trains, 0.3);
        tried += 1;
        if (found <= least + 1e-9) best += 1;

        expect(found).toBeGreaterThanOrEqual(least - 1e-9);
        // Graham's bound for the riskiest first, without dependencies and sharing, is 4/3 - 1/(3 k).
        expect(found).toBeLessThanOrEqual(least * (4 / 3) + 1e-9);
      }),
      { seed: 3, numRuns: 200 },
    );
    expect(best / tried).toBeGreaterThan(0.9);
  });

  it('does no worse than a split that is known, even the best one', () => {
    fc.assert(
      fc.property(someItems(10, true), (items) => {
        const all = unitsOf(items, 0.3);
        const start = all.units.map(() => 0);
        const known = exactSplit(all, { trains: 3, order: ordersOf(all).riskFirst, known: start }).assignment;

        expect(highestHazard(split(all, 3, known), 3, all)).toBeLessThanOrEqual(highestHazard(known, 3, all) + 1e-12);
      }),
    );
  });

  it('a large scope stays within two percent of the bound', () => {
    const items = Array.from({ length: 150 }, (_, index) =>
      anItem(`i${index}`, 0.005 + ((index * 37) % 41) / 1_000, {
        services: [`s${index % 30}`],
        dependsOn: index % 5 === 4 ? [`i${index - 3}`] : [],
      }),
    );
    const all = unitsOf(items, 0.1);

    expect(highestHazard(split(all, 6), 6, all)).toBeLessThan(1.02 * lowerBoundOf(all, 6));
  });

  it('exchanges two units where moving one does not help', () => {
    // Hazards in twentieths; 45 in all, so 15 a train is the best there can be: 8 + 7, 11 + 3 + 1, 7 + 6 + 2.
    const items = [8, 3, 1, 7, 2, 11, 7, 6].map((hazard, index) => anItem(`i${index}`, 1 - Math.exp(-hazard / 20)));
    const all = unitsOf(items, 0);

    expect(20 * highestHazard(split(all, 3), 3, all)).toBeCloseTo(15, 9);
  });

  it('a chain longer than the trains is cut where it must be', () => {
    const items = Array.from({ length: 9 }, (_, index) =>
      anItem(`i${index}`, 0.1, { dependsOn: index === 0 ? [] : [`i${index - 1}`] }),
    );

    expect(split(unitsOf(items, 0), 3)).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2]);
  });
});
