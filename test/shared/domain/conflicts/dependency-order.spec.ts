import { describe, expect, it } from 'vitest';
import { createConflictIndex } from '../../../../shared/domain/conflicts/conflict-index.ts';
import type { Plan } from '../../../../shared/domain/conflicts/plan.ts';
import type { Release } from '../../../../shared/model/release.ts';
import { found, foundKeys, sideIds } from '../../../support/conflicts/found.ts';
import { aMilestone, aPlan, aRelease, aService, aTrain, hours } from '../../../support/conflicts/things.ts';

const DAY = 24;
const services = [
  aService('shop', { name: 'Shop', dependsOn: ['pay'] }),
  aService('pay', { name: 'Payments', dependsOn: ['led', 'tax'] }),
  aService('led', { name: 'Ledger' }),
  aService('tax', { name: 'Tax' }),
];
const trains = [
  aTrain('shops', { services: ['shop'] }),
  aTrain('pays', { services: ['pay'] }),
  aTrain('books', { services: ['led', 'tax'] }),
];

function plan(releases: readonly Release[], parts: Partial<Plan> = {}): Plan {
  return aPlan({ services, trains, releases, ...parts });
}

const pays = (id: string, departs: number, parts = {}) => aRelease(id, departs, { trainId: 'pays', ...parts });
const books = (id: string, departs: number, parts = {}) => aRelease(id, departs, { trainId: 'books', ...parts });
const shops = (id: string, departs: number, parts = {}) => aRelease(id, departs, { trainId: 'shops', ...parts });

