import { describe, expect, it } from 'vitest';
import { toInstant } from '../../../../shared/domain/calendar/zoned-time.ts';
import type { Plan } from '../../../../shared/domain/conflicts/plan.ts';
import type { Booking } from '../../../../shared/model/environment.ts';
import { found, foundKeys, sideIds } from '../../../support/conflicts/found.ts';
import { aBooking, anEnvironment, aPlan, aRelease, aService, hour, hours } from '../../../support/conflicts/things.ts';
import { aLocal, aZone } from '../../../support/times.ts';

const services = [aService('pay', { name: 'Payments' }), aService('led', { name: 'Ledger' })];

function plan(environment: Record<string, unknown>, ...bookings: readonly Booking[]): Plan {
  return aPlan({ services, environments: [anEnvironment('env', { name: 'Staging EU', ...environment })], bookings });
}

/** A booking in Berlin, by its local times. */
function inBerlin(id: string, start: string, end: string): Booking {
  const zone = aZone('Europe/Berlin');
  const [startLocal, endLocal] = [aLocal(start), aLocal(end)];
  const times = { startAt: toInstant(startLocal, zone), endAt: toInstant(endLocal, zone) };
  return aBooking(id, 0, 1, { zone, startLocal, endLocal, ...times });
}

describe('shared/domain/conflicts/environment-clash', () => {
  it('finds two bookings of an environment for one at a time, with both spans, the rule and the reason', () => {
    const [clash] = found(
      plan(
        {},
        aBooking('uat', 0, 10, { title: 'UAT' }),
        aBooking('load', 8, 12, { title: 'Load test', requestedAt: hour(-5) }),
      ),
      'environment-clash',
    );

    expect(clash).toMatchObject({
      key: 'environment-clash load uat',
      how: 'exclusive',
      at: hours(8, 10),
      rule: '“Staging EU” takes one booking at a time.',
      resource: { kind: 'environment', id: 'env', name: 'Staging EU' },
      relation: 'same',
      path: [],
      severity: 'blocking',
      because: '“Staging EU” is a staging environment: no release gets past it.',
    });
    expect(clash?.sides).toEqual([
      { thing: { kind: 'booking', id: 'load', name: 'Load test' }, span: hours(8, 12), releaseId: null },
      { thing: { kind: 'booking', id: 'uat', name: 'UAT' }, span: hours(0, 10), releaseId: null },
    ]);
  });

  it.each([
    ['touch: one ends when the other begins', [0, 5], [5, 9], false],
    ['share their last moment', [0, 5], [4, 9], true],
    ['are the same', [0, 5], [0, 5], true],
    ['hold no time at all, one of them', [3, 3], [0, 5], false],
    ['hold no time at all, both', [3, 3], [3, 3], false],
  ])('of two that %s', (_, [a = 0, b = 0], [c = 0, d = 0], expected) => {
    expect(foundKeys(plan({}, aBooking('a', a, b), aBooking('b', c, d)), 'environment-clash').length > 0).toBe(
      expected,
    );
  });

  it.each([
    ['shared', 'shared', [], [], null],
    ['shared', 'exclusive', [], [], 'exclusive'],
    ['exclusive', 'shared', [], [], 'exclusive'],
    ['by-service', 'shared', ['pay'], ['led'], null],
    ['by-service', 'shared', ['pay'], ['led', 'pay'], 'by-service'],
    ['by-service', 'shared', [], ['led'], 'by-service'],
    ['by-service', 'shared', [], [], 'by-service'],
    ['by-service', 'exclusive', ['pay'], ['led'], 'exclusive'],
  ])('in an environment for %s use, one %s, with services %o and %o: %s', (sharing, mode, a, b, expected) => {
    const clashes = found(
      plan({ sharing, capacity: 9 }, aBooking('a', 0, 5, { mode, services: a }), aBooking('b', 0, 5, { services: b })),
      'environment-clash',
    );

    expect(clashes.map(({ how }) => how)).toEqual(expected === null ? [] : [expected]);
  });

  it('names the services that both use', () => {
    const [clash] = found(
      plan(
        { sharing: 'by-service' },
        aBooking('a', 0, 5, { services: ['pay', 'led'] }),
        aBooking('b', 0, 5, { services: ['pay'] }),
      ),
      'environment-clash',
    );

    expect(clash?.rule).toBe('A service of “Staging EU” can be in one booking at a time; both use “Payments”.');
    expect(clash?.services).toEqual(['pay']);
  });

  it('lets bookings of one release, and those that came along, be together', () => {
    const release = { releaseId: 'r' };
    const own = [aBooking('a', 0, 5, release), aBooking('b', 0, 5, release)];
    const family = [
      aBooking('c', 10, 15),
      aBooking('d', 10, 15, { causedBy: 'c' }),
      aBooking('e', 10, 15, { causedBy: 'd' }),
    ];

    expect(foundKeys(plan({}, ...own, ...family), 'environment-clash')).toEqual([]);
  });

  it('lets a cancelled release hold nothing', () => {
    const cancelled = {
      ...plan({}, aBooking('a', 0, 5, { releaseId: 'r' }), aBooking('b', 0, 5)),
      releases: [aRelease('r', 9, { state: 'cancelled' })],
    };

    expect(foundKeys(cancelled, 'environment-clash')).toEqual([]);
  });

  it.each([
    ['test', 'serious', 'work there can be put off'],
    ['development', 'serious', 'work there can be put off'],
    ['staging', 'blocking', 'no release gets past it'],
    ['pre-production', 'blocking', 'no release gets past it'],
    ['production', 'blocking', 'no release gets past it'],
  ])('weighs a clash in a %s environment as %s', (kind, severity, reason) => {
    const [clash] = found(plan({ kind }, aBooking('a', 0, 5), aBooking('b', 0, 5)), 'environment-clash');

    expect(clash?.severity).toBe(severity);
    expect(clash?.because).toContain(reason);
  });

  describe('with environments that stand on others', () => {
    const environments = [
      anEnvironment('cluster', { name: 'Cluster', sharing: 'shared', capacity: 9 }),
      anEnvironment('node', { name: 'Node', sharing: 'shared', capacity: 9, parents: ['cluster'] }),
      anEnvironment('app', { name: 'App', sharing: 'shared', capacity: 9, parents: ['node'] }),
    ];
    const below = (parts: Record<string, unknown>) => aBooking('below', 0, 5, { environmentId: 'cluster', ...parts });
    const above = (parts: Record<string, unknown>) => aBooking('above', 3, 9, { environmentId: 'app', ...parts });

    it('finds what is taken from under a booking, with the way down', () => {
      const later = above({ requestedAt: hour(-1) });
      const [clash] = found(
        aPlan({ environments, bookings: [below({ mode: 'exclusive' }), later] }),
        'environment-clash',
      );

      expect(sideIds(clash as never)).toEqual(['above', 'below']);
      expect(clash).toMatchObject({ relation: 'parent', environmentId: 'cluster', at: hours(3, 5) });
      expect(clash?.path.map(({ name }) => name)).toEqual(['App', 'Node', 'Cluster']);
      expect(clash?.rule).toBe('“App” stands on “Cluster”: “below” has “Cluster” for itself.');
    });

    it('finds what a booking would be taken from under, with the way up', () => {
      const later = below({ mode: 'exclusive', requestedAt: hour(-1) });
      const [clash] = found(aPlan({ environments, bookings: [later, above({})] }), 'environment-clash');

      expect(sideIds(clash as never)).toEqual(['below', 'above']);
      expect(clash).toMatchObject({ relation: 'child', environmentId: 'cluster' });
      expect(clash?.path.map(({ name }) => name)).toEqual(['Cluster', 'Node', 'App']);
      expect(clash?.rule).toBe('“App” stands on “Cluster”: “below” has “Cluster” for itself.');
    });

    it.each([
      ['who shares it', below({}), []],
      ['the same release', below({ mode: 'exclusive', releaseId: 'r' }), []],
      ['who takes it', below({ mode: 'exclusive' }), ['above below']],
    ])('minds below it %s', (_, booking, expected) => {
      const bookings = [booking, above({ releaseId: 'r' })];

      expect(foundKeys(aPlan({ environments, bookings }), 'environment-clash')).toEqual(expected);
    });

    it('does not mind what is taken above it', () => {
      const bookings = [below({}), above({ mode: 'exclusive' })];

      expect(foundKeys(aPlan({ environments, bookings }), 'environment-clash')).toEqual([]);
    });

    it('ends where environments stand on each other in a ring, or on themselves', () => {
      const ring = [
        anEnvironment('a', { sharing: 'shared', parents: ['b', 'a'] }),
        anEnvironment('b', { sharing: 'shared', parents: ['a'] }),
      ];
      const bookings = [
        aBooking('x', 0, 5, { environmentId: 'a', mode: 'exclusive' }),
        aBooking('y', 0, 5, { environmentId: 'b' }),
      ];

      expect(foundKeys(aPlan({ environments: ring, bookings }), 'environment-clash')).toEqual(['x y']);
    });
  });

  it.each([
    [
      'the hour that clocks leave out',
      ['2027-03-28T01:00', '2027-03-28T02:30'],
      ['2027-03-28T03:30', '2027-03-28T05:00'],
      false,
    ],
    [
      'that hour, by which the first ends later than it says',
      ['2027-03-28T01:00', '2027-03-28T02:30'],
      ['2027-03-28T03:00', '2027-03-28T05:00'],
      true,
    ],
    [
      'the hour that clocks show twice',
      ['2027-10-31T01:00', '2027-10-31T02:30'],
      ['2027-10-31T03:00', '2027-10-31T05:00'],
      false,
    ],
  ])('reads local times around %s', (_, [a = '', b = ''], [c = '', d = ''], expected) => {
    const bookings = [inBerlin('a', a, b), inBerlin('b', c, d)];

    expect(foundKeys(plan({}, ...bookings), 'environment-clash').length > 0).toBe(expected);
  });

  it('compares moments, whatever the zones that bookings are written in', () => {
    const berlin = inBerlin('a', '2027-01-04T09:00', '2027-01-04T10:00');

    expect(foundKeys(plan({}, berlin, aBooking('b', 8.5, 9)), 'environment-clash')).toEqual(['a b']);
    expect(foundKeys(plan({}, berlin, aBooking('b', 9, 10)), 'environment-clash')).toEqual([]);
  });

  it('reports whoever clashes with more than eight as one crowd, with the first of them and the count of all', () => {
    const others = Array.from({ length: 20 }, (_, index) =>
      aBooking(`b${String(index).padStart(2, '0')}`, index, index + 1),
    );
    const [crowd, ...rest] = found(
      plan({}, aBooking('long', 0, 20, { title: 'Long' }), ...others),
      'environment-clash',
    );

    expect(rest).toEqual([]);
    expect(crowd).toMatchObject({ key: 'environment-clash long *', sideCount: 21, atLeast: false, at: hours(0, 20) });
    expect(sideIds(crowd as never)).toEqual(['long', ...others.slice(0, 11).map(({ id }) => id)]);
    expect(crowd?.rule).toBe('“Long” cannot be in “Staging EU” at the same time as 20 other bookings.');
  });

  it('keeps a clash’s key wherever anything else moves', () => {
    const pair = [aBooking('a', 0, 5), aBooking('b', 3, 9)];
    const third = (start: number) => aBooking('c', start, start + 2);

    for (const start of [0, 4, 8, 20]) {
      expect(foundKeys(plan({}, ...pair, third(start)), 'environment-clash')).toContain('a b');
    }
  });
});
