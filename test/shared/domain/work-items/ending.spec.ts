import { describe, expect, it } from 'vitest';
import { endingOf, statusText } from '../../../../shared/domain/work-items/ending.ts';

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
    expect(endingOf({ category, originalStatus, resolution: null })).toBe(ending);
  });

  it.each([
    // Team-managed projects of Jira Cloud set no resolution.
    [null, 'done'],
    ['Done', 'done'],
    ['Fixed', 'done'],
    ['Resolved', 'done'],
    ['Unresolved', 'done'],
    ['Completed', 'done'],
    ['Answered', 'done'],
    ['Wird nicht erledigt', 'done'],
    ["Won't Do", 'undone'],
    ["WON'T FIX", 'undone'],
    ['Wontfix', 'undone'],
    ['Will not fix', 'undone'],
    ['Duplicate', 'undone'],
    ['Duplicated', 'undone'],
    ['Cannot Reproduce', 'undone'],
    ["Can't reproduce", 'undone'],
    ['Unable to Reproduce', 'undone'],
    ['Not Reproducible', 'undone'],
    ['Incomplete', 'undone'],
    ['Declined', 'undone'],
    ['Rejected', 'undone'],
    ['Not a Bug', 'undone'],
    ['Not an issue', 'undone'],
    ['Not Applicable', 'undone'],
    ['Works as Designed', 'undone'],
    ['Works as Intended', 'undone'],
    ['Implemented as designed', 'done'],
    ['Not documented', 'done'],
    ['Done (deferred docs)', 'done'],
    ['Done - not fixed in 1.x', 'done'],
    ['Fixed, superseded by 2.0', 'done'],
    ['As designed', 'undone'],
    ['By Design', 'undone'],
    ['Fixed by design change', 'done'],
    ['Out of Scope', 'undone'],
    ['No longer needed', 'undone'],
    ['Invalid', 'undone'],
    ['Obsolete', 'undone'],
    ['Superseded', 'undone'],
    ['Deferred', 'undone'],
    ['Withdrawn', 'undone'],
  ])('takes what is done and resolved as %j for %s', (resolution, ending) => {
    expect(endingOf({ category: 'done', originalStatus: 'Done', resolution })).toBe(ending);
  });

  it('goes by the meaning of the status first: what is not done there has not ended', () => {
    expect(endingOf({ category: 'active', originalStatus: 'Reopened', resolution: "Won't Do" })).toBe('open');
    expect(endingOf({ category: 'new', originalStatus: 'To Do', resolution: 'Fixed' })).toBe('open');
  });

  it('takes a status that says so for undone, though its workflow resolves everything as done', () => {
    expect(endingOf({ category: 'done', originalStatus: 'Cancelled', resolution: 'Done' })).toBe('undone');
  });

  it.each([
    ['done', 'Done', "Won't Do", "Done (Won't Do)"],
    ['done', 'Done', 'Done', 'Done'],
    ['done', 'Closed', 'Fixed', 'Closed'],
    ['done', 'Closed', null, 'Closed'],
    ['done', 'Cancelled', 'Done', 'Cancelled'],
    ['done', 'Cancelled', 'Done (deferred docs)', 'Cancelled'],
    ['done', 'Duplicate', 'Duplicate', 'Duplicate'],
    ['active', 'Reopened', "Won't Do", 'Reopened'],
  ] as const)('writes what is %s, called “%s” and resolved as %j: %s', (category, originalStatus, resolution, text) => {
    expect(statusText({ category, originalStatus, resolution })).toBe(text);
  });
});
