import { describe, expect, it } from 'vitest';
import { lookOf, milestoneLooks } from '../../../renderer/ui/milestone-kinds.ts';
import { MilestoneKind } from '../../../shared/model/train.ts';

describe('renderer/ui/milestone-kinds', () => {
  const looks = MilestoneKind.options.map(lookOf);

  it('knows every kind and no other', () => {
    expect(Object.keys(milestoneLooks).sort()).toEqual([...MilestoneKind.options].sort());
  });

  it.each(['label', 'code', 'glyph'] as const)(
    'gives each kind a %s of its own, so that colour never stands alone',
    (field) => {
      expect(new Set(looks.map((look) => look[field])).size).toBe(looks.length);
    },
  );

  it('gives each kind a colour of its own in both schemes', () => {
    expect(new Set(looks.map(({ colour }) => colour.light)).size).toBe(looks.length);
    expect(new Set(looks.map(({ colour }) => colour.dark)).size).toBe(looks.length);
  });
});
