import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, eachDay } from '../../../../shared/domain/calendar/days.ts';
import { addWorkingDays, isWorkingDay } from '../../../../shared/domain/calendar/working-days.ts';
import { bufferSize, FEVER_LINES, feverChart, lineAt, zoneOf } from '../../../../shared/domain/capacity/buffers.ts';
import { BufferSize, FeverPoint } from '../../../../shared/model/forecast.ts';
import type { Day } from '../../../../shared/model/time.ts';
import { aCalendar } from '../../../support/capacity.ts';
import { aDay } from '../../../support/times.ts';

const past = (promised: string, actual: string | null, name = promised) => ({
  name,
  promised: aDay(promised),
  actual: actual === null ? null : aDay(actual),
});

/** Releases promised for Monday, 2026-03-02, that slipped by so many working days. */
const slipped = (...slips: readonly number[]) =>
  slips.map((slip, index) => past('2026-03-02', addWorkingDays(aDay('2026-03-02'), slip, aCalendar()), `R${index}`));

const reading = (day: string, done: number, total: number, projected: string) => ({
  day: aDay(day),
  done,
  total,
  projected: aDay(projected),
});

/** Release on Friday, 2026-05-29, with ten working days of buffer: the work is to be done by the 15th. */
const release = { releaseDay: aDay('2026-05-29'), buffer: 10, days: aCalendar() };

