import { describe, expect, it } from 'vitest';
import { rankConflicts } from '../../../../shared/domain/conflicts/rank.ts';
import type { Conflict } from '../../../../shared/model/conflict.ts';
import { hours } from '../../../support/conflicts/things.ts';

function conflict(key: string, severity: Conflict['severity'], start: number): Conflict {
  return { key, severity, at: hours(start, start + 1) } as unknown as Conflict;
}

describe('shared/domain/conflicts/rank', () => {
  it('puts the most severe first, then the earliest, then goes by key', () => {
    const ranked = rankConflicts([
      conflict('d', 'minor', 0),
      conflict('c', 'blocking', 5),
      conflict('b', 'blocking', 2),
      conflict('a', 'serious', 1),
      conflict('aa', 'blocking', 5),
    ]);

    expect(ranked.map(({ key }) => key)).toEqual(['b', 'aa', 'c', 'a', 'd']);
  });
});
