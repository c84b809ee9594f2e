import { describe, expect, it } from 'vitest';
import { shownGroups, toggleGroup } from '../../../../../renderer/features/calendar/lanes/groups.ts';

describe('renderer/features/calendar/lanes/groups', () => {
  it('shows trains, and freezes where there are any, as long as nothing is chosen', () => {
    expect(shownGroups(undefined, false)).toEqual(['trains']);
    expect(shownGroups(undefined, true)).toEqual(['rules', 'trains']);
    expect(shownGroups([], true)).toEqual(['rules', 'trains']);
  });

  it('shows what is chosen in the order of the lanes, whatever order the address has', () => {
    expect(shownGroups(['teams', 'environments', 'rules'], false)).toEqual(['rules', 'environments', 'teams']);
  });

  it('puts a group in and takes it out; an empty list is none', () => {
    expect(toggleGroup(['trains'], 'teams')).toEqual(['trains', 'teams']);
    expect(toggleGroup(['trains', 'teams'], 'trains')).toEqual(['teams']);
    expect(toggleGroup(['teams'], 'teams')).toBeUndefined();
  });
});
