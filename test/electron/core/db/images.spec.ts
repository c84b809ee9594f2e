import { describe, expect, it } from 'vitest';
import { isAsImaged, nameOfThing, restoredOver } from '../../../../electron/core/db/images.ts';

describe('electron/core/db/images', () => {
  it.each([
    ['the same row, in any order of fields', { a: 1, b: [2] }, { b: [2], a: 1 }, true],
    ['another value', { a: 1 }, { a: 2 }, false],
    ['a field that the image does not know', { a: 1, new: 'x' }, { a: 1 }, true],
    ['a field that the row lost', { a: 1 }, { a: 1, b: 2 }, false],
    ['nothing and nothing', null, null, true],
    ['a row where there was nothing', { a: 1 }, null, false],
    ['nothing where there was a row', null, { a: 1 }, false],
  ])('compares %s', (_, row, image, same) => {
    expect(isAsImaged(row, image)).toBe(same);
  });

  it('keeps fields that an image does not know', () => {
    expect(restoredOver({ a: 2, new: 'x' }, { a: 1 })).toEqual({ a: 1, new: 'x' });
    expect(restoredOver(null, { a: 1 })).toEqual({ a: 1 });
  });

  it('calls a thing by its name or title, else by its id', () => {
    expect(nameOfThing('release', 'r1', { name: 'R' })).toBe('release “R”');
    expect(nameOfThing('scope-item', 's1', { title: 'T' })).toBe('scope-item “T”');
    expect(nameOfThing('release', 'r1', null)).toBe('release r1');
  });
});
