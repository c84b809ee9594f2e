import { describe, expect, it } from 'vitest';
import { createTicker } from '../../../renderer/lib/use-now.ts';
import { type Instant, instant } from '../../../shared/model/time.ts';

function clock() {
  let now = instant(1_000);
  const ticks = new Set<() => void>();
  return {
    now: () => now,
    every: (tick: () => void) => {
      ticks.add(tick);
      return () => ticks.delete(tick);
    },
    pass(to: Instant) {
      now = to;
    },
    tick() {
      for (const tick of ticks) tick();
    },
    running: () => ticks.size > 0,
  };
}

describe('renderer/lib/use-now', () => {
  it('stands still between ticks', () => {
    const time = clock();
    const ticker = createTicker(time.now, time.every);
    ticker.subscribe(() => {});

    time.pass(instant(2_000));
    const before = ticker.now();
    time.tick();

    expect([before, ticker.now()]).toEqual([1_000, 2_000]);
  });

  it('ticks only while somebody looks, and is right again when somebody looks again', () => {
    const time = clock();
    const ticker = createTicker(time.now, time.every);

    const leave = ticker.subscribe(() => {});
    const during = time.running();
    leave();
    const after = time.running();
    time.pass(instant(9_000));
    ticker.subscribe(() => {});

    expect([during, after, ticker.now()]).toEqual([true, false, 9_000]);
  });

  it('stops once, however often somebody leaves', () => {
    const time = clock();
    const ticker = createTicker(time.now, time.every);
    const leave = ticker.subscribe(() => {});
    leave();

    expect(leave).not.toThrow();
  });
});
