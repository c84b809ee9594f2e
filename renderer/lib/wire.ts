import type { ClientContext, ClientLink } from '@orpc/client';
import { wireFailure } from '../../shared/contract/client-errors.ts';
import { FailureError, type UiFailure } from './failures.ts';

/** `connecting` at the start, `open`, `lost` while trying again, `failed` when trying again is pointless. */
export type WireState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open'; readonly times: number }
  | { readonly kind: 'lost'; readonly attempt: number }
  | { readonly kind: 'failed'; readonly failure: UiFailure };

/** One live connection to the core. */
export interface Line {
  readonly link: ClientLink<ClientContext>;
  /** Fulfilled when the line is gone. */
  readonly gone: Promise<void>;
}

/** How a host is reached; `open` rejects with a FailureError when trying again is pointless. */
export interface Transport {
  readonly host: 'electron' | 'loopback';
  readonly open: () => Promise<Line>;
}

export interface Wire {
  readonly link: ClientLink<ClientContext>;
  readonly state: () => WireState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Starts connecting; calls made earlier wait for it. */
  readonly start: () => void;
}

export interface WireOptions {
  /** Waits between attempts; injected so that tests need no clock. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Uniform in [0, 1), for jitter. */
  readonly random: () => number;
}

/** Milliseconds before attempt `attempt` (1 is the first retry): doubling from 250 to 5,000, less up to a third. */
export function backoff(attempt: number, random: number): number {
  const full = Math.min(5_000, 250 * 2 ** Math.min(attempt - 1, 10));
  return Math.round(full * (1 - random / 3));
}

function refused({ code, message, where, remedy }: UiFailure): Error {
  return wireFailure(code, message, { where, remedy });
}

/** Keeps one line to the core, opens it again when it breaks, and lets calls wait meanwhile. */
export function createWire(transport: Transport, options: WireOptions): Wire {
  const listeners = new Set<() => void>();
  let state: WireState = { kind: 'connecting' };
  let line: Line | null = null;
  let waiters: Array<{ readonly resolve: (line: Line) => void; readonly reject: (error: unknown) => void }> = [];
  let started = false;
  let opened = 0;

  function become(next: WireState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function settle(act: (waiter: (typeof waiters)[number]) => void): void {
    const settled = waiters;
    waiters = [];
    for (const waiter of settled) act(waiter);
  }

  async function connectOnce(): Promise<'gone' | 'retry' | 'failed'> {
    try {
      const fresh = await transport.open();
      line = fresh;
      opened += 1;
      become({ kind: 'open', times: opened });
      settle((waiter) => waiter.resolve(fresh));
      await fresh.gone;
      line = null;
      return 'gone';
    } catch (error) {
      if (!(error instanceof FailureError)) return 'retry';
      become({ kind: 'failed', failure: error.failure });
      settle((waiter) => waiter.reject(refused(error.failure)));
      return 'failed';
    }
  }

  async function keepOpen(): Promise<void> {
    let attempt = 0;
    for (;;) {
      const outcome = await connectOnce();
      if (outcome === 'failed') return;
      attempt = outcome === 'gone' ? 1 : attempt + 1;
      become({ kind: 'lost', attempt });
      await options.wait(backoff(attempt, options.random()));
    }
  }

  function current(): Promise<Line> {
    if (line !== null) return Promise.resolve(line);
    if (state.kind === 'failed') return Promise.reject(refused(state.failure));
    return new Promise((resolve, reject) => waiters.push({ resolve, reject }));
  }

  return {
    link: {
      async call(path, input, callOptions) {
        const used = await current();
        return used.link.call(path, input, callOptions);
      },
    },
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      if (started) return;
      started = true;
      void keepOpen();
    },
  };
}
