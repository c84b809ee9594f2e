import { describe, expect, it } from 'vitest';
import { endingOf } from '../../../../shared/domain/work-items/ending.ts';

describe('shared/domain/work-items/ending', () => {
  it.each([
    ['done', 'Done', 'done'],
    ['done', 'closed', 'done'],
    ['done', 'Planned', 'done'],
    ['done', "Won't Do", 'undone'],
    ['done', 'Won’t Fix', 'undone'],
    ['done', 'wont fix', 'undone'],
    ['done', 'closed (not_planned)', 'undone'],
    ['done', 'closed (duplicate)', 'undone'],
    ['done', 'not planned', 'undone'],
    ['done', 'Canceled', 'undone'],
    ['done', 'Cancelled', 'undone'],
    ['done', 'Duplicate', 'undone'],
    ['active', 'Cancelled?', 'open'],
    ['new', "Won't Do", 'open'],
  ] as const)('takes what is %s and called “%s” for %s', (category, originalStatus, ending) => {
    expect(endingOf({ category, originalStatus })).toBe(ending);
  });
});
