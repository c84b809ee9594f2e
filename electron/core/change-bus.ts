import type { ChangeEvent, TopicName } from '../../shared/model/change-event.ts';

export interface ChangeBus {
  readonly publish: (topics: readonly TopicName[]) => void;
  /** Follows the changes until the signal aborts; what happens between two reads is merged into one event. */
  readonly follow: (signal: AbortSignal | undefined) => AsyncGenerator<ChangeEvent, void, void>;
  /** Ends every follower. */
  readonly close: () => void;
}

/** Tells every follower which kinds of thing moved. A slow follower costs one set of names, never a queue. */
export function createChangeBus(): ChangeBus {
  const listeners = new Set<(topics: readonly TopicName[]) => void>();
  const closing = new AbortController();
  let seq = 0;
  return {
    close: () => {
      closing.abort();
    },
    publish: (topics) => {
      if (topics.length === 0) return;
      seq += 1;
      for (const listener of listeners) listener(topics);
    },
    async *follow(caller) {
      const signal = caller ? AbortSignal.any([caller, closing.signal]) : closing.signal;
      const waiting = new Set<TopicName>();
      let wake: (() => void) | undefined;
      const listen = (topics: readonly TopicName[]) => {
        for (const topic of topics) waiting.add(topic);
        wake?.();
      };
      const stop = () => wake?.();
      listeners.add(listen);
      signal.addEventListener('abort', stop);
      try {
        // The first event tells the follower that it is connected: from here on nothing is missed.
        yield { seq, topics: [] };
        while (!signal.aborted) {
          if (waiting.size === 0) {
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
          }
          if (waiting.size === 0) continue;
          const topics = [...waiting];
          waiting.clear();
          yield { seq, topics };
        }
      } finally {
        listeners.delete(listen);
        signal.removeEventListener('abort', stop);
      }
    },
  };
}
