import { describe, expect, it } from 'vitest';
import { addRecent } from '../../../electron/shell/recents.ts';

describe('electron/shell/recents', () => {
  it('puts the latest first, each file once', () => {
    const before = [
      { file: 'a', openedAt: 1 },
      { file: 'b', openedAt: 2 },
    ];

    expect(addRecent(before, 'b', 3)).toEqual([
      { file: 'b', openedAt: 3 },
      { file: 'a', openedAt: 1 },
    ]);
  });

  it('lets the oldest go after ten', () => {
    const files = Array.from({ length: 12 }, (_each, at) => `file ${at}`);

    const recents = files.reduce<ReturnType<typeof addRecent>>((list, file, at) => addRecent(list, file, at), []);

    expect(recents.map(({ file }) => file)).toEqual(files.slice(2).reverse());
  });
});