describe('shared/domain/capacity/buffers', () => {
  it('by hand: the P80 of ten slips is the eighth, and leaving early counts as 0', () => {
    const found = bufferSize(slipped(4, -3, 0, 1, 9, 2, 0, 3, 6, 5), aCalendar());

    expect(found.slips.map(({ workingDays }) => workingDays)).toEqual([4, 0, 0, 1, 9, 2, 0, 3, 6, 5]);
    expect(found).toMatchObject({
      workingDays: 5,
      leftOut: 0,
      text: '5 working days: the P80 of the slip of 10 releases.',
    });
    expect(BufferSize.parse(found)).toEqual(found);
  });

  it('counts slip in working days', () => {
    // Friday to Tuesday, Monday off.
    expect(bufferSize([past('2026-03-06', '2026-03-10')], aCalendar(undefined, ['2026-03-09'])).workingDays).toBe(1);
  });

  it('says in words how many releases it rests on', () => {
    expect(bufferSize(slipped(1), aCalendar()).notices).toEqual([
      { kind: 'too-few-samples', text: 'The buffer rests on 1 release; fewer than 11 likely make it too small.' },
    ]);
    expect(bufferSize(slipped(...new Array<number>(10).fill(2)), aCalendar()).notices).toHaveLength(1);
    expect(bufferSize(slipped(...new Array<number>(11).fill(2)), aCalendar()).notices).toEqual([]);
  });

  it('no releases, or none that left: no buffer is made up', () => {
    expect(bufferSize([], aCalendar())).toMatchObject({ workingDays: null, notices: [{ kind: 'no-samples' }] });
    expect(bufferSize([past('2026-03-02', null)], aCalendar())).toMatchObject({
      workingDays: null,
      leftOut: 1,
      text: 'There is no slip to size a buffer by.',
    });
  });

  it('at least eight of ten past releases would have come within it, and with a day less fewer', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 20 }), { minLength: 1, maxLength: 40 }), (slips) => {
        const size = bufferSize(slipped(...slips), aCalendar()).workingDays ?? Number.NaN;
        const within = (days: number) => slips.filter((slip) => slip <= days).length;

        expect(within(size) * 10).toBeGreaterThanOrEqual(slips.length * 8);
        if (size > 0) expect(within(size - 1) * 10).toBeLessThan(slips.length * 8);
      }),
    );
  });

  it('draws the lines from 10 to 70 and from 30 to 90 percent', () => {
    expect([0, 0.5, 1].map((progress) => Number(lineAt(FEVER_LINES.yellow, progress).toFixed(9)))).toEqual([
      0.1, 0.4, 0.7,
    ]);
    expect([0, 0.5, 1].map((progress) => Number(lineAt(FEVER_LINES.red, progress).toFixed(9)))).toEqual([
      0.3, 0.6, 0.9,
    ]);
  });

  it.each([
    [0, 0, 'green'],
    [0, 0.1, 'green'],
    [0, 0.11, 'yellow'],
    [0, 0.3, 'yellow'],
    [0, 0.31, 'red'],
    [0.5, 0.39, 'green'],
    [0.5, 0.5, 'yellow'],
    [0.5, 0.61, 'red'],
    [1, 0.69, 'green'],
    [1, 0.91, 'red'],
    [0.5, null, 'red'],
    [null, 0.5, null],
  ] as const)('tells the zone of %s done and %s used up: %s', (progress, consumed, zone) => {
    expect(zoneOf(progress, consumed)).toBe(zone);
  });

  it('by hand: the points of a release, and its buffer burning down', () => {
    const points = feverChart(release, [
      reading('2026-05-04', 5, 20, '2026-05-15'),
      reading('2026-05-11', 10, 20, '2026-05-22'),
      reading('2026-05-18', 12, 20, '2026-05-28'),
      reading('2026-05-25', 14, 20, '2026-06-02'),
    ]);

    expect(
      points.map(({ progress, consumed, daysLeft, daysLeftInStep, zone }) => [
        progress,
        consumed,
        daysLeft,
        daysLeftInStep,
        zone,
      ]),
    ).toEqual([
      [0.25, 0, 10, 7.5, 'green'],
      [0.5, 0.5, 5, 5, 'yellow'],
      [0.6, 0.9, 1, 4, 'red'],
      [0.7, 1.2, -2, expect.closeTo(3, 9), 'red'],
    ]);
    expect(points.map(({ text }) => text)).toEqual([
      '25 % of the work is done, and 0 % of the buffer is used up: 10 working days left.',
      '50 % of the work is done, and 50 % of the buffer is used up: 5 working days left.',
      '60 % of the work is done, and 90 % of the buffer is used up: 1 working day left.',
      '70 % of the work is done, and it looks like being 2 working days late.',
    ]);
    for (const point of points) expect(FeverPoint.parse(point)).toEqual(point);
  });

  it('puts readings in order of days', () => {
    const points = feverChart(release, [
      reading('2026-05-11', 1, 2, '2026-05-15'),
      reading('2026-05-04', 0, 2, '2026-05-15'),
    ]);

    expect(points.map(({ day }) => day)).toEqual(['2026-05-04', '2026-05-11']);
  });

  it('no tasks: progress is not known, and no zone is made up', () => {
    expect(feverChart(release, [reading('2026-05-04', 0, 0, '2026-05-15')])).toMatchObject([
      {
        progress: null,
        zone: null,
        daysLeftInStep: null,
        text: 'There is no work to do yet, so progress is not known.',
      },
    ]);
  });

  it('one task: nothing or everything is done', () => {
    const points = feverChart(release, [
      reading('2026-05-04', 0, 1, '2026-05-15'),
      reading('2026-05-05', 1, 1, '2026-05-15'),
    ]);

    expect(points.map(({ progress }) => progress)).toEqual([0, 1]);
  });

  it('discovered work lowers progress', () => {
    const points = feverChart(release, [
      reading('2026-05-04', 10, 20, '2026-05-15'),
      reading('2026-05-05', 10, 25, '2026-05-20'),
    ]);

    expect(points.map(({ progress }) => progress)).toEqual([0.5, 0.4]);
  });

  it('dirty history: more done than there is to do is all done', () => {
    expect(feverChart(release, [reading('2026-05-04', 7, 5, '2026-05-15')])[0]?.progress).toBe(1);
  });

  it('a buffer of no days is green until it is overrun', () => {
    const points = feverChart({ ...release, buffer: 0 }, [
      reading('2026-05-04', 1, 2, '2026-05-29'),
      reading('2026-05-05', 1, 2, '2026-06-01'),
    ]);

    expect(points.map(({ consumed, zone, daysLeft }) => [consumed, zone, daysLeft])).toEqual([
      [0, 'green', 0],
      [null, 'red', -1],
    ]);
    expect(points[0]?.text).toBe('50 % of the work is done; there is no buffer to use up.');
  });

  it('a release on a day off is late from the first working day after it', () => {
    const saturday = { ...release, releaseDay: aDay('2026-05-30') };
    const points = ['2026-05-29', '2026-05-30', '2026-06-01'].map((projected, index) =>
      reading(`2026-05-0${index + 1}`, 1, 2, projected),
    );

    expect(feverChart(saturday, points).map(({ daysLeft }) => daysLeft)).toEqual([0, 0, -1]);
  });

  it('is late exactly where the projected day brings a working day after the release', () => {
    const offset = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(offset, offset, fc.integer({ min: 0, max: 15 }), (releaseOffset, projectedOffset, buffer) => {
        const [releaseDay, projected] = [
          addDays(aDay('2026-05-10'), releaseOffset),
          addDays(aDay('2026-05-10'), projectedOffset),
        ];
        const [point] = feverChart({ releaseDay, buffer, days: aCalendar() }, [
          { day: aDay('2026-05-01'), done: 1, total: 2, projected },
        ]);
        const worked = (from: Day, to: Day) =>
          [...eachDay(from, to)].filter((day) => isWorkingDay(day, aCalendar())).length;

        expect((point?.daysLeft ?? Number.NaN) < 0).toBe(worked(addDays(releaseDay, 1), projected) > 0);
        expect(point?.daysLeft).toBeLessThanOrEqual(buffer);
      }),
    );
  });
});
