import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deploymentActivity } from '../../../../shared/domain/conflicts/activity.ts';
import { createConflictIndex, findConflicts } from '../../../../shared/domain/conflicts/conflict-index.ts';
import type { Plan } from '../../../../shared/domain/conflicts/plan.ts';
import { judge } from '../../../../shared/domain/freezes/judge.ts';
import { occurrencesOf } from '../../../../shared/domain/freezes/occurrences.ts';
import { makeSchedule } from '../../../../shared/domain/freezes/schedule.ts';
import type { ScheduleRule } from '../../../../shared/model/schedule-rule.ts';
import { found, foundKeys, sideIds } from '../../../support/conflicts/found.ts';
import { randomPlan } from '../../../support/conflicts/random-plan.ts';
import {
  aMilestone,
  aPlan,
  aPlanRule,
  aRelease,
  aService,
  aTrain,
  hour,
  hours,
} from '../../../support/conflicts/things.ts';
import { aRule, once } from '../../../support/schedule.ts';

const services = [aService('pay', { name: 'Payments' }), aService('led', { name: 'Ledger' })];

function plan(rules: Plan['rules'], parts: Partial<Plan> = {}): Plan {
  return aPlan({
    services,
    trains: [aTrain('train', { services: ['pay'] })],
    releases: [aRelease('r', 10)],
    milestones: [aMilestone('go', 'deployment', 10, 14, { releaseId: 'r', name: 'Go' })],
    rules,
    ...parts,
  });
}

function window(
  id: string,
  times: readonly (readonly [number, number])[],
  scope: Record<string, readonly unknown[]> = {},
) {
  return aPlanRule(id, 'window', times, { scope });
}

describe('shared/domain/conflicts/outside-window', () => {
  it('finds a deployment that is not wholly in a window, and the nearest one', () => {
    const [conflict] = found(
      plan([
        window(
          'night',
          [
            [0, 4],
            [8, 12],
            [20, 24],
          ],
          { services: ['pay'] },
        ),
      ]),
      'outside-window',
    );

    expect(conflict).toMatchObject({
      key: 'outside-window go',
      at: hours(12, 14),
      rule: '“Payments” is deployed in its windows only, and “Go of train r” is not wholly in one.',
      resource: { kind: 'service', id: 'pay' },
      severity: 'blocking',
      nearest: hours(8, 12),
    });
    expect(sideIds(conflict as never)).toEqual(['go', 'night']);
  });

  it.each([
    ['there is no window at all', [], []],
    ['no window is about it', [window('w', [[0, 1]], { services: ['led'] })], []],
    ['a window holds all of it', [window('w', [[10, 14]])], []],
    [
      'two windows that touch hold it',
      [
        window('w', [
          [8, 12],
          [12, 15],
        ]),
      ],
      [],
    ],
    ['windows of two rules hold it', [window('w', [[8, 12]]), window('x', [[11, 20]], { services: ['pay'] })], []],
    [
      'a minute between two windows is open',
      [
        window('w', [
          [8, 12],
          [12.02, 15],
        ]),
      ],
      ['go'],
    ],
    ['its window never holds', [window('w', [])], ['go']],
  ])('where %s', (_, rules, expected) => {
    expect(foundKeys(plan(rules), 'outside-window')).toEqual(expected);
  });

  it('says that no window is planned where none is', () => {
    const [conflict] = found(plan([window('w', [])]), 'outside-window');

    expect(conflict).toMatchObject({ nearest: null, sideCount: 1, because: 'No window for it is planned.' });
  });

  it.each([
    [
      'before',
      [
        [2, 3],
        [19, 20],
      ],
      [2, 3],
    ],
    [
      'after',
      [
        [1, 2],
        [18, 19],
      ],
      [18, 19],
    ],
    [
      'after, of two as near',
      [
        [2, 3],
        [18, 19],
      ],
      [18, 19],
    ],
  ] as const)('names the nearest window %s', (_, times, [start, end]) => {
    const [conflict] = found(plan([window('w', times)]), 'outside-window');

    expect(conflict?.nearest).toEqual(hours(start, end));
  });

  it('does not judge beyond the horizon, and counts what it did not judge', () => {
    const beyond = plan([window('w', [])], { horizon: hours(0, 12) });

    expect(foundKeys(beyond, 'outside-window')).toEqual([]);
    expect(createConflictIndex(beyond).unjudged()).toEqual({ deployments: 1, bookings: 0 });
    expect(createConflictIndex(plan([])).unjudged()).toEqual({ deployments: 0, bookings: 0 });
  });

  it('judges each target by its own windows', () => {
    const both = { trains: [aTrain('train', { services: ['pay', 'led'] })] };
    const rules = [window('w', [[9, 15]], { services: ['pay'] }), window('x', [[0, 5]], { services: ['led'] })];

    expect(found(plan(rules, both), 'outside-window').map(({ resource }) => resource.id)).toEqual(['led']);
  });

  it('says with freezes and maintenances of deployments what judging their legality says', () => {
    const localOf = (moment: number) => new Date(moment).toISOString().slice(0, 16);
    fc.assert(
      fc.property(randomPlan(), (random) => {
        const rules = random.rules.flatMap(({ rule, occurrences }) =>
          occurrences.map(({ span }, index): ScheduleRule => {
            const holds = once(localOf(span.start), localOf(span.end));
            return aRule({ id: `${rule.id}-${index}`, kind: rule.kind, scope: rule.scope, holds });
          }),
        );
        const expanded = rules.map((rule) => ({ rule, occurrences: occurrencesOf(rule.holds, random.horizon) }));
        const overrides = random.overrides.map((each) => ({ ...each, freezeId: `${each.freezeId}-0` as never }));
        const judged = { ...random, rules: expanded, overrides };
        const index = createConflictIndex(judged);
        const schedule = makeSchedule(rules, overrides);
        const own = findConflicts(judged).filter(({ kind, relation }) => {
          const isAboutTime =
            kind === 'outside-window' || kind === 'release-in-freeze' || kind === 'release-in-maintenance';
          return isAboutTime && relation === 'same';
        });
        const illegal = new Set(own.map(({ sides }) => sides[0]?.thing.id));

        for (const deployment of index.view.deployments.overlapping(hours(-500, 500))) {
          const { targets, span } = deploymentActivity(index.view, deployment);
          expect(!illegal.has(deployment.id)).toBe(judge(schedule, targets, span).legal);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('follows a window that moves, however far away', () => {
    const far = plan([window('w', [[500, 501]])]);
    const index = createConflictIndex(far);

    const { changed } = index.apply([{ kind: 'rule', id: 'w', to: window('w', [[400, 401]]) }]);

    expect(changed.map((each) => each.kind === 'outside-window' && each.nearest)).toEqual([hours(400, 401)]);
    expect(index.apply([{ kind: 'rule', id: 'w', to: null }]).removed.map(({ key }) => key)).toEqual([
      'outside-window go',
    ]);
    expect(index.apply([{ kind: 'now', to: hour(3) }]).added).toEqual([]);
  });
});
