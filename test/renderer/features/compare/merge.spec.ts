import { describe, expect, it } from 'vitest';
import {
  type Choices,
  choicesOf,
  chosenWith,
  conflictEffect,
  fieldRows,
  itemKey,
  itemText,
  itemTitle,
  keptItems,
  mergeLabel,
  mergeObstacle,
  openClashes,
  restChosen,
  sideOf,
  takenItems,
} from '../../../../renderer/features/compare/merge.ts';
import type { ComparedItem } from '../../../../shared/contract/branches.ts';

function item(kind: ComparedItem['kind'], id: string, changes: Partial<ComparedItem> = {}): ComparedItem {
  const rest = { name: id, action: 'change', state: 'clean', changed: [], clashing: [], result: {}, of: null } as const;
  return { kind, id, ...rest, changed: [], clashing: [], ...changes };
}

const NONE: Choices = new Map();
const clash = item('release', 'r1', { state: 'clash' });
const follows = item('milestone', 'm1', { state: 'clash', result: { releaseId: 'r1' } });
const other = item('milestone', 'm2', { result: { releaseId: 'r2' } });
const items = [clash, follows, other];

describe('renderer/features/compare/merge', () => {
  it('waits for every clash, and takes over the rest unless it is left out', () => {
    const left: Choices = new Map([['milestone:m2', 'plan']]);

    expect([openClashes(items, NONE), takenItems(items, NONE)]).toEqual([2, [other]]);
    expect([openClashes(items, left), takenItems(items, left)]).toEqual([2, []]);
    expect(takenItems(items, new Map([['release:r1', 'branch']]))).toEqual([clash, other]);
  });

  it('keeps the plan’s side as a merge before did, unless it is chosen anew', () => {
    const kept = item('release', 'r1', { state: 'clash', kept: true });
    const anew: Choices = new Map([['release:r1', 'branch']]);

    expect([openClashes([kept], NONE), takenItems([kept], NONE), sideOf(kept, NONE)]).toEqual([0, [], 'plan']);
    expect([takenItems([kept], anew), sideOf(kept, anew)]).toEqual([[kept], 'branch']);
    expect([...restChosen([kept], NONE, 'branch')]).toEqual([]);
    expect(itemText(kept)).toBe('The plan’s was kept at a merge before, and neither side has changed it since.');
  });

  it('has milestones follow the side of their release, and no others', () => {
    const choices = chosenWith(items, NONE, { item: clash, side: 'plan' });

    expect([...choices]).toEqual([
      ['release:r1', 'plan'],
      ['milestone:m1', 'plan'],
    ]);
    expect([...chosenWith(items, NONE, { item: follows, side: 'branch' })]).toEqual([['milestone:m1', 'branch']]);
  });

  it('decides the clashes that are open for one side, and keeps what was decided', () => {
    const choices = restChosen(items, new Map([['release:r1', 'plan']]), 'branch');

    expect([...choices]).toEqual([
      ['release:r1', 'plan'],
      ['milestone:m1', 'branch'],
    ]);
  });

  it('sends only choices about what is still there', () => {
    expect(
      choicesOf(
        items,
        new Map([
          ['milestone:m1', 'plan'],
          ['train:gone', 'plan'],
        ]),
      ),
    ).toEqual([{ kind: 'milestone', id: 'm1', take: 'plan' }]);
  });

  it('shows fields as they were, are and would be, clashes first and what is derived not at all', () => {
    const day = { fields: ['day', 'zone', 'departureTime', 'departsAt'] };
    const of = (on: string, at: number) => ({ day: on, zone: 'Europe/Berlin', departureTime: '20:00', departsAt: at });
    const notes = { fields: ['notes'], base: { notes: '' }, plan: { notes: '' }, branch: { notes: 'New' } };
    const dates = { ...day, base: of('2026-12-01', 1), plan: of('2026-12-02', 2), branch: of('2026-12-08', 3) };

    const rows = fieldRows({ changed: [notes, dates], clashing: [dates] });

    expect(rows).toEqual([
      {
        path: 'day',
        label: 'Day',
        base: 'Tue 1 Dec 2026',
        plan: 'Wed 2 Dec 2026',
        branch: 'Tue 8 Dec 2026',
        clashing: true,
      },
      { path: 'notes', label: 'Notes', base: 'empty', plan: 'empty', branch: 'New', clashing: false },
    ]);
  });

  it('says none where a side has no such field', () => {
    const rows = fieldRows({
      changed: [{ fields: ['owner'], base: {}, plan: {}, branch: { owner: 'Ada' } }],
      clashing: [],
    });

    expect(rows).toMatchObject([{ base: 'none', plan: 'none', branch: 'Ada' }]);
  });

  it.each([
    [item('milestone', 'Cut-off', { of: 'Cards 1' }), 'Milestone “Cut-off” of Cards 1'],
    [item('schedule-rule', 'Sale'), 'Window or freeze “Sale”'],
    [item('plan-observation', 'x'), 'Imported date “x”'],
    [item('environment', 'qa'), 'Environment “qa”'],
  ])('names a decision for people', (one, words) => {
    expect(itemTitle(one)).toBe(words);
  });

  it.each([
    ['change', 'clash', 'Both changed it, to different things.'],
    ['remove', 'clash', 'The branch removed what the plan changed.'],
    ['add', 'clash', 'Both added it, not the same.'],
    ['add', 'clean', 'New in the branch.'],
    ['remove', 'clean', 'Removed in the branch.'],
    ['change', 'joined', 'Both changed it, in different fields: merging keeps both changes.'],
    ['change', 'clean', 'Changed in the branch.'],
  ] as const)('tells a %s that is a %s', (action, state, words) => {
    expect(itemText({ action, state })).toBe(words);
  });

  it('names what the plan made instead', () => {
    const twin = { id: 'e1', name: 'qa' };

    expect(itemText({ action: 'add', state: 'clash', twin })).toBe(
      'Both made it: the plan has “qa”, and only one of them can stay.',
    );
  });

  it.each([
    [{ readOnly: true, open: 0, decided: 1, refused: null }, 'This workspace is open read-only.'],
    [{ readOnly: false, open: 2, decided: 1, refused: null }, 'Choose a side for 2 clashes first.'],
    [
      { readOnly: false, open: 0, decided: 1, refused: 'It cannot go.' },
      'It cannot go. Choose the same side for both, or mend it in the branch first.',
    ],
    [{ readOnly: false, open: 0, decided: 0, refused: null }, 'Everything is left out: the plan would stay as it is.'],
    [{ readOnly: false, open: 0, decided: 1, refused: null }, null],
  ])('says why a merge has to wait', (state, words) => {
    expect(mergeObstacle(state)).toBe(words);
  });

  it.each([
    [0, 0, 'Merging makes no conflict that was not there, and resolves none.'],
    [1, 0, 'Merging makes 1 conflict.'],
    [0, 2, 'Merging makes no conflict and resolves 2.'],
    [3, 1, 'Merging makes 3 conflicts and resolves 1.'],
  ])('tells a merge that makes %i conflicts and resolves %i', (made, resolved, words) => {
    expect(conflictEffect(made, resolved)).toBe(words);
  });

  it('counts as kept what is decided for the plan now, not at a merge before, nor what is only not ticked', () => {
    const toPlan = new Map([clash, follows].map((item) => [itemKey(item), 'plan' as const]));

    expect(keptItems([clash, { ...follows, state: 'clean' }], toPlan)).toEqual([clash]);
    expect(keptItems([{ ...clash, kept: true }], toPlan)).toEqual([]);
    expect(keptItems([clash], new Map())).toEqual([]);
  });

  it('names what the button does', () => {
    expect([mergeLabel([], []), mergeLabel([clash, follows], []), mergeLabel([], [clash])]).toEqual([
      'Nothing to merge',
      'Merge 1 release and its 1 milestone into the plan',
      'Keep the plan’s side for 1 release',
    ]);
  });
});
