import type { Wait } from '../connectors/_kit/wait.ts';
import type { AnsweredPage } from './write-pages.ts';

export interface BatchLimits {
  /** Pages in one transaction at most; 100 pages of 100 rows make one of 10,000. */
  readonly pages: number;
  /** Answers wait at most so long for others before they are written. */
  readonly everyMs: number;
}

export const defaultBatch: BatchLimits = { pages: 100, everyMs: 250 };

/** Answers that wait to be written together. */
export interface Batch {
  readonly add: (page: AnsweredPage) => void;
  readonly isDue: () => boolean;
  /** Resolves when the oldest answer has waited long enough; nothing when none waits. */
  readonly patience: () => readonly Promise<void>[];
  /** Empties the batch. */
  readonly take: () => readonly AnsweredPage[];
}

/** Commits are dear and answers come fast: they are gathered for a moment, and what comes slowly is written at once. */
export function createBatch(limits: BatchLimits, wait: Wait, signal: AbortSignal): Batch {
  let pages: AnsweredPage[] = [];
  let timer: Promise<void> | null = null;
  let waited = false;
  return {
    add: (page) => {
      pages.push(page);
      timer ??= wait(limits.everyMs, signal).then(() => {
        waited = true;
        timer = null;
      });
    },
    isDue: () => pages.length >= limits.pages || (waited && pages.length > 0),
    patience: () => (timer === null ? [] : [timer]),
    take: () => {
      const taken = pages;
      pages = [];
      waited = false;
      return taken;
    },
  };
}
