/** What a page measured while it was panned. */
export interface PanFigures {
  readonly fps: number;
  /** Script time of each frame, milliseconds. */
  readonly scriptP50: number;
  readonly scriptP95: number;
  readonly frames: number;
}

let spent = 0;

/**
 * Counts the time of every animation frame callback, whoever asked for it, so that two libraries are
 * measured by one rule. Must run before they load.
 */
export function countFrameScripts(): void {
  const native = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    native((time) => {
      const began = performance.now();
      callback(time);
      spent += performance.now() - began;
    });
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Resolves two frames later: what was asked for has been drawn. */
export function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

/** Pans once a frame for so many milliseconds; `step` moves the content on. */
export async function pan(milliseconds: number, step: (frame: number) => void): Promise<PanFigures> {
  const perFrame: number[] = [];
  const began = performance.now();
  let frame = 0;
  await new Promise<void>((resolve) => {
    function next(): void {
      // What the last `next` and everything it set going cost.
      if (frame > 1) perFrame.push(spent);
      spent = 0;
      if (performance.now() - began >= milliseconds) return resolve();
      frame += 1;
      step(frame);
      requestAnimationFrame(next);
    }
    requestAnimationFrame(next);
  });
  const seconds = (performance.now() - began) / 1000;
  const sorted = [...perFrame].sort((a, b) => a - b);
  return { fps: frame / seconds, scriptP50: quantile(sorted, 0.5), scriptP95: quantile(sorted, 0.95), frames: frame };
}