describe('shared/domain/conflicts/dependency-order', () => {
  it('finds what is released before something that it needs, with the way to it', () => {
    const [conflict, ...rest] = found(plan([pays('p', 10), books('b', 34)]), 'dependency-order');

    expect(rest).toEqual([]);
    expect(conflict).toMatchObject({
      key: 'dependency-order p b',
      at: hours(10, 35),
      consumer: 'pay',
      dependency: 'led',
      others: 1,
      relation: 'parent',
      severity: 'serious',
      because: '“Payments” would run for a while without what it needs.',
      rule: '“Payments” needs “Ledger” first, but “books b” (Tue 5 Jan 2027) comes after “pays p” (Mon 4 Jan 2027).',
    });
    expect(sideIds(conflict as never)).toEqual(['p', 'b']);
    expect(conflict?.path.map(({ id }) => id)).toEqual(['pay', 'led']);
  });

  it('minds less what is needed through others', () => {
    const [conflict] = found(plan([shops('s', 10), books('b', 34)]), 'dependency-order');

    expect(conflict).toMatchObject({ severity: 'minor', others: 1 });
    expect(conflict?.path.map(({ name }) => name)).toEqual(['Shop', 'Payments', 'Ledger']);
    expect(conflict?.rule).toContain('“Shop” needs “Ledger” first (through “Payments”)');
  });

  it.each([
    ['comes first', [pays('p', 34), books('b', 10)], []],
    ['ends when it begins', [pays('p', 11), books('b', 10)], []],
    ['overlaps it', [pays('p', 10.5), books('b', 10)], ['p b']],
    ['begins with it', [pays('p', 10), books('b', 10)], ['p b']],
    ['came first, and comes again later than that', [pays('p', 34), books('b1', 10), books('b2', 60)], []],
    ['came first long ago, and comes again soon after', [pays('p', 240), books('b1', 10), books('b2', 260)], ['p b2']],
    ['comes as long before as after', [pays('p', 34), books('b1', 10), books('b2', 58)], []],
    ['comes more than a fortnight later', [pays('p', 0), books('b', 14 * DAY + 0.5)], []],
    ['comes a fortnight later', [pays('p', 0), books('b', 14 * DAY)], ['p b']],
    ['is cancelled', [pays('p', 10), books('b', 34, { state: 'cancelled' })], []],
    ['has departed, ahead of its plan', [pays('p', 10), books('b', 34, { state: 'departed' })], []],
  ])('where what is needed %s', (_, releases, expected) => {
    expect(foundKeys(plan(releases), 'dependency-order')).toEqual(expected);
  });

  it('says the times where both are of one day, on the clock of the release that needs', () => {
    const berlin = { zone: 'Europe/Berlin' };
    const after = found(plan([pays('p', 10, berlin), books('b', 12)]), 'dependency-order');
    const during = found(plan([pays('p', 10.5), books('b', 10)]), 'dependency-order');

    expect(after[0]?.rule).toContain('“books b” (Mon 4 Jan 2027, 13:00) comes after “pays p” (Mon 4 Jan 2027, 11:00).');
    expect(during[0]?.rule).toContain(
      '“books b” (Mon 4 Jan 2027, 10:00) is not over when “pays p” (Mon 4 Jan 2027, 10:30) begins.',
    );
  });

  const weeks = (train: typeof pays, name: string, departs: readonly number[]) =>
    departs.map((each, at) => train(`${name}${at}`, each * DAY));

  it.each([
    // Each line: when what needs departs, when what is needed does, in days; and which are out of order.
    ['weekly above fortnightly, which comes first', [1, 8, 15, 22], [0, 14], []],
    ['weekly above fortnightly, in the off week a little nearer to the next', [0.9, 7.9, 14.9, 21.9], [0, 14], []],
    ['weekly above fortnightly, which comes an hour too late', [0, 7, 14, 21], [0.05, 14.05], ['p0 b0', 'p2 b1']],
    ['weekly above weekly, which comes a day too late', [0, 7, 14], [1, 8, 15], ['p0 b0', 'p1 b1', 'p2 b2']],
    ['fortnightly above weekly, of which the middle one is nobody’s', [0, 14], [-1, 6, 13], []],
    ['fortnightly above weekly, which comes a day too late', [0, 14], [1, 8, 15], ['p0 b0', 'p1 b2']],
    ['two as near to what is needed: it is the later one’s', [0, 8], [4], []],
    ['two at once, before what is needed', [0, 0], [1], ['p0 b0', 'p1 b0']],
    ['what is needed is nearer to one that comes later', [0, 7], [5], []],
  ])('holds a release against its own release of what it needs: %s', (_, needing, needed, expected) => {
    const releases = [...weeks(pays, 'p', needing), ...weeks(books, 'b', needed)];

    expect(foundKeys(plan(releases), 'dependency-order').toSorted()).toEqual(expected);
  });

  it('is found anew for those of its train where one of them goes away', () => {
    const index = createConflictIndex(plan([pays('p0', 0), pays('p1', 8 * DAY), books('b', 5 * DAY)]));

    const { added } = index.apply([{ kind: 'release', id: 'p1', to: pays('p1', 30 * DAY) }]);

    expect(added.map(({ key }) => key)).toEqual(['dependency-order p0 b']);
  });

  it('leaves alone what has departed', () => {
    expect(foundKeys(plan([pays('p', 10, { state: 'departed' }), books('b', 34)]), 'dependency-order')).toEqual([]);
  });

  it('lets one release bring both', () => {
    const both = [aTrain('pays', { services: ['pay', 'led', 'tax'] }), aTrain('books', { services: ['led'] })];

    expect(foundKeys(plan([pays('p', 10), books('b', 34)], { trains: both }), 'dependency-order')).toEqual([]);
  });

  it('finds no order in a ring', () => {
    const ring = [aService('pay', { dependsOn: ['led'] }), aService('led', { dependsOn: ['pay'] }), aService('tax')];

    expect(foundKeys(plan([pays('p', 10), books('b', 34)], { services: ring }), 'dependency-order')).toEqual([]);
  });

  it('waits for the last deployment of what is needed', () => {
    const milestones = [
      aMilestone('b-eu', 'deployment', 2, 3, { releaseId: 'b' }),
      aMilestone('b-us', 'deployment', 9, 12, { releaseId: 'b' }),
    ];

    expect(foundKeys(plan([pays('p', 10), books('b', 2)], { milestones }), 'dependency-order')).toEqual(['p b']);
  });

  it('follows a release that another one waits for', () => {
    const index = createConflictIndex(plan([pays('p', 34), books('b1', 10), books('b2', 100)]));

    const { added } = index.apply([{ kind: 'release', id: 'b1', to: books('b1', 400) }]);

    expect(added.map(({ key }) => key)).toEqual(['dependency-order p b2']);
  });
});
