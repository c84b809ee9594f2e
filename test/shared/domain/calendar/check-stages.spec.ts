import { describe, expect, it } from 'vitest';
import { checkStages } from '../../../../shared/domain/calendar/check-stages.ts';
import { Stage } from '../../../../shared/model/train.ts';

type OffsetText = readonly [amount: number, unit: 'working-days' | 'calendar-days', time: string];

function stage(start: OffsetText, end: OffsetText | null, key = 'uat'): Stage {
  return Stage.parse({
    key,
    name: key.toUpperCase(),
    kind: 'uat',
    start: { amount: start[0], unit: start[1] },
    startTime: start[2],
    end: end === null ? null : { amount: end[0], unit: end[1] },
    endTime: end === null ? null : end[2],
  });
}

const WORKING = 'working-days';
const CALENDAR = 'calendar-days';

describe('shared/domain/calendar/check-stages', () => {
  it.each<readonly [string, OffsetText, OffsetText | null]>([
    ['a point', [-5, WORKING, '12:00'], null],
    ['a span', [-5, WORKING, '12:00'], [-2, WORKING, '12:00']],
    ['a span of no length', [-5, WORKING, '12:00'], [-5, WORKING, '12:00']],
    ['a span within a day', [0, CALENDAR, '09:00'], [0, CALENDAR, '17:00']],
    ['a span over the release day', [-1, CALENDAR, '22:00'], [1, WORKING, '06:00']],
    ['a span that only placing can judge', [-3, WORKING, '09:00'], [-4, CALENDAR, '17:00']],
    ['a span that only placing can judge, after it', [4, CALENDAR, '09:00'], [3, WORKING, '17:00']],
    ['a span in two units on the release day', [0, WORKING, '09:00'], [0, CALENDAR, '10:00']],
    ['a span that may end on the day it starts', [-2, CALENDAR, '09:00'], [-2, WORKING, '10:00']],
  ])('lets %s be', (_what, start, end) => {
    expect(checkStages([stage(start, end)])).toEqual([]);
  });

  it.each<readonly [string, OffsetText, OffsetText]>([
    ['on an earlier day', [-2, WORKING, '12:00'], [-3, WORKING, '12:00']],
    ['at an earlier time', [0, CALENDAR, '12:00'], [0, CALENDAR, '11:59']],
    ['at an earlier time of the same working day', [-2, WORKING, '12:00'], [-2, WORKING, '11:59']],
    ['before the release day but starts after it', [1, CALENDAR, '12:00'], [-1, WORKING, '12:00']],
    ['on the release day but starts later, by any calendar', [3, WORKING, '12:00'], [2, CALENDAR, '12:00']],
    ['earlier by any calendar', [-1, CALENDAR, '12:00'], [-2, WORKING, '12:00']],
    ['at an earlier time, on the same day at the latest', [-2, CALENDAR, '09:00'], [-2, WORKING, '08:00']],
    ['at an earlier time of the release day, in two units', [0, WORKING, '10:00'], [0, CALENDAR, '09:00']],
  ])('names a stage that ends %s', (_what, start, end) => {
    expect(checkStages([stage(start, end)])).toEqual([
      {
        index: 0,
        key: 'uat',
        message: 'The stage "UAT" ends before it starts.',
        remedy: 'Move its end later or its start earlier.',
      },
    ]);
  });

  it('names each stage whose key another has before it', () => {
    const stages = ['uat', 'cab', 'uat', 'uat'].map((key) => stage([0, CALENDAR, '09:00'], null, key));

    expect(checkStages(stages).map(({ index, message }) => [index, message])).toEqual([
      [2, 'Two stages have the key "uat".'],
      [3, 'Two stages have the key "uat".'],
    ]);
  });

  it('names a stage with half an end', () => {
    const whole = stage([0, CALENDAR, '09:00'], [1, CALENDAR, '17:00']);

    expect(checkStages([{ ...whole, endTime: null }])[0]?.message).toContain('its time is missing');
    expect(checkStages([{ ...whole, end: null }])[0]?.message).toContain('its day is missing');
  });
});
