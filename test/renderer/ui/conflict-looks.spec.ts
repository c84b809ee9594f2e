import { describe, expect, it } from 'vitest';
import { conflictLabel, severityLooks } from '../../../renderer/ui/conflict-looks.ts';
import { ConflictKind } from '../../../shared/model/conflict.ts';

describe('renderer/ui/conflict-looks', () => {
  it('has a name of its own for every kind, and a word, a shape and a colour for every severity', () => {
    const names = ConflictKind.options.map(conflictLabel);
    const looks = Object.values(severityLooks);

    expect(new Set(names).size).toBe(ConflictKind.options.length);
    for (const part of ['label', 'glyph', 'tone', 'icon'] as const) {
      expect(new Set(looks.map((look) => look[part])).size, part).toBe(3);
    }
  });
});
