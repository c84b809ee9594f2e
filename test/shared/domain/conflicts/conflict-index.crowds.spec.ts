import { describe, expect, it } from 'vitest';
import { createConflictIndex, findConflicts } from '../../../../shared/domain/conflicts/conflict-index.ts';
import type { Conflict } from '../../../../shared/model/conflict.ts';
import { crowdedPlan, largePlan } from '../../../support/conflicts/large-plan.ts';
import {
  aBooking,
  anEnvironment,
  aPlan,
  aPlanRule,
  aRelease,
  aService,
  aTrain,
  hour,
} from '../../../support/conflicts/things.ts';
import { cpuMilliseconds } from '../../../support/cpu-time.ts';

function sidesListed(conflicts: readonly Conflict[]): number {
  return conflicts.reduce((sum, { sides }) => sum + sides.length, 0);
}

describe('shared/domain/conflicts/conflict-index', () => {
  it.each([
    [9, 36],
    [10, 10],
    [100, 100],
  ])('reports %s bookings of one environment at one time as %s conflicts', (count, expected) => {
    expect(findConflicts(crowdedPlan(count, 'exclusive')).length).toBe(expected);
  });

  it('reports everything over everything honestly, in memory that grows with the plan and not with its pairs', () => {
    const started = cpuMilliseconds();

    const found = findConflicts(crowdedPlan(5_000, 'exclusive'));

    // Measured at 300 ms here; twelve million pairs would take many seconds, and gigabytes.
    expect(cpuMilliseconds() - started).toBeLessThan(6_000);
    expect(found.length).toBe(5_000);
    expect(found.every(({ sideCount, atLeast }) => sideCount === 1_001 && atLeast)).toBe(true);
    expect(sidesListed(found)).toBe(60_000);
  });

  it('reports one set for what is too much in one place at one time', () => {
    const [over, ...rest] = findConflicts(crowdedPlan(5_000, 'shared'));

    expect(rest).toEqual([]);
    expect(over).toMatchObject({ sideCount: 5_000, atLeast: false });
  });

  it('keeps a crowd as others leave it', () => {
    const index = createConflictIndex(crowdedPlan(12, 'exclusive'));

    const first = index.apply([{ kind: 'booking', id: 'b0', to: null }]);
    const second = index.apply([{ kind: 'booking', id: 'b1', to: null }]);
    const third = index.apply([{ kind: 'booking', id: 'b2', to: null }]);

    expect([first.removed.length, first.changed.length, first.created.length]).toEqual([1, 11, 0]);
    expect([second.removed.length, second.changed.length]).toEqual([1, 10]);
    // Nine are left, none with more than eight others: their pairs are told one by one, and none of them is new.
    expect([third.removed.length, third.added.length, third.created.length]).toEqual([10, 36, 0]);
  });

  it('ends on graphs that go round in rings', () => {
    const names = Array.from({ length: 200 }, (_, index) => `n${index}`);
    const next = (index: number) => [`n${(index + 1) % 200}`, `n${(index * 7) % 200}`];
    const plan = aPlan({
      services: names.map((id, index) => aService(id, { dependsOn: next(index) })),
      environments: names.map((id, index) => anEnvironment(id, { parents: next(index) })),
      trains: names.map((id) => aTrain(id, { services: [id] })),
      releases: names.map((id, index) => aRelease(id, index, { trainId: id })),
      bookings: names.map((id, index) =>
        aBooking(id, index, index + 2, { environmentId: id, causedBy: next(index)[0] }),
      ),
      rules: [aPlanRule('f', 'freeze', [[0, 50]], { scope: { services: ['n0'] } })],
    });

    expect(findConflicts(plan).some(({ relation }) => relation === 'child')).toBe(true);
  });

  it('keeps a large plan’s conflicts after moves as a new scan finds them', () => {
    const plan = largePlan({ windows: 400, bookings: 2_000 });
    const index = createConflictIndex(plan);
    const moved = plan.bookings.filter((_, at) => at % 40 === 0);
    for (const [at, booking] of moved.entries()) {
      const elsewhere = { ...booking, environmentId: plan.environments[at % 20]?.id ?? booking.environmentId };
      const later = { ...elsewhere, startAt: hour(at * 9), endAt: hour(at * 9 + 30) };
      index.apply([{ kind: 'booking', id: booking.id, to: elsewhere }]);
      index.apply([{ kind: 'booking', id: booking.id, to: later }]);
    }

    expect(index.all()).toEqual(findConflicts(index.plan()));
  });
});
