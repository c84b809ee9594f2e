import { describe, expect, it } from 'vitest';
import { judgeCadence } from '../../../../shared/domain/capacity/cadence-verdict.ts';

type Judged = Parameters<typeof judgeCadence>[0];

/** A weekly train whose releases fit, with nothing to say of its cost. */
function aRow(changes: Partial<Judged>): Judged {
  return {
    cadence: 'weekly',
    trainsPerYear: 52,
    items: [],
    fits: [],
    overheadHours: 0,
    overheadShare: null,
    intervalsWithoutTime: 0,
    ci: null,
    expectedWaitDays: 3.5,
    ...changes,
  };
}

const fits = (probability: number) => [
  { name: 'Small', items: 1, probability: 1 },
  { name: 'Big', items: 9, probability },
];
const ci = { hours: 520, share: 0.5, untested: 0, limited: 0 };

describe('shared/domain/capacity/cadence-verdict', () => {
  it.each([
    [0.85, 'fits', 'Every release fits: even Big (9 items) fits into a train in 85 % of the cases.'],
    [0.849, 'tight', 'Tight: Big (9 items) fits into a train in 85 % of the cases.'],
    [0.5, 'tight', 'Tight: Big (9 items) fits into a train in 50 % of the cases.'],
    [0.004, 'too-small', 'Too small: Big (9 items) fits into a train in less than 1 % of the cases.'],
  ] as const)('judges by the largest scope: %d', (probability, verdict, text) => {
    expect(judgeCadence(aRow({ fits: fits(probability) }))).toEqual({ verdict, text });
  });

  it.each([
    ['no time', { intervalsWithoutTime: 27, ci: { ...ci, untested: 52 } }, 'no-time'],
    ['no CI', { intervalsWithoutTime: 26, ci: { ...ci, untested: 27 } }, 'no-ci'],
    ['half of the trains', { intervalsWithoutTime: 26, ci: { ...ci, untested: 26 } }, 'too-small'],
  ] as const)('is not feasible where more than half of the trains have %s', (_what, changes, verdict) => {
    expect(judgeCadence(aRow({ fits: fits(0), ...changes })).verdict).toBe(verdict);
  });

  it('says what is paid for it, and which trains stand still', () => {
    const row = aRow({ overheadShare: 0.4, intervalsWithoutTime: 2, ci: { ...ci, untested: 1, limited: 0.25 } });

    expect(judgeCadence(row).text).toBe(
      "No release was named to fit. Overhead takes 40 % of the team's hours. CI holds back 25 % of the trains: people " +
        'finish more than it can test. 2 of 52 trains have no time left for work. 1 of 52 trains cannot be tested in time.',
    );
  });
});
