import { describe, expect, it } from 'vitest';
import { flagRow, isWholeLabel } from '../../../../../renderer/features/calendar/timeline/draw-axis.ts';

const flag = { from: 100, to: 140 };

describe('renderer/features/calendar/timeline/draw-axis', () => {
  it.each([
    ['in the middle', { from: 20, to: 40 }, true],
    ['cut at the left', { from: -4, to: 10 }, false],
    ['cut at the right', { from: 590, to: 603 }, false],
    ['under the flag', { from: 130, to: 145 }, false],
    ['beside the flag', { from: 140, to: 155 }, true],
  ])('writes whole labels only: %s', (_where, label, whole) => {
    expect(isWholeLabel(label, 600, flag)).toBe(whole);
  });

  it.each([
    ['hides nothing', [], [], 'minor'],
    ['would hide a day', [], [{ from: 130, to: 145 }], 'major'],
    ['would hide a day and a month', [{ from: 60, to: 110 }], [{ from: 130, to: 145 }], 'minor'],
  ] as const)('puts the flag of now where it %s', (_what, major, minor, row) => {
    expect(flagRow(flag, { major, minor })).toBe(row);
  });
});
