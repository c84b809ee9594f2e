import { describe, expect, it } from 'vitest';
import { firstLegalDay } from '../../../../shared/domain/conflicts/first-legal-day.ts';
import type { Plan } from '../../../../shared/domain/conflicts/plan.ts';
import { PlanView } from '../../../../shared/domain/conflicts/view.ts';
import { makeSchedule } from '../../../../shared/domain/freezes/schedule.ts';
import type { Release } from '../../../../shared/model/release.ts';
import { Stage } from '../../../../shared/model/train.ts';
import { aMilestone, aPlan, aRelease, aTrain, hour } from '../../../support/conflicts/things.ts';
import { aRule, once } from '../../../support/schedule.ts';

// Deployed on the day before the departure, 10:00 to 12:00; Tuesday the 5th of January 2027 is the departure's own day.
const stage = Stage.parse({
  key: 'go',
  name: 'Deployment',
  kind: 'deployment',
  start: { amount: -1, unit: 'calendar-days' },
  startTime: '10:00',
  end: { amount: -1, unit: 'calendar-days' },
  endTime: '12:00',
});
const milestone = aMilestone('m', 'deployment', 10, 12, { releaseId: 'r', stageKey: 'go', pinned: false });

interface Asked {
  readonly release?: Release;
  readonly milestones?: Plan['milestones'];
  readonly freeze: readonly [string, string];
  readonly after?: number;
  readonly days?: number;
}

function firstDay({ release = aRelease('r', 40), milestones = [milestone], freeze, after = 0, days = 30 }: Asked) {
  const view = new PlanView(aPlan({ releases: [release], milestones, trains: [aTrain('train', { stages: [stage] })] }));
  const schedule = makeSchedule([aRule({ id: 'f', holds: once(...freeze) })], []);
  return firstLegalDay(view, schedule, { release, after: hour(after), days });
}

describe('shared/domain/conflicts/first-legal-day', () => {
  it.each([
    ['stays where all is allowed', { freeze: ['2027-02-01T00:00', '2027-02-02T00:00'] }, '2027-01-05'],
    [
      'goes on until its deployment is out of a freeze',
      { freeze: ['2027-01-04T00:00', '2027-01-06T11:00'] },
      '2027-01-08',
    ],
    ['goes to a working day', { freeze: ['2027-01-04T00:00', '2027-01-07T13:00'] }, '2027-01-11'],
    [
      'goes to a weekend where it departs on one',
      { release: aRelease('r', 6 * 24 + 16), freeze: ['2027-01-04T00:00', '2027-01-10T13:00'] },
      '2027-01-12',
    ],
    ['is not deployed before a moment', { freeze: ['2027-02-01T00:00', '2027-02-02T00:00'], after: 60 }, '2027-01-08'],
    [
      'stays where only what is over lies before a moment',
      {
        milestones: [
          milestone,
          aMilestone('m2', 'deployment', 34, 36, { releaseId: 'r', stageKey: null, pinned: true }),
        ],
        freeze: ['2027-02-01T00:00', '2027-02-02T00:00'],
        after: 20,
      },
      '2027-01-05',
    ],
    ['finds none', { freeze: ['2027-01-01T00:00', '2027-03-01T00:00'] }, null],
    ['looks no further than it is told', { freeze: ['2027-01-04T00:00', '2027-01-06T11:00'], days: 2 }, null],
    [
      'waits for a deployment that does not follow',
      { milestones: [{ ...milestone, pinned: true }], freeze: ['2027-01-04T00:00', '2027-01-05T00:00'] },
      null,
    ],
    [
      'goes by its departure where no milestone says more',
      { milestones: [], freeze: ['2027-01-05T16:30', '2027-01-06T00:00'] },
      '2027-01-06',
    ],
  ] as const)('%s', (_, asked, expected) => {
    expect(firstDay(asked)).toBe(expected);
  });
});
