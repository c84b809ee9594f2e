import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COUNT_LIMIT,
  CROWD,
  disturbedBy,
  LISTED,
  type PairSpace,
  reportedUnder,
} from '../../../../shared/domain/conflicts/pair-space.ts';

type Pairs = ReadonlySet<string>;

const nodes = Array.from({ length: 24 }, (_, index) => `n${String(index).padStart(2, '0')}`);
const somePairs = fc
  .array(fc.tuple(fc.nat(23), fc.nat(23)), { maxLength: 120 })
  .map((list) => new Set(list.filter(([a, b]) => a !== b).map(([a, b]) => [nodes[a], nodes[b]].sort().join(' '))));

function others(node: string, pairs: Pairs): readonly string[] {
  return nodes.filter((other) => pairs.has([node, other].sort().join(' ')));
}

function spaceOf(pairs: Pairs): PairSpace<string> {
  return { idOf: (node) => node, partners: (node, limit) => others(node, pairs).slice(0, limit) };
}

function report(node: string, pairs: Pairs): string {
  return JSON.stringify(reportedUnder(node, spaceOf(pairs)));
}

describe('shared/domain/conflicts/pair-space', () => {
  it('reports each pair once, or in the crowd of one of the two', () => {
    fc.assert(
      fc.property(somePairs, (pairs) => {
        const all = nodes.map((node) => ({ node, reported: reportedUnder(node, spaceOf(pairs)) }));
        const crowds = all.filter(({ reported }) => reported.as === 'crowd').map(({ node }) => node);
        const told = all.flatMap(({ node, reported }) =>
          reported.as === 'pairs' ? reported.partners.map((other) => `${node} ${other}`) : [],
        );

        expect(crowds).toEqual(nodes.filter((node) => others(node, pairs).length > CROWD));
        expect(told.sort()).toEqual(
          [...pairs].filter((pair) => !pair.split(' ').some((node) => crowds.includes(node))).sort(),
        );
        expect(told.length).toBeLessThanOrEqual((nodes.length * CROWD) / 2);
      }),
    );
  });

  it('lists the first of a crowd by id, and counts all', () => {
    const pairs = new Set(nodes.slice(1).map((other) => `n00 ${other}`));

    const reported = reportedUnder('n00', spaceOf(pairs));

    expect(reported).toEqual({ as: 'crowd', partners: nodes.slice(1, LISTED), count: 23, atLeast: false });
  });

  it('stops counting a crowd, and says that it did', () => {
    const many = Array.from({ length: COUNT_LIMIT + 500 }, (_, index) => `m${String(index).padStart(5, '0')}`);
    const space = { idOf: (node: string) => node, partners: (_: string, limit: number) => many.slice(0, limit) };

    expect(reportedUnder('a', space)).toMatchObject({ as: 'crowd', count: COUNT_LIMIT, atLeast: true });
  });

  it('knows everything under which something else may be reported when some things change', () => {
    const change = fc.tuple(fc.constantFrom(...nodes), fc.array(fc.constantFrom(...nodes), { maxLength: 12 }));
    fc.assert(
      fc.property(somePairs, fc.array(change, { minLength: 1, maxLength: 3 }), (before, changes) => {
        const moved = changes.map(([node]) => node);
        const kept = [...before].filter((pair) => !pair.split(' ').some((node) => moved.includes(node)));
        const fresh = changes.flatMap(([node, list]) =>
          list.filter((other) => other !== node).map((other) => [node, other].sort().join(' ')),
        );
        const after = new Set([...kept, ...fresh]);
        const touched = new Set(
          [before, after].flatMap((pairs) => moved.flatMap((node) => disturbedBy(node, moved.length, spaceOf(pairs)))),
        );

        for (const node of nodes) if (!touched.has(node)) expect(report(node, after)).toBe(report(node, before));
      }),
      { numRuns: 300 },
    );
  });
});
