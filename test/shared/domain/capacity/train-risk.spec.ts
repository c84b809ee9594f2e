import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hazardOf,
  partsOf,
  riskOf,
  type TrainItem,
  trainHazard,
} from '../../../../shared/domain/capacity/train-risk.ts';
import { randomStreams } from '../../../../shared/domain/stats/seeded-random.ts';
import { anItem, someItems, writtenRisk } from '../../../support/train-items.ts';

const someBeta = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const risk = (items: readonly TrainItem[], beta: number) => riskOf(trainHazard(items, beta));

/** The shocks themselves, drawn: each item's own, and one a service whose strength tells whom it fells. */
function simulated(items: readonly TrainItem[], beta: number, runs: number) {
  const stream = randomStreams(4)();
  const exponential = () => -Math.log1p(-stream.next());
  let trains = 0;
  const felled = items.map(() => 0);
  for (let run = 0; run < runs; run += 1) {
    const strength = new Map(
      [...new Set(items.flatMap(({ services }) => services))].map((name) => [name, exponential()]),
    );
    let anyone = false;
    for (const [index, item] of items.entries()) {
      const { own, perService } = partsOf(item, beta);
      const alone = exponential() < own;
      const shared = item.services.some((service) => (strength.get(service) ?? 0) < perService);
      if (!alone && !shared) continue;
      felled[index] = (felled[index] ?? 0) + 1;
      anyone = true;
    }
    if (anyone) trains += 1;
  }
  return { train: trains / runs, items: felled.map((count) => count / runs) };
}

describe('shared/domain/capacity/train-risk', () => {
  it('turns probabilities into hazards and back, small ones exactly too', () => {
    expect(hazardOf(0)).toBe(0);
    expect(hazardOf(1 - Math.exp(-2))).toBeCloseTo(2, 12);
    expect(riskOf(hazardOf(1e-15))).toBe(1e-15);
  });

  it.each([
    ['no items', [], 0.3, 0],
    ['one item', [anItem('a', 0.2)], 0.3, 0.2],
    ['one item on three services', [anItem('a', 0.2, { services: ['x', 'y', 'z'] })], 0.3, 0.2],
    ['two items that share nothing', [anItem('a', 0.2), anItem('b', 0.1)], 0.3, 1 - 0.8 * 0.9],
    [
      'services apart',
      [anItem('a', 0.2, { services: ['x'] }), anItem('b', 0.1, { services: ['y'] })],
      0.3,
      1 - 0.8 * 0.9,
    ],
    [
      'all of the risk shared: the riskier item decides',
      [anItem('a', 0.2, { services: ['x'] }), anItem('b', 0.1, { services: ['x'] })],
      1,
      0.2,
    ],
    [
      'beta factor: three alike items on one service, 1 - (1 - p)^(3 * 0.6 + 0.4)',
      ['a', 'b', 'c'].map((id) => anItem(id, 0.2, { services: ['x'] })),
      0.4,
      1 - 0.8 ** 2.2,
    ],
    [
      'a service named twice counts once',
      [anItem('a', 0.2, { services: ['x', 'x'] }), anItem('b', 0.2, { services: ['x'] })],
      1,
      0.2,
    ],
  ])('by hand: %s', (_what, items, beta, expected) => {
    expect(risk(items, beta)).toBeCloseTo(expected, 12);
  });

  it('is 1 - prod(1 - p) where nothing is shared', () => {
    fc.assert(
      fc.property(someItems(8, false), (items) => {
        const independent = 1 - items.reduce((product, { failure }) => product * (1 - failure), 1);

        expect(risk(items, 0)).toBeCloseTo(independent, 10);
      }),
    );
  });

  it('is what the formula says as it is written', () => {
    fc.assert(
      fc.property(someItems(8, false), someBeta, (items, beta) => {
        expect(risk(items, beta)).toBeCloseTo(writtenRisk(items, beta), 10);
      }),
    );
  });

  it('lies between the riskiest item and independent items, and falls as more is shared', () => {
    fc.assert(
      fc.property(someItems(8, false), someBeta, someBeta, (items, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];

        expect(risk(items, more)).toBeLessThanOrEqual(risk(items, less) + 1e-12);
        expect(risk(items, more)).toBeGreaterThanOrEqual(Math.max(...items.map(({ failure }) => failure)) - 1e-12);
      }),
    );
  });

  it('never falls by an item more, and two trains never risk less than one with all: the bound of the split rests on it', () => {
    fc.assert(
      fc.property(someItems(8, false), someBeta, fc.nat(), (items, beta, seed) => {
        const cut = seed % (items.length + 1);
        const [first, second] = [items.slice(0, cut), items.slice(cut)];
        const whole = trainHazard(items, beta);

        expect(trainHazard(first, beta)).toBeLessThanOrEqual(whole + 1e-12);
        expect(trainHazard(first, beta) + trainHazard(second, beta)).toBeGreaterThanOrEqual(whole - 1e-12);
      }),
    );
  });

  it('is how often a train fails where the shocks are drawn, and each item fails as often as it would alone', () => {
    const items = [
      anItem('a', 0.3, { services: ['x'] }),
      anItem('b', 0.2, { services: ['x', 'y'] }),
      anItem('c', 0.1, { services: ['y'] }),
      anItem('d', 0.1),
    ];
    const runs = 40_000;

    const found = simulated(items, 0.5, runs);

    // Four standard errors.
    const error = 4 * Math.sqrt(0.25 / runs);
    expect(Math.abs(found.train - risk(items, 0.5))).toBeLessThan(error);
    for (const [index, item] of items.entries())
      expect(Math.abs((found.items[index] ?? 0) - item.failure)).toBeLessThan(error);
  });
});
