import { describe, expect, it } from 'vitest';
import { scopeCutOff, scopeStateAt } from '../../../../shared/domain/boarding/scope-state.ts';
import { instant } from '../../../../shared/model/time.ts';
import type { MilestoneKind } from '../../../../shared/model/train.ts';

function milestone(kind: MilestoneKind, start: number, end: number | null = null) {
  return { kind, startAt: instant(start), endAt: end === null ? null : instant(end) };
}

describe('shared/domain/boarding/scope-state', () => {
  it.each([
    ['a point', [milestone('uat', 1), milestone('scope-cut-off', 50)], 50],
    ['a span, at its end', [milestone('scope-cut-off', 50, 80)], 80],
    ['the earliest of several', [milestone('scope-cut-off', 90), milestone('scope-cut-off', 50, 70)], 70],
    ['the earliest of several, in any order', [milestone('scope-cut-off', 50, 70), milestone('scope-cut-off', 90)], 70],
  ])('finds the cut-off that is %s', (_what, milestones, at) => {
    expect(scopeCutOff(milestones)).toBe(at);
  });

  it('finds none where there is none', () => {
    expect(scopeCutOff([])).toBeNull();
    expect(scopeCutOff([milestone('code-freeze', 5)])).toBeNull();
  });

  it.each([
    [100, 99, 'boarded'],
    [100, 100, 'boarded'],
    [100, 101, 'late'],
    [null, 101, 'boarded'],
  ])('with a cut-off at %s, an item that boards at %i is %s', (cutOff, now, state) => {
    expect(scopeStateAt(cutOff === null ? null : instant(cutOff), instant(now))).toBe(state);
  });
});
