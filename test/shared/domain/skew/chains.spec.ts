import { describe, expect, it } from 'vitest';
import { chainsOf, inPlannedOrder } from '../../../../shared/domain/skew/chains.ts';
import { aStep, aVersion, plannedService } from '../../../support/skew.ts';

describe('shared/domain/skew/chains', () => {
  it('orders steps by their beginning, then by their end, else as given', () => {
    const step = (title: string, start: number, end: number) => aStep('a', aVersion('1'), [start, end, title]);
    const steps = [step('d', 2, 3), step('b', 1, 4), step('c', 1, 4), step('a', 1, 2)];
    expect(inPlannedOrder(steps).map(({ title }) => title)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('gives each service its versions one after the other, with the steps that bring and end them', () => {
    const now = aVersion('1.0.0');
    const steps = [
      aStep('a', aVersion('2.0.0'), [1, 2]),
      aStep('b', aVersion('9'), [1, 2]),
      aStep('a', aVersion('3.0.0'), [3, 4]),
    ];
    const [a, b] = chainsOf([plannedService('a', now), plannedService('b', null)], steps);

    expect(a?.stays.map(({ at, version, step, next }) => [at, version?.version, step, next])).toEqual([
      [0, '1.0.0', null, 0],
      [1, '2.0.0', 0, 2],
      [2, '3.0.0', 2, null],
    ]);
    expect(b?.stays.map(({ chain, version, step, next }) => [chain, version?.version, step, next])).toEqual([
      [1, undefined, null, 1],
      [1, '9', 1, null],
    ]);
  });
});
