import { describe, expect, it } from 'vitest';
import { checkCi, ciRoom } from '../../../../shared/domain/capacity/ci-capacity.ts';

const ci = { hoursPerDay: 8, hoursPerTrain: 6, hoursPerItem: 2.5 };

describe('shared/domain/capacity/ci-capacity', () => {
  it.each([
    // 8 - 6 leaves 2 hours, 16 - 6 leaves 10, 56 - 6 leaves 50.
    [1, 0],
    [2, 4],
    [7, 20],
  ])('by hand: %i days leave room for %i items', (days, items) => {
    expect(ciRoom(ci, days)).toEqual({ items, testsTrain: true });
  });

  it('counts an item that just fits, whatever division leaves behind', () => {
    // 0.3 / 0.1 is 2.9999999999999996.
    expect(ciRoom({ hoursPerDay: 0.3, hoursPerTrain: 0, hoursPerItem: 0.1 }, 1).items).toBe(3);
  });

  it('has no room where the train itself cannot be tested, and no limit where items cost nothing', () => {
    expect(ciRoom({ ...ci, hoursPerTrain: 8.5 }, 1)).toEqual({ items: 0, testsTrain: false });
    expect(ciRoom({ ...ci, hoursPerItem: 0 }, 1).items).toBe(Number.POSITIVE_INFINITY);
    expect(ciRoom(null, 1)).toEqual({ items: Number.POSITIVE_INFINITY, testsTrain: true });
  });

  it('names the hours that cannot be', () => {
    expect(() => checkCi({ ...ci, hoursPerTrain: -1 })).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT', where: 'ci.hoursPerTrain' }),
    );
    expect(() => checkCi(null)).not.toThrow();
  });
});
