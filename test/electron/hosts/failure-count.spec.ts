import { describe, expect, it } from 'vitest';
import { createFailureCount } from '../../../electron/hosts/failure-count.ts';

/** Whether it is too much, at failures at these seconds. */
function counted(seconds: readonly number[]): readonly boolean[] {
  let now = 0;
  const failed = createFailureCount(() => now);
  return seconds.map((second) => {
    now = second * 1_000;
    return failed();
  });
}

describe('electron/hosts/failure-count', () => {
  it.each([
    [
      [0, 1, 2],
      [false, false, true],
    ],
    [
      [0, 59.9, 60],
      [false, false, false],
    ],
    [
      [0, 30, 59.9],
      [false, false, true],
    ],
    [
      [0, 1, 2, 3, 70],
      [false, false, true, true, false],
    ],
    [
      [0, 50, 100, 105],
      [false, false, false, true],
    ],
  ])('says of failures at %j s whether each is one too many: %j', (seconds, wanted) => {
    expect(counted(seconds)).toEqual(wanted);
  });
});
