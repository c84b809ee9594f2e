import { describe, expect, it } from 'vitest';
import { undoneNotice } from '../../../../shared/domain/capacity/undone-notice.ts';

describe('shared/domain/capacity/undone-notice', () => {
  it('says how many ended undone, and nothing of none', () => {
    expect(undoneNotice(0, 5)).toEqual([]);
    expect(undoneNotice(2, 5)).toEqual([
      { kind: 'left-out', text: '2 of 5 items ended undone: they count neither as done nor as left to do.' },
    ]);
  });
});
