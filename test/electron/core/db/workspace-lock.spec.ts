import fs from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockWorkspace } from '../../../../electron/core/db/workspace-lock.ts';
import { testFolder } from '../../../support/core.ts';

describe('electron/core/db/workspace-lock', () => {
  let folder: string;
  beforeEach(() => {
    folder = testFolder();
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  const holder = (pid: number) => ({ pid, host: 'desktop', since: 1 });

  it('is had by one at a time, and says by whom', () => {
    const file = path.join(folder, 'a');
    const lock = lockWorkspace(file, holder(4_711));

    expect(() => lockWorkspace(file, holder(1))).toThrow(
      expect.objectContaining({ code: 'WORKSPACE_IN_USE', message: expect.stringContaining('desktop, process 4711') }),
    );
    lock.release();
    lockWorkspace(file, holder(1)).release();
  });

  it('is kept though nothing refers to it any more', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const file = path.join(folder, 'a');

    lockWorkspace(file, holder(1));
    for (let turn = 0; turn < 5; turn += 1) {
      collect();
      await nextTurn();
    }

    expect(() => lockWorkspace(file, holder(2))).toThrow(expect.objectContaining({ code: 'WORKSPACE_IN_USE' }));
  });

  it('locks each workspace by itself', () => {
    const a = lockWorkspace(path.join(folder, 'a'), holder(1));
    const b = lockWorkspace(path.join(folder, 'b'), holder(2));

    a.release();
    b.release();
  });
});
