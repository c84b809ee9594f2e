import { describe, expect, it } from 'vitest';
import {
  boardingText,
  cadenceText,
  calendarText,
  dayOffText,
  diagramText,
  exampleDay,
  inOrderOfTime,
  notGeneratedText,
  offsetText,
  partReleases,
  previewText,
  stageDiagram,
  stageText,
  suggestedName,
  weekdaysText,
} from '../../../../renderer/features/train/view-model.ts';
import { workingDays } from '../../../../shared/domain/calendar/working-days.ts';
import { Release } from '../../../../shared/model/release.ts';
import type { Stage } from '../../../../shared/model/train.ts';
import { aTrain } from '../../../support/calendar-plan.ts';
import { aDay, anInstant } from '../../../support/times.ts';

const train = aTrain();
const days = workingDays(train.calendar, new Map());

function stage(fields: Partial<Stage>): Stage {
  const base = { key: 's', name: 'S', kind: 'uat', start: { amount: -3, unit: 'working-days' }, startTime: '09:00' };
  return { ...base, end: null, endTime: null, ...fields } as Stage;
}

function release(id: string, departsAt: string, state: Release['state'] = 'planned'): Release {
  return Release.parse({
    id,
    trainId: train.id,
    name: id,
    day: departsAt.slice(0, 10),
    departureTime: '20:00',
    zone: 'Europe/Berlin',
    departsAt: anInstant(departsAt),
    state,
    occurrence: null,
    skippedStages: [],
    notes: '',
  });
}

