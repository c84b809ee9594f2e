import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingDaysBetween } from '../../../../shared/domain/calendar/working-days.ts';
import { dayOf } from '../../../../shared/domain/calendar/zoned-time.ts';
import { followItem, type ItemHistory } from '../../../../shared/domain/capacity/item-history.ts';
import { leadTimes } from '../../../../shared/domain/capacity/lead-times.ts';
import type { StatusCategory } from '../../../../shared/model/connection.ts';
import { ClassLeadTimes, type Duration } from '../../../../shared/model/forecast.ts';
import { type Instant, instant } from '../../../../shared/model/time.ts';
import { aCalendar } from '../../../support/capacity.ts';
import { anInstant, aZone } from '../../../support/times.ts';

const BERLIN = aZone('Europe/Berlin');
const calendar = { zone: BERLIN, days: aCalendar(undefined, ['2026-03-11']) };
const at = (day: string, time = '10:00') => anInstant(`${day}T${time}:00Z`);

function item(
  created: string,
  rest: Partial<ItemHistory> & { readonly to?: readonly (readonly [string, StatusCategory])[] },
): ItemHistory {
  const { to = [], ...others } = rest;
  const changes = to.map(([day, toCategory]) => ({ at: at(day), fromCategory: null, toCategory }));
  return {
    itemClass: 'Story',
    createdAt: at(created),
    boardedAt: null,
    doneAt: null,
    undone: false,
    changes,
    ...others,
  };
}

const shown = ({ samples, percentiles }: Duration) => [samples, ...percentiles.map(({ workingDays }) => workingDays)];

function only(items: readonly ItemHistory[]): ClassLeadTimes {
  const found = leadTimes(items, calendar);
  if (found.length !== 1 || found[0] === undefined) throw new Error('one class was expected');
  return found[0];
}

