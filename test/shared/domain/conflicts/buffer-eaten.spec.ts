import { describe, expect, it } from 'vitest';
import { bufferOf } from '../../../../shared/domain/conflicts/buffer-eaten.ts';
import type { Plan } from '../../../../shared/domain/conflicts/plan.ts';
import type { Milestone } from '../../../../shared/model/release.ts';
import { found, foundKeys } from '../../../support/conflicts/found.ts';
import { aMilestone, aPlan, aRelease, aTrain, hours } from '../../../support/conflicts/things.ts';
import { anInstant } from '../../../support/times.ts';

/** Friday, 2027-01-15, 12:00; the last two working days up to it begin on Thursday, 2027-01-14. */
const FRIDAY = 11 * 24 + 12;
const THURSDAY = 10 * 24;

function plan(milestone: Milestone, parts: Partial<Plan> = {}): Plan {
  return aPlan({
    trains: [aTrain('train', { name: 'Payments', bufferDays: 2 })],
    releases: [aRelease('release', FRIDAY)],
    milestones: [milestone],
    ...parts,
  });
}

describe('shared/domain/conflicts/buffer-eaten', () => {
  it('finds work that ends in the days kept free, and how much of them it eats', () => {
    const [conflict] = found(plan(aMilestone('uat', 'uat', 100, THURSDAY + 9)), 'buffer-eaten');

    expect(conflict).toMatchObject({
      key: 'buffer-eaten uat',
      at: hours(THURSDAY, THURSDAY + 9),
      bufferDays: 2,
      share: 0.25,
      severity: 'minor',
      because: '25 % of the buffer is planned away.',
      rule: 'The last 2 working days up to a departure of “Payments” must be kept free for what slips.',
    });
    expect(conflict?.sides.map(({ thing, span }) => [thing.kind, span])).toEqual([
      ['milestone', hours(100, THURSDAY + 9)],
      ['buffer', hours(THURSDAY, FRIDAY)],
    ]);
  });

  it.each([
    ['a third', 12, 'minor'],
    ['more than a third', 13, 'serious'],
    ['nearly all', 35, 'serious'],
    ['all', 36, 'blocking'],
    ['all, and beyond the departure', 90, 'blocking'],
  ])('weighs %s of it', (_, hoursIn, severity) => {
    expect(found(plan(aMilestone('uat', 'uat', 100, THURSDAY + hoursIn)), 'buffer-eaten')[0]?.severity).toBe(severity);
  });

  it.each([
    ['not work that ends when it begins', aMilestone('m', 'integration', 100, THURSDAY), false],
    ['work that ends in it', aMilestone('m', 'integration', 100, THURSDAY + 1), true],
    ['a cut-off in it', aMilestone('m', 'scope-cut-off', THURSDAY + 1, null), true],
    ['a code freeze that begins before it and ends in it', aMilestone('m', 'code-freeze', 100, FRIDAY), false],
    ['a code freeze that begins in it', aMilestone('m', 'code-freeze', THURSDAY + 1, FRIDAY), true],
    ['a decision in it', aMilestone('m', 'go-no-go', THURSDAY + 1, null), false],
    ['an approval in it', aMilestone('m', 'cab', THURSDAY + 1, null), false],
    ['something of its own in it', aMilestone('m', 'custom', THURSDAY + 1, null), false],
  ])('minds %s', (_, milestone, expected) => {
    expect(foundKeys(plan(milestone), 'buffer-eaten').length > 0).toBe(expected);
  });

  it('keeps nothing free for a train without a buffer', () => {
    const trains = [aTrain('train', { bufferDays: 0 })];

    expect(foundKeys(plan(aMilestone('uat', 'uat', 100, FRIDAY), { trains }), 'buffer-eaten')).toEqual([]);
  });

  it('counts working days: over a weekend and a holiday, from midnight in the release’s zone', () => {
    const train = aTrain('train', { bufferDays: 2, daysOff: { '2027-01-08': 'Feast' } });
    const monday = aRelease('r', 7 * 24 + 12, { zone: 'Europe/Berlin' });

    expect(bufferOf(monday, train)).toEqual({ start: anInstant('2027-01-06T23:00:00Z'), end: monday.departsAt });
  });

  it('finds no buffer in a calendar that has no working day', () => {
    const never = aTrain('train', { bufferDays: 2 });
    const days = { ...never.days, workdays: [] };

    expect(bufferOf(aRelease('r', FRIDAY), { ...never, days })).toBeNull();
  });
});
