import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Grouped } from '../../../../shared/domain/conflicts/grouped.ts';

interface Item {
  readonly id: string;
  readonly of: string | null;
}

describe('shared/domain/conflicts/grouped', () => {
  it('keeps what belongs to something in order of ids, and leaves out what belongs to nothing', () => {
    const items = [
      { id: 'c', of: 'x' },
      { id: 'a', of: 'x' },
      { id: 'b', of: null },
      { id: 'd', of: 'y' },
    ];
    const grouped = new Grouped<Item>(({ of }) => of, items);

    expect(grouped.of('x').map(({ id }) => id)).toEqual(['a', 'c']);
    expect(grouped.of('z')).toEqual([]);
  });

  it('leaves what it handed out as it was', () => {
    const grouped = new Grouped<Item>(({ of }) => of, [{ id: 'b', of: 'x' }]);
    const before = grouped.of('x');

    grouped.add({ id: 'a', of: 'x' });
    const between = grouped.of('x');
    grouped.remove({ id: 'b', of: 'x' });

    expect(before.map(({ id }) => id)).toEqual(['b']);
    expect(between.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(grouped.of('x').map(({ id }) => id)).toEqual(['a']);
  });

  it('holds after things came and went what a filter over all of them finds', () => {
    const step = fc.tuple(fc.boolean(), fc.nat(9), fc.constantFrom('x', 'y', null));
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const grouped = new Grouped<Item>(({ of }) => of);
        const held = new Map<string, Item>();
        for (const [isAdded, number, of] of steps) {
          const id = `i${number}`;
          const known = held.get(id);
          if (known) grouped.remove(known);
          held.delete(id);
          if (!isAdded) continue;
          grouped.add({ id, of });
          held.set(id, { id, of });
        }

        for (const name of ['x', 'y']) {
          const expected = [...held.values()].filter(({ of }) => of === name).map(({ id }) => id);
          expect(grouped.of(name).map(({ id }) => id)).toEqual(expected.sort());
        }
      }),
    );
  });
});
