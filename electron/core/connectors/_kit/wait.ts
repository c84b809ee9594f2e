/** Waits so many ms, or until the signal aborts; injected, so that tests wait for nothing. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

/** Waits by the system's timer; ends early, without an error, when the signal aborts. */
export const systemWait: Wait = (ms, signal) =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
