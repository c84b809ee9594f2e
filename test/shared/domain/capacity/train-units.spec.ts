import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrainItem } from '../../../../shared/domain/capacity/train-risk.ts';
import { unitsOf } from '../../../../shared/domain/capacity/train-units.ts';
import { anItem, someItems } from '../../../support/train-items.ts';

/** Whether one item leads to another, by walking all ways no longer than the list: the oracle. */
function leadsTo(items: readonly TrainItem[], from: string, to: string): boolean {
  let reached = new Set([from]);
  for (const _ of items) {
    const direct = items.filter(({ id }) => reached.has(id)).flatMap(({ dependsOn }) => dependsOn);
    if (direct.includes(to)) return true;
    reached = new Set([...reached, ...direct]);
  }
  return false;
}

const idsOf = (items: readonly TrainItem[], members: readonly number[]) =>
  members.map((place) => items[place]?.id ?? '');

describe('shared/domain/capacity/train-units', () => {
  it('makes a circle of dependencies one unit, and puts what is depended on first', () => {
    const items = [
      anItem('a', 0.1, { dependsOn: ['b'] }),
      anItem('b', 0.1, { dependsOn: ['c'] }),
      anItem('c', 0.1, { dependsOn: ['b', 'd'] }),
      anItem('d', 0.1),
    ];

    const { units } = unitsOf(items, 0.5);

    expect(units.map(({ members }) => idsOf(items, members))).toEqual([['d'], ['b', 'c'], ['a']]);
    expect(units.map(({ before, after }) => [before, after.toSorted()])).toEqual([
      [[], [1, 2]],
      [[0], [2]],
      [expect.arrayContaining([0, 1]), []],
    ]);
  });

  it('adds up own hazards and keeps the largest share of each service', () => {
    const p = 1 - Math.exp(-1);
    const items = [
      anItem('a', p, { services: ['x'], dependsOn: ['b'] }),
      anItem('b', p, { services: ['x', 'y'], dependsOn: ['a'] }),
    ];

    const { units, serviceCount } = unitsOf(items, 0.5);

    expect(units).toHaveLength(1);
    expect(serviceCount).toBe(2);
    expect(units[0]?.own).toBeCloseTo(1, 12);
    expect(units[0]?.shared.map((share) => Number(share.toFixed(12)))).toEqual([0.5, 0.25]);
  });

  it('counts dependencies that lead out of the scope, and passes over an item that depends on itself', () => {
    const found = unitsOf(
      [anItem('a', 0.1, { dependsOn: ['a', 'gone', 'b'] }), anItem('b', 0.1, { dependsOn: ['lost'] })],
      0,
    );

    expect(found.outside).toBe(2);
    expect(found.units.map(({ before }) => before)).toEqual([[], [0]]);
  });

  it('no tasks: no units', () => {
    expect(unitsOf([], 0.5)).toEqual({ units: [], serviceCount: 0, outside: 0 });
  });

  it('diamond dependencies: each unit comes after all that it depends on', () => {
    const items = [
      anItem('top', 0.1, { dependsOn: ['left', 'right'] }),
      anItem('left', 0.1, { dependsOn: ['base'] }),
      anItem('right', 0.1, { dependsOn: ['base'] }),
      anItem('base', 0.1),
    ];

    const order = unitsOf(items, 0).units.flatMap(({ members }) => idsOf(items, members));

    expect(order[0]).toBe('base');
    expect(order[3]).toBe('top');
  });

  it('agrees with walking all ways', () => {
    fc.assert(
      fc.property(someItems(7, true), (items) => {
        const { units } = unitsOf(items, 0.5);

        expect(units.flatMap(({ members }) => members).toSorted()).toEqual(items.map((_, place) => place));
        const unitOf = new Map(units.flatMap(({ members }, unit) => idsOf(items, members).map((id) => [id, unit])));
        for (const one of items)
          for (const other of items) {
            if (one === other) continue;
            const [from, to] = [unitOf.get(one.id) ?? -1, unitOf.get(other.id) ?? -1];
            const there = leadsTo(items, one.id, other.id);
            expect(from === to).toBe(there && leadsTo(items, other.id, one.id));
            if (from === to) continue;
            expect(units[from]?.before.includes(to)).toBe(there);
            expect(units[to]?.after.includes(from)).toBe(there);
            if (there) expect(to).toBeLessThan(from);
          }
      }),
    );
  });
});
