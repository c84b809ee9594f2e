import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hazardOfUnits,
  highestHazard,
  Load,
  loadsOf,
  lowerBoundOf,
  rangeOf,
} from '../../../../shared/domain/capacity/train-load.ts';
import { riskOf, trainHazard } from '../../../../shared/domain/capacity/train-risk.ts';
import { unitsOf } from '../../../../shared/domain/capacity/train-units.ts';
import { anItem, leastHighestRisk, someItems } from '../../../support/train-items.ts';

describe('shared/domain/capacity/train-load', () => {
  it('adds up to the hazard of the items, whatever circles they go in', () => {
    fc.assert(
      fc.property(
        someItems(7, true),
        fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
        (items, beta) => {
          const { units, serviceCount } = unitsOf(items, beta);

          expect(hazardOfUnits(units, serviceCount)).toBeCloseTo(trainHazard(items, beta), 10);
        },
      ),
    );
  });

  it('tells what it would be with another unit, without one, or with one in the place of another', () => {
    fc.assert(
      fc.property(someItems(7, false), fc.nat(), (items, one) => {
        const { units, serviceCount } = unitsOf(items, 0.7);
        const [inside, outside] = [units.slice(0, -1), units.at(-1)];
        if (outside === undefined || inside.length === 0) return;
        const gone = inside[one % inside.length];
        const load = new Load(serviceCount, inside);
        if (gone === undefined) return;
        const rest = inside.filter((unit) => unit !== gone);

        expect(load.hazardWith(outside)).toBeCloseTo(hazardOfUnits([...inside, outside], serviceCount), 10);
        expect(load.hazardWithout(gone)).toBeCloseTo(hazardOfUnits(rest, serviceCount), 10);
        expect(load.hazardWith(outside, gone)).toBeCloseTo(hazardOfUnits([...rest, outside], serviceCount), 10);
      }),
    );
  });

  it('stays as it is where a train with one more is made from it', () => {
    const { units, serviceCount } = unitsOf(
      [anItem('a', 0.1, { services: ['x'] }), anItem('b', 0.2, { services: ['x'] })],
      0.5,
    );
    const [first, second] = units;
    const load = new Load(serviceCount, first === undefined ? [] : [first]);
    const { hazard } = load;

    const more = second === undefined ? load : load.with(second);

    expect(load.hazard).toBe(hazard);
    expect(more.hazard).toBeCloseTo(hazardOfUnits(units, serviceCount), 12);
    expect(second === undefined ? 0 : load.hazardWith(second)).toBe(more.hazard);
  });

  it('says who rides where, and how high the riskiest train is', () => {
    const all = unitsOf([anItem('a', 0.1), anItem('b', 0.2), anItem('c', 0.3)], 0.5);

    const hazards = loadsOf([0, 1, 0], 3, all).map(({ hazard }) => riskOf(hazard));

    expect(hazards.map((risk) => Number(risk.toFixed(12)))).toEqual([0.37, 0.2, 0]);
    expect(riskOf(highestHazard([0, 1, 0], 3, all))).toBeCloseTo(0.37, 12);
    expect(highestHazard([], 2, unitsOf([], 0.5))).toBe(0);
  });

  it('lets a unit ride no earlier than what it depends on and no later than what depends on it', () => {
    const all = unitsOf(
      [anItem('a', 0.1), anItem('b', 0.1, { dependsOn: ['a'] }), anItem('c', 0.1, { dependsOn: ['b'] })],
      0,
    );
    const [a, b, c] = all.units;
    const ranges = [a, b, c].map((unit) => (unit === undefined ? null : rangeOf(unit, [1, 1, 2], 4)));

    expect(ranges).toEqual([
      [0, 1],
      [1, 2],
      [1, 3],
    ]);
    // Those that ride no train yet hold nobody up.
    expect(b === undefined ? null : rangeOf(b, [], 4)).toEqual([0, 3]);
  });

  it('knows a bound that no split falls below', () => {
    fc.assert(
      fc.property(
        someItems(5, true),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
        (items, trains, beta) => {
          const bound = riskOf(lowerBoundOf(unitsOf(items, beta), trains));

          expect(bound).toBeLessThanOrEqual(leastHighestRisk(items, trains, beta) + 1e-12);
        },
      ),
    );
  });
});
