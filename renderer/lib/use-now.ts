import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Instant } from '../../shared/model/time.ts';

/** A clock that ticks: what the interface calls now. */
export interface Ticker {
  readonly now: () => Instant;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A ticker over a clock: `now` stands still between ticks, so that a render sees one time. */
export function createTicker(clock: () => Instant, every: (tick: () => void) => () => void): Ticker {
  const listeners = new Set<() => void>();
  let now = clock();
  let stop: (() => void) | null = null;

  return {
    now: () => now,
    subscribe(listener) {
      listeners.add(listener);
      if (stop === null) {
        now = clock();
        stop = every(() => {
          now = clock();
          for (const each of listeners) each();
        });
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || stop === null) return;
        stop();
        stop = null;
      };
    },
  };
}

function everyTenSeconds(tick: () => void): () => void {
  const timer = setInterval(tick, 10_000);
  return () => clearInterval(timer);
}

/** The ticker in use; tests and screenshots put a still one here. */
export const TickerContext = createContext<Ticker>(createTicker(() => Date.now() as Instant, everyTenSeconds));

/** The time now, renewed every ten seconds. */
export function useNow(): Instant {
  const ticker = useContext(TickerContext);
  return useSyncExternalStore(ticker.subscribe, ticker.now);
}
