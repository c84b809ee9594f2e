import { describe, expect, it } from 'vitest';
import { cyclesOf, linksOf, reachedFrom, wayRound } from '../../../../renderer/features/catalogue/service-links.ts';
import type { ServiceId } from '../../../../shared/model/ids.ts';

function catalogue(needs: Readonly<Record<string, readonly string[]>>) {
  return Object.entries(needs).map(([id, dependsOn]) => ({
    id: id as ServiceId,
    dependsOn: dependsOn.map((one) => one as ServiceId),
  }));
}

describe('renderer/features/catalogue/service-links', () => {
  it('knows both directions, and leaves out what is gone and what names itself', () => {
    const { needs, neededBy } = linksOf(catalogue({ shop: ['api', 'api', 'gone', 'shop'], api: [] }));

    expect([...needs]).toEqual([
      ['shop', ['api']],
      ['api', []],
    ]);
    expect([...neededBy]).toEqual([
      ['shop', []],
      ['api', ['shop']],
    ]);
  });

  it('reaches everything by some way, never itself', () => {
    const { needs, neededBy } = linksOf(catalogue({ a: ['b'], b: ['c'], c: ['a'], d: ['c'], e: [] }));

    expect([...reachedFrom('a' as ServiceId, needs)].toSorted()).toEqual(['b', 'c']);
    expect([...reachedFrom('a' as ServiceId, neededBy)].toSorted()).toEqual(['b', 'c', 'd']);
    expect([...reachedFrom('e' as ServiceId, needs)]).toEqual([]);
  });

  it('finds cycles, two that touch as one, and a way round each', () => {
    const services = catalogue({ a: ['b'], b: ['c', 'a'], c: ['a'], d: ['e'], e: ['d'], f: ['a'], g: [] });
    const links = linksOf(services);

    const cycles = cyclesOf(services, links);

    expect(cycles).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e'],
    ]);
    expect(cycles.map((cycle) => wayRound(cycle, links))).toEqual([
      ['a', 'b', 'a'],
      ['d', 'e', 'd'],
    ]);
  });

  it('finds none where there is none', () => {
    const services = catalogue({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] });

    expect(cyclesOf(services, linksOf(services))).toEqual([]);
    expect(wayRound([], linksOf(services))).toEqual([]);
  });
});
