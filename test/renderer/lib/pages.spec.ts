import { describe, expect, it } from 'vitest';
import { firstPages, pagesDownTo } from '../../../renderer/lib/pages.ts';

const pages = [100, 100, 100, 40].map((length) => ({ rows: Array.from({ length }) }));

describe('renderer/lib/pages', () => {
  it.each([
    ['the first row', 0, 1],
    ['a row well inside the first page', 60, 1],
    ['a row whose next ones lie on the second page', 85, 2],
    ['the last row of the first page', 99, 2],
    ['a row of the third page', 250, 3],
    ['the last row', 339, 4],
  ])('keeps the pages down to %s', (_what, row, expected) => {
    expect(pagesDownTo(pages, row)).toBe(expected);
  });

  it('drops the pages after those kept, with what they were asked by', () => {
    const data = { pages: ['a', 'b', 'c'], pageParams: [null, '1', '2'] };

    expect(firstPages(data, 2)).toEqual({ pages: ['a', 'b'], pageParams: [null, '1'] });
    expect(firstPages(data, 3)).toBe(data);
    expect(firstPages(data, 9)).toBe(data);
  });
});
