import { describe, expect, it } from 'vitest';
import { type PlannedMilestone, planningOf } from '../../../../../renderer/features/windows/integration/planned.ts';
import { someProposal, tryMilestone } from '../../../../support/some-proposal.ts';
import { anInstant } from '../../../../support/times.ts';

function told(planned: readonly PlannedMilestone[]): readonly string[] {
  return planned.map(({ releaseId, name, move }) => `${releaseId} ${name}${move === null ? '' : ` from ${move.id}`}`);
}

describe('renderer/features/windows/integration/planned', () => {
  it('adds a milestone to each release for each of its windows', () => {
    const { added, moved } = planningOf(someProposal());
    expect(told(added)).toEqual([
      'ledger Integration: step 1',
      'ledger Integration: all together',
      'shop Integration: step 2',
      'shop Integration: all together',
    ]);
    expect(moved).toEqual(added);
  });

  it('moves what follows the stages of a train, and says where it was', () => {
    const { added, moved } = planningOf(someProposal({}, [tryMilestone()]));
    expect(told(added).slice(2)).toEqual(['shop Integration: step 2', 'shop Integration: all together']);
    expect(told(moved).slice(2)).toEqual([
      'shop Integration: step 2 from milestone-1',
      'shop Integration: all together',
    ]);
    expect(moved[2]?.move?.base).toEqual({ startAt: anInstant('2026-12-10T08:00Z'), endAt: null });
  });

  it('leaves what was moved by hand, and moves what was added for the same window before', () => {
    const added = { id: 'milestone-2', stageKey: null, pinned: true, name: 'Integration: all together' };
    const proposal = someProposal({}, [tryMilestone({ pinned: true }), tryMilestone(added)]);
    expect(told(planningOf(proposal).moved).slice(2)).toEqual([
      'shop Integration: step 2',
      'shop Integration: all together from milestone-2',
    ]);
  });

  it('needs nothing where a release has a milestone at exactly that time, or there is no window', () => {
    const there = { startAt: anInstant('2026-12-08T14:00Z'), endAt: anInstant('2026-12-08T15:00Z'), pinned: true };
    expect(told(planningOf(someProposal({}, [tryMilestone(there)])).added)).not.toContain('shop Integration: step 2');
    expect(planningOf(someProposal({ windows: [] }))).toEqual({ added: [], moved: [] });
  });
});
