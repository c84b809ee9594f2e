import { describe, expect, it } from 'vitest';
import { arranged, neededWaits, settledBy, waitBesidePlan } from '../../../../shared/domain/skew/arrange.ts';
import { chainsOf, type Stay } from '../../../../shared/domain/skew/chains.ts';
import { compareVersions } from '../../../../shared/domain/skew/misfits.ts';
import { plannedClocks } from '../../../../shared/domain/skew/planned-clocks.ts';
import { aStep, aVersion, plannedService } from '../../../support/skew.ts';

const old = aVersion('1.0.0');
const steps = [
  aStep('web', aVersion('2.0.0', { api: '^2' }), [1, 2]),
  aStep('mail', aVersion('2.0.0'), [2, 3]),
  aStep('api', aVersion('2.0.0'), [3, 4]),
  aStep('web', aVersion('3.0.0', { api: '^2' }), [5, 6]),
];
const chains = chainsOf(
  ['web', 'mail', 'api'].map((id) => plannedService(id, old)),
  steps,
);
const { misfits } = compareVersions(chains);

function steppedBy(positions: readonly number[]): readonly Stay[] {
  const stays = chains.flatMap((chain) => chain.stays);
  return positions.map((position) => stays.find(({ step }) => step === position) ?? expect.fail('no such step'));
}

const stepsOf = (stays: readonly Stay[]) => stays.map(({ step }) => step);

describe('shared/domain/skew/arrange', () => {
  it('reads off an order who waits for whom, and moves no more of the plan than that', () => {
    const { waits, met } = settledBy(steppedBy([2, 0, 3, 1]), { chains, misfits });
    expect(waits.map(({ first, second }) => [first.step, second.step])).toEqual([
      [2, 0],
      [2, 3],
    ]);
    expect(met).toEqual([]);
    // Mail waits for nothing, so it goes as planned.
    expect(stepsOf(arranged(chains, waits))).toEqual([1, 2, 0, 3]);
  });

  it('says what meets all the same', () => {
    const { waits, met } = settledBy(steppedBy([0, 2, 1, 3]), { chains, misfits });
    expect(waits.map(({ first, second }) => [first.step, second.step])).toEqual([[2, 3]]);
    expect(met.map(({ one, other }) => [one.version?.version, other.version?.version])).toEqual([['2.0.0', '1.0.0']]);
  });

  it('leaves out what follows from another wait, and sets each beside the plan', () => {
    const { waits } = settledBy(steppedBy([2, 0, 3, 1]), { chains, misfits });
    const needed = neededWaits([...waits, ...waits]);
    expect(needed.map((wait) => waitBesidePlan(wait, plannedClocks(chains, steps)))).toEqual([
      { first: 2, second: 0, planned: 'reversed' },
    ]);
  });

  it('throws where waits go round in a ring, which no order makes', () => {
    const [first, second] = steppedBy([1, 2]);
    if (first === undefined || second === undefined) expect.fail('there are two');
    const ring = [
      { first, second },
      { first: second, second: first },
    ];
    expect(() => arranged(chains, ring)).toThrow('ring');
  });
});
