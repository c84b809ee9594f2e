import { describe, expect, it } from 'vitest';
import {
  changedName,
  changeKind,
  commandLabel,
  commandNames,
  fieldChanges,
  filterCount,
  isUndone,
  lineOf,
} from '../../../../renderer/features/journal/view-model.ts';
import type { Change } from '../../../../shared/model/journal.ts';
import { instant } from '../../../../shared/model/time.ts';

describe('renderer/features/journal/view-model', () => {
  it('shows of an entry in lists how many rows it changed, not what', () => {
    const change: Change = { kind: 'train', id: 't1', before: null, after: { name: 'Payments' } };
    const head = {
      seq: 2,
      at: instant(0),
      actor: 'Ada',
      command: 'trains.create',
      summary: 'Created train “Payments”',
      reverts: null,
      prevHash: 'a',
      hash: 'b',
      revertedBy: null,
    };

    expect(lineOf({ ...head, input: { name: 'Payments' }, changes: [change] })).toEqual({ ...head, changeCount: 1 });
  });

  it('lists only the fields that differ, each leaf by its path', () => {
    const before = { name: 'A', day: '2026-11-24', stages: [{ key: 'x', start: { amount: -5 } }], notes: '' };
    const after = { name: 'A', day: '2026-11-25', stages: [{ key: 'x', start: { amount: -4 } }], notes: 'moved' };

    expect(fieldChanges({ before, after })).toEqual([
      { path: 'day', before: '2026-11-24', after: '2026-11-25' },
      { path: 'stages.0.start.amount', before: '-5', after: '-4' },
      { path: 'notes', before: 'empty', after: 'moved' },
    ]);
  });

  it('shows every field of a new or removed row on its one side', () => {
    expect(fieldChanges({ before: null, after: { id: 'a', owner: null } })).toEqual([
      { path: 'id', before: null, after: 'a' },
      { path: 'owner', before: null, after: 'none' },
    ]);
    expect(fieldChanges({ before: { id: 'a' }, after: null })).toEqual([{ path: 'id', before: 'a', after: null }]);
  });

  it('keeps a list of plain values together', () => {
    const change = { before: { workdays: [1, 2] }, after: { workdays: [1, 2, 3] } };

    expect(fieldChanges(change)).toEqual([{ path: 'workdays', before: '1, 2', after: '1, 2, 3' }]);
  });

  it('tells a list that became empty from one that is gone', () => {
    expect(fieldChanges({ before: { a: ['x'], b: ['y'] }, after: { a: [] } })).toEqual([
      { path: 'a', before: 'x', after: 'empty list' },
      { path: 'b', before: 'y', after: null },
    ]);
  });

  it('says whether a row was added, removed or changed', () => {
    expect([
      changeKind({ before: null, after: {} }),
      changeKind({ before: {}, after: null }),
      changeKind({ before: {}, after: {} }),
    ]).toEqual(['added', 'removed', 'changed']);
  });

  it('calls a row by its name, else its title, else its id', () => {
    const change = { kind: 'release', id: 'release-1' } as const;

    expect([
      changedName({ ...change, before: null, after: { name: 'Payments 2026.48' } }),
      changedName({ ...change, before: { title: 'Refunds' }, after: null }),
      changedName({ ...change, before: null, after: { name: '' } }),
    ]).toEqual(['Payments 2026.48', 'Refunds', 'release-1']);
  });

  it.each([
    ['releases.moveMilestone', 'Releases: move milestone'],
    ['journal.undo', 'Journal: undo'],
    ['workItems', 'Work items'],
  ])('writes %s as %s', (command, label) => {
    expect(commandLabel(command)).toBe(label);
  });

  it('names every command of the contract and no query', () => {
    expect(commandNames()).toEqual(expect.arrayContaining(['trains.create', 'releases.move', 'journal.undo']));
    expect(commandNames()).not.toEqual(expect.arrayContaining(['trains.list']));
    expect(commandNames()).not.toEqual(expect.arrayContaining(['sync.start']));
  });

  it('counts the filters that narrow the list', () => {
    expect([
      filterCount({}),
      filterCount({ text: '', actor: undefined }),
      filterCount({ text: 'a', kind: 'train' }),
    ]).toEqual([0, 0, 2]);
  });

  it('knows an entry as taken back only while what took it back stands', () => {
    const archive = { seq: 3, revertedBy: 4 };
    const undo = { seq: 4, revertedBy: 5 };
    const redo = { seq: 5, revertedBy: null };
    const known = new Map([archive, undo, redo].map((entry) => [entry.seq, entry]));

    expect([isUndone(archive, known), isUndone(undo, known), isUndone(redo, known)]).toEqual([false, true, false]);
    expect(isUndone(archive, new Map())).toBe(true);
  });
});
