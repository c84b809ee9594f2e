import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_BETA, type TrainItem } from '../../../../shared/domain/capacity/train-risk.ts';
import { bestSplit, trainFrontier, trainRisk } from '../../../../shared/domain/capacity/train-size.ts';
import { TrainFrontier, type TrainSplit } from '../../../../shared/model/forecast.ts';
import { anItem, leastHighestRisk, someItems, writtenRisk } from '../../../support/train-items.ts';

const someBeta = fc.constantFrom(0, DEFAULT_BETA, 0.5, 1);

/** What a split says of itself, worked out again from its trains. */
function checked(split: TrainSplit, items: readonly TrainItem[], beta: number): void {
  const byId = new Map(items.map((item) => [item.id, item]));
  const aboard = split.trains.map((train) => train.items.map((id) => byId.get(id) as TrainItem));
  const risks = aboard.map((train) => writtenRisk(train, beta));
  expect(
    aboard
      .flat()
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(items.map(({ id }) => id).toSorted());
  expect(aboard.every((train) => train.length > 0)).toBe(true);
  for (const [index, { risk }] of split.trains.entries()) expect(risk).toBeCloseTo(risks[index] ?? Number.NaN, 9);
  expect(split.maxRisk).toBeCloseTo(Math.max(0, ...risks), 9);
  expect(split.anyRisk).toBeCloseTo(1 - risks.reduce((all, risk) => all * (1 - risk), 1), 9);
  expect(split.expectedFailures).toBeCloseTo(
    risks.reduce((sum, risk) => sum + risk, 0),
    9,
  );
  expect(split.expectedItemsBack).toBeCloseTo(
    risks.reduce((sum, risk, index) => sum + risk * (aboard[index]?.length ?? 0), 0),
    9,
  );
  const trainOf = new Map(split.trains.flatMap((train, index) => train.items.map((id) => [id, index])));
  for (const { id, dependsOn } of items)
    for (const other of dependsOn) expect(trainOf.get(other) ?? -1).toBeLessThanOrEqual(trainOf.get(id) ?? -1);
}

describe('shared/domain/capacity/train-size', () => {
  it('tells the risk of one train', () => {
    expect(trainRisk({ items: [anItem('a', 0.1), anItem('b', 0.2)], beta: 0.5 })).toBeCloseTo(0.28, 12);
  });

  it('by hand: four items into two trains, the riskiest with the safest', () => {
    const items = [anItem('a', 0.4), anItem('b', 0.3), anItem('c', 0.2), anItem('d', 0.1)];

    const split = bestSplit({ items, beta: 0 }, 2);

    // 1 - 0.6 * 0.9 = 0.46 and 1 - 0.7 * 0.8 = 0.44.
    expect(split.trains.map((train) => train.items.join('')).toSorted()).toEqual(['ad', 'bc']);
    expect(split.maxRisk).toBeCloseTo(0.46, 12);
    expect(split.proof).toBe('best');
  });

  it('by hand: what shares a service rides together where the shared part is large', () => {
    const items = ['a', 'b', 'c', 'd'].map((id, index) => anItem(id, 0.2, { services: [index < 2 ? 'x' : 'y'] }));

    const split = bestSplit({ items, beta: 1 }, 2);

    expect(split.trains.map((train) => train.items.join('')).toSorted()).toEqual(['ab', 'cd']);
    expect(split.maxRisk).toBeCloseTo(0.2, 12);
  });

  it('by hand: a dependency rides the same or an earlier train', () => {
    const items = [anItem('late', 0.2, { dependsOn: ['early'] }), anItem('early', 0.2)];

    expect(bestSplit({ items, beta: 0 }, 2).trains.map((train) => train.items)).toEqual([['early'], ['late']]);
  });

  it('leaves trains unused that do not help', () => {
    const circle = [anItem('a', 0.2, { dependsOn: ['b'] }), anItem('b', 0.2, { dependsOn: ['a'] })];

    expect(bestSplit({ items: circle, beta: 0 }, 3)).toMatchObject({
      trains: [{ items: ['a', 'b'] }],
      allowed: 3,
      proof: 'best',
    });
  });

  it.each([
    ['free items', false],
    ['items that depend on one another, in circles too', true],
  ])('is the best of all splits, and says so: %s', (_what, bound) => {
    fc.assert(
      fc.property(someItems(6, bound), fc.integer({ min: 1, max: 3 }), someBeta, (items, trains, beta) => {
        const split = bestSplit({ items, beta }, trains);

        checked(split, items, beta);
        expect(split.proof).toBe('best');
        expect(split.maxRisk).toBeCloseTo(leastHighestRisk(items, trains, beta), 8);
        expect(split.lowerBound).toBeLessThanOrEqual(split.maxRisk + 1e-9);
      }),
      { numRuns: 150 },
    );
  });

  it('draws a frontier: the highest risk never rises with the trains, and each row is a split', () => {
    fc.assert(
      fc.property(someItems(9, true), someBeta, (items, beta) => {
        const frontier = trainFrontier({ items, beta }, 5);

        expect(TrainFrontier.parse(frontier)).toEqual(frontier);
        expect(frontier.rows[0]?.maxRisk).toBeCloseTo(writtenRisk(items, beta), 9);
        for (const [index, row] of frontier.rows.entries()) {
          checked(row, items, beta);
          expect(row.allowed).toBe(index + 1);
          expect(row.maxRisk).toBeLessThanOrEqual((frontier.rows[index - 1]?.maxRisk ?? 1) + 1e-9);
          expect(row.lowerBound).toBeLessThanOrEqual(row.maxRisk + 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('hands each row to the next, where looking anew would find a riskier split for more trains', () => {
    // Percent, and the place of the item that it depends on. Alone, seven trains come to 60.4 % and eight to 61.7 %.
    const told =
      '34 7>0 0>0 42>0 18>1 40>2 44>2 1>3 19>4 10>7 34>6 24>7 1 3>7 19>11 39>6 38>3 42>2 6>15 1 3>1 26>16 3>2 3>12 4>6 24>20 11>13 12>23 2>10';
    const items = told.split(' ').map((word, index) => {
      const [percent, other] = word.split('>');
      return anItem(`i${index}`, Number(percent) / 100, { dependsOn: other === undefined ? [] : [`i${other}`] });
    });

    const risks = trainFrontier({ items, beta: 0 }).rows.map(({ maxRisk }) => maxRisk);

    expect(bestSplit({ items, beta: 0 }, 8).maxRisk).toBeGreaterThan(bestSplit({ items, beta: 0 }, 7).maxRisk);
    expect(risks).toHaveLength(8);
    expect(risks).toEqual([...risks].sort((left, right) => right - left));
  });

  it('a large scope: claims no proof, stays above the bound, and is the same each time', () => {
    const items = Array.from({ length: 80 }, (_, index) =>
      anItem(`i${index}`, 0.01 + ((index * 13) % 17) / 200, { services: [`s${index % 9}`] }),
    );

    const split = bestSplit({ items, beta: 0.2 }, 5);

    expect(split.proof).toBe('found');
    expect(split.maxRisk).toBeGreaterThan(split.lowerBound);
    expect(split.maxRisk).toBeLessThan(1.05 * split.lowerBound);
    expect(bestSplit({ items, beta: 0.2 }, 5)).toEqual(split);
  });

  it('no tasks: one row without a train, and it says so', () => {
    expect(trainFrontier({ items: [], beta: 0.1 })).toMatchObject({
      rows: [{ trains: [], maxRisk: 0, anyRisk: 0, expectedItemsBack: 0, proof: 'best' }],
      notices: [{ kind: 'nothing-to-do' }],
    });
  });

  it('one task: one train is as many as there can be', () => {
    const { rows } = trainFrontier({ items: [anItem('a', 0.2)], beta: 0.1 });

    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ maxRisk: expect.closeTo(0.2, 12), proof: 'best' });
  });

  it('tells of dependencies that lead out of the scope', () => {
    const one = anItem('a', 0.2, { dependsOn: ['gone'] });
    const two = anItem('b', 0.2, { dependsOn: ['gone', 'lost'] });

    expect(trainFrontier({ items: [one], beta: 0 }).notices[0]?.text).toBe(
      '1 dependency on an item outside of this scope is not looked at.',
    );
    expect(trainFrontier({ items: [one, two], beta: 0 }).notices[0]?.text).toBe(
      '3 dependencies on items outside of this scope are not looked at.',
    );
  });

  it.each([
    ['beta', () => trainRisk({ items: [], beta: 1.1 })],
    ['items.a', () => trainRisk({ items: [anItem('a', 1)], beta: 0 })],
    ['items.a', () => trainRisk({ items: [anItem('a', Number.NaN)], beta: 0 })],
    ['items', () => trainRisk({ items: [anItem('a', 0.1), anItem('a', 0.1)], beta: 0 })],
    [
      'items',
      () => bestSplit({ items: Array.from({ length: 1_001 }, (_, index) => anItem(`${index}`, 0)), beta: 0 }, 2),
    ],
    ['trains', () => bestSplit({ items: [], beta: 0 }, 0)],
    ['trains', () => trainFrontier({ items: [], beta: 0 }, 51)],
  ])('refuses %s that cannot be', (where, ask) => {
    expect(ask).toThrow(expect.objectContaining({ code: 'BAD_INPUT', where }));
  });
});
