import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutServices, neighbourOf, node } from '../../../../renderer/features/catalogue/service-graph.ts';
import { Service } from '../../../../shared/model/catalogue.ts';
import type { ServiceId } from '../../../../shared/model/ids.ts';
import { servicePlan } from '../../../support/plans.ts';

function service(name: string, dependsOn: readonly string[] = []): Service {
  return Service.parse({ ...servicePlan({ name, dependsOn: [...dependsOn] }), id: name });
}

function columns(services: readonly Service[]): Record<string, number | 'alone'> {
  return Object.fromEntries(layOutServices(services).nodes.map(({ id, layer }) => [id, layer]));
}

const catalogues = fc.array(fc.array(fc.nat(24), { maxLength: 4 }), { maxLength: 25 }).map((needs) =>
  needs.map((numbers, at) =>
    service(
      `s${at}`,
      numbers.map((number) => `s${number}`),
    ),
  ),
);

describe('renderer/features/catalogue/service-graph', () => {
  it('puts each service right of everything that it needs, and those without links apart', () => {
    const services = [
      service('shop', ['api', 'ledger']),
      service('api', ['ledger']),
      service('ledger'),
      service('wiki'),
    ];

    expect(columns(services)).toEqual({ ledger: 0, api: 1, shop: 2, wiki: 'alone' });
    expect(layOutServices(services).edges.map(({ needed, consumer }) => `${needed} ${consumer}`)).toEqual([
      'api shop',
      'ledger shop',
      'ledger api',
    ]);
  });

  it('is not hung by a cycle: one of its lines leads back', () => {
    const { nodes, edges } = layOutServices([service('a', ['b']), service('b', ['c']), service('c', ['a'])]);

    expect(nodes.map(({ id }) => id).toSorted()).toEqual(['a', 'b', 'c']);
    expect(edges.filter(({ isBack }) => isBack).map(({ needed, consumer }) => `${needed} ${consumer}`)).toEqual([
      'a c',
    ]);
  });

  it('draws nothing of nothing', () => {
    expect(layOutServices([])).toEqual({ nodes: [], edges: [], width: 0, height: 0 });
  });

  it('draws every service once and every dependency once, without one over another, whatever depends on what', () => {
    fc.assert(
      fc.property(catalogues, (services) => {
        const graph = layOutServices(services);

        const ids = new Set<string>(services.map(({ id }) => id));
        const wanted = services.flatMap(({ id, dependsOn }) =>
          [...new Set(dependsOn)]
            .filter((needed) => ids.has(needed) && needed !== id)
            .map((needed) => `${needed} ${id}`),
        );
        expect(graph.nodes.map(({ id }) => id).toSorted()).toEqual([...ids].toSorted());
        expect(graph.edges.map(({ needed, consumer }) => `${needed} ${consumer}`).toSorted()).toEqual(
          wanted.toSorted(),
        );
        for (const one of graph.nodes) {
          expect(one.x).toBeGreaterThanOrEqual(0);
          expect(one.y).toBeGreaterThanOrEqual(0);
          const over = graph.nodes.filter(
            (other) => other !== one && other.x === one.x && Math.abs(other.y - one.y) < node.height,
          );
          expect(over).toEqual([]);
        }
        const at = new Map(graph.nodes.map((one) => [one.id, one.x]));
        for (const { needed, consumer, isBack } of graph.edges) {
          if (!isBack) expect(at.get(needed)).toBeLessThan(at.get(consumer) ?? 0);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('lays out a chain and a crowd without delay', () => {
    const chain = Array.from({ length: 500 }, (_, at) =>
      service(`s${at}`, at === 0 ? [] : [`s${at - 1}`, `s${at >> 1}`]),
    );

    const { nodes } = layOutServices(chain);

    expect(nodes).toHaveLength(500);
  });

  it.each([
    ['ledger', 'ArrowRight', 'api'],
    ['api', 'ArrowLeft', 'ledger'],
    ['api', 'ArrowRight', null],
    ['ledger', 'ArrowDown', 'mail'],
    ['mail', 'ArrowUp', 'ledger'],
    ['ledger', 'ArrowUp', null],
    ['gone', 'ArrowUp', null],
  ] as const)('from %s, %s leads to %s', (from, key, to) => {
    const graph = {
      nodes: [
        { id: 'ledger' as ServiceId, layer: 0, x: 0, y: 0 },
        { id: 'mail' as ServiceId, layer: 0, x: 0, y: 42 },
        { id: 'api' as ServiceId, layer: 1, x: 216, y: 10 },
      ],
    };

    expect(neighbourOf(graph, from as ServiceId, key)).toBe(to);
  });
});
