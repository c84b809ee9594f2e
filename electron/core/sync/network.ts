/** A caller in this process has no line that could close. */
const THIS_PROCESS = new AbortController().signal;

/** Whether there is a network, as those say who can know it. */
export interface Network {
  /** Takes what the page at the other end of a line says; once the line is aborted, that no longer counts. */
  readonly say: (online: boolean, line: AbortSignal | undefined) => void;
}

/**
 * Hears all pages: there is no network only while every page that has said something says so. One that was left asleep
 * with an old answer, or was closed, stops nothing. `onChange` is told what is so from now on.
 */
export function createNetwork(onChange: (online: boolean) => void): Network {
  const said = new Map<AbortSignal, boolean>();
  let online = true;

  function count(): void {
    const now = said.size === 0 || [...said.values()].includes(true);
    if (now === online) return;
    online = now;
    onChange(now);
  }

  return {
    say: (isOnline, line = THIS_PROCESS) => {
      if (line.aborted) return;
      if (!said.has(line)) {
        line.addEventListener('abort', () => {
          said.delete(line);
          count();
        });
      }
      said.set(line, isOnline);
      count();
    },
  };
}
