import { describe, expect, it } from 'vitest';
import { readinessOf } from '../../../../shared/domain/integration/ready.ts';
import type { MilestoneKind } from '../../../../shared/model/train.ts';
import { anInstant } from '../../../support/times.ts';

const START = anInstant('2026-11-02T00:00Z');

function milestone(kind: MilestoneKind, name: string, start: string, end: string | null = null) {
  return { kind, name, startAt: anInstant(start), endAt: end === null ? null : anInstant(end) };
}

const cutOff = milestone('scope-cut-off', 'Cut-off', '2026-11-03T12:00Z');
const first = milestone('code-freeze', 'First freeze', '2026-11-04T09:00Z', '2026-11-05T17:00Z');
const second = milestone('code-freeze', 'Last freeze', '2026-11-09T09:00Z');

describe('shared/domain/integration/ready', () => {
  it('is ready at the end of the last milestone of the kind, in whatever order they come', () => {
    const ready = { at: anInstant('2026-11-09T09:00Z'), by: 'milestone', milestone: 'Last freeze' };
    expect(readinessOf([first, second, cutOff], 'code-freeze', START)).toEqual(ready);
    expect(readinessOf([cutOff, second, first], 'code-freeze', START)).toEqual(ready);
    expect(readinessOf([first], 'code-freeze', START).at).toBe(anInstant('2026-11-05T17:00Z'));
  });

  it('is ready at the scope cut-off where it has none of the kind, even if it has others', () => {
    expect(readinessOf([cutOff, first], 'uat', START)).toEqual({
      at: anInstant('2026-11-03T12:00Z'),
      by: 'scope-cut-off',
      milestone: 'Cut-off',
    });
  });

  it('is ready from the start of the time asked about where no milestone says anything', () => {
    expect(readinessOf([first], 'uat', START)).toEqual({ at: START, by: 'start', milestone: null });
  });
});
