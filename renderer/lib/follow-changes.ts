import type { ChangeEvent } from '../../shared/model/change-event.ts';
import { backoff } from './wire.ts';

export interface FollowOptions {
  readonly subscribe: (signal: AbortSignal) => Promise<AsyncIterable<ChangeEvent>>;
  readonly onEvent: (event: ChangeEvent) => void;
  /** The subscription stands (again): what moved before it was not told. */
  readonly onConnected: (time: 'first' | 'again') => void;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Uniform in [0, 1), for jitter. */
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/**
 * Follows the changes until the signal aborts. A subscription that ends or breaks, for whatever reason, is made again,
 * soon at first and then less often; its first event says that it stands, so that what moved in between is asked for.
 */
export async function followChanges(options: FollowOptions): Promise<void> {
  const { subscribe, onEvent, onConnected, wait, random, signal } = options;
  let connected = 0;
  let attempt = 0;
  while (!signal.aborted) {
    const before = connected;
    let isFirst = true;
    try {
      for await (const event of await subscribe(signal)) {
        if (isFirst) onConnected(connected === 0 ? 'first' : 'again');
        if (isFirst) connected += 1;
        isFirst = false;
        onEvent(event);
      }
    } catch {
      // Whatever ended it, it is made again; a line that is lost shows of itself.
    }
    if (signal.aborted) return;
    attempt = connected > before ? 1 : attempt + 1;
    await wait(backoff(attempt, random()));
  }
}
