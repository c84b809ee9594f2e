import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reachFrom, ringsOf, turnedRound, wayTo } from '../../../../shared/domain/conflicts/graph.ts';
import { steps } from '../../../support/conflicts/oracle-base.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const someEdges = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 14 });

function edgesOf(edges: readonly (readonly [string, string])[]) {
  return (id: string) => edges.flatMap(([from, to]) => (from === id ? [to] : []));
}

describe('shared/domain/conflicts/graph', () => {
  it('walks a diamond and a ring once', () => {
    const edges = edgesOf([
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'd'],
      ['c', 'd'],
      ['d', 'a'],
    ]);

    const reached = reachFrom(['a'], edges);

    expect([...reached.keys()]).toEqual(['a', 'b', 'c', 'd']);
    expect(wayTo('d', reached)).toEqual(['a', 'b', 'd']);
    expect(wayTo('a', reached)).toEqual(['a']);
    expect(wayTo('z', reached)).toEqual([]);
  });

  it('reaches what can be reached, by a way that is there and as short as any', () => {
    fc.assert(
      fc.property(someEdges, fc.subarray(ids, { minLength: 1 }), (edges, starts) => {
        const reached = reachFrom(starts, edgesOf(edges));

        for (const id of ids) {
          const fewest = Math.min(...starts.map((start) => steps(start, id, edges)));
          const way = wayTo(id, reached);
          expect(way.length).toBe(Number.isFinite(fewest) ? fewest + 1 : 0);
          for (const [index, from] of way.entries()) {
            const to = way[index + 1];
            if (to !== undefined) expect(edges).toContainEqual([from, to]);
          }
        }
      }),
    );
  });

  it('turns edges round, each once and in order', () => {
    const back = turnedRound(['b', 'a'], (id) => (id === 'a' ? ['c', 'c', 'b'] : ['c']));

    expect(back('c')).toEqual(['a', 'b']);
    expect(back('b')).toEqual(['a']);
    expect(back('a')).toEqual([]);
  });

  it('puts into one ring those that lead to each other, and nobody else', () => {
    fc.assert(
      fc.property(someEdges, (edges) => {
        const rings = ringsOf(ids, edgesOf(edges));

        for (const a of ids) {
          for (const b of ids) {
            const inRing = Number.isFinite(steps(a, b, edges)) && Number.isFinite(steps(b, a, edges));
            expect(rings.get(a) === rings.get(b)).toBe(inRing);
          }
        }
      }),
    );
  });

  it('goes through a chain of a hundred thousand without running out of stack', () => {
    const nodes = Array.from({ length: 100_000 }, (_, index) => `n${index}`);
    const next = (id: string) => [`n${Number(id.slice(1)) + 1}`];

    expect(new Set(ringsOf(nodes, next).values()).size).toBe(100_000);
  });
});
