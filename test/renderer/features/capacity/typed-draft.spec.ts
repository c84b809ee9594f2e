import { describe, expect, it } from 'vitest';
import { readTyped, typedDraftOf } from '../../../../renderer/features/capacity/typed-draft.ts';
import type { TypedThroughput } from '../../../../shared/model/typed-throughput.ts';
import { aDay } from '../../../support/times.ts';

const empty = typedDraftOf(null);

describe('renderer/features/capacity/typed-draft', () => {
  it.each([
    { by: 'range', least: 8, most: 12, overFacts: true },
    { by: 'weeks', weeks: [{ monday: aDay('2026-11-02'), finished: 9 }], overFacts: false },
  ] satisfies TypedThroughput[])('reads back what stands there', (typed) => {
    expect(readTyped(typedDraftOf(typed))).toEqual({ typed, problems: {} });
  });

  it.each([
    [{ least: '', most: '12' }, { least: 'A whole number from 0 to 1,000.' }],
    [{ least: '8', most: 'many' }, { most: 'A whole number from 0 to 1,000.' }],
    [{ least: '8', most: '7' }, { most: 'At least as many as on the left.' }],
    [{ by: 'weeks' as const }, { weeks: 'Type at least one week.' }],
    [
      { by: 'weeks' as const, weeks: 'soon, 9' },
      { weeks: 'Line 1: “soon” is no week. Write 2026-W45, or a day of it: 2026-11-02.' },
    ],
  ])('says what is wrong with %j', (changes, problems) => {
    expect(readTyped({ ...empty, ...changes })).toEqual({ typed: null, problems });
  });
});
