import type { WebContents } from 'electron';
import type { FailureData } from '../core/failure-data.ts';
import { createFailureCount } from '../hosts/failure-count.ts';

export interface ReloadOptions {
  /** Milliseconds of a steady clock. */
  readonly now: () => number;
  readonly onGaveUp: (failure: FailureData) => void;
}

function gaveUp(reason: string): FailureData {
  return {
    code: 'UNAVAILABLE',
    message: 'The page of Signalbox stopped several times in a row.',
    where: reason,
    remedy: 'Nothing that was saved is lost. Load it again by View, Reload, or start Signalbox again.',
  };
}

/** Loads a page again that crashed, unless it keeps crashing: whatever it dies of would then kill the next one too. */
export function reloadCrashed(contents: WebContents, { now, onGaveUp }: ReloadOptions): void {
  const isTooOften = createFailureCount(now);
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    if (isTooOften()) return onGaveUp(gaveUp(reason));
    console.error(`The page stopped (${reason}) and is loaded again.`);
    if (!contents.isDestroyed()) contents.reload();
  });
}
