import { describe, expect, it } from 'vitest';
import { extentOf, isWithin } from '../../../../shared/domain/conflicts/extent.ts';
import type { Conflict } from '../../../../shared/model/conflict.ts';
import { found } from '../../../support/conflicts/found.ts';
import {
  aBooking,
  anEnvironment,
  aPlan,
  aPlanRule,
  aRelease,
  aService,
  aTrain,
  hour,
  hours,
} from '../../../support/conflicts/things.ts';

const NOW = hour(0);

/** What is booked at once beyond the two units of an environment. */
function shared(...bookings: readonly (readonly [id: string, units: number, from: number, to: number])[]): Conflict {
  const plan = aPlan({
    environments: [anEnvironment('env', { sharing: 'shared', capacity: 2 })],
    bookings: bookings.map(([id, units, from, to]) => aBooking(id, from, to, { units })),
  });
  return found(plan, 'capacity-exceeded')[0] ?? expect.fail('no conflict');
}

describe('shared/domain/conflicts/extent', () => {
  const seen = shared(['a', 2, 10, 20], ['b', 1, 10, 20]);

  it('is the time, the number, the amount and the things', () => {
    expect(extentOf(seen)).toEqual({
      at: hours(10, 20),
      severity: 'blocking',
      sideCount: 2,
      amount: 3,
      among: ['b', 'a', 'env'],
    });
  });

  it.each([
    ['as it was', shared(['a', 2, 10, 20], ['b', 1, 10, 20]), true],
    ['shorter', shared(['a', 2, 10, 20], ['b', 1, 12, 15]), true],
    ['longer', shared(['a', 2, 10, 22], ['b', 1, 10, 22]), false],
    ['on another day', shared(['a', 2, 40, 50], ['b', 1, 40, 50]), false],
    ['of more units', shared(['a', 2, 10, 20], ['b', 40, 10, 20]), false],
    ['among more', shared(['a', 1, 10, 20], ['b', 1, 10, 20], ['c', 1, 10, 20]), false],
    ['among others', shared(['a', 2, 10, 20], ['c', 1, 10, 20]), false],
  ])('holds %s: %#', (_what, conflict, within) => {
    expect(isWithin(conflict, extentOf(seen), NOW)).toBe(within);
  });

  const first = (plan: Parameters<typeof found>[0], kind: Conflict['kind']) =>
    found(plan, kind)[0] ?? expect.fail(`no ${kind}`);
  const services = ['intranet', 'payments'].map((id) => aService(id));

  const bothDeploy = (...ids: readonly string[]) =>
    first(
      aPlan({
        services,
        trains: [aTrain('A', { services: ids }), aTrain('B', { services: ids })],
        releases: [aRelease('a', 40, { trainId: 'A' }), aRelease('b', 40, { trainId: 'B' })],
      }),
      'service-clash',
    );

  const during = (kind: 'freeze' | 'maintenance') => (of: readonly string[], held: readonly string[]) =>
    first(
      aPlan({
        services,
        trains: [aTrain('A', { services: of })],
        releases: [aRelease('a', 40, { trainId: 'A' })],
        rules: [aPlanRule('rule', kind, [[0, 90]], { scope: { services: held } })],
      }),
      kind === 'freeze' ? 'release-in-freeze' : 'release-in-maintenance',
    );
  const frozen = during('freeze');
  const worked = during('maintenance');

  const outside = (...ids: readonly string[]) =>
    first(
      aPlan({
        services,
        trains: [aTrain('A', { services: ids })],
        releases: [aRelease('a', 40, { trainId: 'A' })],
        rules: [aPlanRule('night', 'window', [[0, 4]], { scope: { services: ['intranet', 'payments'] } })],
      }),
      'outside-window',
    );

  const using = (mode: 'shared' | 'exclusive', ...ids: readonly string[]) =>
    first(
      aPlan({
        services,
        environments: [anEnvironment('env', { sharing: 'by-service' })],
        bookings: ['a', 'b'].map((id) => aBooking(id, 10, 20, { mode, services: ids })),
      }),
      'environment-clash',
    );

  const needing = (needs: Readonly<Record<string, readonly string[]>>) =>
    first(
      aPlan({
        services: [
          ...['api', 'auth'].map((id) => aService(id)),
          ...['web', 'app'].map((id) => aService(id, { dependsOn: needs[id] ?? [] })),
        ],
        trains: [aTrain('Prov', { services: ['api', 'auth'] }), aTrain('Cons', { services: ['web', 'app'] })],
        releases: [aRelease('p', 60, { trainId: 'Prov' }), aRelease('c', 40, { trainId: 'Cons' })],
      }),
      'dependency-order',
    );

  it.each<[string, Conflict, Conflict]>([
    ['both deploy another service too', bothDeploy('intranet'), bothDeploy('intranet', 'payments')],
    ['both deploy another service instead', bothDeploy('intranet'), bothDeploy('payments')],
    [
      'another service is frozen too',
      frozen(['intranet'], ['intranet']),
      frozen(['intranet', 'payments'], ['intranet', 'payments']),
    ],
    [
      'the train brings another service into the freeze',
      frozen(['intranet'], []),
      frozen(['intranet', 'payments'], []),
    ],
    ['another service is worked on', worked(['intranet'], []), worked(['intranet', 'payments'], [])],
    ['another service is outside its windows', outside('intranet'), outside('intranet', 'payments')],
    ['both use another service', using('shared', 'intranet'), using('shared', 'payments')],
    ['both take the whole environment', using('shared', 'intranet'), using('exclusive', 'intranet')],
    ['another dependency is out of order too', needing({ web: ['api'] }), needing({ web: ['api', 'auth'] })],
    ['another dependency is out of order instead', needing({ web: ['api'] }), needing({ app: ['auth'] })],
  ])('holds no longer where %s', (_what, before, after) => {
    expect(after.key).toBe(before.key);
    expect(isWithin(before, extentOf(before), NOW)).toBe(true);
    expect(isWithin(after, extentOf(before), NOW)).toBe(false);
  });

  it('holds where what it is about becomes less', () => {
    const both = frozen(['intranet', 'payments'], []);

    expect(isWithin(frozen(['intranet'], []), extentOf(both), NOW)).toBe(true);
    expect(isWithin(bothDeploy('intranet'), extentOf(bothDeploy('intranet', 'payments')), NOW)).toBe(true);
  });

  it('holds of no greater severity', () => {
    const milder = { ...seen, severity: 'serious' as const };

    expect(isWithin(seen, extentOf(milder), NOW)).toBe(false);
    expect(isWithin(milder, extentOf(seen), NOW)).toBe(true);
  });

  it('goes on with the clock', () => {
    const longer = shared(['a', 2, 10, 22], ['b', 1, 10, 22]);

    expect(isWithin(longer, extentOf(seen), hour(22))).toBe(true);
    expect(isWithin(longer, extentOf(seen), hour(21))).toBe(false);
  });
});
