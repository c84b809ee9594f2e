import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../shared/domain/calendar/days.ts';
import { toInstant } from '../../../../shared/domain/calendar/zoned-time.ts';
import { type CutOffQuestion, cutOffs, endOfDay, readingOf } from '../../../../shared/domain/capacity/cut-offs.ts';
import { leadTimes } from '../../../../shared/domain/capacity/lead-times.ts';
import { forwardPass } from '../../../../shared/domain/capacity/working-pass.ts';
import { type ClassLeadTimes, CutOffs } from '../../../../shared/model/forecast.ts';
import type { ClockTime, LocalTime } from '../../../../shared/model/time.ts';
import { aCalendar } from '../../../support/capacity.ts';
import { aDay, anInstant, aZone, isoOf } from '../../../support/times.ts';

const duration = (workingDays: readonly (number | null)[]): ClassLeadTimes['startToDone'] => ({
  samples: workingDays[0] === null ? 0 : 50,
  percentiles: ([50, 85, 95] as const).map((confidence, index) => ({
    confidence,
    workingDays: workingDays[index] ?? null,
  })),
});

/** A class whose items take so many working days from start, and from boarding, at P50, P85 and P95. */
function aClass(name: string, start: readonly (number | null)[], board: readonly (number | null)[]): ClassLeadTimes {
  const [empty] = leadTimes(
    [
      {
        itemClass: name,
        createdAt: anInstant('2026-01-01T00:00:00Z'),
        boardedAt: null,
        doneAt: null,
        undone: false,
        changes: [],
      },
    ],
    {
      zone: aZone('UTC'),
      days: aCalendar(),
    },
  );
  if (empty === undefined) throw new Error('a class was expected');
  return { ...empty, notices: [], startToDone: duration(start), boardToDone: duration(board) };
}

/** A departure on a day and time in Berlin. */
function departing(day: string, time: string): CutOffQuestion['departure'] {
  return {
    day: aDay(day),
    time: time as ClockTime,
    at: toInstant(`${day}T${time}` as LocalTime, aZone('Europe/Berlin')),
  };
}

/** For a release on Wednesday, 2026-05-20. */
function asking(changes: Partial<CutOffQuestion>): CutOffQuestion {
  return {
    departure: departing('2026-05-20', '20:00'),
    days: aCalendar(),
    clock: { by: 'zone', zone: aZone('Europe/Berlin') },
    classes: [aClass('Story', [2, 5, 8], [3, 8, 13])],
    after: [],
    now: anInstant('2026-04-01T00:00:00Z'),
    zones: [],
    ...changes,
  };
}

const listed = ({ cutOffs: found }: CutOffs) =>
  found.map(({ itemClass, action, confidence, day }) => `${itemClass} ${action} P${confidence} ${day}`);

