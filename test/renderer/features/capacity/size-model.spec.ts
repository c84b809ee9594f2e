import { describe, expect, it } from 'vitest';
import {
  chosenSplit,
  itemName,
  proofText,
  splitLabel,
  usefulSplits,
} from '../../../../renderer/features/capacity/size-model.ts';
import type { TrainFrontier, TrainSplit } from '../../../../shared/model/forecast.ts';

function split(sizes: readonly number[], changes: Partial<TrainSplit> = {}): TrainSplit {
  return {
    trains: sizes.map((size) => ({ items: new Array(size).fill('x'), risk: 0.2 })),
    allowed: sizes.length,
    maxRisk: 0.2,
    anyRisk: 0.36,
    expectedFailures: 0.4,
    expectedItemsBack: 2.25,
    lowerBound: 0.18,
    proof: 'best',
    ...changes,
  };
}

describe('renderer/features/capacity/size-model', () => {
  it('says what a split risks', () => {
    expect(splitLabel(split([12]))).toBe(
      '1 train, 12 items: it fails in 20 % of the cases; 2.3 items go back on average',
    );
    expect(splitLabel(split([7, 5]))).toBe(
      '2 trains, at most 7 items each: the riskiest fails in 20 % of the cases, any of them in 36 %; 2.3 items go back on average',
    );
  });

  it('shows the split of two trains where nobody chose, and none that more trains would not help', () => {
    const rows = [split([12]), split([7, 5]), split([7, 5], { allowed: 3 })];
    const useful = usefulSplits({ rows } as unknown as TrainFrontier);

    expect(useful).toHaveLength(2);
    expect(chosenSplit(useful, undefined)?.trains).toHaveLength(2);
    expect(chosenSplit(useful, 1)?.trains).toHaveLength(1);
    expect(chosenSplit(useful, 9)?.trains).toHaveLength(2);
    expect(chosenSplit([], undefined)).toBeNull();
  });

  it('says how sure it is that no split is better', () => {
    expect(proofText(split([7, 5]))).toMatch(/^Proven/);
    expect(proofText(split([7, 5], { proof: 'found' }))).toBe(
      'The best that was found; no split can be below 18 %, this one is at 20 %.',
    );
  });

  it('names an item by its ticket, by its title, or by its id', () => {
    const scope = [
      { item: { id: 'a', title: 'Refunds' }, ticket: { key: 'PAY-1' } },
      { item: { id: 'b', title: 'By hand' }, ticket: null },
    ] as unknown as Parameters<typeof itemName>[0];

    expect(['a', 'b', 'c'].map((id) => itemName(scope, id))).toEqual(['PAY-1 Refunds', 'By hand', 'c']);
  });
});
