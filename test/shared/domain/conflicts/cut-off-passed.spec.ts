import { describe, expect, it } from 'vitest';
import { createConflictIndex } from '../../../../shared/domain/conflicts/conflict-index.ts';
import type { Plan } from '../../../../shared/domain/conflicts/plan.ts';
import { found, foundKeys } from '../../../support/conflicts/found.ts';
import { aMilestone, aPlan, aRelease, hour, hours } from '../../../support/conflicts/things.ts';

function plan(now: number, count: number | null, parts: Partial<Plan> = {}): Plan {
  return aPlan({
    now: hour(now),
    releases: [aRelease('release', 50)],
    milestones: [aMilestone('cut', 'scope-cut-off', 10, null, { name: 'Cut-off' })],
    unboarded: [{ releaseId: 'release' as never, count }],
    ...parts,
  });
}

describe('shared/domain/conflicts/cut-off-passed', () => {
  it('finds scope that waits after its cut-off', () => {
    const [conflict] = found(plan(12, 3), 'cut-off-passed');

    expect(conflict).toMatchObject({
      key: 'cut-off-passed cut',
      unboarded: 3,
      at: hours(10, 12),
      severity: 'serious',
      rule: 'After “Cut-off of release” every scope item must be aboard or dropped; 3 scope items wait for a decision.',
    });
    expect(conflict?.sides.map(({ thing }) => [thing.kind, thing.name])).toEqual([
      ['milestone', 'Cut-off of release'],
      ['scope', '3 scope items'],
    ]);
    expect(found(plan(12, 1), 'cut-off-passed')[0]?.rule).toContain('1 scope item waits for');
  });

  it.each([
    ['a moment before', 10 - 1 / 3_600_000, 3, []],
    ['at the cut-off', 10, 3, ['cut']],
    ['with nothing waiting', 12, 0, []],
  ])('%s', (_, now, count, expected) => {
    expect(foundKeys(plan(now, count), 'cut-off-passed')).toEqual(expected);
  });

  it('says of which release it is not known what waits, rather than that nothing does', () => {
    const index = createConflictIndex(plan(12, null));

    expect([index.all(), index.unknownScope()]).toEqual([[], ['release']]);
    expect(createConflictIndex(plan(12, 3)).unknownScope()).toEqual([]);
  });

  it('goes by the end of a cut-off that is a span', () => {
    const milestones = [aMilestone('cut', 'scope-cut-off', 10, 14)];

    expect(foundKeys(plan(12, 3, { milestones }), 'cut-off-passed')).toEqual([]);
    expect(foundKeys(plan(14, 3, { milestones }), 'cut-off-passed')).toEqual(['cut']);
  });

  it('comes and goes as time passes and scope is decided on', () => {
    const index = createConflictIndex(plan(9, 3));

    expect(index.apply([{ kind: 'now', to: hour(11) }]).added.map(({ key }) => key)).toEqual(['cut-off-passed cut']);
    const decided = index.apply([{ kind: 'unboarded', id: 'release', to: null }]);
    expect(decided.removed.map(({ key }) => key)).toEqual(['cut-off-passed cut']);
  });
});
