import { describe, expect, it } from 'vitest';
import { toggleTrain } from '../../../renderer/ui/toggle-train.ts';

describe('renderer/ui/toggle-train', () => {
  it.each([
    [undefined, 'b', ['a', 'c']],
    [['a', 'c'], 'c', ['a']],
    [['a', 'c'], 'b', undefined],
    [['a'], 'a', undefined],
    [['c'], 'a', ['a', 'c']],
  ])('ticks or unticks: of %j after %s are shown %j', (chosen, id, after) => {
    expect(toggleTrain(['a', 'b', 'c'], chosen, id)).toEqual(after);
  });
});
