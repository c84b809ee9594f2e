import { describe, expect, it } from 'vitest';
import { historyNotices, noteHistory, type WorkHistory } from '../../../../shared/domain/capacity/history.ts';
import { aDay } from '../../../support/times.ts';

const JUNE = aDay('2026-06-01');
const history = (
  from: string,
  to: string,
  finished: readonly number[],
  discovered: readonly number[] = [],
): WorkHistory => ({
  from: aDay(from),
  to: aDay(to),
  finished,
  discovered,
  undone: 5,
  together: 1,
  typed: null,
});
const kinds = (told: WorkHistory) => historyNotices(told, JUNE).map(({ kind }) => kind);

describe('shared/domain/capacity/history', () => {
  it('notes what a forecast drew from', () => {
    expect(noteHistory(history('2026-02-09', '2026-05-31', [0, 2, 0, 1], [0, 1]))).toEqual({
      from: '2026-02-09',
      to: '2026-05-31',
      workingDays: 4,
      finished: 3,
      zeroDays: 2,
      undone: 5,
      typed: null,
      growthDays: 2,
      discovered: 1,
    });
  });

  it.each([
    ['sixteen weeks', '2026-02-09', '2026-05-31', []],
    ['twelve weeks to the day', '2026-03-09', '2026-05-31', []],
    ['a day less than twelve weeks', '2026-03-10', '2026-05-31', ['short-history']],
    ['one day', '2026-05-31', '2026-05-31', ['short-history']],
    ['26 weeks to the day', '2025-12-01', '2026-05-31', []],
    ['a day more than 26 weeks', '2025-11-30', '2026-05-31', ['long-history']],
    ['a week old', '2026-02-09', '2026-05-24', []],
    ['a day more than a week old', '2026-02-09', '2026-05-23', ['stale-history']],
  ])('tells the age of a history: %s', (_what, from, to, expected) => {
    expect(kinds(history(from, to, [0, 1]))).toEqual(expected);
  });

  it('says in words what is wrong', () => {
    const [short] = historyNotices(history('2026-05-30', '2026-05-31', [0, 1]), JUNE);

    expect(short?.text).toBe(
      'The history covers only 2 days; 12 to 26 weeks are advised. The real spread is likely wider than shown.',
    );
  });

  it('tells a history without working days, and one in which nothing was finished', () => {
    expect(kinds(history('2026-02-09', '2026-05-31', []))).toEqual(['no-history']);
    expect(kinds(history('2026-02-09', '2026-05-31', [0, 0, 0], [5]))).toEqual(['all-zero']);
  });

  it.each([
    [[0, 2], [1], ['growth-outruns']],
    [[0, 2], [0, 2, 2], ['growth-outruns']],
    [[0, 2], [0, 1], []],
    [[0, 2], [], []],
  ])('discovered work: tells where scope grows as fast as work is done: %j, %j', (finished, discovered, expected) => {
    expect(kinds(history('2026-02-09', '2026-05-31', finished, discovered))).toEqual(expected);
  });
});
