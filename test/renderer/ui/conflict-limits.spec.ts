import { describe, expect, it } from 'vitest';
import type { FailedReading } from '../../../renderer/lib/answer.ts';
import { absentConflict, leftOutText } from '../../../renderer/ui/conflict-limits.ts';

const failed: FailedReading = { failure: { message: 'The workspace is locked.' } as never, retry: () => undefined };

describe('renderer/ui/conflict-limits', () => {
  it('says that a conflict is gone where the list was read now and whole', () => {
    expect(absentConflict({ kind: 'here', data: { leftOut: 0 }, stale: null })).toEqual({
      title: 'This conflict is not there any more',
      text: 'The plan has changed since, and its two sides hold together now.',
    });
  });

  it('does not say so where the list is partial', () => {
    const { title, text } = absentConflict({ kind: 'here', data: { leftOut: 12 }, stale: null });

    expect(title).toBe('This conflict is not in the list');
    expect(text).toBe('It may be one of 12 conflicts that are not listed, or the plan has changed since.');
  });

  it.each([
    ['could not be read', { kind: 'failed', ...failed } as const, 'This conflict could not be looked up'],
    [
      'is old',
      { kind: 'here', data: { leftOut: 0 }, stale: failed } as const,
      'This conflict is not among those read before',
    ],
  ])('leaves it to the failure where the list %s', (_, answer, title) => {
    expect(absentConflict(answer)).toEqual({ title, text: null });
  });

  it.each([
    [0, null],
    [1, '1 more conflict is not listed here: the most severe and earliest are.'],
    [2_500, '2,500 more conflicts are not listed here: the most severe and earliest are.'],
  ])('tells that %s are left out', (leftOut, text) => {
    expect(leftOutText({ leftOut })).toBe(text);
  });
});
