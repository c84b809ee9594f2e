import { describe, expect, it } from 'vitest';
import { RULES } from '../../../../shared/domain/conflicts/rules.ts';
import { ConflictKind } from '../../../../shared/model/conflict.ts';

describe('shared/domain/conflicts/rules', () => {
  it('has one rule for each kind of conflict', () => {
    expect(RULES.map(({ name }) => name).sort()).toEqual([...ConflictKind.options].sort());
  });
});
