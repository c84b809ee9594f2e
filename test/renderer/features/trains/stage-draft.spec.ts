import { describe, expect, it } from 'vitest';
import {
  departingAt,
  freeKey,
  newStage,
  offsetOf,
  type StageDraft,
  stageDraftOf,
  stageOf,
  stageProblem,
} from '../../../../renderer/features/trains/stage-draft.ts';
import { MilestoneKind, Stage } from '../../../../shared/model/train.ts';

describe('renderer/features/trains/stage-draft', () => {
  it.each([
    ['5', 'working-before', -5, 'working-days'],
    ['5', 'working-after', 5, 'working-days'],
    ['2', 'calendar-before', -2, 'calendar-days'],
    ['2', 'calendar-after', 2, 'calendar-days'],
    ['0', 'working-before', 0, 'working-days'],
  ] as const)('reads %s %s as %d %s', (amount, side, offset, unit) => {
    expect(offsetOf({ amount, side, time: '09:00' })).toEqual({ amount: offset, unit });
  });

  it.each(['', '-1', '1.5', 'two', '99999'])('reads %j as no number', (amount) => {
    expect(offsetOf({ amount, side: 'working-before', time: '09:00' }).amount).toBeNaN();
  });

  it.each([
    [{ amount: -5, unit: 'working-days' }, null],
    [
      { amount: -3, unit: 'calendar-days' },
      { amount: 2, unit: 'working-days' },
    ],
    [
      { amount: 0, unit: 'working-days' },
      { amount: 0, unit: 'calendar-days' },
    ],
  ])('gives a stage back as it was (case %#)', (start, end) => {
    const stage = Stage.parse({
      key: 'freeze',
      name: 'Freeze',
      kind: 'code-freeze',
      start,
      startTime: '12:00',
      end,
      endTime: end === null ? null : '20:00',
    });

    expect(Stage.parse(stageOf(stageDraftOf(stage)))).toEqual(stage);
  });

  it('finds a key that no stage has', () => {
    expect(freeKey('uat', [])).toBe('uat');
    expect(freeKey('uat', [{ key: 'uat' }, { key: 'uat-2' }])).toBe('uat-3');
  });

  it.each(MilestoneKind.options)('begins a stage of the kind %s that can be saved as it is', (kind) => {
    expect(Stage.safeParse(stageOf(newStage(kind, []))).success).toBe(true);
  });

  it.each([
    [{}, null],
    [{ name: ' ' }, 'Give the stage a name.'],
    [{ name: 'x'.repeat(81) }, 'Its name has at most 80 characters.'],
    [{ amount: '' }, 'Its start needs a whole number of days from 0 to 400.'],
    [{ amount: '401' }, 'Its start needs a whole number of days from 0 to 400.'],
    [{ amount: '-1' }, 'Its start needs a whole number of days from 0 to 400.'],
    [{ time: '' }, 'Choose the time of its start.'],
    [
      { end: { amount: '1.5', side: 'working-after', time: '' } },
      'Its end needs a whole number of days from 0 to 400. Choose the time of its end.',
    ],
    [{ name: '', time: '25:00' }, 'Give the stage a name. Choose the time of its start.'],
  ] as const)('says of %j what is wrong, each fault by itself', (changes, problem) => {
    const { amount = '1', time = '09:00', ...rest } = { ...changes } as Readonly<Record<string, never>>;
    const stage = newStage('go-no-go', []);

    expect(stageProblem({ ...stage, ...rest, start: { ...stage.start, amount, time } })).toBe(problem);
  });

  const evening: StageDraft = {
    ...newStage('deployment', []),
    suggested: {
      departure: '20:00',
      start: { amount: '0', side: 'working-before', time: '20:00' },
      end: { amount: '0', side: 'working-before', time: '22:00' },
    },
  };

  it.each([
    ['18:00', ['0', 'working-before', '18:00'], ['0', 'working-before', '20:00']],
    ['20:30', ['0', 'working-before', '20:30'], ['0', 'working-before', '22:30']],
    ['23:00', ['0', 'working-before', '23:00'], ['1', 'calendar-after', '01:00']],
  ] as const)('lays what was suggested along with a departure at %s', (departure, start, end) => {
    // On the way through what is typed first: a departure at 01:00, then none.
    const typed = ['01:00', '', departure].reduce(departingAt, evening);

    expect([typed.start, typed.end]).toEqual([start, end].map(([amount, side, time]) => ({ amount, side, time })));
  });

  it('goes to the day before where it would begin before midnight, and leaves other days alone', () => {
    const start = { amount: '0', side: 'working-before', time: '08:00' } as const;
    const end = { amount: '2', side: 'working-after', time: '18:00' } as const;
    const stage = departingAt({ ...evening, suggested: { departure: '10:00', start, end } }, '01:30');

    expect(stage.start).toEqual({ amount: '1', side: 'calendar-before', time: '23:30' });
    expect(stage.end).toEqual(end);
  });

  it('leaves a stage that somebody typed in where it is', () => {
    const typed = { ...evening, suggested: null };

    expect(departingAt(typed, '18:00')).toEqual(typed);
  });
});
