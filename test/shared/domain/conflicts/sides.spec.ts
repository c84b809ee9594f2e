import { describe, expect, it } from 'vitest';
import {
  hull,
  listed,
  quoted,
  shared,
  sideOfBooking,
  sideOfDeployment,
  sideOfMilestone,
  sideOfRule,
  thingOf,
} from '../../../../shared/domain/conflicts/sides.ts';
import { PlanView } from '../../../../shared/domain/conflicts/view.ts';
import {
  aBooking,
  aMilestone,
  aPlan,
  aPlanRule,
  aRelease,
  aTeam,
  aTrain,
  hours,
} from '../../../support/conflicts/things.ts';

const release = aRelease('r', 9, { name: '2027.01' });

describe('shared/domain/conflicts/sides', () => {
  it('makes sides that say what they are and when', () => {
    const [rule] = [aPlanRule('Year end', 'freeze', [[1, 2]])];
    const occurrence = rule.occurrences[0] as (typeof rule.occurrences)[0];
    const deployed = { id: 'r', releaseId: release.id, milestoneId: null, name: 'Payments 1', span: hours(9, 10) };

    expect(sideOfBooking(aBooking('b', 0, 1, { title: 'UAT', releaseId: 'r' }))).toEqual({
      thing: { kind: 'booking', id: 'b', name: 'UAT' },
      span: hours(0, 1),
      releaseId: 'r',
    });
    const view = new PlanView(aPlan({ releases: [release], trains: [aTrain('train', { name: 'Payments' })] }));
    const cab = aMilestone('m', 'cab', 3, null, { name: 'CAB', releaseId: 'r' });
    expect(sideOfMilestone(view, cab).thing.name).toBe('CAB of Payments 2027.01');
    expect(sideOfMilestone(view, cab).span).toEqual(hours(3, 3));
    expect(sideOfDeployment(deployed).thing).toEqual({ kind: 'release', id: 'r', name: 'Payments 1' });
    expect(sideOfRule({ rule: rule.rule, occurrence, test: () => true }).span).toEqual(hours(1, 2));
  });

  it.each([
    [
      [0, 5],
      [3, 9],
      [3, 5],
    ],
    [
      [0, 9],
      [3, 4],
      [3, 4],
    ],
    [
      [0, 3],
      [3, 9],
      [3, 3],
    ],
    [
      [0, 2],
      [5, 9],
      [5, 5],
    ],
  ])('shares of %o and %o %o', ([a = 0, b = 0], [c = 0, d = 0], [e = 0, f = 0]) => {
    expect(shared(hours(a, b), hours(c, d))).toEqual(hours(e, f));
  });

  it('spans from the first start to the last end', () => {
    expect(hull([hours(4, 5), hours(1, 9), hours(0, 2)])).toEqual(hours(0, 9));
    expect(hull([])).toBeNull();
  });

  it.each([
    [[], ''],
    [['A'], '“A”'],
    [['A', 'B'], '“A” and “B”'],
    [['A', 'B', 'C', 'D'], '“A”, “B”, “C” and “D”'],
    [['A', 'B', 'C', 'D', 'E'], '“A”, “B”, “C” and 2 more'],
  ])('lists %o as %s', (names, expected) => {
    expect(listed(names)).toBe(expected);
  });

  it('names things of the plan, and what is not known by its id', () => {
    const view = new PlanView(aPlan({ releases: [release], teams: [aTeam('red')] }));

    expect(thingOf(view, 'release', 'r').name).toBe('2027.01');
    expect(thingOf(view, 'team', 'red').name).toBe('red');
    expect(thingOf(view, 'service', 'gone')).toEqual({ kind: 'service', id: 'gone', name: 'gone' });
    expect(quoted('x')).toBe('“x”');
  });
});
