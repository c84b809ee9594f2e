import { describe, expect, it } from 'vitest';
import { graphsOf } from '../../../../shared/domain/conflicts/plan-graphs.ts';
import { tablesOf } from '../../../../shared/domain/conflicts/plan-tables.ts';
import { anEnvironment, aPlan, aService, aTrain } from '../../../support/conflicts/things.ts';

const plan = aPlan({
  services: [
    aService('shop', { dependsOn: ['basket', 'ledger'] }),
    aService('basket', { dependsOn: ['stock'] }),
    aService('stock', { dependsOn: ['ledger', 'no-such-service'] }),
    aService('ledger', { dependsOn: [] }),
    aService('ping', { dependsOn: ['pong'] }),
    aService('pong', { dependsOn: ['ping'] }),
  ],
  trains: [
    aTrain('front', { services: ['shop', 'basket'] }),
    aTrain('back', { services: ['ledger'] }),
    aTrain('store', { services: ['stock'] }),
    aTrain('pings', { services: ['ping'] }),
    aTrain('pongs', { services: ['pong'] }),
  ],
  environments: [
    anEnvironment('cluster'),
    anEnvironment('node', { parents: ['cluster'] }),
    anEnvironment('app', { parents: ['node'] }),
  ],
});
const graphs = graphsOf(tablesOf(plan));

describe('shared/domain/conflicts/plan-graphs', () => {
  it('names what a train needs of others, by the shortest way from a service of its own', () => {
    expect(graphs.needsOf('front')).toEqual([
      { service: 'ledger', way: ['shop', 'ledger'], trains: ['back'] },
      { service: 'stock', way: ['basket', 'stock'], trains: ['store'] },
    ]);
    expect(graphs.needsOf('store')).toEqual([{ service: 'ledger', way: ['stock', 'ledger'], trains: ['back'] }]);
    expect(graphs.needsOf('back')).toEqual([]);
    expect(graphs.needsOf('no-such-train')).toEqual([]);
  });

  it('finds no order between services that need each other', () => {
    expect(graphs.needsOf('pings')).toEqual([]);
  });

  it('turns needs round', () => {
    expect([...graphs.consumersOf('back')].sort()).toEqual(['front', 'store']);
    expect([...graphs.consumersOf('front')]).toEqual([]);
    expect([...graphs.consumersOf('no-such-train')]).toEqual([]);
  });

  it('knows what an environment stands on, and what stands on it, itself first', () => {
    expect([...graphs.groundOf('app').keys()]).toEqual(['app', 'node', 'cluster']);
    expect([...graphs.burdenOf('cluster').keys()]).toEqual(['cluster', 'node', 'app']);
  });

  it('knows what a train’s services need, and what needs them', () => {
    expect([...graphs.dependenciesOf('store').keys()]).toEqual(['stock', 'ledger', 'no-such-service']);
    expect([...graphs.dependantsOf('back').keys()].sort()).toEqual(['basket', 'ledger', 'shop', 'stock']);
  });
});
