import { describe, expect, it } from 'vitest';
import { countItems } from '../../../../shared/domain/branches/count-items.ts';
import type { DecisionKind } from '../../../../shared/model/journal.ts';

const item = (kind: DecisionKind, id: string, result: Record<string, unknown> | null = null) => ({ kind, id, result });
const milestones = (many: number, releaseId: string) =>
  Array.from({ length: many }, (_, index) => item('milestone', `m${releaseId}${index}`, { releaseId }));

describe('shared/domain/branches/count-items', () => {
  it('counts a moved release as one with its milestones', () => {
    expect(countItems([item('release', 'r'), ...milestones(6, 'r')])).toBe('1 release and its 6 milestones');
    expect(countItems([item('release', 'r'), item('release', 's'), ...milestones(1, 's')])).toBe(
      '2 releases and their 1 milestone',
    );
  });

  it('tells the other kinds in their words, and milestones of other releases apart', () => {
    expect(countItems([item('release', 'r'), ...milestones(2, 'x'), item('person', 'p'), item('person', 'q')])).toBe(
      '1 release, 2 milestones, 2 people',
    );
    expect(countItems([item('schedule-rule', 'f')])).toBe('1 window or freeze');
  });

  it('tells no kinds apart where there are none or too many', () => {
    const kinds: readonly DecisionKind[] = ['train', 'team', 'person', 'service', 'booking'];

    expect(countItems([])).toBe('0 decisions');
    expect(countItems(kinds.map((kind) => item(kind, kind)))).toBe('5 decisions');
  });
});