describe('shared/domain/capacity/lead-times', () => {
  it('by hand: one task, in working days of the zone', () => {
    // Thursday the 5th to Friday the 13th, Wednesday the 11th off: the weekend and that day count nothing.
    const found = only([
      item('2026-03-02', {
        to: [
          ['2026-03-05', 'active'],
          ['2026-03-09', 'waiting'],
          ['2026-03-10', 'active'],
          ['2026-03-13', 'done'],
        ],
      }),
    ]);

    expect(found.stages.map(({ stage, percentiles }) => [stage, percentiles[0]?.workingDays])).toEqual([
      ['new', 3],
      ['active', 4],
      ['waiting', 1],
      ['done', 0],
    ]);
    expect(shown(found.startToDone)).toEqual([1, 5, 5, 5]);
    expect(shown(found.boardToDone)).toEqual([1, 8, 8, 8]);
    expect(ClassLeadTimes.parse(found)).toEqual(found);
  });

  it('reads days on the clock of the zone', () => {
    // 23:30 UTC on Monday is Tuesday in Berlin.
    const late = { at: at('2026-03-03', '22:00'), fromCategory: null, toCategory: 'done' as const };
    const found = only([{ ...item('2026-03-02', {}), createdAt: at('2026-03-02', '23:30'), changes: [late] }]);

    expect(shown(found.boardToDone)).toEqual([1, 0, 0, 0]);
  });

  it('takes the nearest rank of twenty items, and keeps classes apart', () => {
    const created = at('2026-03-02');
    const items = Array.from({ length: 20 }, (_, index) => ({
      ...item('2026-03-02', { itemClass: index % 2 === 0 ? 'Story' : 'Bug' }),
      doneAt: instant(created + (index + 1) * 7 * 86_400_000),
    }));

    const [bugs, stories] = leadTimes(items, { zone: BERLIN, days: aCalendar() });

    // Weeks of five working days: bugs took 2, 4 ... 20 weeks, stories 1, 3 ... 19.
    expect([bugs?.name, stories?.name]).toEqual(['Bug', 'Story']);
    expect(bugs === undefined ? [] : shown(bugs.boardToDone)).toEqual([10, 50, 90, 100]);
    expect(stories === undefined ? [] : shown(stories.boardToDone)).toEqual([10, 45, 85, 95]);
  });

  it('counts from boarding where items boarded, and not what was done by then', () => {
    const done = [['2026-03-13', 'done']] as const;
    const found = only([
      item('2026-03-02', { to: done, boardedAt: at('2026-03-12') }),
      item('2026-03-02', { to: done, boardedAt: at('2026-03-16') }),
      item('2026-03-02', { to: done }),
    ]);

    expect(shown(found.boardToDone)).toEqual([1, 1, 1, 1]);
    expect(found.notices.map(({ kind }) => kind)).toEqual(['too-few-samples', 'no-samples']);
  });

  it('dirty history: counts from a boarding before creation too', () => {
    const found = only([item('2026-03-09', { to: [['2026-03-13', 'done']], boardedAt: at('2026-03-02') })]);

    expect(shown(found.boardToDone)).toEqual([1, 8, 8, 8]);
  });

  it('says in words where creation stands in for boarding, and where there are too few samples', () => {
    const found = only([
      item('2026-03-02', {
        to: [
          ['2026-03-05', 'active'],
          ['2026-03-09', 'done'],
        ],
      }),
    ]);

    expect(found.notices.map(({ text }) => text)).toEqual([
      'The time from boarding to done of Story rests on 1 item, too few for P50 and P85 and P95: it is likely longer. P50 takes 4.',
      'The time from start to done of Story rests on 1 item, too few for P50 and P85 and P95: it is likely longer. P50 takes 4.',
      'No finished Story boarded a release: the time from its creation stands in for the time from boarding.',
    ]);
  });

  it.each([
    [3, 'P50 and P85 and P95'],
    [4, 'P85 and P95'],
    [14, 'P85 and P95'],
    [15, 'P95'],
    [44, 'P95'],
  ])('with %i samples it warns of %s', (count, list) => {
    const items = Array.from({ length: count }, () =>
      item('2026-03-02', { doneAt: at('2026-03-05'), boardedAt: at('2026-03-03') }),
    );

    expect(only(items).notices[0]?.text).toContain(`too few for ${list}:`);
  });

  it('with 45 samples it does not warn', () => {
    const items = Array.from({ length: 45 }, () =>
      item('2026-03-02', {
        boardedAt: at('2026-03-03'),
        to: [
          ['2026-03-04', 'active'],
          ['2026-03-05', 'done'],
        ],
      }),
    );

    expect(only(items).notices).toEqual([]);
  });

  it('dirty histories are counted, not guessed at', () => {
    const found = only([
      item('2026-03-02', {}),
      item('2026-03-09', { doneAt: at('2026-03-02') }),
      item('2026-03-02', { to: [['2026-03-05', 'done']] }),
      item('2026-03-02', {
        to: [
          ['2026-03-01', 'active'],
          ['2026-03-03', 'active'],
          ['2026-03-04', 'done'],
          ['2026-03-05', 'active'],
          ['2026-03-06', 'done'],
        ],
      }),
    ]);

    expect(found).toMatchObject({ finished: 2, open: 1, impossible: 1, neverStarted: 1, reopened: 1, passedOver: 1 });
    expect(shown(found.startToDone)[0]).toBe(1);
  });

  it('leaves out what ended undone, and counts it', () => {
    const found = only([
      item('2026-03-02', { to: [['2026-03-04', 'done']] }),
      item('2026-03-02', { to: [['2026-03-31', 'done']], undone: true }),
    ]);

    expect(found).toMatchObject({ finished: 1, undone: 1, open: 0 });
    expect(found.boardToDone.samples).toBe(1);
  });

  it('no tasks: no classes; a class of open items alone has figures of nothing', () => {
    expect(leadTimes([], calendar)).toEqual([]);
    expect(only([item('2026-03-02', {})])).toMatchObject({
      finished: 0,
      open: 1,
      startToDone: { samples: 0, percentiles: [{ workingDays: null }, { workingDays: null }, { workingDays: null }] },
    });
  });

  it('the stages of an item add up to its whole time, and each span is what walking the calendar gives', () => {
    const category = fc.constantFrom<StatusCategory>('new', 'active', 'waiting', 'done');
    const hour = fc.integer({ min: 0, max: 24 * 40 }).map((hours) => instant(at('2026-03-02') + hours * 3_600_000));
    const changes = fc.array(fc.record({ at: hour, fromCategory: fc.constant(null), toCategory: category }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(changes, hour, (list, doneAt) => {
        const history = { ...item('2026-03-02', {}), changes: list, doneAt };
        const walked = (from: Instant, to: Instant) =>
          workingDaysBetween(dayOf(from, BERLIN), dayOf(to, BERLIN), calendar.days);
        const { startedAt } = followItem(history);

        const found = only([history]);

        const whole = walked(history.createdAt, doneAt);
        const parts = found.stages.reduce((sum, { percentiles }) => sum + (percentiles[0]?.workingDays ?? 0), 0);
        expect(parts).toBe(whole);
        expect(shown(found.boardToDone)[1]).toBe(whole);
        expect(shown(found.startToDone)[1]).toBe(startedAt === null ? null : walked(startedAt, doneAt));
      }),
    );
  });
});
