import { describe, expect, it } from 'vitest';
import { createSetbacks } from '../../../../electron/core/sync/setbacks.ts';
import type { ConnectionId } from '../../../../shared/model/ids.ts';
import { testEnv } from '../../../support/env.ts';

const one = 'one' as ConnectionId;
const MINUTE = 60_000;

describe('electron/core/sync/setbacks', () => {
  it('waits twice as long after each failure in a row, up to an hour', () => {
    const env = testEnv();
    const setbacks = createSetbacks(env);
    const waits = Array.from({ length: 8 }, () => {
      setbacks.failed(one);
      return (setbacks.notBefore(one) ?? 0) - env.now();
    });

    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60].map((minutes) => minutes * MINUTE));
  });

  it('forgets them after a success, of that connection only', () => {
    const env = testEnv();
    const setbacks = createSetbacks(env);
    const other = 'other' as ConnectionId;
    setbacks.failed(one);
    setbacks.failed(other);
    setbacks.recovered(one);

    expect([setbacks.notBefore(one), setbacks.notBefore(other)]).toEqual([null, env.now() + MINUTE]);
    setbacks.failed(one);
    expect(setbacks.notBefore(one)).toBe(env.now() + MINUTE);
  });
});