describe('shared/domain/capacity/cut-offs', () => {
  it('by hand: the last days to board and to start, back over weekends and a day off', () => {
    // Thursday the 14th is off.
    const found = cutOffs(asking({ days: aCalendar(undefined, ['2026-05-14']) }));

    expect(listed(found)).toEqual([
      'Story board P50 2026-05-15',
      'Story board P85 2026-05-07',
      'Story board P95 2026-04-30',
      'Story start P50 2026-05-18',
      'Story start P85 2026-05-12',
      'Story start P95 2026-05-07',
    ]);
    expect(CutOffs.parse(found)).toEqual(found);
    expect(found.notices).toEqual([]);
  });

  it('leaves room for what comes between an item being done and the release', () => {
    const found = cutOffs(
      asking({
        classes: [aClass('Story', [2, 2, 2], [3, 3, 3])],
        after: [
          { name: 'Integration', workingDays: 2 },
          { name: 'Acceptance', workingDays: 3 },
        ],
      }),
    );

    expect(found.cutOffs[0]?.steps).toEqual([
      { name: 'From boarding to done', workingDays: 3, begins: '2026-05-08', ends: '2026-05-13' },
      { name: 'Integration', workingDays: 2, begins: '2026-05-13', ends: '2026-05-15' },
      { name: 'Acceptance', workingDays: 3, begins: '2026-05-15', ends: '2026-05-20' },
    ]);
  });

  it.each([
    ['before noon: the working day before', '2026-05-20', '05:00', 0, '2026-05-19', '2026-05-19T22:00:00.000Z'],
    ['on a Monday before noon: Friday', '2026-05-18', '11:59', 0, '2026-05-15', '2026-05-15T22:00:00.000Z'],
    ['before noon, two days of work', '2026-05-20', '05:00', 2, '2026-05-15', '2026-05-15T22:00:00.000Z'],
    ['from noon on: its own day, until it departs', '2026-05-20', '12:00', 0, '2026-05-20', '2026-05-20T10:00:00.000Z'],
  ])('a departure %s', (_name, released, time, workingDays, day, at) => {
    const some = [workingDays, workingDays, workingDays];
    const [cutOff] = cutOffs(
      asking({ departure: departing(released, time), classes: [aClass('Story', some, some)] }),
    ).cutOffs;

    expect([cutOff?.day, cutOff && isoOf(cutOff.at)]).toEqual([day, at]);
  });

  it('is over with the departure, anywhere on Earth too', () => {
    const [cutOff] = cutOffs(
      asking({ classes: [aClass('Story', [0, 0, 0], [0, 0, 0])], clock: { by: 'aoe' } }),
    ).cutOffs;

    // 20:00 in Berlin, in summer.
    expect(cutOff && isoOf(cutOff.at)).toBe('2026-05-20T18:00:00.000Z');
  });

  it('AoE deadline: the end of the day anywhere on Earth is 12:00 UTC of the next day', () => {
    const [cutOff] = cutOffs(asking({ clock: { by: 'aoe' } })).cutOffs;

    expect(cutOff?.day).toBe('2026-05-15');
    expect(isoOf(endOfDay(aDay('2026-05-15'), { by: 'aoe' }))).toBe('2026-05-16T12:00:00.000Z');
    expect(cutOff?.at).toBe(anInstant('2026-05-16T12:00:00Z'));
  });

  it.each([
    [
      'a zone in summer',
      { by: 'zone', zone: aZone('Europe/Berlin') } as const,
      '2026-05-15',
      '2026-05-15T22:00:00.000Z',
    ],
    [
      'the day on which clocks go forward',
      { by: 'zone', zone: aZone('Europe/Berlin') } as const,
      '2026-03-29',
      '2026-03-29T22:00:00.000Z',
    ],
    [
      'a zone whose next midnight is left out',
      { by: 'zone', zone: aZone('America/Santiago') } as const,
      '2026-09-05',
      '2026-09-06T04:00:00.000Z',
    ],
    ['an offset', { by: 'offset', minutes: 600 } as const, '2026-05-15', '2026-05-15T14:00:00.000Z'],
    ['the year’s end', { by: 'aoe' } as const, '2026-12-31', '2027-01-01T12:00:00.000Z'],
  ])('ends a day on its clock: %s', (_what, clock, day, expected) => {
    expect(isoOf(endOfDay(aDay(day), clock))).toBe(expected);
  });

  it('shows one moment on every reader’s clock', () => {
    const zones = ['Etc/GMT+12', 'America/New_York', 'UTC', 'Europe/Berlin', 'Asia/Kolkata', 'Pacific/Auckland'].map(
      aZone,
    );

    const [cutOff] = cutOffs(asking({ clock: { by: 'aoe' }, zones })).cutOffs;

    expect(cutOff?.readings.map(({ text }) => text)).toEqual([
      'End of Fri 15 May 2026, anywhere on Earth',
      'Sat 16 May 2026, 08:00 UTC-04:00',
      'Sat 16 May 2026, 12:00 UTC',
      'Sat 16 May 2026, 14:00 UTC+02:00',
      'Sat 16 May 2026, 17:30 UTC+05:30',
      'End of Sat 16 May 2026, UTC+12:00',
    ]);
    expect(cutOff?.readings.map(({ zone }) => zone)).toEqual(zones);
  });

  it('writes midnight as the end of the day before, as people who meet a deadline read it', () => {
    const at = anInstant('2026-03-01T00:00:00Z');

    expect(readingOf(at, aZone('UTC'))).toEqual({
      zone: 'UTC',
      local: '2026-03-01T00:00',
      text: 'End of Sat 28 Feb 2026, UTC',
    });
  });

  it('past date: cut-offs that have passed are marked and counted, from the moment on', () => {
    const at = anInstant('2026-05-15T22:00:00Z');
    const before = cutOffs(asking({ now: anInstant('2026-05-15T21:59:59Z') }));
    const after = cutOffs(asking({ now: at }));

    expect(before.cutOffs.map(({ passed }) => passed)).toEqual([false, true, true, false, true, true]);
    expect(before.notices[0]?.text).toBe('4 of 6 cut-offs have passed already.');
    expect(after.cutOffs[0]).toMatchObject({ at, passed: true });
    expect(after.notices[0]?.text).toBe('5 of 6 cut-offs have passed already.');
  });

  it('a class without samples has no cut-off, and what its figures rest on is told', () => {
    const told = { kind: 'no-samples' as const, text: 'No finished Bug tells the time from start to done.' };
    const bug = { ...aClass('Bug', [null, null, null], [1, 1, 1]), notices: [told] };

    const found = cutOffs(asking({ classes: [bug] }));

    expect(found.cutOffs.map(({ action }) => action)).toEqual(['board', 'board', 'board']);
    expect(found.notices).toEqual([told]);
  });

  it('no tasks: no classes, no cut-offs', () => {
    expect(cutOffs(asking({ classes: [] }))).toEqual({ cutOffs: [], notices: [] });
  });

  it('forward from a cut-off with the same lead times reaches the release not later than its day', () => {
    const days = fc.integer({ min: 0, max: 15 });
    const rising = fc.tuple(days, days, days).map((list) => list.toSorted((left, right) => left - right));
    const off = fc.uniqueArray(fc.integer({ min: 0, max: 80 }), { maxLength: 25 });
    fc.assert(
      fc.property(
        rising,
        rising,
        fc.array(days, { maxLength: 3 }),
        off,
        fc.integer({ min: 0, max: 6 }),
        (start, board, after, offsets, shift) => {
          const question = asking({
            classes: [aClass('Story', start, board)],
            after: after.map((workingDays, index) => ({ name: `${index}`, workingDays })),
            days: aCalendar(
              undefined,
              offsets.map((offset) => addDays(aDay('2026-03-01'), offset)),
            ),
            departure: departing(addDays(aDay('2026-05-17'), shift), '20:00'),
          });

          const { cutOffs: found } = cutOffs(question);

          expect(found).toHaveLength(6);
          for (const { day, steps } of found)
            expect(forwardPass(steps, day, question.days) <= question.departure.day).toBe(true);
          // The more certain, the earlier.
          for (const index of [1, 2, 4, 5]) expect((found[index]?.at ?? 0) <= (found[index - 1]?.at ?? -1)).toBe(true);
        },
      ),
    );
  });
});
