import { describe, expect, it } from 'vitest';
import {
  changedName,
  changeKind,
  commandLabel,
  commandNames,
  fieldChanges,
  isUndone,
  lineOf,
  moreText,
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
      { path: 'day', before: 'Tue 24 Nov 2026', after: 'Wed 25 Nov 2026' },
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

  it('tells a moved release once, by its day, on its own clocks', () => {
    const row = { day: '2026-12-15', departureTime: '20:00', zone: 'Europe/Berlin', departsAt: 1_797_361_200_000 };
    const moved = { ...row, day: '2026-12-16', departsAt: 1_797_447_600_000 };

    expect(fieldChanges({ before: row, after: moved })).toEqual([
      { path: 'day', before: 'Tue 15 Dec 2026', after: 'Wed 16 Dec 2026' },
    ]);
  });

  it.each([
    [2, 'Show 2 more changes'],
    [1, 'Show 1 more change'],
    [25, 'Show 25 more changes'],
    [120, 'Show 25 of 120 more changes'],
  ])('offers %d more changes as %s', (hidden, text) => {
    expect(moreText(hidden, 25)).toBe(text);
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

  it('knows an entry as taken back only while what took it back stands', () => {
    const archive = { seq: 3, revertedBy: 4 };
    const undo = { seq: 4, revertedBy: 5 };
    const redo = { seq: 5, revertedBy: null };
    const known = new Map([archive, undo, redo].map((entry) => [entry.seq, entry]));

    expect([isUndone(archive, known), isUndone(undo, known), isUndone(redo, known)]).toEqual([false, true, false]);
    expect(isUndone(archive, new Map())).toBe(true);
  });
});