describe('renderer/features/train/view-model', () => {
  it.each([
    [{ amount: 0, unit: 'working-days' }, 'on the release day'],
    [{ amount: -1, unit: 'working-days' }, '1 working day before'],
    [{ amount: -5, unit: 'working-days' }, '5 working days before'],
    [{ amount: 2, unit: 'calendar-days' }, '2 days after'],
  ] as const)('says %j as %s', (offset, text) => {
    expect(offsetText(offset)).toBe(text);
  });

  it('says where a stage lies', () => {
    const end = { amount: 0, unit: 'working-days' } as const;
    const endTime = train.stages[0]?.startTime ?? null;

    expect(stageText(stage({}))).toBe('3 working days before at 09:00');
    expect(stageText(stage({ end, endTime }))).toBe('3 working days before at 09:00, to the release day at 09:00');
    expect(stageText(stage({ end: { amount: -1, unit: 'calendar-days' }, endTime }))).toBe(
      '3 working days before at 09:00, to 1 day before at 09:00',
    );
  });

  it.each([
    [[1, 2, 3, 4, 5], 'Monday to Friday'],
    [[7, 1, 2, 3, 4, 5, 6], 'Every day'],
    [[7, 1, 2], 'Monday, Tuesday and Sunday'],
    [[6, 7], 'Saturday and Sunday'],
    [[3], 'Wednesday'],
  ])('says the weekdays %j as %s', (workdays, text) => {
    expect(weekdaysText(workdays)).toBe(text);
  });

  it('says a working calendar', () => {
    expect(calendarText(train.calendar)).toBe('Monday to Friday, less the public holidays of DE-BE');
    expect(calendarText({ workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff: [aDay('2026-12-24')] })).toBe(
      'Monday to Friday, no public holidays, less 1 more day off',
    );
  });

  it('says how a train recurs, and what a day off does to it', () => {
    expect(cadenceText(train)).toBe('Every 2 weeks on Tuesday at 20:00');
    expect(dayOffText(train)).toBe('a day off gives way to the next working day');
    expect(cadenceText({ ...train, cadence: null })).toBe('By hand: releases are dated one by one');
    expect(dayOffText({ cadence: null })).toBe('');
  });

  it.each([
    [{ by: 'version', pattern: '{release}' }, 'work items with the version “{release}”'],
    [{ by: 'label', pattern: 'train-*' }, 'work items with the label “train-*”'],
    [{ by: 'query', text: 'status:Done' }, 'work items that match “status:Done”'],
  ] as const)('says the rule %j', (rule, text) => {
    expect(boardingText(rule)).toBe(text);
  });

  it('draws the stages around a release day, counted from it', () => {
    const diagram = stageDiagram(train, aDay('2026-12-15'), days);

    expect(diagram?.marks.map(({ id, note, start }) => [id, note, start])).toEqual([
      ['cut-off', '5 working days before', anInstant('2026-12-08T09:00+01:00')],
      ['freeze', '3 working days before', anInstant('2026-12-10T09:00+01:00')],
      ['uat', '3 working days before', anInstant('2026-12-10T09:00+01:00')],
      ['go', '1 working day before', anInstant('2026-12-14T09:00+01:00')],
      ['departure', '', anInstant('2026-12-15T20:00+01:00')],
    ]);
    expect(diagram?.ticks.find(({ strong }) => strong)).toEqual({
      time: anInstant('2026-12-15T00:00+01:00'),
      label: 'Release day',
      strong: true,
    });
    expect(diagram?.ticks.map(({ label }) => label)).toContain('−5 d');
    expect(diagram?.shades[0]).toMatchObject({ from: anInstant('2026-12-12T00:00+01:00') });
    expect(diagram && diagramText(diagram)).toMatch(/^Stages around a release on Tue 15 Dec 2026: cut-off 5 working/);
  });

  it('draws nothing where the stages cannot be placed', () => {
    const twice = { ...train, stages: [stage({}), stage({})] };

    expect(stageDiagram(twice, aDay('2026-12-15'), days)).toBeNull();
  });

  it('draws a train without stages as its departure alone', () => {
    expect(stageDiagram({ ...train, stages: [] }, aDay('2026-12-15'), days)?.marks.map(({ id }) => id)).toEqual([
      'departure',
    ]);
  });

  it('parts releases into those ahead, soonest first, and those behind, latest first', () => {
    const releases = [
      release('done-early', '2026-12-29T20:00+01:00', 'departed'),
      release('next', '2026-12-15T20:00+01:00'),
      release('last', '2026-12-01T20:00+01:00'),
      release('old', '2026-11-17T20:00+01:00', 'departed'),
      release('later', '2027-01-12T20:00+01:00'),
    ];

    const { ahead, behind } = partReleases(releases, anInstant('2026-12-10T00:00Z'));

    expect(ahead.map(({ id }) => id)).toEqual(['next', 'later']);
    expect(behind.map(({ id }) => id)).toEqual(['done-early', 'last', 'old']);
  });

  it('suggests the name that the train would give, without a running number', () => {
    expect(suggestedName(train, aDay('2026-12-15'))).toBe('Payments 2026.51');
    expect(suggestedName({ name: 'Payments', releaseName: 'R{n}' }, aDay('2026-12-15'))).toBe('Payments 2026-12-15');
  });

  it('says what generating would do', () => {
    const planned = (exists: boolean) => ({
      occurrence: aDay('2026-12-15'),
      day: aDay('2026-12-15'),
      name: 'x',
      exists,
    });

    expect(previewText([])).toBe('The cadence names no day in this time.');
    expect(previewText([planned(false)])).toBe('1 new release.');
    expect(previewText([planned(false), planned(true), planned(false)])).toBe(
      '2 new releases; 1 release exists and stays as it is.',
    );
    expect(previewText([planned(true), planned(true)])).toBe('Nothing new; 2 releases exist and stay as they are.');
  });

  it('names the next days that are no releases yet', () => {
    const planned = (text: string, exists = false) => ({ occurrence: aDay(text), day: aDay(text), name: 'x', exists });

    expect(notGeneratedText([planned('2026-12-15', true)])).toBe('');
    expect(notGeneratedText([planned('2026-12-15', true), planned('2026-12-29'), planned('2027-01-12')])).toBe(
      'The cadence goes on with 29 Dec, 12 Jan: not generated yet.',
    );
    const many = ['2027-01-05', '2027-01-06', '2027-01-07', '2027-01-08', '2027-01-09'].map((day) => planned(day));
    expect(notGeneratedText(many)).toBe(
      'The cadence goes on with 5 Jan, 6 Jan, 7 Jan, 8 Jan and so on: not generated yet.',
    );
  });

  it.each([
    ['its next release', '2026-12-08', '2026-12-08'],
    ['the next day of its cadence', null, '2026-12-01'],
  ])('draws the stages around %s', (_, next, day) => {
    const train = aTrain({
      cadence: {
        rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
        from: '2026-12-01',
        departureTime: '20:00',
        onDayOff: 'keep',
      },
    });

    expect(exampleDay(train, next === null ? null : aDay(next), aDay('2026-11-23'))).toBe(day);
  });

  it('draws them around today where no cadence names a day', () => {
    expect(exampleDay(aTrain({ cadence: null }), null, aDay('2026-11-23'))).toBe('2026-11-23');
  });

  it('lists stages in the order of the drawing', () => {
    const stages = ['late', 'early', 'middle'].map((key) => ({ key })) as unknown as readonly Stage[];
    const marks = ['early', 'middle', 'departure', 'late'].map((id) => ({ id }));

    expect(inOrderOfTime(stages, { marks } as never).map(({ key }) => key)).toEqual(['early', 'middle', 'late']);
    expect(inOrderOfTime(stages, null)).toBe(stages);
  });
});
