import { describe, expect, it } from 'vitest';
import { blockRule } from '../../../../shared/domain/conflicts/block-rule.ts';
import { createConflictIndex } from '../../../../shared/domain/conflicts/conflict-index.ts';
import { COUNT_LIMIT } from '../../../../shared/domain/conflicts/pair-space.ts';
import { PlanView } from '../../../../shared/domain/conflicts/view.ts';
import { aBooking, anEnvironment, aPlan, aPlanRule, aRelease, hours } from '../../../support/conflicts/things.ts';

const rule = blockRule({
  kind: 'release-in-maintenance',
  by: 'maintenance',
  everywhere: true,
  sentence: ({ relation }) => `${relation}.`,
  weigh: () => ({ severity: 'minor', because: 'It is a test.' }),
});

describe('shared/domain/conflicts/block-rule', () => {
  it('says what its kind says, under releases and bookings', () => {
    const view = new PlanView(
      aPlan({
        environments: [anEnvironment('env')],
        releases: [aRelease('r', 3)],
        bookings: [aBooking('b', 0, 9)],
        rules: [aPlanRule('m', 'maintenance', [[2, 5]]), aPlanRule('f', 'freeze', [[2, 5]])],
      }),
    );

    expect(
      [...rule.find(view, 'r'), ...rule.find(view, 'b')].map(({ key, rule: said, because }) => [key, said, because]),
    ).toEqual([
      ['release-in-maintenance deployment r m o0', 'same.', 'It is a test.'],
      ['release-in-maintenance booking b m o0', 'same.', 'It is a test.'],
    ]);
    expect(rule.find(view, 'gone')).toEqual([]);
  });

  it('counts what blocks one thing up to a limit, and says so', () => {
    const times = Array.from({ length: COUNT_LIMIT + 5 }, (_, index) => [0, 10 + index] as const);
    const view = new PlanView(aPlan({ releases: [aRelease('r', 3)], rules: [aPlanRule('m', 'maintenance', times)] }));

    const [crowd, ...rest] = rule.find(view, 'r');

    expect(rest).toEqual([]);
    expect(crowd).toMatchObject({ sideCount: COUNT_LIMIT + 1, atLeast: true, at: hours(3, 4) });
    expect(crowd?.rule).toBe('More than 1,000 times of maintenance block “r”.');
  });

  it('takes a crowd apart to see what is new in it', () => {
    const twenty = (from: number) => Array.from({ length: 20 }, (_, index) => [from + index, from + 30] as const);
    const plan = aPlan({
      releases: [aRelease('r', 25)],
      rules: [aPlanRule('m', 'maintenance', [...twenty(0), ...twenty(100)])],
    });
    const moved = (departs: number) => [{ kind: 'release', id: 'r', to: aRelease('r', departs) }] as const;
    const created = (departs: number) =>
      createConflictIndex(plan)
        .preview(moved(departs))
        .created.map(({ key }) => key);

    expect(created(26)).toEqual([]);
    expect(created(125)).toEqual(['release-in-maintenance deployment r *']);
  });
});
