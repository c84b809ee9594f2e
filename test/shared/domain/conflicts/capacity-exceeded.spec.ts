import { describe, expect, it } from 'vitest';
import { createConflictIndex } from '../../../../shared/domain/conflicts/conflict-index.ts';
import type { Plan } from '../../../../shared/domain/conflicts/plan.ts';
import type { Booking } from '../../../../shared/model/environment.ts';
import { found, sideIds } from '../../../support/conflicts/found.ts';
import { aBooking, anEnvironment, aPlan, hour, hours } from '../../../support/conflicts/things.ts';

function plan(capacity: number, ...bookings: readonly Booking[]): Plan {
  return aPlan({
    environments: [anEnvironment('env', { name: 'Test', sharing: 'shared', kind: 'test', capacity })],
    bookings,
  });
}

function units(id: string, start: number, end: number, count: number, parts: Record<string, unknown> = {}): Booking {
  return aBooking(id, start, end, { units: count, ...parts });
}

describe('shared/domain/conflicts/capacity-exceeded', () => {
  it('finds exactly when more is booked than there is, and by whom', () => {
    const [over, ...rest] = found(
      plan(5, units('a', 0, 10, 2), units('b', 4, 12, 2), units('c', 6, 8, 2, { requestedAt: hour(-1) })),
      'capacity-exceeded',
    );

    expect(rest).toEqual([]);
    expect(over).toMatchObject({
      key: 'capacity-exceeded env a b c',
      at: hours(6, 8),
      load: 6,
      capacity: 5,
      sideCount: 3,
      rule: '“Test” has 5 units, and 6 are booked at once.',
      severity: 'serious',
    });
    expect(sideIds(over as never)[0]).toBe('c');
  });

  it.each([
    ['as much as there is', 4, false],
    ['one more than there is', 3, true],
  ])('lets two hold %s', (_, capacity, expected) => {
    expect(found(plan(capacity, units('a', 0, 5, 2), units('b', 0, 5, 2)), 'capacity-exceeded').length > 0).toBe(
      expected,
    );
  });

  it('finds one booking that needs more than there is', () => {
    const [over] = found(plan(1, units('a', 0, 5, 2)), 'capacity-exceeded');

    expect(over).toMatchObject({ sideCount: 1, rule: '“Test” has 1 unit, and 2 are booked at once.' });
  });

  it('does not count one that ends when the next begins', () => {
    expect(found(plan(2, units('a', 0, 5, 2), units('b', 5, 9, 2)), 'capacity-exceeded')).toEqual([]);
  });

  it('finds each largest set that is together, and no part of one', () => {
    const sets = found(
      plan(2, units('a', 0, 9, 1), units('b', 0, 9, 1), units('c', 1, 3, 1), units('d', 2, 5, 1), units('e', 6, 7, 1)),
      'capacity-exceeded',
    );

    expect(sets.map((each) => [sideIds(each).toSorted().join(), each.at])).toEqual([
      ['a,b,c,d', hours(2, 3)],
      ['a,b,e', hours(6, 7)],
    ]);
  });

  it('counts extra instances of rollouts alone where who may be there is limited in another way', () => {
    const environments = [anEnvironment('env', { sharing: 'by-service', capacity: 3 })];
    const rollout = (id: string, count: number) =>
      units(id, 0, 5, count, { purpose: 'blue-green', services: [id], releaseId: id });
    const bookings = [rollout('s1', 2), rollout('s2', 2), units('use', 0, 5, 3, { services: ['s3'] })];

    const [over, ...rest] = found(aPlan({ environments, bookings }), 'capacity-exceeded');

    expect(rest).toEqual([]);
    expect(over).toMatchObject({ load: 4, rule: '“env” has 3 units for rollouts, and 4 are booked at once.' });
    expect(sideIds(over as never).toSorted()).toEqual(['s1', 's2']);
  });

  it('names thousands without listing them, the same in any order', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => units(`b${index}`, 0, 5, 1));
    const [over] = found(plan(10, ...many), 'capacity-exceeded');
    const [turned] = found(plan(10, ...many.toReversed()), 'capacity-exceeded');
    const [fewer] = found(plan(10, ...many.slice(1)), 'capacity-exceeded');

    expect(over).toMatchObject({ sideCount: 3_000, load: 3_000 });
    expect(over?.sides.length).toBe(12);
    expect(over?.key).toMatch(/^capacity-exceeded env 3000 #[0-9a-f]{16}$/);
    expect(turned).toEqual(over);
    expect(fewer?.key).not.toBe(over?.key);
  });

  it('creates nothing where a move leaves a part of what was too much, and does not call that resolved', () => {
    const index = createConflictIndex(
      plan(2, units('a', 0, 9, 1), units('b', 0, 9, 1), units('c', 0, 9, 1), units('d', 0, 9, 1)),
    );
    const [before] = index.all();
    const away = [{ kind: 'booking', id: 'd', to: units('d', 20, 29, 1) }] as const;

    const { added, removed, created } = index.preview(away);

    expect([added.length, removed.length, created.length]).toEqual([1, 1, 0]);
    expect(index.try(before?.key ?? '', away)).toEqual({ resolved: false, creates: false });
  });

  it('calls it new where a move adds to what was too much', () => {
    const index = createConflictIndex(
      plan(2, units('a', 0, 9, 1), units('b', 0, 9, 1), units('c', 0, 9, 1), units('d', 20, 29, 1)),
    );

    const { created } = index.preview([{ kind: 'booking', id: 'd', to: units('d', 0, 9, 1) }]);

    expect(created.map(({ sideCount }) => sideCount)).toEqual([4]);
  });
});
