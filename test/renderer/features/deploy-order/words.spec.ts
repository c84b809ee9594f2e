import { describe, expect, it } from 'vitest';
import {
  afterWords,
  orderedSteps,
  orderVerdict,
  plannedVerdict,
} from '../../../../renderer/features/deploy-order/words.ts';
import { skewCase } from './skew-case.ts';

const safe = skewCase();
const [bad] = safe.planned.bad;

function ordered(changes: object): ReturnType<typeof skewCase> {
  return skewCase({ order: { ...safe.order, ...changes } });
}

describe('renderer/features/deploy-order/words', () => {
  it('says what the planned order lets run together', () => {
    const now = { ...bad, already: true };

    expect(plannedVerdict(skewCase({ planned: { bad: [] } }))).toBe(
      'In the planned order nothing that does not fit runs together.',
    );
    expect(plannedVerdict(safe)).toBe('One pair of versions that do not fit can run together in the planned order.');
    expect(plannedVerdict(skewCase({ planned: { bad: [now] } }))).toBe(
      'One pair of versions that do not fit can run together in the planned order, and already does.',
    );
    expect(plannedVerdict(skewCase({ planned: { bad: [bad, now] } }))).toBe(
      '2 pairs of versions that do not fit can run together in the planned order, 1 of them already.',
    );
  });

  it('says whether any order is safe', () => {
    const open = { first: 1, second: 0, planned: 'open' };

    expect(orderVerdict(ordered({ result: 'as-planned' }))).toBe(
      'The planned order is safe: nothing has to change places.',
    );
    expect(orderVerdict(safe)).toBe('A safe order exists: 2 releases change places.');
    expect(orderVerdict(ordered({ waits: [open] }))).toBe(
      'A safe order exists within the plan: 1 step must wait for another where the plan leaves it open.',
    );
    expect(orderVerdict(ordered({ result: 'hold', bad: [bad?.pair] }))).toBe(
      'Hold: no order avoids a pair of versions that do not fit.',
    );
    expect(orderVerdict(ordered({ result: 'hold', bad: [bad?.pair], steps: [] }))).toBe(
      'Hold: no order avoids a pair of versions that do not fit. There may be more, and the best order is not known: not searched to the end. Choose fewer days.',
    );
    expect(orderVerdict(ordered({ result: 'unsearched', statesSearched: 500_000 }))).toBe(
      'Not searched to the end: 500,000 states were looked at, and there are more. Choose fewer days.',
    );
  });

  it('numbers the steps and says what each waits for', () => {
    expect(orderedSteps(safe)).toEqual([
      { step: 1, after: [], reversed: true },
      { step: 0, after: [1], reversed: true },
    ]);
    expect(afterWords([])).toBeNull();
    expect(afterWords([1])).toBe('waits for 1');
    expect(afterWords([1, 2, 4])).toBe('waits for 1, 2 and 4');
  });
});
