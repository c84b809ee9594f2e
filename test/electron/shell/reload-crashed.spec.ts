import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { reloadCrashed } from '../../../electron/shell/reload-crashed.ts';

/** A page that ends for these reasons, each so many seconds after the start; what was done about it. */
function ends(...times: readonly (readonly [seconds: number, reason: string])[]): readonly string[] {
  let now = 0;
  const done: string[] = [];
  const page = Object.assign(new EventEmitter(), { isDestroyed: () => false, reload: () => done.push('reloaded') });
  reloadCrashed(page as unknown as WebContents, {
    now: () => now,
    onGaveUp: ({ code, where }) => done.push(`${code} ${where}`),
  });
  for (const [seconds, reason] of times) {
    now = seconds * 1_000;
    page.emit('render-process-gone', {}, { reason, exitCode: 1 });
  }
  return done;
}

describe('electron/shell/reload-crashed', () => {
  it('loads a page again that crashed, until it has three times within a minute', () => {
    expect(ends([0, 'crashed'], [1, 'oom'])).toEqual(['reloaded', 'reloaded']);
    expect(ends([0, 'crashed'], [1, 'oom'], [2, 'crashed'])).toEqual(['reloaded', 'reloaded', 'UNAVAILABLE crashed']);
    expect(ends([0, 'crashed'], [40, 'killed'], [80, 'crashed'])).toEqual(['reloaded', 'reloaded', 'reloaded']);
  });

  it('leaves a page alone that ended as it should', () => {
    expect(ends([0, 'clean-exit'], [1, 'clean-exit'], [2, 'clean-exit'])).toEqual([]);
  });
});
