import { describe, expect, it } from 'vitest';
import { defaultCommit } from '../../../../electron/core/sync/commit-limits.ts';

describe('electron/core/sync/commit-limits', () => {
  it('holds the store for less than the core’s patience with it, by a clock that only goes forward', () => {
    const times = [defaultCommit.clock(), defaultCommit.clock(), defaultCommit.clock()];

    expect(defaultCommit.ms).toBeLessThan(50);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
  });
});
