import { describe, expect, it } from 'vitest';
import { meaningsOf } from '../../../../shared/domain/exchange/told-apart.ts';
import type { Span } from '../../../../shared/model/span.ts';
import { instant } from '../../../../shared/model/time.ts';

function at(start: number, end: number): Span {
  return { start: instant(start), end: instant(end) };
}

describe('shared/domain/exchange/told-apart', () => {
  it('takes a single row for the single thing of its name, wherever it moved', () => {
    expect(meaningsOf([at(10, 20)], [at(50, 60)])).toEqual([{ by: 'here', index: 0 }]);
    expect(meaningsOf([null], [null])).toEqual([{ by: 'here', index: 0 }]);
    expect(meaningsOf([null], [])).toEqual([{ by: 'new' }]);
  });

  it('tells things of one name apart by their times', () => {
    expect(meaningsOf([at(10, 20), at(50, 60)], [])).toEqual([{ by: 'new' }, { by: 'new' }]);
    expect(meaningsOf([at(50, 62), at(10, 20)], [at(50, 60)])).toEqual([{ by: 'here', index: 0 }, { by: 'new' }]);
    expect(meaningsOf([at(50, 62)], [at(10, 20), at(50, 60)])).toEqual([{ by: 'here', index: 1 }]);
    // The end of one is the start of the next.
    expect(meaningsOf([at(20, 30)], [at(10, 20), at(30, 40)])).toEqual([{ by: 'new' }]);
  });

  it('takes the one of exactly its times where several overlap, and none where no one does', () => {
    expect(meaningsOf([at(10, 20)], [at(5, 15), at(10, 20)])).toEqual([{ by: 'here', index: 1 }]);
    expect(meaningsOf([at(11, 20)], [at(5, 15), at(10, 20)])).toEqual([{ by: 'several', count: 2 }]);
  });

  it('finds rows that mean the same', () => {
    expect(meaningsOf([null, null], [])).toEqual([{ by: 'new' }, { by: 'row', index: 0 }]);
    expect(meaningsOf([at(10, 20), at(15, 25)], [])).toEqual([{ by: 'new' }, { by: 'row', index: 0 }]);
    expect(meaningsOf([at(10, 20), at(20, 30)], [at(5, 50)])).toEqual([
      { by: 'here', index: 0 },
      { by: 'row', index: 0 },
    ]);
  });
});
