import { describe, expect, it } from 'vitest';
import { chainsOf, type Stay } from '../../../../shared/domain/skew/chains.ts';
import { plannedClocks } from '../../../../shared/domain/skew/planned-clocks.ts';
import { aStep, aVersion, plannedService } from '../../../support/skew.ts';

const one = aVersion('1');

/** a has a step from 1 to 3, b from 2 to 4, and c from 3 to 5. */
const steps = [aStep('a', one, [1, 3]), aStep('b', one, [2, 4]), aStep('c', one, [3, 5])];
const chains = chainsOf(
  ['a', 'b', 'c'].map((id) => plannedService(id, one)),
  steps,
);
const clocks = plannedClocks(chains, steps);

function stay(chain: number, at: number): Stay {
  return chains[chain]?.stays[at] ?? expect.fail('there is no such version');
}

describe('shared/domain/skew/planned-clocks', () => {
  it('lets steps whose spans overlap go either way, and others as planned', () => {
    // a's new version beside b's old one, and the other way round.
    expect(clocks.canMeet(stay(0, 1), stay(1, 0))).toBe(true);
    expect(clocks.canMeet(stay(0, 0), stay(1, 1))).toBe(true);
    // a is over when c begins.
    expect(clocks.canMeet(stay(0, 1), stay(2, 0))).toBe(true);
    expect(clocks.canMeet(stay(0, 0), stay(2, 1))).toBe(false);
  });

  it('has one step before another only where the plan does', () => {
    expect(clocks.isBefore(stay(0, 1), stay(2, 1))).toBe(true);
    expect(clocks.isBefore(stay(2, 1), stay(0, 1))).toBe(false);
    expect(clocks.isBefore(stay(0, 1), stay(1, 1))).toBe(false);
  });

  it('knows what follows through a third service: its steps keep their order though their spans overlap', () => {
    // b's second step overlaps its first, which comes after a's.
    const more = [aStep('a', one, [1, 2]), aStep('b', one, [2, 6]), aStep('b', one, [3, 4]), aStep('c', one, [4, 5])];
    const three = chainsOf(
      ['a', 'b', 'c'].map((id) => plannedService(id, one)),
      more,
    );
    const [first, second] = [three[1]?.stays[1], three[2]?.stays[1]];
    if (first === undefined || second === undefined) expect.fail('there is no such version');
    // b's first step may take until 6, but its second is over at 4, so its first is too.
    expect(plannedClocks(three, more).isBefore(first, second)).toBe(true);
  });
});
