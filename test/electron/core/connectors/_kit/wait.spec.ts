import { describe, expect, it } from 'vitest';
import { systemWait } from '../../../../../electron/core/connectors/_kit/wait.ts';

describe('electron/core/connectors/_kit/wait', () => {
  it('waits so long, and less when it is called off', async () => {
    const stop = new AbortController();
    const forever = systemWait(3_600_000, stop.signal);
    const started = performance.now();

    await systemWait(20, new AbortController().signal);
    const waited = performance.now() - started;
    stop.abort();
    await forever;
    await systemWait(3_600_000, stop.signal);

    // Timers may fire a millisecond early.
    expect(waited).toBeGreaterThanOrEqual(18);
  });
});
